"""Before it is resolved, what only those who are still on the call know is asked for once."""

from collections.abc import Iterator
from typing import Final

import msgspec

from incident_tui.domain.incident import Milestone, Status
from incident_tui.domain.state import IncidentState


class Lack(msgspec.Struct, frozen=True):
    """What is missing, the question, and the line that answers it (or begins to)."""

    what: str
    asks: str
    line: str


_MILESTONES: Final = {
    Milestone.STARTED: "when did it begin?",
    Milestone.ACKNOWLEDGED: "when did somebody take it on?",
    Milestone.MITIGATED: "when did customers stop noticing?",
}


def unsettled(state: IncidentState) -> tuple[Lack, ...]:
    """What is missing from an incident that is about to end; nothing once it has."""
    return () if state.status is Status.RESOLVED else tuple(_lacks(state))


def _lacks(state: IncidentState) -> Iterator[Lack]:
    for milestone, asks in _MILESTONES.items():
        if milestone not in state.milestones:
            yield Lack(str(milestone), asks, f"/mark {milestone}")
    if not state.impact:
        yield Lack("impact", "how many were affected, and how badly?", "/impact users:")
    if not state.commander:
        yield Lack("owner", "who led, and sees the post-mortem through?", "/ic @")
    for task in state.open_tasks:
        yield Lack(
            task.label, f"@{task.owner} {task.text}: what came of it?", f"/done {task.label}"
        )
