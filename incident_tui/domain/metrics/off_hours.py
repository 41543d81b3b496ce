"""Nights and weekends are those of the team's own zone, and a change of the clocks is no error."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import msgspec

from incident_tui.domain.entries import micros, moment
from incident_tui.domain.metrics.figures import Share
from incident_tui.domain.metrics.measured import SECOND, Measured, numbers


class Hours(msgspec.Struct, frozen=True):
    """Working hours: Monday to Friday from `opens` to `closes` o'clock in `zone`."""

    zone: tzinfo = UTC
    opens: int = 6
    closes: int = 22


class OffHours:
    """How much of a span is night or weekend; days that were looked up are remembered."""

    def __init__(self, hours: Hours = Hours()) -> None:  # noqa: B008  frozen
        self._hours = hours
        self._days: dict[date, tuple[int, int]] = {}

    def seconds(self, begin: int, end: int) -> float:
        """Seconds of the span, in microseconds UTC, outside working hours."""
        if end <= begin:
            return 0
        day = moment(begin).astimezone(self._hours.zone).date()
        last = moment(end).astimezone(self._hours.zone).date()
        worked = 0
        while day <= last:
            opens, closes = self._days.get(day) or self._worked(day)
            worked += max(0, min(end, closes) - max(begin, opens))
            day += timedelta(days=1)
        return (end - begin - worked) / SECOND

    def share(self, incidents: Sequence[Measured]) -> Share:
        """Whole minutes of incidents at night or at weekends, of all their minutes.

        From the declaration, when people came to it, to the last resolve.
        """
        spans = [(i, i.declared_at, max(i.resolved_at or 0, i.declared_at)) for i in incidents]
        off = [(i, self.seconds(begin, end)) for i, begin, end in spans]
        return Share(
            round(sum([seconds for _, seconds in off]) / 60),
            round(sum([end - begin for _, begin, end in spans]) / SECOND / 60),
            numbers(incidents),
            numbers([i for i, seconds in off if seconds]),
        )

    def _worked(self, day: date) -> tuple[int, int]:
        """When work begins and ends on that day; at weekends it does not begin."""
        hours = self._hours
        opens = micros(datetime.combine(day, time(hours.opens), hours.zone))
        evening = day + timedelta(days=hours.closes // 24)
        closes = micros(datetime.combine(evening, time(hours.closes % 24), hours.zone))
        found = (opens, opens) if day.weekday() >= 5 else (opens, closes)
        self._days[day] = found
        return found
