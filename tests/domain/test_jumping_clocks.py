"""Whatever the clocks of the writers say, no duration is negative and the order has a reason."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain import call_facts, facts
from incident_tui.domain.clocks import clocks
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.fold import Fold, fold
from incident_tui.domain.incident import Audience, Milestone, Severity, Status
from incident_tui.domain.timeline import timeline
from tests.support.entries import T0, entry

JUMPS = st.integers(-10_000, 10_000)
"""Minutes from T0, in either direction."""
STORIES: list[Fact] = [
    facts.Noted("x"),
    facts.StatusChanged(Status.INVESTIGATING, Status.MONITORING),
    facts.StatusChanged(Status.MONITORING, Status.RESOLVED),
    facts.StatusChanged(Status.RESOLVED, Status.INVESTIGATING),
    facts.MilestoneMarked(Milestone.STARTED),
    facts.RoleAssigned("commander", "maria"),
    call_facts.UpdateLogged(Audience.PUBLIC, "x", "maria"),
    call_facts.TaskAssigned("look", "ana", 5),
    call_facts.ClockSnoozed(Audience.PUBLIC, 10, "x"),
]


@st.composite
def told(draw: st.DrawFn) -> list[TimelineEntry]:
    """A log whose writers' clocks jump as they like."""
    first = entry(1, facts.Declared("x", Severity.SEV1), minutes=draw(JUMPS))
    rest = draw(st.lists(st.tuples(st.sampled_from(STORIES), JUMPS), max_size=12))
    return [first, *(entry(seq, fact, minutes=at) for seq, (fact, at) in enumerate(rest, 2))]


@pytest.mark.fault(19)
@settings(max_examples=150)
@given(told(), JUMPS)
def test_no_duration_is_negative(entries: list[TimelineEntry], now: int) -> None:
    state = fold(entries)
    assert state.duration(T0 + timedelta(minutes=now)) >= timedelta(0)
    for clock in clocks(state):
        assert clock.due >= clock.since
    for each in entries:
        assert each.late_by >= timedelta(0)


@pytest.mark.fault(19)
@settings(max_examples=150)
@given(told())
def test_the_order_is_that_of_the_times_and_then_of_recording(
    entries: list[TimelineEntry],
) -> None:
    rows = timeline(entries, fold(entries))
    keys = [(row.occurred_at, row.entry.seq) for row in rows]
    assert keys == sorted(keys)
    assert {row.entry.seq for row in rows} == {each.seq for each in entries}


@pytest.mark.fault(19)
@settings(max_examples=100)
@given(told())
def test_entries_that_come_one_by_one_give_the_same_state(entries: list[TimelineEntry]) -> None:
    growing = Fold()
    for each in entries:
        growing.add([each])
    assert growing.state == fold(entries)
