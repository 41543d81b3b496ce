"""A moment written by a machine is read exactly: ISO 8601 to the nanosecond, or an epoch number."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

_ISO: Final = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?"
    r" ?(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d)?)?",
    re.IGNORECASE,
)
_EPOCH: Final = re.compile(r"(\d{9,10})(?:\.(\d{1,9}))?|\d{12,13}|\d{15,16}|\d{18,19}")
_START: Final = datetime(1970, 1, 1, tzinfo=UTC)


def instant(text: str, zone: tzinfo | None = None) -> tuple[datetime, bool] | None:
    """The moment (aware UTC) and whether the text names its zone; None where it is none."""
    said = text.strip()
    if found := _ISO.fullmatch(said):
        return _iso(found, zone)
    if found := _EPOCH.fullmatch(said):
        seconds = epoch(said)
        return (seconds, True) if seconds else None
    return None


def epoch(text: str) -> datetime | None:
    """Seconds, milli-, micro- or nanoseconds since 1970, told apart by their size."""
    whole, _, fraction = text.partition(".")
    digits = whole + fraction
    if not (whole and digits.isascii() and digits.isdigit()) or len(whole) > 19:
        return None
    if len(whole) > 10:
        unit = 10 ** (3 * -(-(len(whole) - 10) // 3))
        seconds, micros = divmod(int(whole) * 1_000_000 // unit, 1_000_000)
    else:
        seconds, micros = int(whole), int(fraction[:6].ljust(6, "0"))
    try:
        return _START + timedelta(0, seconds, micros)
    except OverflowError:
        return None


def _iso(found: re.Match[str], zone: tzinfo | None) -> tuple[datetime, bool] | None:
    year, month, day, hour, minute = (int(part) for part in found.groups()[:5])
    named: tzinfo | None = UTC if found[8] else None
    try:
        if found[9]:
            span = timedelta(hours=int(found[10]), minutes=int(found[11] or 0))
            named = timezone(span if found[9] == "+" else -span)
        micros = int((found[7] or "0")[:6].ljust(6, "0"))
        local = datetime(
            year, month, day, hour, minute, int(found[6] or 0), micros, named or zone or UTC
        )
        return local.astimezone(UTC), named is not None
    except (ValueError, OverflowError):
        return None
