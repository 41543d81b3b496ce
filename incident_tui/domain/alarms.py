"""An alarm is something that became late; each rings once, however many windows look at it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

import msgspec

from incident_tui.domain.clocks import LONG_AFTER, Phase, called_out, clocks, long_running
from incident_tui.domain.decisions import Stage
from incident_tui.domain.incident import role_title
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.domain.state import IncidentState
from incident_tui.domain.vacancies import overdue
from incident_tui.domain.when import length


class Alarm(msgspec.Struct, frozen=True):
    """What is to be done since when: in a word or two, and as a sentence.

    An `urgent` one is late and rings; the others are only said.
    """

    since: datetime
    what: str
    text: str
    urgent: bool = True


def alarms(state: IncidentState, now: datetime, practice: Practice = PRACTICE) -> frozenset[Alarm]:
    """Everything that is late at that moment, or has to be said since some time."""
    return frozenset(
        (
            *_tasks(state, now),
            *_decisions(state, now, practice),
            *_updates(state, now, practice),
            *_elapsed(state, now, practice),
            *_vacancies(state, now, practice),
        )
    )


def _tasks(state: IncidentState, now: datetime) -> Iterator[Alarm]:
    for task in state.open_tasks:
        if task.due is not None and task.late(now):
            yield Alarm(
                task.due, f"{task.label} due", f"{task.label} of @{task.owner} is due: {task.text}"
            )


def _decisions(state: IncidentState, now: datetime, practice: Practice) -> Iterator[Alarm]:
    for decision in state.running:
        if decision.stage(now, practice) is Stage.UNOPPOSED:
            carry = f"/carried {decision.label}"
            said = f"nobody objects to {decision.label}, {decision.text}; {carry} carries it"
            yield Alarm(decision.closes(practice), f"{decision.label} unopposed", said)
        elif decision.due is not None and decision.late(now):
            by = f" of @{decision.executor}" if decision.executor else ""
            said = f"{decision.label}{by} is due: /verify {decision.label}, or /failed"
            yield Alarm(decision.due, f"{decision.label} due", said)


def _updates(state: IncidentState, now: datetime, practice: Practice) -> Iterator[Alarm]:
    for clock in clocks(state, practice):
        if clock.phase(now) is Phase.LATE:
            what = f"{clock.audience} update due"
            said = f"the {clock.audience} update is due: /update {clock.audience} …"
            yield Alarm(clock.due, what, said)


def _elapsed(state: IncidentState, now: datetime, practice: Practice) -> Iterator[Alarm]:
    """The newest mark at which the time is called out, and that the incident has become long."""
    mark = called_out(state, now, practice)
    if mark is not None:
        lasted = length(state.duration(mark))
        said = f"call it out: the incident is now at {lasted}"
        yield Alarm(mark, f"at {lasted}", said, urgent=False)
    if long_running(state, now, practice):
        slower = practice.cadence(state.severity).public_when_long
        began = state.reopened_at or state.began_at or now
        said = f"it is long now: /slow confirms public updates every {slower} min from here"
        if slower:
            yield Alarm(began + LONG_AFTER, "/slow?", said, urgent=False)


def _vacancies(state: IncidentState, now: datetime, practice: Practice) -> Iterator[Alarm]:
    """One for all that became empty at the same time: two at once would hide each other."""
    for since, group in groupby(overdue(state, now, practice), key=lambda each: each.since):
        roles = [vacancy.role for vacancy in group]
        line = f"/{roles[0]}" if roles[0] in _OWN_LINE else f"/role {roles[0]}"
        titles = " or ".join(map(role_title, roles))
        said = f"nobody is {titles} after {practice.vacant} min: {line} @who"
        at = since + timedelta(minutes=practice.vacant)
        yield Alarm(at, f"no {', no '.join(roles)}", said, urgent=False)


_OWN_LINE = ("ic", "scribe", "comms")
"""The roles that are also commands."""
