"""An alarm is something that became late; each rings once, however many windows look at it."""

from datetime import datetime

import msgspec

from incident_tui.domain.clocks import Phase, clocks
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.domain.state import IncidentState


class Alarm(msgspec.Struct, frozen=True):
    """What is late since when, and the sentence that says so."""

    since: datetime
    text: str


def alarms(state: IncidentState, now: datetime, practice: Practice = PRACTICE) -> frozenset[Alarm]:
    """Everything that is late at that moment: tasks whose time is up, updates that are due."""
    late = {
        Alarm(task.due, f"{task.label} of @{task.owner} is due: {task.text}")
        for task in state.open_tasks
        if task.due is not None and task.late(now)
    }
    late |= {
        Alarm(clock.due, f"the {clock.audience} update is due: /update {clock.audience} …")
        for clock in clocks(state, practice)
        if clock.phase(now) is Phase.LATE
    }
    return frozenset(late)
