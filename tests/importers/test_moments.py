from datetime import UTC, datetime, timedelta, timezone

import pytest

from incident_tui.importers.moments import epoch, instant

AT = datetime(2026, 1, 15, 10, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-01-15T10:02:10Z", "2026-01-15 11:02:10+01:00", "2026-01-15T05:02:10-0500"),
        *("2026-01-15T10:02:10.000000000Z", "2026-01-15 10:02:10 UTC", "2026-01-15T10:02:10,0Z"),
        *("1768471330", "1768471330.000", "1768471330000", "1768471330000000"),
        "1768471330000000000",
    ],
)
def test_a_moment_is_read_exactly(text: str) -> None:
    assert instant(text) == (AT, True)


def test_a_moment_without_a_zone_is_of_the_one_that_is_given() -> None:
    assert instant("2026-01-15 10:02:10") == (AT, False)
    east = timezone(timedelta(hours=1))
    assert instant("2026-01-15 11:02:10", east) == (AT, False)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2026-13-15T10:02:10Z", "2026-01-15T25:02:10Z", "10:02", "-1", "1e9"),
        *("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "12345678901234567890"),
        *("1768471330.0{}", "١٧٦٨٤٧١٣٣٠", "1768471330."),
    ],
)
def test_what_is_none_is_none(text: str) -> None:
    assert instant(text) is None


def test_an_id_of_slack_keeps_its_microseconds() -> None:
    assert epoch("1768471381.004200") == datetime(2026, 1, 15, 10, 3, 1, 4200, tzinfo=UTC)
    assert epoch("1768471381.0{}2") is epoch("x") is None
