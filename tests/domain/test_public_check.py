"""What customers read promises no repair, guesses nothing, names nothing of ours."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain import facts
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Status
from incident_tui.domain.public_check import public_findings, was_outage
from incident_tui.domain.state import IncidentState
from tests.support.entries import log

BURNING = fold(log())
ENDED = fold(log(facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED)))
DOWN = fold(log(facts.ImpactRecorded({"error_rate": "100 % of requests"})))
NEXT = " Next update by 14:40 UTC."


def rules(text: str, state: IncidentState = BURNING) -> list[str]:
    return [finding.rule for finding in public_findings(text, state)]


@pytest.mark.parametrize(
    "text",
    [
        "We expect to have this fixed by 15:00.",
        "The service will be back within 30 minutes.",
        "Full recovery is expected in 2 hours.",
        "We hope to restore payments shortly.",
        "Payments should be working again this afternoon.",
        "ETA: 20 minutes.",
        "Everything will be back to normal tomorrow.",
        "We're aiming to resolve this within the hour.",
    ],
)
def test_a_promise_of_repair_is_found(text: str) -> None:
    assert "resolution-time" in rules(text + NEXT)


@pytest.mark.parametrize(
    "text",
    [
        "Payments were restored at 14:59 UTC.",
        "The problem lasted 57 minutes and is over.",
        "We have made a change and are watching its effect.",
        "We will post another update within 30 minutes.",
        "We will write again by 14:40, also if nothing has changed by then.",
        "Since 14:02 UTC some card payments fail. You can pay by invoice instead.",
        "We continue to work on a fix.",
    ],
)
def test_what_has_happened_or_is_an_update_is_no_promise(text: str) -> None:
    assert rules(text + NEXT) == []


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("It is probably the network.", "guess", "probably"),
        ("This seems to be over.", "guess", "seems"),
        ("The outage began at 14:02.", "outage", "outage"),
        ("Requests to db-main-3 fail.", "internal-name", "db-main-3"),
        ("We restarted web01.", "internal-name", "web01"),
        ("The table order_items is locked.", "internal-name", "order_items"),
        ("10.2.3.4 does not answer.", "internal-name", "10.2.3.4"),
        ("auth.prod.internal does not answer.", "internal-name", "auth.prod.internal"),
        ("All pods were restarted.", "internal-name", "pods"),
        ("@maria is on it.", "person", "@maria"),
    ],
)
def test_the_words_are_pointed_at(text: str, rule: str, words: str) -> None:
    [found] = public_findings(text + NEXT, BURNING)
    assert (found.rule, text[found.start : found.end]) == (rule, words)


@pytest.mark.parametrize(
    "text",
    [
        "Follow https://status.example.com/incidents/db-main-3 for news.",
        "Write to help@example.com.",
        "About 1,200 users and 7 % of payments are affected, in the EU and on the 2nd of May.",
        "From 14:02 to 14:20 UTC logins with two-factor codes failed.",
    ],
)
def test_customers_words_pass(text: str) -> None:
    assert rules(text + NEXT) == []


def test_an_outage_may_be_called_one() -> None:
    assert was_outage(DOWN)
    assert rules("The outage goes on." + NEXT, DOWN) == []


@pytest.mark.parametrize(
    "text",
    [
        "Next update by 14:40.",
        "We will post again in 20 minutes.",
        "The next message comes at 15:00 UTC.",
        "We update this page every 30 min.",
    ],
)
def test_the_next_update_is_recognised(text: str) -> None:
    assert rules(f"Card payments fail. {text}") == []


def test_while_it_burns_the_next_update_is_asked_for() -> None:
    text = "Card payments fail for some customers."
    [found] = public_findings(text, BURNING)
    assert (found.rule, found.start, found.end) == ("no-next-update", len(text), len(text))


def test_at_the_end_the_data_are_asked_for_and_no_next_update() -> None:
    assert rules("Card payments work again.", ENDED) == ["data"]
    assert rules("Card payments work again. No data was lost.", ENDED) == []


def test_nothing_is_said_of_an_empty_text() -> None:
    assert rules("  \n") == []


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("will be fixed by 12:30 @a_1-.\n;"), max_size=60))
def test_every_finding_lies_in_the_text(text: str) -> None:
    for found in public_findings(text, BURNING):
        assert 0 <= found.start <= found.end <= len(text)
