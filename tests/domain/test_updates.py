"""An update holds what the record holds; where the record is silent a line is not there."""

import re

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from incident_tui.domain import call_facts as call
from incident_tui.domain import facts
from incident_tui.domain.decision_facts import Failed, Proposed
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.flavours import WRITTEN, Flavour
from incident_tui.domain.fold import fold
from incident_tui.domain.handover import brief
from incident_tui.domain.incident import Audience, Severity, Status
from incident_tui.domain.practice import PRACTICE, TEXT_PLACES
from incident_tui.domain.public_check import public_findings
from incident_tui.domain.spoken import values
from incident_tui.domain.updates import update_text
from tests.support.entries import at, entry, id_of, log
from tests.support.strategies import logs

SEV1 = facts.SeverityChanged(Severity.SEV3, Severity.SEV1)
IDENTIFIED = facts.StatusChanged(Status.INVESTIGATING, Status.IDENTIFIED, "the pool is too small")
RESOLVED = facts.StatusChanged(Status.IDENTIFIED, Status.RESOLVED)
BUSY = log(
    SEV1,
    facts.RoleAssigned("ic", "maria"),
    facts.ImpactRecorded({"users": "1,200", "error_rate": "7 %", "revenue": "9,000 €"}),
    call.TaskAssigned("check the lag", "ana", 5),
    facts.DecisionMade("roll back to 412", "li"),
    IDENTIFIED,
    call.UpdateLogged(Audience.PUBLIC, "we are on it", "maria"),
)


def said(flavour: Flavour, entries: list[TimelineEntry], minutes: float = 9) -> list[str]:
    return update_text(flavour, fold(entries), at(minutes)).split("\n")


def test_the_call_hears_all_that_is_known() -> None:
    assert said(Flavour.CALL, BUSY) == [
        "SEV1, 8 min in: Checkout fails. Status: identified.",
        "Affected: users 1,200, error rate 7 %, revenue 9,000 €.",
        "The cause, as far as we know: the pool is too small.",
        "Decided at 14:06: roll back to 412 (@li).",
        "On the way: @ana check the lag, back at 14:10.",
        "Told so far: public at 14:08.",
        "Next update: internal by 14:39, public by 14:29.",
        "Anything to add? Any other proposal?",
    ]


def test_executives_hear_who_leads_and_when_they_hear_more() -> None:
    assert said(Flavour.EXECUTIVE, BUSY)[-2:] == [
        "In command: @maria.",
        "Next summary by 14:39 UTC.",
    ]


def test_customers_hear_neither_the_cause_nor_names_nor_money() -> None:
    assert said(Flavour.PUBLIC, BUSY) == [
        "We know where the problem with checkout lies and work on it.",
        "Affected: users 1,200, errors 7 %.",
        "It began at 14:01 UTC.",
        "Next update by 14:29 UTC.",
    ]


def test_a_report_names_what_is_needed() -> None:
    assert said(Flavour.CAN, BUSY, 20) == [
        "Conditions:",
        "- SEV1, identified, 19 min in: Checkout fails",
        "- affected: users 1,200, error rate 7 %, revenue 9,000 €",
        "- the cause, as far as we know: the pool is too small",
        "Actions:",
        "- @li roll back to 412",
        "- @ana check the lag, late since 14:10",
        "Needs:",
        "- somebody as Scribe",
        "- somebody as Comms Lead",
        "- word from @ana on T1 (check the lag), late since 14:10",
    ]


def test_a_proposal_is_no_decision_and_a_failed_one_says_so() -> None:
    asked = log(SEV1, Proposed("drain the zone", "ana"))
    assert "drain" not in "\n".join(said(Flavour.CALL, asked))
    assert "drain" not in "\n".join(said(Flavour.CAN, asked))
    assert "D1 is proposed: drain the zone" in [
        line for part in brief(fold(asked), at(4)) for line in part.lines
    ]
    failed = [*BUSY, entry(20, Failed(id_of(6), "the same errors"), minutes=10)]
    assert "Decided at 14:06: roll back to 412 (@li), failed: the same errors." in said(
        Flavour.CALL, failed, 11
    )
    assert "- @li roll back to 412" not in said(Flavour.CAN, failed, 11)


def test_a_task_that_nobody_acknowledged_is_a_need() -> None:
    assert said(Flavour.CAN, BUSY, 9)[-1] == (
        "- an acknowledgement from @ana of T1 (check the lag)"
    )


@pytest.mark.parametrize("flavour", WRITTEN)
def test_nothing_is_invented_where_the_record_is_silent(flavour: Flavour) -> None:
    quiet = log(facts.SeverityChanged(Severity.SEV3, Severity.SEV5))  # for which no clock runs
    told = "\n".join(said(flavour, quiet, 3))
    assert not re.search("cause|Affected|impact|Decided|way:|command|Next|Told", told)


def test_the_end_promises_nothing_more_and_asks_nothing() -> None:
    ended = [*BUSY, entry(20, RESOLVED, minutes=30)]
    for flavour in WRITTEN:
        told = "\n".join(said(flavour, ended, 200))
        assert "Next" not in told
        assert "?" not in told
    assert said(Flavour.PUBLIC, ended, 200)[-1] == "It lasted from 14:01 to 14:30 UTC."


def test_a_time_of_another_day_says_the_day() -> None:
    assert "It began at 15 Jan 14:01 UTC." in said(Flavour.PUBLIC, log(), 24 * 60)


def test_every_place_of_a_text_has_a_value() -> None:
    known = values(fold(log()), at(2), Audience.PUBLIC, PRACTICE)
    assert {"number", *known} == set(TEXT_PLACES)


def test_a_team_may_say_it_in_its_own_words() -> None:
    own = replace(PRACTICE, texts={"public": "{{{number}}}: {title}\n{?ic}{status}\n{?burning}!"})
    text = update_text(Flavour.PUBLIC, fold(log()), at(2), practice=own, number="INC-7")
    assert text == "{INC-7}: Checkout fails\n!"


@settings(max_examples=60, deadline=None)
@given(logs())
def test_every_log_has_its_texts_and_the_public_one_passes_its_own_check(
    entries: list[TimelineEntry],
) -> None:
    state = fold(entries)
    texts = {flavour: update_text(flavour, state, at(30)) for flavour in WRITTEN}
    assert texts[Flavour.PUBLIC]
    # A service that is written as a handle is rightly taken for a person.
    if not state.impact and "@" not in state.service:
        found = public_findings(texts[Flavour.PUBLIC], state)
        assert {finding.rule for finding in found} <= {"no-next-update", "data"}
