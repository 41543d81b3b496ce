"""Tasks, updates and put-off clocks change what they name, whenever they are told."""

from datetime import timedelta
from typing import Any

import pytest

from incident_tui.domain import call_facts as call
from incident_tui.domain import facts
from incident_tui.domain.fact import Fact
from incident_tui.domain.fold import as_of, fold
from incident_tui.domain.incident import Audience, Status, TaskOutcome
from incident_tui.domain.state import Snooze, Update
from incident_tui.domain.tasks import Task
from tests.support.entries import at, changed, entry, id_of, log

ASSIGNED = call.TaskAssigned("check lag", "ana", 5)
T1 = id_of(2)
RESOLVED = facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED)
REOPENED = facts.StatusChanged(Status.RESOLVED, Status.INVESTIGATING)


def _task(*then: Fact) -> Task:
    """The one task, assigned at the second minute, after these."""
    [task] = fold(log(ASSIGNED, *then)).tasks
    return task


@pytest.mark.parametrize(
    ("fact", "changes"),
    [
        (ASSIGNED, {"tasks": (Task(T1, 1, "check lag", "ana", at(2), 5),)}),
        (
            call.UpdateLogged(Audience.PUBLIC, "cards fail", "jo"),
            {"updates": (Update(Audience.PUBLIC, "cards fail", "jo", at(2)),)},
        ),
        (
            call.UpdateLogged(Audience.INTERNAL, "on it", "", "executive", "li", "mail"),
            {
                "updates": (
                    Update(Audience.INTERNAL, "on it", "", at(2), "executive", "li", "mail"),
                )
            },
        ),
        (
            call.ClockSnoozed(Audience.PUBLIC, 10, "waiting"),
            {"snoozes": {Audience.PUBLIC: Snooze(at(2), at(12), "waiting")}},
        ),
        (call.CadenceSlowed(), {"slowed_at": at(2)}),
        (call.TaskAcknowledged("nowhere"), {}),
        (call.TaskHandedOn("nowhere", "li", "ana"), {}),
        (call.TaskClosed("nowhere", TaskOutcome.DONE), {}),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Fact) else "",
)
def test_one_fact_changes_this_and_nothing_else(fact: Fact, changes: dict[str, Any]) -> None:
    assert changed(fold(log(fact))) == changes


def test_a_task_is_acknowledged() -> None:
    assert _task().acknowledged_at is None
    assert _task(call.TaskAcknowledged(T1)).acknowledged_at == at(3)


def test_a_task_handed_on_starts_again_and_waits_for_its_new_owner() -> None:
    task = _task(call.TaskAcknowledged(T1), call.TaskHandedOn(T1, "li", "ana"))
    assert (task.label, task.owner, task.acknowledged_at) == ("T1", "li", None)
    assert (task.since, task.due) == (at(4), at(9))
    assert fold(log(ASSIGNED, call.TaskHandedOn(T1, "li", "ana"))).people == ("li",)


@pytest.mark.parametrize("outcome", TaskOutcome)
def test_a_task_is_closed_with_what_came_of_it(outcome: TaskOutcome) -> None:
    task = _task(call.TaskClosed(T1, outcome, "no lag"))
    assert (task.open, task.outcome, task.reason, task.closed_at) == (
        *(False, outcome, "no lag", at(3)),
    )
    assert fold(log(ASSIGNED, call.TaskClosed(T1, outcome))).open_tasks == ()


def test_only_its_own_task_is_changed() -> None:
    entries = log(ASSIGNED, ASSIGNED, call.TaskClosed(id_of(3), TaskOutcome.DONE))
    assert [task.label for task in fold(entries).open_tasks] == ["T1"]


def test_task_numbers_follow_the_recording_for_ever_and_have_their_own_count() -> None:
    entries = log(ASSIGNED, facts.ActionItemAdded("Alert"), ASSIGNED)
    entries.append(entry(5, call.TaskAssigned("told late", "li"), minutes=1.5, late=9))
    state = fold(entries)
    assert [(t.label, t.text) for t in state.tasks] == [
        *(("T1", "check lag"), ("T2", "check lag"), ("T3", "told late")),
    ]
    assert [a.label for a in state.actions] == ["A1"]
    assert [t.label for t in as_of(entries, at(1.7)).tasks] == ["T3"]
    entries.append(entry(6, facts.Retracted(T1)))
    assert [t.label for t in fold(entries).tasks] == ["T2", "T3"]
    entries.append(entry(7, ASSIGNED))
    assert [t.label for t in fold(entries).tasks] == ["T2", "T3", "T4"]
    entries.append(entry(8, facts.Retracted(id_of(6))))
    assert [t.label for t in fold(entries).tasks] == ["T1", "T2", "T3", "T4"]


def test_what_befell_a_task_can_be_taken_back() -> None:
    closed = call.TaskClosed(T1, TaskOutcome.NO_HELP, "no lag")
    assert _task(closed, facts.Retracted(id_of(3), "wrong task")).open
    handed = call.TaskHandedOn(T1, "li", "ana")
    assert _task(handed, facts.Retracted(id_of(3))) == _task()


def test_what_befalls_a_task_that_was_taken_back_changes_nothing() -> None:
    entries = log(ASSIGNED, facts.Retracted(T1), call.TaskClosed(T1, TaskOutcome.DONE))
    assert fold(entries).tasks == ()


def test_a_late_acknowledgement_takes_its_place_before_the_handing_on() -> None:
    entries = log(ASSIGNED, call.TaskHandedOn(T1, "li", "ana"))
    entries.append(entry(4, call.TaskAcknowledged(T1), minutes=2.5, late=9))
    [task] = fold(entries).tasks
    assert task.acknowledged_at is None
    [then] = as_of(entries, at(2.7)).tasks
    assert then.acknowledged_at == at(2.5)


def test_a_task_moved_in_time_is_due_by_its_corrected_time() -> None:
    task = _task(facts.Amended(T1, occurred_at=at(1.5)))
    assert task.due == at(1.5) + timedelta(minutes=5)


def test_the_newest_update_of_each_audience_counts_whenever_it_was_told() -> None:
    entries = log(call.UpdateLogged(Audience.PUBLIC, "it works again", "jo"))
    entries.append(entry(3, call.UpdateLogged(Audience.PUBLIC, "it fails"), minutes=1.5, late=9))
    state = fold(entries)
    assert [update.text for update in state.updates] == ["it fails", "it works again"]
    assert state.updated(Audience.PUBLIC) == at(2)
    assert state.updated(Audience.INTERNAL) is None
    assert fold([*entries, entry(4, facts.Retracted(T1))]).updated(Audience.PUBLIC) == at(1.5)


def test_reopening_ends_the_slower_cadence() -> None:
    entries = log(call.CadenceSlowed(), RESOLVED)
    assert fold(entries).slowed_at == at(2)
    assert fold([*entries, entry(4, REOPENED)]).slowed_at is None
