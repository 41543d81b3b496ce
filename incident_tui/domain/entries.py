"""A timeline entry: one fact, who logged it, when it happened and when we heard of it."""

from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec

from incident_tui.domain.fact import Fact

LATE_AFTER: Final = timedelta(minutes=1)
"""An entry recorded longer than this after it occurred is shown as late."""


class TimelineEntry(msgspec.Struct, frozen=True):
    """What the store gives back for one appended fact; both times are aware UTC."""

    id: str
    incident_id: str
    seq: int
    occurred_at: datetime
    recorded_at: datetime
    author: str
    source: str
    fact: Fact
    external_ref: str | None = None
    hash: str = ""

    @property
    def late_by(self) -> timedelta:
        """How long after the event it was recorded; zero for what counts as live."""
        delay = self.recorded_at - self.occurred_at
        return delay if delay > LATE_AFTER else timedelta(0)


def micros(moment: datetime) -> int:
    """Microseconds since the epoch, exactly; a naive time is a programming error."""
    if moment.tzinfo is None:
        raise ValueError("a naive time has no place on a timeline")
    return (moment - _EPOCH) // _MICROSECOND


def moment(micros_utc: int) -> datetime:
    """The aware UTC time of so many microseconds since the epoch."""
    return _EPOCH + timedelta(microseconds=micros_utc)


_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
