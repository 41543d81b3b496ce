"""How a section writes its times is told by all of its lines, never by one of them.

Most stand in front of what happened. Others stand below it, in four figures, behind a phase or a
person, or within a sentence; such are read only where most lines of the section have them.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain, told
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.marks import Mark, Told, marks
from incident_tui.postmortem.reading.sections import Section
from incident_tui.postmortem.reading.stamps import Stamp, in_fours, inner_stamp
from incident_tui.postmortem.reading.tables import whole_day, whole_stamp

_SAID: Final = frozenset({Kind.ITEM, Kind.TEXT})
_FEWEST: Final = 2
_FEWEST_ELSEWHERE: Final = 3


def told_in(section: Section) -> list[Told]:
    """What the section tells; what is quoted in it only where nothing else is timed."""
    lines = section.lines
    if _stands_below(lines):
        return list(_from_below(lines))
    fours = _counts_in_fours(lines)
    found = list(marks(lines, other=in_fours if fours else None))
    for mark in timed_in(found):
        mark.at = replace(mark.at, loose=mark.at.loose and not fours)
    timed = len(timed_in(found))
    within = list(marks(lines, other=inner_stamp))
    if _gains(section, timed, len(timed_in(within))):
        return within
    if not timed:
        aside = list(marks(lines, aside=True))
        if sum(not mark.label for mark in timed_in(aside)) >= _FEWEST:
            return aside
    return found


def timed_in(found: Iterable[Told]) -> list[Mark]:
    """Those of them that have a time."""
    return [each for each in found if isinstance(each, Mark)]


def _gains(section: Section, timed: int, within: int) -> bool:
    """Whether most lines have their time elsewhere; without a heading that says so, most items."""
    gained = within - timed
    if section.family is Family.TIMELINE:
        return gained >= _FEWEST and gained > timed
    listed = sum(line.kind is Kind.ITEM and not line.level for line in section.lines)
    return not timed and gained >= _FEWEST_ELSEWHERE and gained * 3 >= listed * 2 > 0


def _counts_in_fours(lines: list[Line]) -> bool:
    """Whether the lines begin with clocks such as 0936, one after the other, and not with years."""
    found = [at for line in lines if line.kind in _SAID and (at := in_fours(plain(line.text)))]
    clocks = [at.hour * 100 + at.minute for at in found]
    falls = sum(later < earlier for earlier, later in pairwise(clocks))
    rises = sum(later > earlier for earlier, later in pairwise(clocks))
    years = all(at.hour in {19, 20} for at in found)
    return len(found) > 1 and not years and min(falls, rises) <= 1


def _stamp_alone(line: Line) -> Stamp | None:
    at = whole_stamp(plain(line.text)) if line.kind is Kind.TEXT and len(line.text) < 100 else None
    return at if at is not None and not at.loose else None


def _stands_below(lines: list[Line]) -> bool:
    """Whether each text ends in a line that only holds its time."""
    held = [line for line in lines if line.kind in _SAID and not whole_day(plain(line.text))]
    alone = [_stamp_alone(line) is not None for line in held]
    return sum(alone) >= _FEWEST and alone[-1] and not alone[0]


def _from_below(lines: list[Line]) -> Iterator[Mark]:
    texts: list[str] = []
    for line in lines:
        if at := _stamp_alone(line):
            yield Mark(line.number, Kind.TEXT, line.level, at, texts)
            texts = []
        elif line.kind in _SAID:
            texts.append(told(line.text))
