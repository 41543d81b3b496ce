"""Drafts repeat the record and add nothing."""

import pytest

from incident_tui.domain import facts
from incident_tui.domain.incident import Milestone, Severity
from incident_tui.postmortem import prefill
from incident_tui.postmortem.steps import STEPS
from tests.support.entries import entry, log
from tests.support.records import STORY, record


def test_nothing_is_drafted_from_nothing() -> None:
    assert {field.prefill(record()) for step in STEPS for field in step.fields} == {""}


def test_the_summary_tells_what_how_long_how_bad_and_what_was_decided() -> None:
    assert prefill.summary(record(STORY)).text == (
        "Checkout fails after deploy 412: a SEV2 incident on checkout that began on 2026-01-15 at "
        "14:00 UTC and lasted 57 min. Recorded impact: users affected 1,200, error rate 5% of "
        "checkouts. Decided: roll back to 411."
    )


def test_the_summary_of_a_burning_incident_says_so_and_falls_back_on_the_course() -> None:
    burning = [
        entry(1, facts.Declared("Pods restart?", Severity.SEV3)),
        entry(2, facts.RoleAssigned("ic", "maria")),
    ]
    assert prefill.summary(record(burning)).text == (
        "Pods restart: a SEV3 incident that began on 2026-01-15 at 14:01 UTC and is not resolved "
        "yet. It was detected at 14:01, acknowledged at 14:02 UTC."
    )


def test_only_the_newest_decisions_are_told() -> None:
    decided = record(log(*(facts.DecisionMade(f"plan {n}.") for n in range(1, 5))))
    assert "Decided: plan 3; plan 4." in prefill.summary(decided).text


def test_the_owner_is_the_commander() -> None:
    assert prefill.owner(record(STORY)).text == "maria"


@pytest.mark.parametrize("measure", ["business", "revenue"])
def test_business_impact_goes_by_two_names(measure: str) -> None:
    known = record(log(facts.ImpactRecorded({measure: "300 orders"})))
    assert prefill.business(known).text == "300 orders"


def test_the_whys_begin_with_the_incident() -> None:
    assert prefill.whys(record(STORY)).text == (
        "Why did this happen: Checkout fails after deploy 412?"
    )


@pytest.mark.parametrize(
    ("minutes", "well", "poorly"),
    [
        (6, "Acknowledged 5 min after detection", ""),
        (6.1, "", "Acknowledged 5 min after detection"),
        (40, "", "Acknowledged 39 min after detection"),
        (0, "", ""),
    ],
)
def test_a_quick_response_went_well_and_a_late_one_poorly(
    minutes: float, well: str, poorly: str
) -> None:
    reached = facts.MilestoneMarked(Milestone.ACKNOWLEDGED)
    answered = record([*log(), entry(2, reached, minutes=minutes)])
    assert (prefill.well(answered).text, prefill.poorly(answered).text) == (well, poorly)
