"""Nights and weekends are those of the team's own zone, and a change of the clocks is no error."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import msgspec

from incident_tui.domain.entries import micros, moment
from incident_tui.domain.metrics.figures import Share
from incident_tui.domain.metrics.measured import DAY, MINUTE, Measured, numbers


class Hours(msgspec.Struct, frozen=True):
    """Working hours: Monday to Friday from `opens` to `closes` o'clock in `zone`."""

    zone: tzinfo = UTC
    opens: int = 6
    closes: int = 22


class OffHours:
    """How much of a span is night or weekend; what was reckoned once is remembered."""

    def __init__(self, hours: Hours = Hours()) -> None:  # noqa: B008  frozen
        self._hours = hours
        self._days: dict[int, tuple[tuple[int, int], ...]] = {}
        self._spans: dict[tuple[int, int], int] = {}

    def micros(self, begin: int, end: int) -> int:
        """How much of the span, microseconds UTC like its ends, lies outside working hours."""
        found = self._spans.get((begin, end))
        if found is None:
            found = self._spans[begin, end] = max(0, end - begin) - self._worked(begin, end)
        return found

    def share(self, incidents: Sequence[Measured]) -> Share:
        """Whole minutes of incidents at night or at weekends, of all their minutes.

        From the declaration, when people came to it, to the last resolve.
        """
        spans = [(i, i.declared_at, max(i.resolved_at or 0, i.declared_at)) for i in incidents]
        off = [(i, self.micros(begin, end)) for i, begin, end in spans]
        return Share(
            round(sum([part for _, part in off]) / MINUTE),
            round(sum([end - begin for _, begin, end in spans]) / MINUTE),
            numbers(incidents),
            numbers([i for i, part in off if part]),
        )

    def _worked(self, begin: int, end: int) -> int:
        worked = 0
        for day in range(begin // DAY, end // DAY + 1):
            for opens, closes in self._days.get(day) or self._look_up(day):
                worked += max(0, min(end, closes) - max(begin, opens))
        return worked

    def _look_up(self, day: int) -> tuple[tuple[int, int], ...]:
        """When people work on that day of UTC, which may be parts of two days of theirs."""
        begins = day * DAY
        here = moment(begins).astimezone(self._hours.zone).date()
        near = (here - timedelta(days=1), here, here + timedelta(days=1))
        worked = [self._open(each) for each in near if each.weekday() < 5]
        cut = ((max(a, begins), min(b, begins + DAY)) for a, b in worked)
        # A day without work still has an entry that is not empty, so that it is looked up once.
        found = tuple((a, b) for a, b in cut if a < b) or ((begins, begins),)
        self._days[day] = found
        return found

    def _open(self, day: date) -> tuple[int, int]:
        hours = self._hours
        evening = day + timedelta(days=hours.closes // 24)
        return (
            micros(datetime.combine(day, time(hours.opens), hours.zone)),
            micros(datetime.combine(evening, time(hours.closes % 24), hours.zone)),
        )
