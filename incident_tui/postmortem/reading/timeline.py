"""The entries of a timeline, with the day and zone that the text around them gives to each.

A clock that runs back by six hours or more has passed midnight; by less it is out of order, or was
mistyped, and is left as it was written.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import msgspec

from incident_tui.domain.incident import Milestone
from incident_tui.postmortem.reading.counted import counted
from incident_tui.postmortem.reading.dates import Written
from incident_tui.postmortem.reading.lines import Kind
from incident_tui.postmortem.reading.marks import Mark, NewDay, Told, Vague
from incident_tui.postmortem.reading.milestones import labelled, stated
from incident_tui.postmortem.reading.zones import Zone

BACKWARDS: Final = timedelta(hours=6)
_DAY: Final = timedelta(days=1)
_NOON: Final = timedelta(hours=12)


class Entry(msgspec.Struct, frozen=True):
    """Something that happened; `at` is aware UTC, `local` as the document shows it.

    Not `dated` where the document names no day for it; `zone` is None where it names none.
    `labelled` tells a milestone that stands as a label in front of its time.
    """

    line: int
    at: datetime
    local: datetime
    text: str
    author: str = ""
    milestone: Milestone | None = None
    dated: bool = True
    zone: Zone | None = None
    labelled: bool = False


class Undated(msgspec.Struct, frozen=True):
    """A line of a timeline without a time that could be read."""

    line: int
    reason: str


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

    def __init__(self, around: Around, *, halves: bool) -> None:
        self._around = around
        self._today = self._named = around.day
        self._last: datetime | None = None
        self._halves = halves
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
        if self._last is not None and self._last - here >= BACKWARDS and mark.at.day is None:
            here += _DAY
            if self._today is not None:
                self._today = today + _DAY
        self._last = None if mark.at.shift < 0 else here
        return here, known

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


def entries(told: Iterable[Told], around: Around, *, loose: bool) -> Iterator[Entry | Undated]:
    """What the marks of a section tell; `loose` takes forms such as 10.41 for times too."""
    marks = list(told)
    timed = [mark for mark in marks if isinstance(mark, Mark)]
    halves = any(mark.at.half for mark in timed)
    clock = Clock(around, halves=halves)
    zone = around.zone or _shared(timed)
    start = around.start
    within = False
    for mark in marks:
        match mark:
            case NewDay(day=day):
                clock.on(day)
                if not mark.bare:
                    yield Undated(mark.line, "it names a day and no time")
            case Vague(text=text):
                yield _counted(mark.line, text, start)
            case Mark():
                if mark.at.loose and not loose:
                    continue
                entry = _entry(mark, clock, zone)
                if not within:
                    start, within = Start(entry.at, entry.local, entry.dated, entry.zone), True
                yield entry


def _counted(line: int, text: str, start: Start | None) -> Entry | Undated:
    """What is told by the time since the start, where the section names that."""
    found = counted(text)
    if found is None:
        return Undated(line, "its time was left open")
    if start is None:
        return Undated(
            line,
            "it counts from a start that is not named; write Start: 2026-01-15 14:02 above it",
        )
    after, words = found
    at, local = start.at + after, start.local + after
    return Entry(line, at, local, words, "", stated(words), start.dated, start.zone)


def _entry(mark: Mark, clock: Clock, zone: Zone | None) -> Entry:
    local, dated = clock.at(mark)
    named = mark.at.zone or mark.zone or zone
    at = local if named is None else local.replace(tzinfo=named.info).astimezone(UTC)
    text = "\n".join(part for part in mark.texts if part).strip()
    milestone = labelled(mark.label) if mark.label else None
    if milestone is None and mark.kind is not Kind.CODE:
        milestone = stated(text)
    return Entry(mark.line, at, local, text, mark.author, milestone, dated, named, mark.named)


def _shared(timed: list[Mark]) -> Zone | None:
    """The zone of a section in which only some times name it."""
    named = [zone for mark in timed if (zone := mark.at.zone or mark.zone)]
    return named[0] if named and all(zone == named[0] for zone in named) else None
