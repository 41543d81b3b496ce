"""A due date is a day of one year; what is none, or two, is told apart from nothing at all."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple


class Due(Enum):
    """How well a text says until when."""

    DAY = "day"
    TWO_DAYS = "two days"
    NO_DAY = "no day"


class Said(NamedTuple):
    """What was said of the due date, and where."""

    due: Due
    start: int
    end: int


_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY: Final = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"
_FULL: Final = re.compile(
    rf"(?<![\w/-]){_YEAR}[-/]\d\d?[-/]\d\d?(?![\w-])"
    rf"|\b{_DAY} (?:of )?{_MONTH},? {_YEAR}\b"
    rf"|\b{_MONTH} {_DAY},? {_YEAR}\b"
    rf"|\b\d{{1,2}}-{_MONTH}-{_YEAR}\b",
    re.IGNORECASE,
)
_NUMBERS: Final = re.compile(
    r"(?<![\w/.])(\d{1,2})(?:/(\d{1,2})/(?:\d\d)?\d\d|\.(\d{1,2})\.\d{4})(?![\w/])"
)
"""A full stop with two digits for the year is the number of a version as often."""
_MOST_MONTHS: Final = 12
_SPAN: Final = r"(?:day|week|month|quarter|year|sprint)"
_CUE: Final = r"\b(?:due|by|before|until|till|deadline|eta)(?: date)?[: ]+"
_NO_YEAR: Final = re.compile(
    rf"{_CUE}(?:on |the )?(?P<day>(?P<one>\d{{1,2}})[/.](?P<other>\d{{1,2}}))(?![\w/.%]\w|\w|%)",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"\b(?:asap|as soon as possible|eo[dwmqy]|tomorrow|soon(?:ish)?|someday|eventually"
    r"|later this \w+)\b"
    rf"|\bend of (?:the |this |next )?(?:{_SPAN}|q[1-4])\b"
    rf"|\b(?:this|next|coming|following) (?:{_SPAN}|iteration|cycle|release"
    rf"|summer|winter|spring|autumn|fall|{_WEEKDAY}|{_MONTH})"
    rf"|\b(?:h[12]|q[1-4])(?:[ /-]?(?:fy)?'?(?:{_YEAR}|\d\d))?\b(?!-)"
    rf"|\b{_YEAR}[ -]?(?:q[1-4]|h[12])\b"
    r"|\b(?:with)?in (?:the next )?(?:a|an|one|two|three|four|five|six|\d{1,3})"
    rf" (?:business |working )?{_SPAN}s?\b"
    rf"|\b(?:mid|early|late)[- ]{_MONTH}"
    rf"|{_CUE}(?:after|once|when)\b"
    rf"|{_CUE}(?:on |the )?(?:next )?(?:{_WEEKDAY}|{_MONTH}|today|summer|winter|spring|autumn"
    r"|christmas|the (?:next|end)\b|next\b)"
    rf"|(?:{_CUE}|[(,|–—-] ?)(?:{_DAY} (?:of )?{_MONTH}|{_MONTH} {_DAY}(?!\w))"
    r"|\bcw ?\d\d?\b|\bweek \d\d?\b",
    re.IGNORECASE,
)
_AT_END: Final = re.compile(rf"(?:[,(|–—-]|\bon) ?(?P<day>{_WEEKDAY}|today)[ )|.]*$", re.IGNORECASE)
_OF_THE_PAST: Final = re.compile(
    r"\b(?:since|from|expir\w+|during|outage|incident|dated|released|between|after|happened|of)"
    r" (?:on |the )?$",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(r"[\s?–—.-]*|tbd|tba|n/?a|none|unknown|todo|open|\W*", re.IGNORECASE)


def due_in(text: str) -> Said | None:
    """The best that is said of a due date anywhere in the text, None where nothing is."""
    return min(_said(text), key=lambda said: _RANK.index(said.due), default=None)


def _two_days(one: str, other: str) -> bool:
    """Whether either could be the month."""
    return one != other and int(one) <= _MOST_MONTHS and int(other) <= _MOST_MONTHS


_RANK: Final = (Due.DAY, Due.TWO_DAYS, Due.NO_DAY)


def due_of(cell: str) -> Due | None:
    """What a column for the due date says; None where it is empty."""
    if _NOTHING.fullmatch(cell.strip()):
        return None
    said = due_in(cell)
    return said.due if said else Due.NO_DAY


def _said(text: str) -> Iterator[Said]:
    for found in _FULL.finditer(text):
        if not _OF_THE_PAST.search(text, max(0, found.start() - 24), found.start()):
            yield Said(Due.DAY, *found.span())
    for found in _NUMBERS.finditer(text):
        twice = _two_days(found[1], found[2] or found[3])
        yield Said(Due.TWO_DAYS if twice else Due.DAY, *found.span())
    for found in _NO_YEAR.finditer(text):
        twice = _two_days(found["one"], found["other"])
        yield Said(Due.TWO_DAYS if twice else Due.NO_DAY, *found.span("day"))
    for found in _VAGUE.finditer(text):
        yield Said(Due.NO_DAY, *found.span())
    if (last := _AT_END.search(text)) is not None:
        yield Said(Due.NO_DAY, *last.span("day"))
