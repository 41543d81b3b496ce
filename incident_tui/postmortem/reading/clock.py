"""A clock gets its day from what the text names and from the clocks above it.

A clock that runs back by six hours or more has passed midnight; by less it is out of order, or was
mistyped, and is left as it was written. Where the newest stands on top it is the other way round.
"""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Final

import msgspec

from incident_tui.postmortem.reading.dates import Written
from incident_tui.postmortem.reading.marks import Mark, NewDay, Told
from incident_tui.postmortem.reading.zones import Zone

BACKWARDS: Final = timedelta(hours=6)
_DAY: Final = timedelta(days=1)
_NOON: Final = timedelta(hours=12)
_SLIP: Final = timedelta(hours=1)
"""Within what time `12:15 AM` goes on from noon, so that only its half was mistyped."""
_FEWEST_FALLS: Final = 2


class Start(msgspec.Struct, frozen=True):
    """From when a document counts times such as T+5m; fields as those of `Entry`."""

    at: datetime
    local: datetime
    dated: bool
    zone: Zone | None


class Around(msgspec.Struct, frozen=True):
    """What the text around a section says: its day, its zone, the order of its dates.

    `fallback` stands in for a day that nothing names; `start` is that of times counted from one.
    """

    day: date | None
    zone: Zone | None
    day_first: bool
    fallback: date
    near: date | None = None
    start: Start | None = None


class Clock:
    """The moments of one section, from its top to its end."""

    def __init__(self, around: Around, *, halves: bool, reverse: bool = False) -> None:
        self._around = around
        self._today = self._named = around.day
        self._last: datetime | None = None
        self._halves = halves
        self._reverse = reverse
        self._afternoon = False
        self._guessed = False

    def on(self, day: Written) -> None:
        """From here on, times are of that day."""
        found = self._read(day)
        if found is not None:
            self._last = self._last if found == self._today else None
            self._today = self._named = found

    def at(self, mark: Mark) -> tuple[datetime, bool]:
        """The local time of a mark, and whether its day is known."""
        if mark.at.day is not None:
            self.on(mark.at.day)
        today = self._shifted(mark.at.shift) if mark.at.shift else self._today
        today = today or self._around.fallback
        hour = mark.at.hour % 24
        if mark.at.half:
            hour = hour % 12 + (12 if mark.at.half == "pm" else 0)
            self._afternoon = mark.at.half == "pm"
        here = datetime.combine(today, time(hour, mark.at.minute, mark.at.second), UTC)
        here += _DAY if mark.at.hour == 24 else timedelta(0)
        here = self._halved(here, mark)
        known = self._today is not None and not self._guessed
        if self._last is not None and mark.at.day is None:
            turn = self._turn(here, self._last, halved=bool(mark.at.half))
            here += turn
            if self._today is not None:
                self._today = today + turn
        self._last = None if mark.at.shift < 0 else here
        return here, known

    def _turn(self, here: datetime, last: datetime, *, halved: bool) -> timedelta:
        """Whether it is of the next day, or of the one before."""
        if self._reverse:
            return -_DAY if here - last >= BACKWARDS else timedelta(0)
        if halved and timedelta(0) <= here + _NOON - last <= _SLIP:
            return timedelta(0)
        return _DAY if last - here >= BACKWARDS else timedelta(0)

    def _shifted(self, days: int) -> date | None:
        """The day before or after the one that is named; what follows is of a day after, too."""
        self._last = None
        day = None if self._named is None else self._named + timedelta(days=days)
        if days > 0:
            self._today = day
        return day

    def _halved(self, here: datetime, mark: Mark) -> datetime:
        """Half a day later, where the text writes twelve-hour times and this one leaves it out."""
        twelve = 1 <= mark.at.hour <= 12 and not mark.at.half
        if not twelve or mark.at.padded:
            return here
        morning = here - _NOON if mark.at.hour == 12 else here
        if self._halves:
            later = self._last is not None and self._last - morning > timedelta(hours=1)
            return morning + _NOON if self._afternoon or later else morning
        last = self._last
        single = (
            mark.at.hour < 10 and last is not None and last.hour >= 12 and last - here >= BACKWARDS
        )
        if (
            single
            and last is not None
            and timedelta(0) <= here + _NOON - last < BACKWARDS
            and self._afternoon
        ):
            return here + _NOON
        if single and last is not None and last.hour == 12:
            self._afternoon = True
            return here + _NOON
        return here

    def _read(self, day: Written) -> date | None:
        near = self._today or self._around.day or self._around.near
        self._guessed = self._guessed or (near is None and day.year is None)
        return day.on(near or self._around.fallback, day_first=self._around.day_first)


def newest_first(told: list[Told], around: Around) -> bool:
    """Whether most times are followed by earlier ones; without a day, by at most half a day."""
    steps: list[timedelta] = []
    last: tuple[date | None, timedelta] | None = None
    day: date | None = None
    for mark in told:
        said = (
            mark.day
            if isinstance(mark, NewDay)
            else mark.at.day
            if isinstance(mark, Mark)
            else None
        )
        if said is not None:
            day = said.on(day or around.day or around.near, day_first=around.day_first)
        if not isinstance(mark, Mark) or mark.label or mark.at.loose:
            continue
        here = day, _clock(mark)
        if last is not None and last[0] != day and last[0] and day:
            steps.append(day - last[0])
        elif last is not None:
            step = here[1] - last[1]
            steps.append(step if abs(step) < _NOON else max(-step, timedelta(0)))
        last = here
    falls = sum(step < timedelta(0) for step in steps)
    return falls >= _FEWEST_FALLS and falls * 3 >= sum(bool(step) for step in steps) * 2


def last_day(around: Around, timed: list[Mark]) -> Around:
    """The day that the text around names is that of the beginning, which stands last."""
    if around.day is None or any(mark.at.day for mark in timed):
        return around
    clocks = [_clock(mark) for mark in timed]
    nights = sum(later - earlier >= BACKWARDS for earlier, later in pairwise(clocks))
    return msgspec.structs.replace(around, day=around.day + nights * _DAY)


def _clock(mark: Mark) -> timedelta:
    hour = mark.at.hour % 12 + 12 * (mark.at.half == "pm") if mark.at.half else mark.at.hour
    return timedelta(hours=hour, minutes=mark.at.minute, seconds=mark.at.second)
