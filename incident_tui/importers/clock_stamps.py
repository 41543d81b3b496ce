"""A time that was written down stands on the day said last, and past midnight on the next.

Dates of numbers alone have two readings: what cannot be the one is the other, and what can be both
is told by the rest of the text, which `day_first` judges.
"""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

import msgspec

from incident_tui.domain.when import MONTHS
from incident_tui.importers.format import Given

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
_OFFSETS: Final = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "wet": 0,
    "bst": 1,
    "west": 1,
    "cet": 1,
    "cest": 2,
    "eet": 2,
    "eest": 3,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
    "jst": 9,
    "sgt": 8,
    "aest": 10,
    "aedt": 11,
}
"""Hours east of Greenwich, of the abbreviations that people write behind a time."""
CLOCK: Final = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?:[ \u00a0\u202f]?(?P<half>[ap]\.?m\b\.?))?"
    rf"(?:[ ]?(?P<zone>(?-i:{'|'.join(_OFFSETS).upper()})\b|[+-]\d{{2}}:?\d{{2}}\b))?"
)
_WORD: Final = r"today|yesterday|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
STAMP: Final = rf"(?:{DAY}(?:,?\s+(?:at\s+)?|T)|(?P<word>{_WORD})(?:,?\s+at)?,?\s+)?{CLOCK}"
"""A time, with its day if it has one."""

_YEARS: Final = (1970, 2999)
_BACKWARDS: Final = timedelta(hours=6)
"""A clock that runs back by more than this has passed midnight; by less, it is out of order."""


class Local(msgspec.Struct, frozen=True):
    """A time as it was written; `zone` and `day` are None where nothing names them.

    `word` is today or yesterday, as seen by whoever copied the text; `in_year` is a month and a day
    of which nobody says the year.
    """

    clock: time
    day: date | None = None
    zone: tzinfo | None = None
    word: str = ""
    in_year: tuple[int, int] | None = None


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
        in_year = month_day(found)
        day = None if in_year else day_of(found, day_first=day_first)
        word = (found["word"] or "").lower()
        return Local(clock, day, _zone(found["zone"]), word, in_year)
    except ValueError:
        return None


def day_of(found: re.Match[str], *, day_first: bool) -> date | None:
    """The day of a match of `DAY`; ValueError where there is no such day."""
    day = _day_of(found, day_first)
    if day is not None and not _YEARS[0] <= day.year <= _YEARS[1]:
        raise ValueError("a year in which nobody chats")
    return day


def month_day(found: re.Match[str]) -> tuple[int, int] | None:
    """The month and the day of a match of `DAY` in which nobody says the year."""
    name, nth = found["month"] or found["month2"], found["nth"] or found["nth2"]
    if not name or found["year"] or found["year2"]:
        return None
    return MONTHS.index(name[:3].lower()) + 1, int(nth)


def _day_of(found: re.Match[str], day_first: bool) -> date | None:
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
    year = found["year"] or found["year2"]
    if not year:
        raise ValueError("a day without its year")
    return date(int(year), MONTHS.index(name[:3].lower()) + 1, int(nth))


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
        hours = _OFFSETS[said.lower()]
        return timezone(timedelta(hours=hours)) if hours else UTC
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

    def on_in_year(self, month: int, day: int) -> None:
        """As `on`, in the year known or assumed so far; ValueError where it has no such day."""
        self._today, self._last = date(self._today.year, month, day), None

    def at(self, said: Local) -> datetime:
        """The moment, aware UTC."""
        if said.day is not None:
            self.on(said.day)
        elif said.in_year is not None:
            with suppress(ValueError):  # the 29th of February of an assumed year
                self.on_in_year(*said.in_year)
        elif said.word in {"today", "yesterday"}:
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
