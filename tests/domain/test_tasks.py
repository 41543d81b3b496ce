"""A task runs from its assignment, or its handing on, until somebody says what came of it."""

from incident_tui.domain.call_facts import TaskAssigned
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import TaskOutcome
from incident_tui.domain.tasks import Task
from tests.support.entries import at, id_of, log

TASK = Task(id_of(2), 7, "check lag", "ana", at(2), 5)


def test_people_call_it_by_its_number() -> None:
    assert TASK.label == "T7"


def test_it_is_late_from_the_minute_it_was_promised_for() -> None:
    assert TASK.due == at(7)
    assert [TASK.late(at(minutes)) for minutes in (2, 6.99, 7, 90)] == [False, False, True, True]


def test_without_minutes_it_is_never_late() -> None:
    calm = Task(id_of(2), 1, "check lag", "ana", at(2))
    assert calm.due is None
    assert not calm.late(at(9_999))


def test_once_closed_it_is_not_late() -> None:
    done = Task(id_of(2), 1, "check lag", "ana", at(2), 5, outcome=TaskOutcome.DONE)
    assert not done.open
    assert not done.late(at(90))


def test_open_tasks_stand_in_the_order_they_are_due() -> None:
    entries = log(*(TaskAssigned(str(minutes), "ana", minutes) for minutes in (None, 30, 5, None)))
    assert [task.label for task in fold(entries).open_tasks] == ["T3", "T2", "T1", "T4"]
