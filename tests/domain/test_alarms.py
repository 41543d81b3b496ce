"""What rings and what is only said, at its edges; the order in which it was told makes no odds."""

import pytest

from incident_tui.domain import call_facts as call
from incident_tui.domain import decision_facts as decided
from incident_tui.domain import facts
from incident_tui.domain.alarms import alarms
from incident_tui.domain.clocks import called_out
from incident_tui.domain.decisions import Stage
from incident_tui.domain.fact import Fact
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Audience, Severity, Status, TaskOutcome
from incident_tui.domain.next_due import next_due
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.state import IncidentState
from tests.support.entries import at, entry, id_of

WINDOW = PRACTICE.objections / 60
RESOLVED = facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED)


def state(*then: tuple[float, Fact], level: Severity = Severity.SEV1) -> IncidentState:
    """Declared at minute 0, the rest at their minutes; the first of them is entry 2."""
    told: tuple[tuple[float, Fact], ...] = ((0, facts.Declared("It fails", level)), *then)
    return fold([entry(seq, fact, minutes=minutes) for seq, (minutes, fact) in enumerate(told, 1)])


def urgent(then: IncidentState, minutes: float) -> list[str]:
    return sorted(alarm.what for alarm in alarms(then, at(minutes)) if alarm.urgent)


def said(then: IncidentState, minutes: float) -> list[str]:
    """What is only said, but for the roles that nobody has."""
    calm = (alarm.what for alarm in alarms(then, at(minutes)) if not alarm.urgent)
    return sorted(what for what in calm if not what.startswith("no "))


def test_updates_ring_when_due_each_on_its_own_clock() -> None:
    told = state((12, call.UpdateLogged(Audience.PUBLIC, "x", "jo")))
    assert urgent(state(), 19.99) == []
    assert urgent(state(), 20) == ["public update due"]
    assert urgent(state(), 30) == ["internal update due", "public update due"]
    assert urgent(told, 30) == ["internal update due"]
    assert urgent(told, 32) == ["internal update due", "public update due"]


def test_an_update_put_off_rings_once_more_at_its_new_time() -> None:
    put_off = state((21, call.ClockSnoozed(Audience.PUBLIC, 5, "vendor")))
    assert urgent(put_off, 21) == urgent(put_off, 25.99) == []
    assert urgent(put_off, 26) == ["public update due"]
    before = {alarm for alarm in alarms(state(), at(21)) if alarm.urgent}
    assert not before & alarms(put_off, at(26))


def test_a_task_rings_when_its_time_is_up_until_it_is_closed_or_handed_on() -> None:
    task = (1, call.TaskAssigned("look", "ana", 5))
    assert urgent(state(task), 5.99) == []
    assert urgent(state(task), 6) == ["T1 due"]
    closed = state(task, (7, call.TaskClosed(id_of(2), TaskOutcome.DONE)))
    assert urgent(closed, 8) == []
    handed_on = state(task, (7, call.TaskHandedOn(id_of(2), "li", "ana")))
    assert urgent(handed_on, 11.99) == []
    assert urgent(handed_on, 12) == ["T1 due"]


def test_a_window_that_closes_unopposed_rings_until_it_is_carried() -> None:
    proposed = (1, decided.Proposed("roll back", "ana", minutes=5))
    assert urgent(state(proposed), 1 + WINDOW - 0.01) == []
    assert urgent(state(proposed), 1 + WINDOW) == ["D1 unopposed"]
    opposed = state(proposed, (1.1, decided.Objected(id_of(2), "li", "no")))
    assert urgent(opposed, 5) == []
    carried = state(proposed, (2, decided.Carried(id_of(2))))
    assert (urgent(carried, 6.99), urgent(carried, 7)) == ([], ["D1 due"])


@pytest.mark.parametrize(
    ("minutes", "mark"),
    [(0, None), (9.99, None), (10, 10), (19.99, 10), (20, 20), (61, 60)],
)
def test_the_elapsed_time_is_called_out_at_every_mark(minutes: float, mark: int | None) -> None:
    found = called_out(state(), at(minutes))
    assert found == (None if mark is None else at(mark))


def test_the_call_out_goes_by_severity_and_from_the_beginning() -> None:
    assert called_out(state(level=Severity.SEV3), at(19.99)) is None
    assert called_out(state(level=Severity.SEV3), at(20)) == at(20)
    assert called_out(state(level=Severity.SEV4), at(500)) is None
    assert called_out(state((30, RESOLVED)), at(45)) is None
    assert called_out(IncidentState(), at(45)) is None
    started = fold([entry(1, facts.Declared("x", Severity.SEV1, started_at=at(-5)), minutes=0)])
    assert called_out(started, at(5)) == at(5)


def test_a_call_out_is_said_and_never_rings() -> None:
    assert said(state(), 20) == ["at 20 min"]
    assert said(state(), 20.5) == ["at 20 min"]
    [alarm] = [a for a in alarms(state(), at(70)) if a.what.startswith("at ")]
    assert alarm.text == "call it out: the incident is now at 1 h 10 min"


def test_after_two_hours_the_slower_cadence_is_offered_until_it_is_confirmed() -> None:
    assert "/slow?" not in said(state(), 119.99)
    assert "/slow?" in said(state(), 120)
    assert "/slow?" not in said(state((121, call.CadenceSlowed("", "maria"))), 122)
    assert "/slow?" not in said(state(level=Severity.SEV3), 500)
    reopened = state(
        (130, RESOLVED), (200, facts.StatusChanged(Status.RESOLVED, Status.MONITORING))
    )
    assert "/slow?" not in said(reopened, 319.99)
    assert "/slow?" in said(reopened, 320)


def test_an_open_window_is_due_before_any_update() -> None:
    proposed = state((1, decided.Proposed("a")), (1.1, decided.Proposed("b")))
    due = next_due(proposed, at(1.1), PRACTICE)
    assert due is not None
    assert (due.what, due.phase) == ("D1 object?", "amber")
    later = next_due(proposed, at(1 + WINDOW), PRACTICE)
    assert later is not None
    assert later.what == "D2 object?"
    after = next_due(proposed, at(1.1 + WINDOW), PRACTICE)
    assert after is not None
    assert (after.what, after.phase) == ("public", "calm")
    assert next_due(state(level=Severity.SEV5), at(5), PRACTICE) is None
    assert proposed.running[0].stage(at(1.1), PRACTICE) is Stage.OPEN


def test_a_needed_role_that_nobody_took_is_said_once_and_never_rings() -> None:
    led = state((1, facts.RoleAssigned("ic", "maria")), (1, facts.RoleAssigned("scribe", "jo")))
    assert [a.what for a in alarms(led, at(9.9)) if a.what.startswith("no ")] == []
    [said] = [a for a in alarms(led, at(10)) if a.what.startswith("no ")]
    assert said.text == "nobody is Comms Lead after 10 min: /comms @who"
    assert not said.urgent
    assert said in alarms(led, at(15))  # the same one: it is not said again
    [both] = [a.text for a in alarms(state(), at(10)) if a.what.startswith("no ")]
    assert both == "nobody is Incident Commander or Scribe or Comms Lead after 10 min: /ic @who"
