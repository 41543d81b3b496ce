"""Times are read in exactly one way or refused; everything is UTC unless an offset is written.

A bare clock time is the latest one that has passed, allowing five minutes of clock skew, so `23:10`
typed at 00:10 is yesterday's. Dates such as `05/06` have two readings and are refused.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

from incident_tui.domain.errors import TimeError

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""How the names of the months begin."""
SKEW: Final = timedelta(minutes=5)
HOW: Final = "write 14:05, -5m, yesterday 23:10 or 2026-01-15 14:05"

_UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_PREFIX: Final = (
    r"(?i)\s*(?:"
    r"-(?P<ago>(?:\d+[smhdw])+)"
    r"|(?P<slashed>\d{1,4}[/.]\d{1,2}(?:[/.]\d{2,4})?)[ T]+\d{1,2}:\d\d\S*"
    r"|(?:(?P<day>yesterday|today|\d{4}-\d\d-\d\d)[ T]+)?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d{1,6}))?)?"
    r"(?P<zone>Z| ?UTC| ?[+-]\d\d:?\d\d)?"
    r")(?P<end>\s+|$)"
)
"""Compiled when the first line is read, as all of these: whoever only names commands reads none."""
_PART: Final = r"(?i)(\d+)([smhdw])"


def split_when(line: str, now: datetime) -> tuple[datetime | None, int]:
    """The time a line begins with, and the offset of the rest; (None, 0) when it begins with none.

    Raises TimeError for what can only be meant as a time and is not one.
    """
    found = re.match(_PREFIX, line)
    return (_read(found, now), found.end()) if found else (None, 0)


def parse_when(text: str, now: datetime) -> datetime:
    """The moment that the whole text says: as before a line, or `now`, or `5m ago`."""
    said = text.strip()
    if said.lower() == "now":
        return now
    if said.lower().endswith("ago"):
        said = "-" + "".join(said[:-3].split())
    found = re.fullmatch(_PREFIX, said)
    if found is None:
        raise TimeError(f"{text.strip()!r} is not a time; {HOW}")
    return _read(found, now)


def _read(found: re.Match[str], now: datetime) -> datetime:
    if found["slashed"]:
        raise TimeError(f"{found['slashed']!r} could be two dates; write it as 2026-01-15")
    try:
        if found["ago"]:
            return now - _length(found["ago"])
        clock = time(
            int(found["hour"]),
            int(found["minute"]),
            int(found["second"] or 0),
            int((found["fraction"] or "0").ljust(6, "0")),
        )
        zone = _zone(found["zone"])
        today = now.astimezone(zone).date()
        moment = datetime.combine(_day(found["day"], today), clock, zone).astimezone(UTC)
    except (ValueError, OverflowError):
        raise TimeError(f"there is no time {found[0].strip()!r}; {HOW}") from None
    if not found["day"] and moment > now + SKEW:
        moment -= timedelta(days=1)
    return moment


def _length(said: str) -> timedelta:
    parts = [timedelta(**{_UNITS[unit.lower()]: int(n)}) for n, unit in re.findall(_PART, said)]
    return sum(parts, timedelta(0))


def _zone(said: str | None) -> timezone:
    said = (said or "Z").strip()
    if said.upper() in {"Z", "UTC"}:
        return UTC
    sign = -1 if said[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(said[1:3]), minutes=int(said[-2:])))


def _day(said: str | None, today: date) -> date:
    match (said or "today").lower():
        case "today":
            return today
        case "yesterday":
            return today - timedelta(days=1)
        case iso:
            return date.fromisoformat(iso)


def clock(span: timedelta) -> str:
    """`00:42:17`, from a hundred hours on `4d 05:12`; a negative span reads as `-00:35:00`."""
    seconds = int(abs(span).total_seconds())
    if seconds >= 360_000:
        return f"{seconds // 86400}d {seconds // 3600 % 24:02}:{seconds // 60 % 60:02}"
    sign = "-" if span < timedelta(0) else ""
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def countdown(left: timedelta) -> str:
    """`02:10`, `1:02:10` from an hour on, `5 d` from a hundred hours on; `-00:35` once late."""
    # Rounded up: five minutes begin with 05:00 and end with 00:01.
    seconds = -(-left // timedelta(seconds=1))
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    if seconds >= 360_000:  # nobody counts seconds any more, and they would leave no room
        return f"{sign}{seconds // 86400} d"
    hours = f"{seconds // 3600}:" if seconds >= 3600 else ""
    return f"{sign}{hours}{seconds // 60 % 60:02}:{seconds % 60:02}"


def length(span: timedelta) -> str:
    """A span as people say it: `40 s`, `57 min`, `2 h 05 min`, `3 d 04 h`."""
    seconds = int(abs(span).total_seconds())
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days:
        return f"{days} d {hours % 24:02} h"
    if hours:
        return f"{hours} h {minutes % 60:02} min"
    return f"{minutes} min" if minutes else f"{seconds} s"
