from datetime import timedelta

import pytest

from incident_tui.domain import call_facts as call
from incident_tui.domain import facts
from incident_tui.domain.adherence import Adherence, adherence
from incident_tui.domain.clocks import Phase, clocks
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fold import as_of, fold
from incident_tui.domain.incident import Audience, Severity, Status
from tests.support.entries import DECLARED, at, entry

SEV1 = facts.Declared("Checkout fails", Severity.SEV1)
RESOLVED = facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED)
REOPENED = facts.StatusChanged(Status.RESOLVED, Status.INVESTIGATING)
LOWERED = facts.SeverityChanged(Severity.SEV1, Severity.SEV4)
SLOWED = call.CadenceSlowed("it will be long")
SNOOZED = call.ClockSnoozed(Audience.INTERNAL, 20, "all are busy")


def told(audience: Audience) -> call.UpdateLogged:
    return call.UpdateLogged(audience, "still looking")


INSIDE, OUTSIDE = told(Audience.INTERNAL), told(Audience.PUBLIC)


def story(*said: tuple[float, object], declared: facts.Declared = DECLARED) -> list[TimelineEntry]:
    timed = ((0, declared), *said)
    return [entry(seq, fact, minutes=minute) for seq, (minute, fact) in enumerate(timed, 1)]  # type: ignore[arg-type]  # pairs of a test


@pytest.mark.parametrize(
    ("said", "declared", "due", "kept"),
    [
        ([(30, RESOLVED)], DECLARED, 0, 0),  # over before anything was due
        ([(61, RESOLVED)], DECLARED, 1, 0),
        ([(59, INSIDE), (70, RESOLVED)], DECLARED, 1, 1),
        ([(61, INSIDE), (70, RESOLVED)], DECLARED, 1, 0),
        ([(59, INSIDE), (120, RESOLVED)], DECLARED, 2, 1),
        ([(59, OUTSIDE), (60, RESOLVED)], DECLARED, 0, 0),  # nobody is owed a public one at SEV3
        ([(15, OUTSIDE), (25, INSIDE), (29, RESOLVED)], SEV1, 2, 2),
        ([(19, LOWERED), (300, RESOLVED)], SEV1, 0, 0),
        ([(31, LOWERED), (300, RESOLVED)], SEV1, 2, 0),
        ([(5, SLOWED), (25, INSIDE), (50, INSIDE), (61, RESOLVED)], SEV1, 3, 2),
        ([(50, SNOOZED), (69, INSIDE), (70, RESOLVED)], DECLARED, 1, 1),
        ([(10, RESOLVED), (500, REOPENED), (550, INSIDE), (555, RESOLVED)], DECLARED, 1, 1),
        ([(61, INSIDE)], DECLARED, 0, 0),  # it burns: nothing is known yet
    ],
)
def test_a_clock_is_kept_when_the_update_came_in_time(
    said: list[tuple[float, object]], declared: facts.Declared, due: int, kept: int
) -> None:
    assert adherence(fold(story(*said, declared=declared))) == Adherence(due, kept)


@pytest.mark.parametrize("minute", [10, 19, 20, 21, 40, 41, 59, 60, 61, 90])
def test_the_clocks_on_the_screen_say_the_same(minute: int) -> None:
    told_at = story((minute, OUTSIDE), (minute, INSIDE), (90, RESOLVED), declared=SEV1)
    late = {
        clock.audience
        for clock in clocks(as_of(told_at[:1], at(minute)))
        if clock.phase(at(minute) - timedelta(microseconds=1)) is Phase.LATE
    }
    found = adherence(fold([*told_at[:3], entry(4, RESOLVED, minutes=minute)]))
    assert found == Adherence(2, 2 - len(late))
