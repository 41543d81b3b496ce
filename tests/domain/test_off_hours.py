from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain.entries import micros
from incident_tui.domain.metrics.measured import MINUTE, Measured
from incident_tui.domain.metrics.off_hours import Hours, OffHours

BERLIN = Hours(ZoneInfo("Europe/Berlin"), 8, 18)
TOKYO = Hours(ZoneInfo("Asia/Tokyo"), 0, 24)


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> int:
    return micros(datetime(year, month, day, hour, minute, tzinfo=UTC))


@pytest.mark.parametrize(
    ("hours", "begin", "end", "minutes"),
    [
        (Hours(), at(2026, 1, 14, 21, 30), at(2026, 1, 14, 22, 30), 30),  # a Wednesday
        (Hours(), at(2026, 1, 14, 12), at(2026, 1, 15, 12), 8 * 60),
        (Hours(), at(2026, 1, 17, 12), at(2026, 1, 17, 13), 60),
        (Hours(), at(2026, 1, 16, 21), at(2026, 1, 19, 7), 2 * 24 * 60 + 8 * 60),
        (BERLIN, at(2026, 1, 14, 16, 30), at(2026, 1, 14, 17, 30), 30),
        (BERLIN, at(2026, 7, 14, 15, 30), at(2026, 7, 14, 16, 30), 30),
        (TOKYO, at(2026, 1, 16, 14), at(2026, 1, 16, 16), 60),
        (TOKYO, at(2026, 1, 14, 14), at(2026, 1, 14, 16), 0),
        (Hours(), at(2026, 1, 14, 12), at(2026, 1, 14, 11), 0),
    ],
)
def test_nights_and_weekends_are_those_of_the_team(
    hours: Hours, begin: int, end: int, minutes: int
) -> None:
    assert OffHours(hours).micros(begin, end) == minutes * MINUTE


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from((Hours(), BERLIN, TOKYO)),
    st.integers(0, 400 * 24 * 4),
    st.integers(0, 6 * 24 * 4),
)
def test_it_is_what_looking_at_every_quarter_of_an_hour_gives(
    hours: Hours, start: int, quarters: int
) -> None:
    begin = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * start)
    off = 0
    for step in range(quarters):
        here = (begin + timedelta(minutes=15 * step)).astimezone(hours.zone)
        off += here.weekday() >= 5 or not hours.opens <= here.hour < hours.closes
    end = begin + timedelta(minutes=15 * quarters)
    assert OffHours(hours).micros(micros(begin), micros(end)) == off * 15 * MINUTE


def test_the_share_names_who_worked_at_night() -> None:
    night = Measured(1, 1, "", at(2026, 1, 14, 21), resolved_at=at(2026, 1, 14, 23))
    day = Measured(2, 1, "", at(2026, 1, 14, 9), resolved_at=at(2026, 1, 14, 10))
    share = OffHours().share([night, day])
    assert (share.part, share.whole, share.counted, share.short) == (60, 180, (1, 2), (1,))
    assert OffHours().share([]).value is None
