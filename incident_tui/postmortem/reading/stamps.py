"""A time at the beginning of a text is read in every way that people write one.

What only looks like a time is told by what stands behind it: `10.41 text` may be one, `1.17.3` and
`10:30%` are none.
"""

import re
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec.structs import replace

from incident_tui.postmortem.reading.dates import DAY, Written, days_in, written
from incident_tui.postmortem.reading.zones import LABEL, Zone, zone


class Stamp(msgspec.Struct, frozen=True):
    """A time as it was written: what is None or empty was left out.

    `half` is am or pm, `padded` a leading zero, `loose` a form that is a time only among others
    (`10.41`, `1625`), `until` the end of a range, `shift` the days that words behind it put it off
    (`the night before`), `begin` and `end` where it stands in its text.
    """

    hour: int
    minute: int
    second: int = 0
    half: str = ""
    day: Written | None = None
    zone: Zone | None = None
    padded: bool = False
    loose: bool = False
    until: str = ""
    shift: int = 0
    begin: int = 0
    end: int = 0


_LEAD: Final = re.compile(
    r"(?::[a-z_]{2,30}:\s*|\d\ufe0f?\u20e3\s*|[^\w$€£#%&=/.+]){0,8}"
    r"(?:(?:ca?\.|(?:ca?|at|around|about|approx(?:imately)?|circa|between|from|by|on|since|before"
    r"|prior to|after|until|roughly|shortly|just|early|time|date|when|um|gegen|kl|vers|à|às|a las"
    r"|alle)\b(?:[:.]|\s[–—-]\s)?)"
    r"[\s~*({\[]*){0,3}",
    re.IGNORECASE,
)
_HALF: Final = (
    r"(?:\s?(?P<half>[ap]\.?m\b\.?|(?<=\d)[ap](?=[\s:,)\]]|$)"
    r"|in the (?:morning|afternoon|evening)\b))"
)
_LABEL: Final = rf"(?-i:{LABEL}|[Zz]\b|utc\b|gmt\b)"
_ZONE: Final = (
    rf"(?:\s?[(\[+]?(?P<zone>{_LABEL}|\s?\+\d\d:?\d\d|(?<=:\d\d:\d\d)-(?:0\d|1[0-2]):[03]0)[)\]]?)"
)
_SHAPES: Final = (
    r"(?:(?P<hour>0?\d{1,2})(?:[:：]|\s?h(?=\d\d\b)|[時时点](?=\d\d分))(?P<minute>\d\d)分?"
    r"(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"|(?P<dot_hour>\d{1,2})\.(?P<dot_minute>\d\d)(?![\d.]*\d)"
    r"|(?P<six>(?<=\dT)\d{6})(?=Z\b|[+-]\d\d|\s|$)"
    r"|(?P<whole>\d{4})(?=\s?(?:h(?:rs|ours)?\b|:|UTC|GMT|Z\b|\s[-–—]\s|$))"
    r"|(?P<only_hour>\d{1,2})(?=\s?[ap]\.?m\b|\s?Uhr\b|\s?h\s?[:–—])"
    r"|(?P<word>noon|midnight|midday)\b)"
)
_CLOCK: Final = (
    rf"{_SHAPES}(?:\s?(?:(?P<uhr>uhr|h(?=\s?[:–—]))|h|hrs|hours|hs|ish)\b|頃|ごろ|\s?左右)?{_HALF}?(?:ish\b)?{_ZONE}?"
    r"(?![\w%°]|:\d|/\d(?!\d?:\d)|\.\d)"
)
_GAP: Final = (
    r"(?:\s?T(?=\d)|(?:[\s(,\[]{1,3}(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?)?"
    r"[\s,;:|()\[\]@~*_–—-]{1,6}"
    r"(?:(?:(?:at|around|about|roughly|approximately|circa|between|from|by)\b|(?:approx|ca?)\b\.?)"
    r"[\s~*]{1,3}){0,2}|/(?=\d\d?:\d\d))"
)
_FIRST: Final = re.compile(
    rf"(?:{DAY}{_GAP})?(?:(?P<zone_before>{_LABEL})\s)?{_CLOCK}", re.IGNORECASE
)
_DAYS: Final = re.compile(rf"(?<!\w){DAY}", re.IGNORECASE)
_DAY_AFTER: Final = re.compile(
    rf"(?:,?\s+(?:on\s+)?|\s?[-–—(]\s?){DAY}(?!\s*[-–—]?\s*\d{{1,2}}:)\s?(?P<zone>{_LABEL})?",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    rf"\s*(?:[-–—→]+>?|/(?=\d)|\.{{2,3}}|…|\b(?:to|until|till?|and|through)\b)\s*~?\s*"
    rf"(?P<until>(?:{DAY}[\s,T]+(?:at\s+)?)?(?P<last>\d{{1,2}})"
    r"(?:[:h]\d\d(?::\d\d)?|\.\d\d(?=\s?[ap]\.?m\b)|(?=\s?[ap]\.?m\b)))"
    rf"{_HALF}?{_ZONE}?(?![\w%]|[:/]\d)",
    re.IGNORECASE,
)
_DOTTED_UNTIL: Final = re.compile(r"\s*(?:[-–—]|to|until)\s*~?(?P<until>\d{1,2}\.\d\d)(?![\d%.])")
_SECONDS: Final = re.compile(r"[-–—]\d\d(?![\d:])")
_OTHER: Final = re.compile(
    rf"\s*[(\[/|=]\s*(?:{DAY}[\s,T]+)?(?P<hour>\d{{1,2}})[:.h](?P<minute>\d\d)(?::\d\d)?"
    rf"{_HALF}?{_ZONE}[)\]]?",
    re.IGNORECASE,
)
_SHIFT: Final = re.compile(
    r"[\s,(\[]{0,3}(?:(?:the\s)?(?P<before>prev(?:ious|\.)?\s?(?:night|day|evening)|(?:night|day"
    r"|evening)\sbefore|yesterday|[-−]\s?1\s?d(?:ay)?)"
    r"|(?:the\s)?(?P<after>(?:next|following)\s(?:day|morning)|day\safter|\+\s?1\s?d(?:ay)?))\b[)\]]?",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"(?:\s*-?\(?(?:approx(?:imately)?\.?|ish|o['’]clock|\?)\)?(?!\w))?"
    r"[\s\])}>*_\"”'’]*(?:(?:[-–—:|·•,;.>]|=>|->|→)+\s*){0,3}[\])}*\s]*"
)
_IN_FOURS: Final = re.compile(
    r"[^\w$€£#%&=/.+-]{0,8}(?P<hour>\d\d)(?P<minute>[0-5]\d)(?=[^\w%.,/]{1,8}[^\W\d])"
)
_LIKE_A_CLOCK: Final = re.compile(
    r"\d[:：.h時时点]\d\d|\d\d\d\d\s?(?:h|UTC|GMT|Z)|\d\s?[AaPp]\.?[Mm]|[Nn]oon|[Mm]id(?:night|day)"
)
_WORDS: Final = re.compile(r"(?<![\w./+])[\dA-Za-z]")
_MEASURED: Final = re.compile(r"\s?(?:min|hours?\b|h\b|of\b|%)")
_LONGEST_WITHIN: Final = 400
_DAYTIMES: Final = {"morning": "am", "afternoon": "pm", "evening": "pm"}
_HALVES: Final = {"a": "am", "p": "pm"}


