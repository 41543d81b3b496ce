"""An incident from elsewhere comes in whole, entries and answers, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, uuid5

from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.facts import Redacted
from incident_tui.storage.append import Appended, Draft, append
from incident_tui.storage.redact import redact

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

_STEPS: Final = "SELECT DISTINCT step FROM answer WHERE incident_id = :incident_id"
_ANSWER: Final = """
INSERT INTO answer (id, incident_id, step, revision, text, saved_at, author)
VALUES (:id, :incident_id, :step, 1, :text, :saved_at, :author)
"""


def take_in(
    drafts: Sequence[Draft], answers: Mapping[str, str], author: str, saved_at: int
) -> Script[int]:
    """Append what is not stored yet, in order, and answer what has no answer; the new entries.

    A redaction destroys the text it names here too, should the file still hold it.
    """
    placed: list[Appended] = []
    for redacts, some in groupby(drafts, key=lambda draft: draft.kind == Redacted.KIND):
        if redacts:
            for draft in some:
                placed += yield from _redacted(draft)
        else:
            placed += yield from append(list(some))
    incident_id = drafts[0].incident_id
    answered = {step for (step,) in (yield _STEPS, {"incident_id": incident_id})}
    rows: list[dict[str, object]] = [
        {
            "id": str(uuid5(NAMESPACE_OID, f"{incident_id}/{step}/1")),
            "incident_id": incident_id,
            "step": step,
            "text": text,
            "saved_at": saved_at,
            "author": author,
        }
        for step, text in answers.items()
        if step not in answered
    ]
    if rows:
        yield _ANSWER, rows
    return sum(place.is_new for place in placed)


def _redacted(draft: Draft) -> Script[list[Appended]]:
    try:
        return [(yield from redact(draft))]
    except NotFoundError:  # what it names is not of this log; the fact itself still is
        return (yield from append([draft]))
