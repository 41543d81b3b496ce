"""The prose of a copy: the team's revisions as the team has them, then those that wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final
from uuid import NAMESPACE_OID, uuid5

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
        about = {"incident_id": incident_id, "step": told["step"]}
        said = "/".join(str(told[name]) for name in ("step", "saved_at", "author", "text"))
        told["id"] = str(uuid5(NAMESPACE_OID, f"{incident_id}/{said}/{told['drafted']}"))
        known = yield _THERE, {**told, "incident_id": incident_id}
        if not known:
            [(newest,)] = yield _REVISION, about
            yield _ANSWER, [{**told, "incident_id": incident_id, "revision": newest + 1}]