def stamp(text: str, start: int = 0) -> Stamp | None:
    """The time that the text begins with, from `start` on; None where it begins with none."""
    lead = _LEAD.match(text, start)
    begin = lead.end() if lead else start
    found = _FIRST.match(text, begin)
    return _read(text, found) if found else None


def in_fours(text: str) -> Stamp | None:
    """The time of a text that begins with four figures, which may as well be a year or a count."""
    found = _IN_FOURS.match(text)
    if found is None or int(found["hour"]) > 23:
        return None
    return Stamp(int(found["hour"]), int(found["minute"]), begin=found.start(1), end=found.end(2))


def inner_stamp(text: str) -> Stamp | None:
    """The first time anywhere in a text: behind a phase, a person, or within a sentence."""
    if not _LIKE_A_CLOCK.search(text[:_LONGEST_WITHIN]):
        return None
    for place in _WORDS.finditer(text[:_LONGEST_WITHIN]):
        found = _FIRST.match(text, place.start())
        at = _read(text, found) if found else None
        if at is not None and not at.loose and not _MEASURED.match(text, at.end):
            days = [] if at.day else days_in(text[: at.begin])
            return replace(at, day=days[-1]) if days else at
    return None


def dated_stamps(text: str) -> Iterator[Stamp]:
    """The times that stand behind a day anywhere in the text: `on March 5, 2024 at 14:02`."""
    for place in _DAYS.finditer(text):
        found = _FIRST.match(text, place.start())
        if found and (at := _read(text, found)) and at.day is not None:
            yield at


