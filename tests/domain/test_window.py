from datetime import UTC, datetime, timedelta

import pytest

from incident_tui.domain.entries import micros, moment
from incident_tui.domain.errors import TimeError
from incident_tui.domain.metrics.window import Window, month, months, quarter, quarter_of, window
from incident_tui.domain.metrics.words import period

NOW = datetime(2026, 4, 2, 10, 0, tzinfo=UTC)


def told(found: Window) -> tuple[str, str, str]:
    since, until, as_of = (
        "" if at is None else f"{moment(at):%Y-%m-%d %H:%M}"
        for at in (found.since, found.until, found.as_of)
    )
    return since, until, as_of


def test_without_a_word_it_holds_all_that_was() -> None:
    found = window(NOW)
    assert found.since is None
    assert found.holds(0)
    assert found.holds(micros(NOW))
    assert not found.holds(micros(NOW + timedelta(seconds=1)))
    assert not found.holds(None)


@pytest.mark.parametrize(
    ("since", "until", "as_of", "wanted"),
    [
        (
            "2026-01-01",
            "2026-03-31",
            "",
            ("2026-01-01 00:00", "2026-04-01 00:00", "2026-04-02 10:00"),
        ),
        (
            "2026-01-01+02:00",
            "2026-03-31Z",
            "2026-04-01",
            ("2025-12-31 22:00", "2026-04-01 00:00", "2026-04-01 23:59"),
        ),
        ("2026-01-01T12:00", "2026-01-01T12:00+01:00", "", None),
        (
            "2026-01-01 12:00",
            "2026-01-01T14:00+01:00",
            "2026-04-02",
            ("2026-01-01 12:00", "2026-01-01 13:00", "2026-04-02 10:00"),
        ),
    ],
)
def test_a_day_is_meant_whole_and_a_moment_exactly(
    since: str, until: str, as_of: str, wanted: tuple[str, str, str] | None
) -> None:
    if wanted is None:
        with pytest.raises(TimeError, match="before it begins"):
            window(NOW, since, until, as_of)
    else:
        assert told(window(NOW, since, until, as_of)) == wanted


@pytest.mark.parametrize(
    "said", ["yesterday", "2026-13-01", "01/02/2026", "2026-W01", "2026", "9999-12-31", ""]
)
def test_what_is_no_date_is_refused_with_one_that_is(said: str) -> None:
    if said:
        with pytest.raises(TimeError, match=r"--until .* is not a date; write 2026-01-31"):
            window(NOW, until=said)
        with pytest.raises(TimeError):
            window(NOW, as_of=said)


def test_nothing_is_known_of_the_future() -> None:
    with pytest.raises(TimeError, match="has not come yet"):
        window(NOW, as_of="2026-04-03")


@pytest.mark.parametrize(
    ("said", "begins", "ends"),
    [
        ("2026Q1", "2026-01-01 00:00", "2026-04-01 00:00"),
        ("2025-q4", "2025-10-01 00:00", "2026-01-01 00:00"),
        ("2026Q2", "2026-04-01 00:00", "2026-07-01 00:00"),
    ],
)
def test_a_quarter_is_three_months(said: str, begins: str, ends: str) -> None:
    assert told(quarter(said, NOW))[:2] == (begins, ends)


@pytest.mark.parametrize("said", ["2026Q3", "2026Q5", "Q1", "26Q1", "", "0000Q1"])
def test_a_quarter_that_is_none_or_has_not_begun_is_refused(said: str) -> None:
    with pytest.raises(TimeError, match=r"write 2026Q1|nothing is known of it yet"):
        quarter(said, NOW)


def test_months_run_over_the_end_of_a_year() -> None:
    assert months("2025-11", "2026-02") == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert month(micros(datetime(2026, 1, 31, 23, 59, 59, tzinfo=UTC))) == "2026-01"
    assert [quarter_of(datetime(2026, m, 1, tzinfo=UTC)) for m in (3, 4)] == ["2026Q1", "2026Q2"]


@pytest.mark.parametrize(
    ("since", "until", "wanted"),
    [
        ("2026-01-01", "2026-03-31", "1 Jan to 31 Mar 2026"),
        ("2025-12-01", "2026-03-31", "1 Dec 2025 to 31 Mar 2026"),
        ("2026-01-01", "2026-01-01", "1 Jan 2026"),
        ("2026-01-01", "", "1 Jan to 2 Apr 2026"),
        ("", "", "all until 2 Apr 2026"),
    ],
)
def test_a_period_is_told_as_people_say_it(since: str, until: str, wanted: str) -> None:
    assert period(window(NOW, since, until)) == wanted
