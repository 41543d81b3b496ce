"""Redaction is the one destructive act: text and salt go, the entry and its hash stay.

The entry named loses its text, and so does every amendment and retelling of it. A wording that
another fact repeats (a new title), an earlier backup and an export keep theirs: they are redacted,
or deleted, one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from incident_tui.domain.curation_facts import Retold
from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.facts import Amended, Redacted
from incident_tui.domain.payloads import fact_of, payload_of
from incident_tui.domain.wording import wording
from incident_tui.storage.append import INDEX, Appended, append
from incident_tui.storage.codec import blanked
from incident_tui.storage.draft import Draft

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

REWORDINGS = (Amended, Retold)
"""What repeats the text of an entry, or rather what should have been its text."""
_REWORDED = str(tuple(fact.KIND for fact in REWORDINGS))
_TARGET = "SELECT incident_id FROM entry WHERE id = :target"
_TEXTS = f"""
SELECT pos, id, kind, version, payload FROM entry
WHERE incident_id = :incident_id AND salt IS NOT NULL AND (id = :target OR (
    kind IN {_REWORDED} AND json_extract(payload, '$.target') = :target))
"""
_NAME = "INSERT INTO redaction (one, entry_id) VALUES (1, :target)"
_BLANK = "UPDATE entry SET payload = :payload, salt = NULL WHERE id = :target"
_RELEASE = "DELETE FROM redaction"
UNINDEX = "DELETE FROM search WHERE rowid = :pos"
# A deleted word stays readable in the index's old segments until they are merged.
MERGE = "INSERT INTO search (search) VALUES ('optimize')"


def redact(record: Draft) -> Script[Appended]:
    """Destroy the text of the entry that `record`, a draft of `Redacted`, names, and append it."""
    fact = fact_of(record.kind, record.version, record.payload)
    if not isinstance(fact, Redacted):
        raise TypeError("a redaction is recorded by a Redacted fact")
    rows = yield _TARGET, {"target": fact.target}
    if rows != [(record.incident_id,)]:
        raise NotFoundError("there is no such entry in this incident; nothing was removed")
    yield from destroy(fact.target, record.incident_id)
    [appended] = yield from append([record])
    return appended


def destroy(target: str, incident_id: str) -> Script[None]:
    """Blank the entry and what repeats its text, but record nothing."""
    texts = yield _TEXTS, {"target": target, "incident_id": incident_id}
    for pos, id_, *stored in texts:
        empty = blanked(fact_of(*stored))
        yield _NAME, {"target": id_}
        yield _BLANK, {"payload": payload_of(empty)[2], "target": id_}
        yield _RELEASE, {}
        yield UNINDEX, {"pos": pos}
        if words := wording(empty):  # as for every entry, what says nothing is not searched
            yield INDEX, {"id": id_, "pos": pos, "text": words}
    if texts:
        yield MERGE, {}
