"""A due date is absolute; what people say ("fri", "in 2 weeks") is resolved when it is typed."""

import re
from datetime import date, timedelta
from typing import Final

from incident_tui.domain.errors import TimeError

HOW: Final = "write 2026-02-01, tomorrow, fri, 2w, in 3 days, eow, eom or 19 dec"

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAY: Final = r"(next )?([a-z]+)"
_SPAN: Final = r"(?:in )?(\d{1,3}) ?(d|day|days|w|week|weeks|month|months)"
_NAMED: Final = (
    r"(?:(?P<d1>\d{1,2}) (?P<m1>[a-z]+)|(?P<m2>[a-z]+) (?P<d2>\d{1,2}))"
    r"(?: (?P<year>\d{4}))?"
)


def parse_due(text: str, today: date) -> date:
    """The day that is meant, never before `today` unless a full date was written.

    A weekday is the next one after today; `next fri` is the one of the following week.
    """
    said = " ".join(text.lower().replace(",", " ").split())
    if re.fullmatch(r"\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?", said):
        raise TimeError(f"{text!r} could be two dates; {HOW}")
    try:
        day = _iso(said) or _near(said, today) or _weekday(said, today) or _named(said, today)
    except (ValueError, OverflowError):
        raise TimeError(f"there is no day {text!r}; {HOW}") from None
    if day is None:
        raise TimeError(f"{text!r} is not a date; {HOW}")
    return day


def _iso(said: str) -> date | None:
    return date.fromisoformat(said) if re.fullmatch(r"\d{4}-\d\d-\d\d", said) else None


def _near(said: str, today: date) -> date | None:
    ends = {
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "eow": today + timedelta(days=(4 - today.weekday()) % 7),
        "eom": today.replace(day=_last_day(today.year, today.month)),
    }
    if said in ends:
        return ends[said]
    found = re.fullmatch(_SPAN, said)
    if found is None:
        return None
    count, unit = int(found[1]), found[2]
    if unit.startswith("month"):
        return _months_on(today, count)
    return today + timedelta(days=count * (7 if unit.startswith("w") else 1))


def _months_on(today: date, count: int) -> date:
    year, month = divmod(today.month - 1 + count, 12)
    last = _last_day(today.year + year, month + 1)
    return date(today.year + year, month + 1, min(today.day, last))


def _last_day(year: int, month: int) -> int:
    from calendar import monthrange  # noqa: PLC0415  dear, and most lines name no month

    return monthrange(year, month)[1]


def _place(said: str, names: tuple[str, ...]) -> int | None:
    """Which of the names is meant by it or by its beginning of three letters or more."""
    if len(said) < 3:
        return None
    return next((i for i, name in enumerate(names) if name.startswith(said)), None)


def _weekday(said: str, today: date) -> date | None:
    found = re.fullmatch(_WEEKDAY, said)
    day = _place(found[2], _DAYS) if found else None
    if found is None or day is None:
        return None
    if found[1]:
        return today + timedelta(days=7 - today.weekday() + day)
    return today + timedelta(days=(day - today.weekday()) % 7 or 7)


def _named(said: str, today: date) -> date | None:
    found = re.fullmatch(_NAMED, said)
    month = _place(found["m1"] or found["m2"], _MONTHS) if found else None
    if found is None or month is None:
        return None
    day = date(int(found["year"] or today.year), month + 1, int(found["d1"] or found["d2"]))
    return day if found["year"] or day >= today else day.replace(year=day.year + 1)
