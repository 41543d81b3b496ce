"""A due date has one reading or is refused; only a full date may lie in the past."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incident_tui.domain.due import HOW, parse_due
from incident_tui.domain.errors import TimeError
from tests.support.strategies import ANY_TEXT

TODAY = date(2026, 1, 15)  # a Thursday
PIECES = st.sampled_from(
    (
        *(
            "today",
            "eow",
            "eom",
            "next ",
            "fri",
            "in ",
            "3",
            "999",
            " ",
            "days",
            "w",
            "months",
            ",",
        ),
        *("19", "31", "dec", "feb", "2026-02-01", "9999-12-31", "0000-01-01", "/", ".", "05/06"),
    )
)
READ = [
    ("2026-02-01", date(2026, 2, 1)),
    ("2020-01-01", date(2020, 1, 1)),
    ("today", TODAY),
    ("Tomorrow", date(2026, 1, 16)),
    ("eow", date(2026, 1, 16)),
    ("eom", date(2026, 1, 31)),
    ("fri", date(2026, 1, 16)),
    ("Friday", date(2026, 1, 16)),
    ("tues", date(2026, 1, 20)),
    ("thu", date(2026, 1, 22)),  # said on a Thursday, it is not today
    ("next fri", date(2026, 1, 23)),
    ("next mon", date(2026, 1, 19)),
    ("2w", date(2026, 1, 29)),
    ("2 weeks", date(2026, 1, 29)),
    ("in 3 days", date(2026, 1, 18)),
    ("in 0 days", TODAY),
    ("in 1 month", date(2026, 2, 15)),
    ("12 months", date(2027, 1, 15)),
    ("19 dec", date(2026, 12, 19)),
    ("Dec 19", date(2026, 12, 19)),
    ("19 December, 2027", date(2027, 12, 19)),
    ("sept 1", date(2026, 9, 1)),
    ("15 jan", TODAY),
    ("14 jan", date(2027, 1, 14)),
    ("14 jan 2026", date(2026, 1, 14)),
]


@pytest.mark.parametrize(("said", "day"), READ, ids=[said for said, _ in READ])
def test_a_date_is_read(said: str, day: date) -> None:
    assert parse_due(said, TODAY) == day


@pytest.mark.parametrize(
    "said",
    [
        *("", "soon", "fr", "5", "1000 days", "-3d", "3y", "next week", "next next fri", "next 2w"),
        *("05/06", "5.6.26", "01/02/2026", "2026-02-30", "2026-13-01", "0000-01-01", "2026-2-1"),
        *(
            "31 feb",
            "feb 29",
            "0 dec",
            "19 foo",
            "dec",
            "dec 19 26",
            "monkey",
            "friends",
            "marvin 3",
        ),
    ],
)
def test_what_is_no_one_date_is_refused_with_what_would_do(said: str) -> None:
    with pytest.raises(TimeError) as refused:
        parse_due(said, TODAY)
    assert HOW in str(refused.value)


def test_a_month_from_its_last_day_ends_on_the_last_day() -> None:
    assert parse_due("1 month", date(2026, 1, 31)) == date(2026, 2, 28)
    assert parse_due("1 month", date(2028, 1, 31)) == date(2028, 2, 29)
    assert parse_due("feb 29", date(2028, 1, 31)) == date(2028, 2, 29)


def test_the_end_of_the_week_is_its_friday() -> None:
    assert parse_due("eow", date(2026, 1, 16)) == date(2026, 1, 16)
    assert parse_due("eow", date(2026, 1, 17)) == date(2026, 1, 23)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(("mon", "fri", "sun")))
def test_a_weekday_is_within_a_week_and_the_next_one_in_the_week_after(
    today: date, said: str
) -> None:
    day, following = parse_due(said, today), parse_due(f"next {said}", today)
    assert timedelta(0) < day - today <= timedelta(7)
    assert day.weekday() == following.weekday()
    assert following.isocalendar().week == (today + timedelta(7)).isocalendar().week


@given(st.lists(PIECES | ANY_TEXT, max_size=5).map("".join), st.dates())
@example("eow", date.max)
@example("in 999 months", date.max)
@example("feb 28", date.max)
def test_anything_is_a_date_to_come_or_refused(text: str, today: date) -> None:
    try:
        day = parse_due(text, today)
    except TimeError:
        return
    assert day >= today or re.search(r"\d{4}", text)
