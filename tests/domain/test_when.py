"""A time is read in exactly one way or refused, and what is read is UTC and not in the future."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incident_tui.domain.errors import TimeError
from incident_tui.domain.when import SKEW, clock, countdown, length, parse_when, split_when
from tests.support.strategies import ANY_TEXT

NOW = datetime(2026, 1, 15, 14, 30, tzinfo=UTC)
PIECES = st.sampled_from(
    (
        *("yesterday", "today", "now", "ago", "5m", "1h30m", "-", "-5m", "9" * 12 + "w", " ", "T"),
        *("2026-01-15", "2026-02-30", "0001-01-01", "9999-12-31", "05/06", "1.2.26", "/", "14:05"),
        *(
            "25:61",
            "00:00",
            "23:59",
            ":30",
            ".5",
            "Z",
            " UTC",
            "+05:30",
            "-05:00",
            "+99:99",
            "٣:٠٥",
        ),
    )
)
NEARLY_TIMES = st.lists(PIECES | ANY_TEXT, max_size=5).map("".join)


def _today(hour: int, minute: int, second: int = 0, micros: int = 0) -> datetime:
    return datetime(2026, 1, 15, hour, minute, second, micros, tzinfo=UTC)


READ = [
    ("14:05", _today(14, 5)),
    ("9:05", _today(9, 5)),
    (" 14:05 ", _today(14, 5)),
    ("14:05:30", _today(14, 5, 30)),
    ("14:05:30.25", _today(14, 5, 30, 250_000)),
    ("14:05Z", _today(14, 5)),
    ("14:05 utc", _today(14, 5)),
    ("14:35", _today(14, 35)),  # within the skew of two clocks
    ("14:36", _today(14, 36) - timedelta(days=1)),
    ("23:10", _today(23, 10) - timedelta(days=1)),
    ("-5m", NOW - timedelta(minutes=5)),
    ("-1h30m", NOW - timedelta(minutes=90)),
    ("-90s", NOW - timedelta(seconds=90)),
    ("-2D", NOW - timedelta(days=2)),
    ("-1w", NOW - timedelta(weeks=1)),
    ("today 14:05", _today(14, 5)),
    ("today 23:10", _today(23, 10)),
    ("Yesterday  23:10", _today(23, 10) - timedelta(days=1)),
    ("2026-01-14 23:10", datetime(2026, 1, 14, 23, 10, tzinfo=UTC)),
    ("2026-01-14T23:10:05Z", datetime(2026, 1, 14, 23, 10, 5, tzinfo=UTC)),
    ("2026-01-15 16:05+02:00", _today(14, 5)),
    ("2026-01-15 09:35 -0430", _today(14, 5)),
    ("16:05+02:00", _today(14, 5)),
    ("01:30+12:00", _today(13, 30)),  # where it is already tomorrow
    ("23:30-10:00", _today(9, 30)),  # where it was yesterday, and the latest 23:30 that passed
    ("2028-02-29 12:00", datetime(2028, 2, 29, 12, tzinfo=UTC)),
]


@pytest.mark.parametrize(("said", "moment"), READ, ids=[said for said, _ in READ])
def test_a_time_is_read(said: str, moment: datetime) -> None:
    assert parse_when(said, NOW) == moment
    assert split_when(f"{said} it began", NOW)[0] == moment


def test_some_times_need_a_place_of_their_own() -> None:
    assert parse_when("now", NOW) == NOW
    assert parse_when("5m ago", NOW) == parse_when("1h 30m ago", NOW) + timedelta(minutes=85)
    assert split_when("now it began", NOW) == (None, 0)


@pytest.mark.parametrize(
    "said",
    [
        *("24:00", "14:60", "14:05:60", "25:99Z", "14:05+99:00", "2026-02-30 14:05"),
        *("05/06 14:05", "1.2 14:05", "2026/01/15 14:05", "01.02.2026 9:00"),
        *("0001-01-01 00:00+05:00", "9999-12-31 23:59-05:00", f"-{'9' * 30}w", "-999999w"),
        f"-{'9' * 5000}m",
    ],
    ids=lambda said: said[:24],
)
def test_what_can_only_be_meant_as_a_time_is_refused(said: str) -> None:
    with pytest.raises(TimeError, match=r"write (it as )?\S+"):
        split_when(f"{said} it began", NOW)
    with pytest.raises(TimeError, match=r"write (it as )?\S+"):
        parse_when(said, NOW)


@pytest.mark.parametrize(
    "said", ["", "soon", "ago", "14", "14:5", "5m", "14:05 sharp", "-5x", "mon"]
)
def test_what_is_no_time_is_refused_where_one_is_asked_for(said: str) -> None:
    with pytest.raises(TimeError, match="write 14:05, -5m, yesterday 23:10 or 2026-01-15 14:05"):
        parse_when(said, NOW)


@pytest.mark.parametrize(
    "line",
    [
        *("", "it began", "-5", "-5mm", "-x", "14:05pm", "14:05, then", "1/2 of them", "3.5 s"),
        *(
            "14:05:30:12",
            "2026-01-15",
            "yesterday it began",
            "10:1 odds",
            "v1.2 10 errors",
            "/sev 1",
        ),
    ],
)
def test_a_line_that_begins_with_no_time_is_left_alone(line: str) -> None:
    assert split_when(line, NOW) == (None, 0)


@pytest.mark.parametrize("line", ["-5m it began", " 14:05\tit began", "today 9:00  it began"])
def test_the_rest_of_a_line_begins_after_its_time(line: str) -> None:
    assert line[split_when(line, NOW)[1] :] == "it began"


def test_a_bare_clock_time_belongs_to_the_day_before_just_after_midnight() -> None:
    midnight = datetime(2026, 1, 16, tzinfo=UTC)
    assert parse_when("23:58", midnight + timedelta(minutes=1)).day == 15
    assert parse_when("00:01", midnight).day == 16
    assert parse_when("00:06", midnight).day == 15
    assert parse_when("00:02", midnight - timedelta(minutes=2)).day == 15


@given(NEARLY_TIMES)
@example("0001-01-01 00:00+05:00")
def test_anything_is_a_utc_time_or_refused(text: str) -> None:
    try:
        moment = parse_when(text, NOW)
    except TimeError:
        return
    assert moment.tzinfo is UTC


@given(NEARLY_TIMES)
@example("9999-12-31 23:59-05:00 x")
def test_any_line_begins_with_a_utc_time_or_none_or_is_refused(line: str) -> None:
    try:
        moment, start = split_when(line, NOW)
    except TimeError:
        return
    assert (moment is None) == (start == 0)
    assert 0 <= start <= len(line)
    assert moment is None or moment.tzinfo is UTC


@given(st.times(), st.integers(0, 86_400_000_000))
def test_a_bare_clock_time_is_the_latest_that_passed(said: time, micros: int) -> None:
    now = NOW + timedelta(microseconds=micros)
    moment = parse_when(str(said), now)
    assert now + SKEW - timedelta(days=1) < moment <= now + SKEW


@pytest.mark.parametrize(
    ("seconds", "ticking", "spoken"),
    [
        (0, "00:00:00", "0 s"),
        (40, "00:00:40", "40 s"),
        (2537, "00:42:17", "42 min"),
        (7500, "02:05:00", "2 h 05 min"),
        (-2100, "-00:35:00", "35 min"),
        (360_000, "4d 04:00", "4 d 04 h"),
    ],
)
def test_spans_read(seconds: int, ticking: str, spoken: str) -> None:
    span = timedelta(seconds=seconds)
    assert (clock(span), length(span)) == (ticking, spoken)


@pytest.mark.parametrize(
    ("seconds", "ticking"),
    [
        (130, "02:10"),
        (3_730, "1:02:10"),
        (-35, "-00:35"),
        (359_999, "99:59:59"),
        (360_000, "4 d"),
        (-27_093_343, "-313 d"),
    ],
)
def test_a_countdown_takes_no_more_room_the_longer_it_runs(seconds: int, ticking: str) -> None:
    assert countdown(timedelta(seconds=seconds)) == ticking
