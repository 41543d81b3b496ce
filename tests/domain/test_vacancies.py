"""A needed role is empty from when it was needed, or from when it was left."""

from datetime import timedelta

from incident_tui.domain import facts
from incident_tui.domain.fact import Fact
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Severity, Status
from incident_tui.domain.vacancies import overdue, vacancies
from tests.support.entries import at, log

SEV1 = facts.SeverityChanged(Severity.SEV3, Severity.SEV1)
RESOLVED = facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED)
REOPENED = facts.StatusChanged(Status.RESOLVED, Status.INVESTIGATING)


def empty(*then: Fact) -> dict[str, int]:
    """The minute since which each needed role is empty; the first of these is at minute two."""
    found = vacancies(fold(log(*then)))
    return {v.role: int((v.since - at(0)) / timedelta(minutes=1)) for v in found}


def test_a_grave_incident_needs_three_and_a_lesser_one_nobody() -> None:
    assert empty(SEV1) == {"ic": 2, "scribe": 2, "comms": 2}
    assert empty() == {}


def test_a_role_that_was_left_is_empty_since_then() -> None:
    taken, left = facts.RoleAssigned("ic", "li"), facts.RoleReleased("ic", "li")
    assert "ic" not in empty(SEV1, taken)
    assert empty(SEV1, taken, left)["ic"] == 4


def test_a_resolved_incident_needs_nobody_and_a_reopened_one_from_then_on() -> None:
    assert empty(SEV1, RESOLVED) == {}
    assert empty(SEV1, RESOLVED, REOPENED) == {"ic": 4, "scribe": 4, "comms": 4}


def test_a_severity_that_was_lowered_and_raised_asks_anew() -> None:
    lowered = facts.SeverityChanged(Severity.SEV1, Severity.SEV3)
    assert empty(SEV1, lowered, SEV1)["scribe"] == 4


def test_it_is_said_at_the_minute_and_not_before() -> None:
    burning = fold(log(SEV1, facts.RoleAssigned("ic", "li"), facts.RoleAssigned("comms", "li")))
    assert overdue(burning, at(12) - timedelta(seconds=1)) == ()
    assert [vacancy.role for vacancy in overdue(burning, at(12))] == ["scribe"]
