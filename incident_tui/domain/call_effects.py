"""What the facts of the call do to the state: tasks, updates and their clocks."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from msgspec.structs import replace

from incident_tui.domain import call_facts as facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.state import IncidentState, Snooze, Update
from incident_tui.domain.tasks import Task


def task_assigned(
    state: IncidentState, entry: TimelineEntry, fact: facts.TaskAssigned, number: int
) -> IncidentState:
    """The state with a new task; its number counts over the whole log, so it is given."""
    task = Task(entry.id, number, fact.text, fact.owner, entry.occurred_at, fact.minutes)
    at = bisect_right([t.number for t in state.tasks], number)
    return replace(state, tasks=(*state.tasks[:at], task, *state.tasks[at:]))


def _on_task(state: IncidentState, task_id: str, **new: Any) -> IncidentState:
    return replace(
        state, tasks=tuple(replace(t, **new) if t.id == task_id else t for t in state.tasks)
    )


def _acknowledged(
    state: IncidentState, entry: TimelineEntry, fact: facts.TaskAcknowledged
) -> IncidentState:
    return _on_task(state, fact.task, acknowledged_at=entry.occurred_at)


def _handed_on(
    state: IncidentState, entry: TimelineEntry, fact: facts.TaskHandedOn
) -> IncidentState:
    return _on_task(
        state, fact.task, owner=fact.owner, since=entry.occurred_at, acknowledged_at=None
    )


def _closed(state: IncidentState, entry: TimelineEntry, fact: facts.TaskClosed) -> IncidentState:
    new = {"outcome": fact.outcome, "reason": fact.reason, "closed_at": entry.occurred_at}
    return _on_task(state, fact.task, **new)


def _update(state: IncidentState, entry: TimelineEntry, fact: facts.UpdateLogged) -> IncidentState:
    told = (fact.audience, fact.text, fact.approver, entry.occurred_at)
    sent = Update(*told, fact.flavour, fact.drafter, fact.channel)
    return replace(state, updates=(*state.updates, sent))


def _snoozed(state: IncidentState, entry: TimelineEntry, fact: facts.ClockSnoozed) -> IncidentState:
    until = entry.occurred_at + timedelta(minutes=fact.minutes)
    snooze = Snooze(entry.occurred_at, until, fact.reason)
    return replace(state, snoozes={**state.snoozes, fact.audience: snooze})


def _slowed(state: IncidentState, entry: TimelineEntry, fact: facts.CadenceSlowed) -> IncidentState:
    return replace(state, slowed_at=entry.occurred_at)


def _ticked(
    state: IncidentState, entry: TimelineEntry, fact: facts.ChecklistTicked
) -> IncidentState:
    return replace(state, ticked={**state.ticked, fact.item: entry.occurred_at})


CALL_EFFECTS: Final[
    dict[type[Fact], Callable[[IncidentState, TimelineEntry, Any], IncidentState]]
] = {
    facts.TaskAcknowledged: _acknowledged,
    facts.TaskHandedOn: _handed_on,
    facts.TaskClosed: _closed,
    facts.UpdateLogged: _update,
    facts.ClockSnoozed: _snoozed,
    facts.CadenceSlowed: _slowed,
    facts.ChecklistTicked: _ticked,
}
