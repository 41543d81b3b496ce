"""The strip has every milestone in its place, and how long each came after the one before."""

from incident_tui.domain import facts
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Milestone, Severity
from incident_tui.tui.widgets.strip import steps
from tests.support.entries import at, entry


def test_each_says_when_and_how_long_after_the_one_before() -> None:
    declared = facts.Declared("x", Severity.SEV3, started_at=at(0))
    log = [
        entry(1, declared, minutes=3),
        entry(2, facts.RoleAssigned("ic", "maria"), minutes=8),
        entry(3, facts.MilestoneMarked(Milestone.RESOLVED), minutes=70),
    ]
    assert list(steps(fold(log))) == [
        "●started 14:00",
        "●detected 14:03 +3 min",
        "●acknowledged 14:08 +5 min",
        "○mitigated",
        "●resolved 15:10 +1 h 02 min",
    ]


def test_one_that_lies_before_the_one_above_has_no_distance() -> None:
    declared = facts.Declared("x", Severity.SEV3, started_at=at(10))
    log = [entry(1, declared, minutes=3), entry(2, facts.RoleAssigned("ic", "li"), minutes=12)]
    assert list(steps(fold(log)))[:3] == [
        "●started 14:10",
        "●detected 14:03",
        "●acknowledged 14:12 +2 min",
    ]
