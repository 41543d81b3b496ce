"""A time that was written down stands on the day said last, and past midnight on the next.

Dates of numbers alone have two readings: what cannot be the one is the other, and what can be both
is told by the rest of the text, which `day_first` judges.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

import msgspec

from incident_tui.importers.format import Given

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_MONTH: Final = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY: Final = (
    r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?(?:the\s+)?"
)
DAY: Final = (
    rf"{_WEEKDAY}(?:"
    r"(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
    r"|(?P<numbers>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}))"
    rf"|(?P<month>{_MONTH})\.?\s+(?P<nth>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}})(?!:))?"
    rf"|(?P<nth2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH})\.?(?:,?\s+(?P<year2>\d{{4}})(?!:))?"
    r")"
)
CLOCK: Final = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?:[ \u00a0\u202f]?(?P<half>[ap]\.?m\b\.?))?"
    r"(?:[ ]?(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b))?"
)
STAMP: Final = rf"(?:{DAY}(?:,?\s+(?:at\s+)?|T)|(?P<word>today|yesterday)(?:,?\s+at)?\s+)?{CLOCK}"
"""A time, with its day if it has one."""

_YEARS: Final = (1970, 2999)
_BACKWARDS: Final = timedelta(hours=6)
"""A clock that runs back by more than this has passed midnight; by less, it is out of order."""


class Local(msgspec.Struct, frozen=True):
    """A time as it was written; `zone` and `day` are None where nothing names them.

    `word` is today or yesterday, as seen by whoever copied the text.
    """

    clock: time
    day: date | None = None
    zone: tzinfo | None = None
    word: str = ""


def local(found: re.Match[str], *, day_first: bool) -> Local | None:
    """What a match of `STAMP` says; None where there is no such time."""
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        half = "" if hour > 12 else half  # 13:06 PM is met in real texts
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    fraction = int((found["fraction"] or "0")[:6].ljust(6, "0"))
    try:
        clock = time(hour, int(found["minute"]), int(found["second"] or 0), fraction)
        day = day_of(found, day_first=day_first)
        return Local(clock, day, _zone(found["zone"]), (found["word"] or "").lower())
    except ValueError:
        return None


def day_of(found: re.Match[str], *, day_first: bool, year: int | None = None) -> date | None:
    """The day of a match of `DAY`; ValueError where there is no such day."""
    day = _day_of(found, day_first, year)
    if day is not None and not _YEARS[0] <= day.year <= _YEARS[1]:
        raise ValueError("a year in which nobody chats")
    return day


def _day_of(found: re.Match[str], day_first: bool, year: int | None) -> date | None:
    if iso := found["iso"]:
        whole, month, day = (int(part) for part in re.split("[-/.]", iso))
        return date(whole, month, day)
    if numbers := found["numbers"]:
        first, second, last = (int(part) for part in re.split("[/.-]", numbers))
        if first > 12 or (day_first and second <= 12):
            first, second = second, first
        return date(last + 2000 if last < 100 else last, first, second)
    name, nth = found["month"] or found["month2"], found["nth"] or found["nth2"]
    if not name:
        return None
    in_year = found["year"] or found["year2"] or year
    if not in_year:
        raise ValueError("a day without its year")
    return date(int(in_year), _MONTHS.index(name[:3].lower()) + 1, int(nth))


def day_first(text: str) -> bool:
    """Whether `05/06/2026` is the fifth of June in this text."""
    for found in re.finditer(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})\b", text):
        if int(found[1]) > 12:
            return True
        if int(found[2]) > 12:
            return False
    return not re.search(
        r"\b\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?\s?[ap]m", text, re.IGNORECASE
    )


def _zone(said: str | None) -> tzinfo | None:
    if not said:
        return None
    if said[0] not in "+-":
        return UTC
    span = timedelta(hours=int(said[1:3]), minutes=int(said[-2:]))
    return timezone(span if said[0] == "+" else -span)


class Days:
    """The moments of the local times of one text, read from its top to its end.

    `dated` and `zoned` tell whether every time so far stood on a named day, in a named zone; `here`
    is the last one as it was written.
    """

    def __init__(self, given: Given) -> None:
        self._zone = given.zone or UTC
        start = given.start.astimezone(self._zone) if given.start else None
        self._first = self._today = start.date() if start else date(1970, 1, 2)
        self._last: datetime | None = None
        self.here = datetime.combine(self._today, time(), UTC)
        self._named = False
        self.dated = True
        self.zoned = True

    def on(self, day: date) -> None:
        """From here on, times are of that day."""
        self._today, self._last, self._named = day, None, True

    def at(self, said: Local) -> datetime:
        """The moment, aware UTC."""
        if said.day is not None:
            self.on(said.day)
        elif said.word:
            self._today = self._first - timedelta(days=said.word == "yesterday")
            self._last = None
        self.dated = self.dated and self._named
        self.zoned = self.zoned and said.zone is not None
        here = datetime.combine(self._today, said.clock, UTC)
        if self._last is not None and self._last - here > _BACKWARDS and said.day is None:
            self._today += timedelta(days=1)
            here += timedelta(days=1)
        self._last = self.here = here
        return here.replace(tzinfo=said.zone or self._zone).astimezone(UTC)
