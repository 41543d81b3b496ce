"""A time such as `T+5m` counts from the start, which is the first time that the section names."""

import re
from datetime import timedelta
from typing import Final

_PART: Final = r"\d{1,4}\s?(?:h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)(?![a-z])"
_COUNTED: Final = re.compile(
    r"[\s*`\[(_-]*T\s?(?P<sign>[+-])\s?"
    r"(?:(?P<clock>\d{1,3}:\d\d(?::\d\d)?)"
    rf"|(?P<parts>{_PART}(?:\s?{_PART}){{0,2}})"
    r"|(?P<bare>\d{1,4}))(?!\w|:\d)[\s*`\])_:|,–—-]*",
    re.IGNORECASE,
)
_UNITS: Final = {"h": 3600, "m": 60, "s": 1}


def counted(text: str) -> tuple[timedelta, str] | None:
    """How long after the start, and what happened; None where the text does not begin so.

    Two figures with a colon are hours and minutes; a bare number is minutes.
    """
    found = _COUNTED.match(text)
    if found is None:
        return None
    if found["clock"]:
        figures = zip(found["clock"].split(":"), (3600, 60, 1), strict=False)
        seconds = sum(int(figure) * unit for figure, unit in figures)
    else:
        parts = re.findall(r"(\d+)\s?([hmsHMS]?)", found["parts"] or found["bare"])
        seconds = sum(int(figure) * _UNITS[unit.lower() or "m"] for figure, unit in parts)
    after = timedelta(seconds=-seconds if found["sign"] == "-" else seconds)
    return after, text[found.end() :].strip()