def rest(text: str, at: Stamp) -> str:
    """What stands behind the time."""
    behind = _REST.match(text, at.end)
    return text[behind.end() if behind else at.end :].strip()


def last_stamp(text: str) -> Stamp | None:
    """The time that the text ends with, behind a label: `First detected: 2026-01-15 10:26`."""
    for place in re.finditer(r"(?:(?<=[\s:–—(\[])|^)[\dA-Za-z]", text[:200]):
        found = _FIRST.match(text, place.start())
        at = _read(text, found) if found else None
        if at is not None and not rest(text, at):
            return at
    return None


def _read(text: str, found: re.Match[str]) -> Stamp | None:
    clock = _clock(found)
    if clock is None:
        return None
    day = _day(found)
    label, half = found["zone"] or found["zone_before"], (found["half"] or "").lower()
    half = _DAYTIMES.get(half.rpartition(" ")[2], half)
    dated = label or (day is not None and day.year)
    if found["whole"] and found["whole"][:2] in {"19", "20"} and not dated:
        return None  # a year
    end, until = found.end(), ""
    if day is None and (after := _DAY_AFTER.match(text, end)) and (day := _day(after, alone=False)):
        end, label = after.end(), label or after["zone"]
    if found["second"] and (tail := _SECONDS.match(text, end)):
        end = tail.end()
    elif span := _UNTIL.match(text, end):
        end, until = span.end(), span["until"]
        half = half or _inherited(span["half"] or "", found, int(span["last"]))
        label = label or span["zone"]
    elif found["dot_hour"] and (span := _DOTTED_UNTIL.match(text, end)):
        end, until = span.end(), span["until"]
    if other := _OTHER.match(text, end):
        end = other.end()
        if not label:
            clock, label = (int(other["hour"]), int(other["minute"]), 0), other["zone"]
            half = other["half"] or ""
    shift = 0
    if day is None and (other_day := _SHIFT.match(text, end)):
        end, shift = other_day.end(), -1 if other_day["before"] else 1
    half = _HALVES.get(half[:1].lower(), "") if 1 <= clock[0] <= 12 else ""
    first = found["hour"] or found["dot_hour"] or ""
    bare = bool(found["dot_hour"] or (found["whole"] and not day))
    loose = bare and not (half or label or day or found["uhr"])
    padded = len(first) > 1 and first[0] == "0"
    named = zone(label) if label else None
    return Stamp(*clock, half, day, named, padded, loose, until, shift, found.start(), end)


def _clock(found: re.Match[str]) -> tuple[int, int, int] | None:
    if six := found["six"]:
        hour, minute, second = int(six[:2]), int(six[2:4]), int(six[4:])
    elif whole := found["whole"]:
        hour, minute, second = int(whole[:2]), int(whole[2:]), 0
    elif word := found["word"]:
        hour, minute, second = (0 if word.lower() == "midnight" else 12), 0, 0
    else:
        hour = int(found["hour"] or found["dot_hour"] or found["only_hour"])
        minute = int(found["minute"] or found["dot_minute"] or 0)
        second = int(found["second"] or 0)
    possible = (hour < 24 or (hour == 24 and not minute)) and minute < 60 and second < 61
    return (hour, minute, min(second, 59)) if possible else None


def _day(found: re.Match[str], *, alone: bool = True) -> Written | None:
    """The day of a match; behind a time, two numbers or a weekday alone are none."""
    full = ("iso", "numbers", "month", "month2")
    groups = (*full, "pair", "dotted", "only") if alone else full
    return written(found) if any(found[name] for name in groups) else None


def _inherited(half: str, found: re.Match[str], last: int) -> str:
    """`2:00-3:25 PM` is all in the afternoon, `11:00-1:00 PM` is not, `02:00` is no afternoon."""
    said = found["hour"] or found["dot_hour"] or found["only_hour"] or "0"
    if not half or said.startswith("0") or int(said) > 12:
        return ""
    if int(said) % 12 > last % 12:
        return "am" if half[0].lower() == "p" else "pm"
    return half
