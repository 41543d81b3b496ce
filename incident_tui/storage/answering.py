"""An answer from elsewhere fills an empty field of the post-mortem and never replaces one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, uuid5

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

_NEWEST: Final = """
SELECT step, revision, text FROM answer AS newest WHERE incident_id = :incident_id AND revision =
    (SELECT max(revision) FROM answer WHERE incident_id = :incident_id AND step = newest.step)
"""
_ANSWER: Final = """
INSERT INTO answer (id, incident_id, step, revision, text, saved_at, author)
VALUES (:id, :incident_id, :step, :revision, :text, :saved_at, :author)
"""


def answer_empty(
    incident_id: str, answers: Mapping[str, str], author: str, saved_at: int
) -> Script[list[str]]:
    """Answer the fields that have no answer; gives those that were filled."""
    newest = yield _NEWEST, {"incident_id": incident_id}
    there = {step: (revision, text) for step, revision, text in newest}
    rows = [
        _row(incident_id, step, there.get(step, (0, ""))[0] + 1, text, author, saved_at)
        for step, text in answers.items()
        if not there.get(step, (0, ""))[1]
    ]
    if rows:
        yield _ANSWER, rows
    return [str(row["step"]) for row in rows]


def empty_again(
    incident_id: str, steps: Collection[str], author: str, saved_at: int
) -> Script[None]:
    """Take back answers that an import gave and nobody has changed; they stay in the history.

    Nobody has where the newest revision is of the time when that field was last empty: the first,
    or the one behind an empty one, which only an import writes in one step.
    """
    for step in steps:
        rows = yield _HISTORY, {"incident_id": incident_id, "step": step}
        if rows and rows[0][1] and (len(rows) == 1 or not rows[1][1]):
            row = _row(incident_id, step, rows[0][0] + 1, "", author, saved_at)
            yield _ANSWER, [row]


_HISTORY: Final = """
SELECT revision, text FROM answer WHERE incident_id = :incident_id AND step = :step
ORDER BY revision DESC LIMIT 2
"""


def answer_id(incident_id: str, step: str, revision: int) -> str:
    """The id of a revision: the same wherever it is made."""
    return str(uuid5(NAMESPACE_OID, f"{incident_id}/{step}/{revision}"))


def _row(
    incident_id: str, step: str, revision: int, text: str, author: str, saved_at: int
) -> dict[str, object]:
    return {
        "id": answer_id(incident_id, step, revision),
        "incident_id": incident_id,
        "step": step,
        "revision": revision,
        "text": text,
        "saved_at": saved_at,
        "author": author,
    }
