"""What is said while it burns becomes the fact that was meant."""

import pytest
from msgspec.structs import replace

from incident_tui.commands.outcome import Situation
from incident_tui.domain import facts
from incident_tui.domain.errors import CommandError
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Milestone
from incident_tui.domain.state import IncidentState
from tests.commands.situations import BURNING, said
from tests.support.entries import at, id_of

NOBODY = Situation(IncidentState(), "maria", at(60), at(60))


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("error rate: 7 %, isn't it", facts.Noted("error rate: 7 %, isn't it")),
        ("/n error rate", facts.Noted("error rate")),
        ("/decision roll back to 412 @ana", facts.DecisionMade("roll back to 412", "ana")),
        ("/d @ana rolls back", facts.DecisionMade("rolls back", "ana")),
        ("/d wait", facts.DecisionMade("wait")),
        ("/link https://a.example the graph", facts.LinkAdded("https://a.example", "the graph")),
        ("/l https://a.example", facts.LinkAdded("https://a.example")),
        ("/ev #2 https://a.example", facts.EvidenceAttached(id_of(2), "https://a.example")),
        ("/ev https://a.example p99", facts.EvidenceAttached(id_of(5), "https://a.example", "p99")),
        ("/impact EU only", facts.ImpactRecorded({}, "EU only")),
        (
            "/i users:1200 checkout only error_rate:7%",
            facts.ImpactRecorded({"users": "1200", "error_rate": "7%"}, "checkout only"),
        ),
        ('/i regions:"EU, US"', facts.ImpactRecorded({"regions": "EU, US"})),
        ("/mark detected", facts.MilestoneMarked(Milestone.DETECTED)),
    ],
)
def test_it_records(line: str, fact: Fact) -> None:
    assert said(line) == fact


def test_the_selected_entry_is_meant_before_the_newest() -> None:
    note = BURNING.entry(2)
    assert said("/ev https://a.example", replace(BURNING, selected=note)) == (
        facts.EvidenceAttached(id_of(2), "https://a.example")
    )


def test_an_impact_says_something() -> None:
    with pytest.raises(CommandError, match="users:1200"):
        said("/impact")


def test_without_any_entry_one_must_be_named() -> None:
    with pytest.raises(CommandError, match="#12"):
        said("/ev https://a.example", NOBODY)
