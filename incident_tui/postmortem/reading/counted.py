"""A time such as `T+5m` counts from the start: the first time that the section names.

Where it names none, the start is what the document says elsewhere. Without the T, `+5m` is only a
time where several lines of a section begin so.
"""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

_PART: Final = (
    r"\d{1,4}(?:\.\d{1,2})?\s?"
    r"(?:h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?|d(?:ays?)?)(?![a-z])"
)
_AFTER: Final = (
    r"(?:(?P<clock>\d{1,3}:\d\d(?::\d\d)?)"
    r"|(?P<hours>\d{1,3})\s?h\s?(?P<minutes>[0-5]\d)"
    rf"|(?P<parts>{_PART}(?:\s?{_PART}){{0,2}})"
)
_END: Final = r")(?![\w%]|:\d)[\s*`\])_:|,–—-]*"
_COUNTED: Final = re.compile(
    rf"[\s*`\[(_-]*T\s?0?\s?(?P<sign>[+−-])\s?{_AFTER}|(?P<bare>\d{{1,4}}){_END}",
    re.IGNORECASE,
)
_START: Final = re.compile(r"[\s*`\[(_-]*T[\s=-]?0(?![\w.%]|\s?[+−-]\s?\d)[\s*`\])_:|,–—-]*")
_WITHOUT_T: Final = re.compile(rf"[\s*`\[(_]*(?P<sign>[+−-])\s?{_AFTER}{_END}", re.IGNORECASE)
_UNITS: Final = {"d": 86400, "h": 3600, "m": 60, "s": 1}


def counted(text: str) -> tuple[timedelta, str] | None:
    """How long after the start, and what happened; None where the text does not begin so.

    Two figures with a colon are hours and minutes; a bare number is minutes.
    """
    if begun := _START.match(text):
        return timedelta(0), text[begun.end() :].strip()
    found = _COUNTED.match(text) or _WITHOUT_T.match(text)
    if found is None:
        return None
    bare = found.groupdict().get("bare") or ""
    if found["hours"]:
        seconds: float = int(found["hours"]) * 3600 + int(found["minutes"]) * 60
    elif found["clock"]:
        figures = zip(found["clock"].split(":"), (3600, 60, 1), strict=False)
        seconds = sum(int(figure) * unit for figure, unit in figures)
    else:
        parts = re.findall(r"(\d+(?:\.\d+)?)\s?([dhmsDHMS]?)", found["parts"] or bare)
        seconds = sum(float(figure) * _UNITS[unit.lower() or "m"] for figure, unit in parts)
    after = timedelta(seconds=-seconds if found["sign"] != "+" else seconds)
    return after, text[found.end() :].strip()


def counts(texts: Iterable[str]) -> bool:
    """Whether several of them begin with a time that counts from a start, with or without the T."""
    return sum(counted(text) is not None for text in texts) > 1
