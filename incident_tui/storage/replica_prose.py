"""The prose of a copy: the team's revisions as the team has them, then those that wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from incident_tui.storage.answering import answer_id
from incident_tui.storage.replica import UNSENT
from incident_tui.storage.team import ANSWER

if TYPE_CHECKING:
    from incident_tui.storage.script import Row, Script

_SETTLE_ANSWERS: Final = "UPDATE settled SET answers = :answers WHERE incident_id = :incident_id"
_THERE: Final = """
SELECT revision FROM answer WHERE incident_id = :incident_id AND step = :step
AND saved_at = :saved_at AND author = :author AND text = :text AND drafted = :drafted
"""
_REVISION: Final = """
SELECT coalesce(max(revision), 0) FROM answer WHERE incident_id = :incident_id AND step = :step
"""
_FORGET: Final = (
    "DELETE FROM answer WHERE incident_id = :incident_id",
    "DELETE FROM settled_answer WHERE incident_id = :incident_id",
)
_ANSWER: Final = f"""
INSERT INTO answer ({", ".join(ANSWER)}) VALUES ({", ".join(f":{c}" for c in ANSWER)})
"""
_ANSWERED: Final = """
INSERT INTO settled_answer SELECT incident_id, step, max(revision) FROM answer
WHERE incident_id = :incident_id GROUP BY incident_id, step
"""


def settle_answers(incident_id: str, answers: Sequence[Row]) -> Script[None]:
    """Take over the team's prose; what waits becomes the newest revisions again."""
    waiting = yield UNSENT, {"incident_id": incident_id}
    for statement in _FORGET:
        yield statement, {"incident_id": incident_id}
    rows: list[dict[str, Any]] = [dict(zip(ANSWER, row, strict=True)) for row in answers]
    if rows:
        yield _ANSWER, rows
    yield _ANSWERED, {"incident_id": incident_id}
    yield _SETTLE_ANSWERS, {"incident_id": incident_id, "answers": len(rows)}
    yield from add_answers(incident_id, waiting)


def add_answers(incident_id: str, answers: Sequence[Row]) -> Script[None]:
    """Add revisions, each behind the newest there is; one that is there is not added again.

    It is known by what it says, when and by whom: its revision may be another's by now.
    """
    for row in answers:
        told = dict(zip(ANSWER, row, strict=True))
        known = yield _THERE, told
        if not known:
            step = told["step"]
            [(newest,)] = yield _REVISION, {"incident_id": incident_id, "step": step}
            id_ = answer_id(incident_id, step, newest + 1)
            yield _ANSWER, [{**told, "id": id_, "revision": newest + 1}]
