"""Each update clock at its edges: before, amber, due, after, put off, and started anew."""

import pytest
from msgspec.structs import replace

from incident_tui.domain import call_facts as call
from incident_tui.domain import facts
from incident_tui.domain.clocks import Phase, UpdateClock, clocks, long_running
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Audience, Milestone, Severity, Status
from incident_tui.domain.practice import PRACTICE, Cadence, Level
from incident_tui.domain.state import IncidentState
from tests.support.entries import at, entry

INTERNAL, PUBLIC = Audience.INTERNAL, Audience.PUBLIC
RESOLVED = facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED)
REOPENED = facts.StatusChanged(Status.RESOLVED, Status.INVESTIGATING)
TOLD = call.UpdateLogged(PUBLIC, "cards fail", "jo")
SNOOZED = call.ClockSnoozed(PUBLIC, 15, "waiting")


def _log(*then: tuple[float, Fact], level: Severity = Severity.SEV1) -> list[TimelineEntry]:
    """Declared at minute 0; the rest at their minutes."""
    told: tuple[tuple[float, Fact], ...] = ((0, facts.Declared("It fails", level)), *then)
    return [entry(seq, fact, minutes=minutes) for seq, (minutes, fact) in enumerate(told, 1)]


def _state(*then: tuple[float, Fact], level: Severity = Severity.SEV1) -> IncidentState:
    return fold(_log(*then, level=level))


def _public(*then: tuple[float, Fact]) -> UpdateClock:
    [clock] = [clock for clock in clocks(_state(*then)) if clock.audience is PUBLIC]
    return clock


@pytest.mark.parametrize(
    ("minutes", "phase"),
    [
        (0, Phase.CALM),
        (15.99, Phase.CALM),
        (16, Phase.AMBER),  # 80 % of 20 minutes
        (19.99, Phase.AMBER),
        (20, Phase.LATE),
        (500, Phase.LATE),
    ],
)
def test_it_turns_amber_at_eighty_percent_and_late_when_due(minutes: float, phase: Phase) -> None:
    assert _public().phase(at(minutes)) is phase


def test_what_is_left_becomes_negative_once_it_is_late() -> None:
    left = [_public().left(at(minutes)) for minutes in (5, 20, 21)]
    assert [span.total_seconds() / 60 for span in left] == [15, 0, -1]


@pytest.mark.parametrize(
    ("level", "due"),
    [
        (Severity.SEV1, [(PUBLIC, at(20)), (INTERNAL, at(30))]),
        (Severity.SEV2, [(PUBLIC, at(20)), (INTERNAL, at(30))]),
        (Severity.SEV3, [(INTERNAL, at(60))]),
        (Severity.SEV4, []),
        (Severity.SEV5, []),
    ],
)
def test_the_severity_sets_the_cadence_and_the_first_due_stands_first(
    level: Severity, due: list[object]
) -> None:
    assert [(clock.audience, clock.due) for clock in clocks(_state(level=level))] == due


def test_before_the_declaration_and_after_the_resolve_no_clock_runs() -> None:
    assert clocks(IncidentState()) == ()
    assert clocks(_state((5, RESOLVED))) == ()


def test_a_change_of_severity_changes_the_cadence_and_not_the_beginning() -> None:
    raised = facts.SeverityChanged(Severity.SEV3, Severity.SEV1)
    state = _state((5, raised), level=Severity.SEV3)
    assert [(c.audience, c.since, c.due) for c in clocks(state)] == [
        (PUBLIC, at(0), at(20)),
        (INTERNAL, at(0), at(30)),
    ]
    lowered = facts.SeverityChanged(Severity.SEV1, Severity.SEV4, "false alarm")
    assert clocks(_state((5, lowered))) == ()


def test_an_update_restarts_the_clock_of_its_audience_alone() -> None:
    state = _state((12, TOLD))
    assert [(c.audience, c.since, c.due) for c in clocks(state)] == [
        (INTERNAL, at(0), at(30)),
        (PUBLIC, at(12), at(32)),
    ]


def test_nothing_but_an_update_restarts_a_clock() -> None:
    said: tuple[Fact, ...] = (
        facts.Noted("we told the public"),
        facts.StatusChanged(Status.INVESTIGATING, Status.MONITORING),
        facts.RoleAssigned("comms", "li"),
        facts.MilestoneMarked(Milestone.MITIGATED),
        call.CadenceSlowed(),
    )
    for fact in said:
        assert _public((12, fact)).since == at(0), fact


def test_an_update_told_late_and_one_taken_back_count_for_what_they_are() -> None:
    assert _public((12, TOLD), (8, TOLD)).since == at(12)
    taken_back = [*_log((12, TOLD)), entry(3, facts.Retracted(entry(2, TOLD).id))]
    assert {clock.since for clock in clocks(fold(taken_back))} == {at(0)}


def test_an_update_put_off_waits_until_then_and_never_comes_sooner() -> None:
    clock = _public((18, SNOOZED))
    assert (clock.since, clock.due, clock.snoozed) == (at(0), at(33), True)
    phases = [clock.phase(at(minutes)) for minutes in (18, 26.39, 26.4, 32.99, 33)]
    assert phases == [Phase.CALM, Phase.CALM, Phase.AMBER, Phase.AMBER, Phase.LATE]
    assert _public((1, SNOOZED)).due == at(20)
    assert not _public((18, call.ClockSnoozed(INTERNAL, 15, "busy"))).snoozed


def test_an_update_ends_the_putting_off() -> None:
    clock = _public((18, SNOOZED), (20, TOLD))
    assert (clock.due, clock.snoozed) == (at(40), False)


def test_a_reopened_incident_starts_its_clocks_anew() -> None:
    story: tuple[tuple[float, Fact], ...] = ((18, SNOOZED), (40, RESOLVED), (90, REOPENED))
    clock = _public(*story)
    assert (clock.since, clock.due, clock.snoozed) == (at(90), at(110), False)


def test_public_updates_slow_down_only_when_somebody_confirms_it() -> None:
    assert _public((150, TOLD)).due == at(170)
    slowed = _state((130, call.CadenceSlowed()), (150, TOLD))
    assert [(c.audience, c.due) for c in clocks(slowed)] == [(INTERNAL, at(30)), (PUBLIC, at(210))]


def test_it_is_long_after_two_hours_with_a_public_clock() -> None:
    state = _state()
    assert [long_running(state, at(minutes)) for minutes in (0, 119.99, 120, 900)] == [
        *(False, False, True, True),
    ]
    assert not long_running(_state((130, call.CadenceSlowed())), at(140))
    assert not long_running(_state((130, RESOLVED)), at(140))
    assert not long_running(_state(level=Severity.SEV3), at(140))
    assert not long_running(IncidentState(), at(140))


def test_it_burns_from_its_start_and_again_from_its_reopening() -> None:
    started = facts.Declared("It fails", Severity.SEV1, started_at=at(-30))
    assert long_running(fold([entry(1, started, minutes=0)]), at(90))
    reopened = _state((130, RESOLVED), (200, REOPENED))
    assert not long_running(reopened, at(319))
    assert long_running(reopened, at(320))


def test_a_team_may_have_cadences_of_its_own() -> None:
    public = Level("ours", Cadence(public=90))
    own = replace(PRACTICE, levels={**PRACTICE.levels, Severity.SEV4: public})
    state = _state(level=Severity.SEV4)
    assert [(c.audience, c.due) for c in clocks(state, own)] == [(PUBLIC, at(90))]
    assert long_running(state, at(120), own)
