"""An incident that others keep to themselves leaves a copy whole, and never what was not seen."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from incident_tui.storage.redact import MERGE, UNINDEX
from incident_tui.storage.replica import outgoing
from incident_tui.storage.team import ANSWER

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

_LATER: Final = "PRAGMA defer_foreign_keys = ON"
_PLACES: Final = "SELECT pos FROM entry WHERE incident_id = :incident_id"
_NUMBER: Final = "SELECT number FROM incident WHERE id = :incident_id"
_GONE: Final = (
    "DELETE FROM settled WHERE incident_id = :incident_id",  # what is settled cannot be deleted
    *(
        f"DELETE FROM {table} WHERE incident_id = :incident_id"
        for table in ("settled_answer", "answer", "recurrence", "action_item")
    ),
    "DELETE FROM incident WHERE id = :incident_id",
    "DELETE FROM entry WHERE incident_id = :incident_id",
)


def remove(incident_id: str, seen: Collection[str]) -> Script[int | None]:
    """Remove all of an incident from a copy; its number, or None where more waits than was `seen`.

    `seen` are the ids of the entries and answers that wait to be sent, and were kept elsewhere.
    """
    drafts, answers = yield from outgoing(incident_id)
    waiting = {*(draft.id for draft in drafts), *(row[ANSWER.index("id")] for row in answers)}
    if not waiting <= set(seen):
        return None
    about = {"incident_id": incident_id}
    numbers = yield _NUMBER, about
    places = yield _PLACES, about
    yield _LATER, {}
    if places:
        yield UNINDEX, [{"pos": pos} for (pos,) in places]
        yield MERGE, {}
    for statement in _GONE:
        yield statement, about
    return int(numbers[0][0]) if numbers else None
