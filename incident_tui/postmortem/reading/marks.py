"""In a section each line is a time with what happened, a day, or more of what was said before."""

import re
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from incident_tui.domain.incident import Milestone
from incident_tui.postmortem.reading.cells import parted
from incident_tui.postmortem.reading.counted import counted, counts
from incident_tui.postmortem.reading.dates import DAY, Written, days_in, written
from incident_tui.postmortem.reading.inline import plain, told
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.milestones import labelled
from incident_tui.postmortem.reading.sections import label_of
from incident_tui.postmortem.reading.stamps import Stamp, last_stamp, rest, stamp
from incident_tui.postmortem.reading.tables import moment, whole_day, whole_stamp
from incident_tui.postmortem.reading.wrapped import timed_apart
from incident_tui.postmortem.reading.zones import Zone


class Mark(msgspec.Struct):
    """A time and what happened then; `texts` grow by the lines below it.

    `own` counts those before a paragraph that stands behind the list, which may be of all of it.
    """

    line: int
    kind: Kind
    level: int
    at: Stamp
    texts: list[str]
    author: str = ""
    label: str = ""
    zone: Zone | None = None
    named: bool = False
    own: int | None = None


class NewDay(msgspec.Struct, frozen=True):
    """From here on the times are of that day; `bare` tells that nothing else stands there."""

    line: int
    day: Written
    text: str = ""
    bare: bool = True


class Vague(msgspec.Struct, frozen=True):
    """A line that tells when, but not so that a time could be read."""

    line: int
    text: str


Told = Mark | NewDay | Vague
Stamper = Callable[[str], Stamp | None]

_DAY_FIRST: Final = re.compile(rf"[\W_]*{DAY}", re.IGNORECASE)
_PLACEHOLDER: Final = re.compile(
    r"[\W_]*(?:\d{4}-[A-Z]{2}-[A-Z]{2}|HH:MM|XX:XX|[-–—]{2}:[-–—]{2}|X:|\?\?:\?\?"
    r"|\d{1,2}:\d?[…?]|T\s?0?[+−-]\s?\d)"
)
_SPAN: Final = re.compile(
    r"duration|time to|length|total|downtime|elapsed|mtt[rdaf]|took|lasted|window|every|for$"
    r"|\d\s?(?:m|min(?:ute)?s?|h|hrs?|hours?|days?)$",
    re.IGNORECASE,
)
_LINKED_TIME: Final = re.compile(
    r"[^\w\[]{0,6}\[[^\[\]]{1,40}\]\(<?(?P<page>https?://[^()\s<>]+)>?\)[\s*_:–—-]*"
)
_MOST_WORDS: Final = 6
_MOST_LETTERS: Final = 120
_HEADING: Final = 80
_COUNTING: Final = frozenset({Kind.ITEM, Kind.TEXT})
_ASIDE: Final = frozenset({Kind.CODE, Kind.QUOTE})


def marks(
    lines: list[Line], *, aside: bool = False, other: Stamper | None = None
) -> Iterator[Told]:
    """What the lines of one section tell; `aside` reads what is quoted or code instead.

    `other` finds a time where a line does not begin with one.
    """
    open_mark: Mark | None = None
    heads: tuple[str, ...] = ()
    before = Line(0, Kind.BLANK)
    told_last = 0
    lines = parted(lines)
    apart = timed_apart(lines)
    counting = counts(plain((*line.cells, line.text)[0]) for line in lines)
    for line in lines:
        found: Told | None = None
        if line.kind is Kind.ROW:
            cells = tuple(plain(cell) for cell in line.cells)
            if line.head and not any(whole_stamp(cell) for cell in cells):
                heads = cells
            else:
                found = _row(line, heads, counting=counting)
        elif line.kind is not Kind.BLANK:
            heads = ()
            goes_on = line.number not in apart and _goes_on(line, before, open_mark, told_last)
            found = _told(line, open_mark, goes_on=goes_on, aside=aside)
            if other is not None and not goes_on and not isinstance(found, Mark):
                found = _elsewhere(line, open_mark, other) or found
            if found is None and counting and not goes_on and line.kind in _COUNTING:
                found = _vague(line, plain(line.text))
            if found is None and open_mark is not None and line.kind is not Kind.HEADING:
                _more(open_mark, line, before)
                told_last = line.number
        if found is not None:
            told_last = line.number
            yield found
        if found is not None or line.kind is Kind.HEADING:
            open_mark = found if isinstance(found, Mark) else None
        before = line


def _vague(line: Line, words: str) -> Vague | None:
    """What counts from the start, where other lines of the section do."""
    return Vague(line.number, words) if counted(words) is not None else None


def _row(line: Line, heads: tuple[str, ...], *, counting: bool) -> Told | None:
    said = moment(line.cells, heads)
    if said.at is not None:
        named = bool(said.text) and labelled(said.text) is not None and len(line.cells) == 2
        said_by = (said.author, said.label or (said.text if named else ""), said.zone, named)
        return Mark(line.number, Kind.ROW, 0, said.at, [said.text], *said_by)
    if said.day is not None:
        return NewDay(line.number, said.day, said.text, bare=not said.text)
    if _PLACEHOLDER.match(plain(line.cells[0])):
        return Vague(line.number, said.text)
    return _vague(line, said.text.replace(" — ", " ", 1)) if counting else None


