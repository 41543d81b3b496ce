"""An alarm is something that became late; each rings once, however many windows look at it."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from incident_tui.domain.clocks import Phase, clocks
from incident_tui.domain.decisions import Stage
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.domain.state import IncidentState


class Alarm(msgspec.Struct, frozen=True):
    """What is late since when, and the sentence that says so."""

    since: datetime
    text: str


def alarms(state: IncidentState, now: datetime, practice: Practice = PRACTICE) -> frozenset[Alarm]:
    """Everything that is late at that moment, and every window that closed with nobody opposed."""
    return frozenset(
        (*_tasks(state, now), *_decisions(state, now, practice), *_updates(state, now, practice))
    )


def _tasks(state: IncidentState, now: datetime) -> Iterator[Alarm]:
    for task in state.open_tasks:
        if task.due is not None and task.late(now):
            yield Alarm(task.due, f"{task.label} of @{task.owner} is due: {task.text}")


def _decisions(state: IncidentState, now: datetime, practice: Practice) -> Iterator[Alarm]:
    for decision in state.running:
        if decision.stage(now, practice) is Stage.UNOPPOSED:
            carry = f"/carried {decision.label}"
            said = f"nobody objects to {decision.label}, {decision.text}; {carry} carries it"
            yield Alarm(decision.closes(practice), said)
        elif decision.due is not None and decision.late(now):
            by = f" of @{decision.executor}" if decision.executor else ""
            said = f"{decision.label}{by} is due: /verify {decision.label}, or /failed"
            yield Alarm(decision.due, said)


def _updates(state: IncidentState, now: datetime, practice: Practice) -> Iterator[Alarm]:
    for clock in clocks(state, practice):
        if clock.phase(now) is Phase.LATE:
            yield Alarm(
                clock.due, f"the {clock.audience} update is due: /update {clock.audience} …"
            )
