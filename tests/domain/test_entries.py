"""Times of entries go to microseconds and back without loss, and are never naive."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_tui.domain.entries import micros, moment


@given(st.datetimes(timezones=st.just(UTC)))
def test_microseconds_lose_nothing(when: datetime) -> None:
    assert moment(micros(when)) == when


def test_microseconds_count_from_the_epoch_whatever_the_offset() -> None:
    assert micros(datetime.fromisoformat("1970-01-01T01:00:01+01:00")) == 1_000_000
    assert moment(-1) == datetime(1970, 1, 1, tzinfo=UTC) - timedelta(microseconds=1)


def test_a_naive_time_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="naive"):
        micros(datetime(2026, 1, 15))  # noqa: DTZ001  the wrong thing, on purpose
