"""A zone's label is read as the place that uses it: PST in July is what Pacific clocks show then.

People write the label of the other half of the year, so a fixed offset would be an hour off.
"""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from itertools import permutations
from typing import Final
from zoneinfo import ZoneInfo

import msgspec


class Zone(msgspec.Struct, frozen=True):
    """`name` is what `--tz` takes."""

    name: str
    info: tzinfo


_PLACES: Final[dict[str, tuple[str, float]]] = {
    "utc gmt z zulu": ("UTC", 0),
    "pst pdt pt pacific": ("America/Los_Angeles", -8),
    "mst mdt mt mountain": ("America/Denver", -7),
    "cst cdt ct central": ("America/Chicago", -6),
    "est edt et eastern": ("America/New_York", -5),
    "akst akdt": ("America/Anchorage", -9),
    "hst": ("Pacific/Honolulu", -10),
    "brt": ("America/Sao_Paulo", -3),
    "clt clst": ("America/Santiago", -4),
    "art": ("America/Argentina/Buenos_Aires", -3),
    "bst uk london british": ("Europe/London", 0),
    "wet west": ("WET", 0),
    "cet cest met mest mez mesz berlin paris amsterdam": ("CET", 1),
    "wat": ("Africa/Lagos", 1),
    "eet eest": ("EET", 2),
    "idt": ("Asia/Jerusalem", 2),
    "trt": ("Europe/Istanbul", 3),
    "eat": ("Africa/Nairobi", 3),
    "sast": ("Africa/Johannesburg", 2),
    "msk moscow": ("Europe/Moscow", 3),
    "gst": ("Asia/Dubai", 4),
    "pkt": ("Asia/Karachi", 5),
    "ist": ("Asia/Kolkata", 5.5),
    "npt": ("Asia/Kathmandu", 5.75),
    "wib": ("Asia/Jakarta", 7),
    "sgt": ("Asia/Singapore", 8),
    "hkt": ("Asia/Hong_Kong", 8),
    "myt": ("Asia/Kuala_Lumpur", 8),
    "pht": ("Asia/Manila", 8),
    "awst": ("Australia/Perth", 8),
    "jst": ("Asia/Tokyo", 9),
    "kst": ("Asia/Seoul", 9),
    "acst acdt": ("Australia/Adelaide", 9.5),
    "aest aedt sydney": ("Australia/Sydney", 10),
    "nzst nzdt": ("Pacific/Auckland", 12),
}
_BY_LABEL: Final = {label: place for labels, place in _PLACES.items() for label in labels.split()}
_ABBREVIATIONS: Final = "|".join(
    sorted(
        (label.upper() for label in _BY_LABEL if len(label) <= 4 and label not in {"z", "uk"}),
        key=len,
    )[::-1]
)
_BOTH: Final = "|".join(
    f"{one.upper()}/{other.upper()}"
    for labels in _PLACES
    for one, other in permutations(labels.split(), 2)
    if len(one) == len(other) == 3 or len(one) == len(other) == 4
)
_SPELLED: Final = {
    "coordinated universal": "UTC",
    "greenwich mean": "UTC",
    "central european": "CET",
    "western european": "WET",
    "eastern european": "EET",
    "australian eastern": "Australia/Sydney",
    "new york": "America/New_York",
    "india": "Asia/Kolkata",
    "indian": "Asia/Kolkata",
    "japan": "Asia/Tokyo",
    "tokyo": "Asia/Tokyo",
    "singapore": "Asia/Singapore",
    "new zealand": "Pacific/Auckland",
}
_SPELLED_WORDS: Final = "|".join(words.title() for words in _SPELLED)
_WORDS: Final = "Pacific|Mountain|Central|Eastern|London|British|UK|Berlin|Paris|Amsterdam|Sydney"
_NO_SPAN: Final = r"(?!\d|:\d|\s?(?:UTC|GMT|[ap]\.?m\b))"
"""Behind an offset; `10:00 UTC-10:30 UTC` is from ten to half past ten."""
_OFFSET: Final = (
    r"(?:UTC|GMT)\s?[+\-−](?:(?:0?\d|1[0-4])(?::?(?:00|30|45))?|\s\d{1,2}(?!\s?[.h]\d))"
    rf"{_NO_SPAN}"
)
LABEL: Final = (
    rf"(?:{_OFFSET}|(?:{_ABBREVIATIONS})(?![\w/])|{_BOTH}(?![\w/])|Zulu\b"
    rf"|(?:{_SPELLED_WORDS}|{_WORDS})(?:\s(?:Standard|Daylight|Summer))?\s[Tt]ime)"
)
"""A zone as it stands in a text, capitals as written."""
_IN_TEXT: Final = re.compile(
    rf"(?<![\w/])(?:{LABEL}"
    r"|(?P<place>(?:Africa|America|Asia|Atlantic|Australia|Canada|Etc|Europe|Pacific|US)/[A-Z]\w+(?:/[A-Z]\w+)?)"
    r"|(?<=[Tt]imes )(?:in |are )*(?P<word>Pacific|Mountain|Central|Eastern)\b(?!\sE))"
)
_BEHIND: Final = re.compile(rf"\s?[(,/=]\s?(?P<offset>{_OFFSET})")
_SIGNED: Final = re.compile(r"(?:UTC|GMT)?\s?([+\-−])\s?(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)


def zone(label: str) -> Zone | None:
    """The zone of one label: `PST`, `UTC+2`, `+02:00`, `Pacific time`; None if it is none."""
    said = label.strip().removeprefix("US/")
    if signed := _SIGNED.fullmatch(said):
        return _offset(signed)
    if "/" in said and (both := said.split("/"))[0].lower() in _BY_LABEL:
        return zone(both[0])  # PST/PDT: winter's and summer's
    if "/" in said:
        return _placed(said, None)
    spelled = next((name for words, name in _SPELLED.items() if said.lower().startswith(words)), "")
    if spelled:
        return _placed(spelled, None)
    found = _BY_LABEL.get(said.split()[0].lower()) if said else None
    return _placed(*found) if found else None


def zone_in(text: str) -> Zone | None:
    """The first zone that a text names."""
    found = _IN_TEXT.search(text)
    if found is None:
        return None
    named = zone(found["word"] or found[0])
    behind = _BEHIND.match(text, found.end())
    return _told_apart(found[0], named, zone(behind["offset"])) if behind else named


def _told_apart(label: str, named: Zone | None, offset: Zone | None) -> Zone | None:
    """The offset behind a label where no clock of that place shows it: CST (UTC+8)."""
    place = _BY_LABEL.get(label.lower())
    if place is None or offset is None:
        return named
    span = offset.info.utcoffset(None) or timedelta(0)
    fits = span.total_seconds() / 3600 - place[1] in {0, 1}
    return named if fits else offset


def _offset(signed: re.Match[str]) -> Zone | None:
    span = timedelta(hours=int(signed[2]), minutes=int(signed[3] or 0))
    if span > timedelta(hours=14):
        return None
    if not span:
        return Zone("UTC", UTC)
    sign = "+" if signed[1] == "+" else "-"
    info = timezone(span if sign == "+" else -span)
    return Zone(f"{sign}{int(signed[2]):02}:{signed[3] or '00'}", info)


def _placed(name: str, hours: float | None) -> Zone | None:
    if name == "UTC":
        return Zone("UTC", UTC)
    try:
        return Zone(name, ZoneInfo(name))
    except (ValueError, OSError, KeyError):  # this machine has no such zone: the winter's offset
        return None if hours is None else Zone(name, timezone(timedelta(hours=hours)))