def _told(line: Line, open_mark: Mark | None, *, goes_on: bool, aside: bool) -> Told | None:
    if (line.kind in _ASIDE) is not aside and line.kind in _ASIDE:
        return None
    words = plain(line.text) if line.kind is not Kind.CODE else " ".join(line.text.split())
    at = stamp(words)
    if at is not None and not goes_on:
        return _mark(line, at)
    if line.kind is Kind.HEADING:
        found = _DAY_FIRST.match(words)
        day = written(found) if found else next(iter(days_in(words[:_HEADING])), None)
        return NewDay(line.number, day, words, bare=whole_day(words) is not None) if day else None
    if day := whole_day(words):
        return NewDay(line.number, day)
    if line.kind in {Kind.ITEM, Kind.TEXT} and not goes_on:
        return _dated_item(line, words) or _by_label(line, words, open_mark)
    return None


def _elsewhere(line: Line, open_mark: Mark | None, other: Stamper) -> Mark | None:
    """The entry of a line that has its time elsewhere; what stands below another is part of it."""
    if line.kind not in {Kind.ITEM, Kind.TEXT, Kind.HEADING}:
        return None
    if open_mark is not None and line.kind is not Kind.HEADING:
        headed = open_mark.kind is Kind.HEADING
        listed = open_mark.kind is Kind.ITEM and line.kind is Kind.TEXT
        if headed or listed or line.level > open_mark.level:
            return None
    said = told(line.text)
    at = other(said)
    if at is None:
        return None
    before = said[: at.begin].rstrip(" \t([,–—:|@~-").removesuffix(" at").removesuffix(" on")
    after = rest(said, at)
    apart = len(before.split()) <= _MOST_WORDS and said[at.begin - 1 : at.begin] in set("([ ")
    if not before or not after:
        text = before or after
    else:
        text = f"{before}: {after}" if apart and not after[0].islower() else said
    return Mark(line.number, line.kind, line.level, at, [text])


def _mark(line: Line, at: Stamp) -> Mark:
    if linked := _LINKED_TIME.match(line.text):
        text = " ".join((told(line.text[linked.end() :]), f"({linked['page']})")).strip()
    else:
        said = told(line.text) if line.kind is not Kind.CODE else " ".join(line.text.split())
        again = stamp(said)
        text = rest(said, again) if again is not None else rest(plain(line.text), at)
    if at.until and text:
        text = f"(until {at.until}) {text}"
    return Mark(line.number, line.kind, line.level, at, [text])


def _goes_on(line: Line, before: Line, open_mark: Mark | None, told_last: int) -> bool:
    """Whether a line of text only goes on with the paragraph above it."""
    if line.kind is not Kind.TEXT or before.kind not in {Kind.TEXT, Kind.ITEM}:
        return False
    if before.kind is Kind.ITEM:
        return line.level > before.level
    if before.broken and before.number == line.number:
        return False
    if before.number != told_last:
        return True
    return open_mark is not None and (
        open_mark.kind is not Kind.TEXT or line.level > open_mark.level
    )


def _dated_item(line: Line, words: str) -> Told | None:
    """A day at the start of an item: its time is missing, and later times may be of that day."""
    if _PLACEHOLDER.match(words):
        return Vague(line.number, words)
    found = _DAY_FIRST.match(words) if line.kind is Kind.ITEM else None
    day = written(found) if found else None
    if found is None or day is None or not (day.year or day.month):
        return None
    return NewDay(line.number, day, words[found.end() :].strip(" :-–—"), bare=False)


def _by_label(line: Line, words: str, open_mark: Mark | None) -> Mark | None:
    """`First detected: 2026-01-15 10:26`, where the time stands behind its label."""
    if not any(char.isdigit() for char in words):
        return None
    at = last_stamp(words) if len(words) <= _MOST_LETTERS else None
    label = words[: at.begin] if at else ""
    text = ""
    if at is None:
        label, after = label_of(line.text)
        at = stamp(plain(after)) if label and not label[-1].isdigit() else None
        text = rest(plain(after), at) if at else ""
    label = label.strip(" :-–—|~(@[").removesuffix(" at").removesuffix(" on")
    if at is None or at.loose or not 0 < len(label.split()) <= _MOST_WORDS or _SPAN.search(label):
        return None
    milestone: Milestone | None = labelled(label)
    nested = open_mark is not None and line.level > open_mark.level
    if milestone is None and (nested or line.kind is Kind.TEXT):
        return None
    said = f"{label}: {text}" if text else label
    named = milestone is not None
    return Mark(line.number, line.kind, line.level, at, [said], label=label, named=named)


def _more(open_mark: Mark, line: Line, before: Line) -> None:
    behind = line.kind is Kind.TEXT and line.level <= open_mark.level
    listed = open_mark.kind in {Kind.ITEM, Kind.ROW}
    if listed and behind and before.kind is Kind.BLANK and open_mark.own is None:
        open_mark.own = len(open_mark.texts)
    open_mark.texts.append(told(line.text) if line.kind is not Kind.CODE else line.text.rstrip())
