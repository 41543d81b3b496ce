"""The budget is a sum a reader can do again by hand."""

import re
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from incident_tui.domain import facts
from incident_tui.domain.incident import Status
from incident_tui.postmortem.impact import (
    Slo,
    budget_consumed,
    budget_line,
    formula,
    human,
    outage,
    parse_bad,
    parse_rate,
    parse_slo,
)
from tests.support.entries import entry, log
from tests.support.records import STORY, record


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0.5, "under 1 min"), (57.9, "57 min"), (60, "1 h 00 min"), (125, "2 h 05 min")],
)
def test_spans_read_as_people_say_them(minutes: float, text: str) -> None:
    assert human(timedelta(minutes=minutes)) == text


@pytest.mark.parametrize("raw", ["99.9% over 30d", " 99.9 %  OVER 30 d"])
def test_an_slo_is_a_target_and_a_window(raw: str) -> None:
    slo = parse_slo(raw)
    assert slo == Slo(Decimal("99.9"), 30)
    assert slo.budget == Decimal("43.2")


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        ("99.9", "write `99.9% over 30d`, or `none`"),
        ("99.9% over 30", "write `99.9% over 30d`"),
        ("three nines over 30d", "write `99.9% over 30d`"),
        ("100% over 30d", "between 0% and 100%"),
        ("0% over 30d", "between 0% and 100%"),
        ("120% over 30d", "between 0% and 100%"),
        ("99.9% over 0d", "at least 1d"),
    ],
)
def test_what_is_no_slo_is_told_how_to_be_one(raw: str, refusal: str) -> None:
    with pytest.raises(ValueError, match=re.escape(refusal)):
        parse_slo(raw)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
@example("99.9999999% over 30d")
def test_any_text_is_an_slo_or_refused_with_a_sentence(raw: str) -> None:
    with suppress(ValueError):
        assert parse_slo(raw).budget > 0


@pytest.mark.parametrize(
    ("raw", "rate"),
    [
        ("5%", Decimal(5)),
        ("~2.5 % of checkouts", Decimal("2.5")),
        ("100%", Decimal(100)),
        ("101%", None),
        ("0.05", None),
        ("about 5%", None),
        ("", None),
    ],
)
def test_a_rate_is_the_percentage_at_the_start(raw: str, rate: Decimal | None) -> None:
    assert parse_rate(raw) == rate


@pytest.mark.parametrize(
    ("minutes", "rate", "line"),
    [
        (57, None, "132% of the 30-day budget (57.0 bad minutes of 43.2 allowed)"),
        (
            *(57, Decimal(5)),
            "6.6% of the 30-day budget (2.9 bad minutes = 57.0 min × 5%, of 43.2 allowed)",
        ),
        (5, None, "12% of the 30-day budget (5.0 bad minutes of 43.2 allowed)"),
    ],
)
def test_the_budget_shows_its_sum(minutes: float, rate: Decimal | None, line: str) -> None:
    slo = parse_slo("99.9% over 30d")
    assert budget_consumed(slo, timedelta(minutes=minutes), rate) == line


def test_the_outage_ends_with_the_last_resolve() -> None:
    assert outage(record(STORY).state) == timedelta(minutes=57)
    reopened = facts.StatusChanged(Status.RESOLVED, Status.INVESTIGATING)
    assert outage(record([*STORY, entry(40, reopened, minutes=80)]).state) is None
    assert outage(record().state) is None


def test_the_line_of_an_incident_that_still_burns_promises_nothing() -> None:
    burning = record(log()).state
    assert budget_line("99.9% over 30d", "", burning) == (
        "known once it is resolved (target 99.9% over 30d)"
    )
    assert budget_line("None", "", burning) == "no SLO covers this"
    assert budget_line("", "5%", burning) == ""


def test_bad_time_that_was_measured_counts_as_it_is() -> None:
    state = record(STORY).state
    assert budget_line("99.9% over 30d", "5%", state, "25 min") == (
        "58% of the 30-day budget (25 bad minutes of 43.2 allowed)"
    )
    assert budget_line("99.9% over 30d", "", state, "0.02%") == (
        "20% of the 30-day budget (0.02% bad of 0.1% allowed)"
    )
    assert parse_bad("1h10m") == (Decimal(70), "min")
    with pytest.raises(ValueError, match="write `25 min`"):
        parse_bad("long")


def test_the_sum_is_shown_step_by_step() -> None:
    slo, span = parse_slo("99.9% over 30d"), timedelta(minutes=57)
    assert formula(slo, span, Decimal(5), "") == [
        "allowed: 30 d × 1440 min × 0.1% = 43.2 min",
        "bad: 57.0 min × 5% = 2.9 min",
        "consumed: 2.9 min ÷ 43.2 min = 6.6%",
    ]
    assert formula(slo, span, None, "")[1] == "bad: 57.0 min every one of them"
    assert formula(slo, None, None, "0.02%")[1:] == [
        "bad: 0.02 %, as measured",
        "consumed: 0.02% ÷ 0.1% = 20%",
    ]
    assert len(formula(slo, None, None, "")) == 1
