"""What the Incident Commander steers knows what held before, and refuses what changes nothing."""

import pytest

from incident_tui.commands.outcome import DeclaredPrivate
from incident_tui.domain import facts
from incident_tui.domain.errors import CommandError
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Severity, Status
from incident_tui.domain.privacy_facts import MadePrivate
from tests.commands.situations import BURNING, ENDED, said
from tests.support.entries import at


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("/declare It fails", facts.Declared("It fails", Severity.SEV3)),
        (
            "/declare It fails sev:p1 service:web at:-5m since noon",
            facts.Declared("It fails since noon", Severity.SEV1, "web", at(55)),
        ),
        ("/sev 1", facts.SeverityChanged(Severity.SEV3, Severity.SEV1)),
        ("/sev 1 all regions", facts.SeverityChanged(Severity.SEV3, Severity.SEV1, "all regions")),
        (
            '/severity 4 because:"EU only"',
            facts.SeverityChanged(Severity.SEV3, Severity.SEV4, "EU only"),
        ),
        ("/status ident", facts.StatusChanged(Status.INVESTIGATING, Status.IDENTIFIED)),
        ("/resolve flat", facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED, "flat")),
        ("/ic @maria", facts.RoleAssigned("ic", "maria")),
        ("/scribe @jo", facts.RoleAssigned("scribe", "jo", "li")),
        ("/comms @lee", facts.RoleAssigned("comms", "lee")),
        ("/role @ana DB-sme", facts.RoleAssigned("db-sme", "ana")),
        ("/release scribe", facts.RoleReleased("scribe", "li")),
        ("/title EU cards fail", facts.TitleChanged("Checkout fails", "EU cards fail")),
    ],
)
def test_it_records(line: str, fact: Fact) -> None:
    assert said(line) == fact


def test_a_resolve_is_taken_back() -> None:
    reopened = facts.StatusChanged(Status.RESOLVED, Status.INVESTIGATING, "it is back")
    assert said("/reopen it is back", ENDED) == reopened


@pytest.mark.parametrize(
    "line",
    [
        "/declare It fails private:@ben,@ana sev:1",
        '/declare private:"@ana @ben" It fails sev:1',
    ],
)
def test_an_incident_is_declared_for_some_alone(line: str) -> None:
    made = said(line)
    alone = tuple(sorted(("ana", "ben", BURNING.author)))
    assert made == DeclaredPrivate("It fails", Severity.SEV1, "", None, alone)
    assert isinstance(made, DeclaredPrivate)
    assert made.facts == (facts.Declared("It fails", Severity.SEV1), MadePrivate(alone))


def test_nobody_named_leaves_it_to_everybody() -> None:
    assert said("/declare It fails private:off") == facts.Declared("It fails", Severity.SEV3)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/declare It fails private:@ana @ben", "is @ben to see it too.* private:@ana,@ben"),
        ("/declare private:@ana @ben It fails", "is @ben to see it too"),
        ("/declare It fails private:ana", "'ana' is not a name"),
        ("/declare It fails private:", "nothing is written after private:"),
        ("/sev 3", "SEV3 already"),
        ("/sev 5", "say why it is less severe: /sev 5 because:"),
        ("/status investigating", "investigating already"),
        ("/reopen", "not resolved; it is investigating"),
        ("/scribe @li", "@li is Scribe already"),
        ("/release ic", "nobody is Incident Commander; roles held: scribe"),
        ("/title Checkout fails", "title already"),
    ],
)
def test_what_changes_nothing_is_refused(line: str, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        said(line, BURNING)


def test_what_is_resolved_is_not_resolved_again() -> None:
    with pytest.raises(CommandError, match="/postmortem goes on, /reopen takes it back"):
        said("/resolve", ENDED)
