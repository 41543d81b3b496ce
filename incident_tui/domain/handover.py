"""Who takes over command reads one screen: how bad, what runs, what is due, who is on."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import msgspec

from incident_tui.domain.clocks import UpdateClock, clocks
from incident_tui.domain.incident import COMMANDER, Status, role_title
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.domain.spoken import clock_time, decided, task_clock
from incident_tui.domain.state import IncidentState
from incident_tui.domain.tasks import Task
from incident_tui.domain.text import one_line
from incident_tui.domain.vacancies import vacancies
from incident_tui.domain.when import length

_MOST: Final = 6
"""Tasks and people that are named; the others are counted."""


class Part(msgspec.Struct, frozen=True):
    """A heading, and what stands under it."""

    heading: str
    lines: tuple[str, ...]


def brief(state: IncidentState, now: datetime, practice: Practice = PRACTICE) -> tuple[Part, ...]:
    """How things stand; a part of which the record says nothing is left out."""
    parts = {
        "How bad": _standing(state, now),
        "On the call": _people(state, now, practice),
        "Tasks on the way": _tasks(state, now),
        "Decisions": _decisions(state, now),
        "Updates": _updates(state, now, practice),
    }
    return tuple(Part(heading, lines) for heading, told in parts.items() if (lines := tuple(told)))


def _standing(state: IncidentState, now: datetime) -> Iterator[str]:
    service = [one_line(state.service)] if state.service else []
    yield " · ".join((state.severity.name, str(state.status), *service))
    if state.began_at:
        over = state.status is Status.RESOLVED
        said = f"lasted {length(state.duration(now))}" if over else _ago(state.began_at, now)
        yield f"began {clock_time(state.began_at, now)}, {said}"
    for name, value in state.impact.items():
        yield f"{one_line(name).replace('_', ' ')} {one_line(value)}"
    if state.cause:
        yield f"cause, as far as known: {one_line(state.cause)}"


def _people(state: IncidentState, now: datetime, practice: Practice) -> Iterator[str]:
    held = list(state.roles.items())
    for role, given in held[:_MOST]:
        title = one_line(role_title(role))
        yield f"{title}: @{one_line(given.person)}, since {clock_time(given.since, now)}"
    if len(held) > _MOST:
        yield f"and {len(held) - _MOST} more"
    empty = [vacancy.role for vacancy in vacancies(state, practice)]
    if not state.commander and COMMANDER not in empty:
        empty.insert(0, COMMANDER)
    for role in empty:
        yield f"{role_title(role)}: nobody"


def _tasks(state: IncidentState, now: datetime) -> Iterator[str]:
    tasks = state.open_tasks
    yield from (_task(task, now) for task in tasks[:_MOST])
    if len(tasks) > _MOST:
        yield f"and {len(tasks) - _MOST} more"


def _task(task: Task, now: datetime) -> str:
    heard = "" if task.acknowledged_at else "not acknowledged"
    remarks = ", ".join(filter(None, (task_clock(task, now), heard)))
    said = f"{task.label} @{one_line(task.owner)} {one_line(task.text)}"
    return f"{said} ({remarks})" if remarks else said


def _decisions(state: IncidentState, now: datetime) -> Iterator[str]:
    """The last one that was made, then what is proposed and not decided yet."""
    if state.decided:
        last = state.decided[-1]
        yield f"{clock_time(last.carried_at, now)} {decided(last)}"
    for proposed in [decision for decision in state.running if decision.open][:_MOST]:
        opposed = ", objected to" if proposed.objections else ""
        yield f"{proposed.label} is proposed{opposed}: {one_line(proposed.text)}"


def _updates(state: IncidentState, now: datetime, practice: Practice) -> Iterator[str]:
    running = clocks(state, practice)
    yield from (_due(clock, state, now) for clock in running)
    shown = {clock.audience for clock in running}
    for update in state.updates[-1:]:
        if update.audience not in shown:
            yield f"{update.audience}: last at {clock_time(update.at, now)}"


def _due(clock: UpdateClock, state: IncidentState, now: datetime) -> str:
    sent = state.updated(clock.audience)
    last = f"last at {clock_time(sent, now)}" if sent else "none yet"
    late = clock.left(now).total_seconds() <= 0
    due = f"due since {clock_time(clock.due, now)}" if late else f"next {_by(clock, now)}"
    return f"{clock.audience}: {last}, {due}"


def _by(clock: UpdateClock, now: datetime) -> str:
    return f"by {clock_time(clock.due, now)}, in {length(clock.left(now))}"


def _ago(when: datetime, now: datetime) -> str:
    return f"{length(now - when)} ago"
