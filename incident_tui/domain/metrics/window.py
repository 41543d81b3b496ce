"""A window is half open; a day that is named is meant whole, in UTC unless it is zoned."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

import msgspec

from incident_tui.domain.entries import micros, moment
from incident_tui.domain.errors import TimeError

HOW: Final = "write 2026-01-31, 2026-01-31T14:05 or 2026-01-31T14:05+01:00"
_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_QUARTER: Final = re.compile(r"([1-9]\d{3})-?q([1-4])", re.IGNORECASE)


class Window(msgspec.Struct, frozen=True):
    """From `since` up to but not including `until`, microseconds UTC; None leaves an end open.

    Nothing that happened after `as_of` counts.
    """

    as_of: int
    until: int | None = None
    since: int | None = None

    @property
    def last(self) -> int:
        """The last moment that counts."""
        return self.as_of if self.until is None else min(self.until - 1, self.as_of)

    def holds(self, when: int | None) -> bool:
        """Whether the moment lies in it and had come by `as_of`."""
        return when is not None and (self.since is None or self.since <= when) and when <= self.last


def window(now: datetime, since: str = "", until: str = "", as_of: str = "") -> Window:
    """The window that is written so; without `since` from the beginning, without `until` to as-of.

    TimeError says what would work.
    """
    known = _known(now, as_of)
    begins = _read(since, "--since")[0] if since else None
    ends = _read(until, "--until")[1] if until else None
    last = known + 1 if ends is None else ends
    if begins is not None and begins >= last:
        raise TimeError(f"the window ends ({_said(last)}) before it begins ({_said(begins)})")
    return Window(known, ends, begins)


def quarter(said: str, now: datetime, as_of: str = "") -> Window:
    """The window of `2026Q1`: three months in UTC."""
    found = _QUARTER.fullmatch(said.strip())
    if found is None:
        raise TimeError(f"{said.strip()!r} is not a quarter; write 2026Q1")
    year, first = int(found[1]), 3 * int(found[2]) - 2
    known = _known(now, as_of)
    begins = datetime(year, first, 1, tzinfo=UTC)
    if micros(begins) > known:
        raise TimeError(f"{said.strip()} begins after {_said(known)}; nothing is known of it yet")
    ends = datetime(year + first // 10, (first + 2) % 12 + 1, 1, tzinfo=UTC)
    return Window(known, micros(ends), micros(begins))


def quarter_of(when: datetime, back: int = 0) -> str:
    """`2026Q1`: that of the moment, or so many before it."""
    count = when.year * 4 + (when.month - 1) // 3 - back
    return f"{count // 4}Q{count % 4 + 1}"


def month(when: int) -> str:
    """`2026-01`, in UTC."""
    return f"{moment(when):%Y-%m}"


def months(first: str, last: str) -> list[str]:
    """Every month from one to the other, both included."""
    counts = range(_count(first), _count(last) + 1)
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in counts]


def _known(now: datetime, as_of: str) -> int:
    if not as_of:
        return micros(now)
    begins, ends = _read(as_of, "--as-of")
    if begins > micros(now):
        raise TimeError(f"--as-of {as_of.strip()} has not come yet; without it, all of now counts")
    return min(ends - 1 if ends > begins else ends, micros(now))


def _read(text: str, what: str) -> tuple[int, int]:
    """Where what is written begins and ends: a day, or one moment."""
    said = text.strip()
    try:
        if found := _DAY.fullmatch(said):
            day = date.fromisoformat(found[1])
            zone = datetime.fromisoformat(f"2026-01-01T00:00{found[2] or 'Z'}").tzinfo
            begins = datetime(day.year, day.month, day.day, tzinfo=zone)
            return micros(begins), micros(begins + timedelta(days=1))
        when = datetime.fromisoformat(said)
        if len(said) <= 10:  # a week or a bare number, which nobody means
            raise ValueError
        at = micros(when if when.tzinfo else when.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        raise TimeError(f"{what} {said!r} is not a date; {HOW}") from None
    return at, at


def _count(said: str) -> int:
    return int(said[:4]) * 12 + int(said[5:]) - 1


def _said(when: int) -> str:
    return f"{moment(when):%Y-%m-%d %H:%M}"
