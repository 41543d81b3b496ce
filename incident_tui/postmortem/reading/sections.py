"""A document is cut where a heading, or a label that stands for one, begins something else.

Under a timeline and under action items the headings further in are part of them: a time, a day, a
group. A label such as `**Impact**:` ends where its list does.
"""

import re
from typing import Final

import msgspec

from incident_tui.postmortem.reading.headings import Family, family_of, is_bare_heading
from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.stamps import stamp
from incident_tui.postmortem.reading.tables import whole_day, whole_stamp


class Section(msgspec.Struct):
    """What stands under one heading or label; `trail` are the headings above it, outermost first.

    `depth` is the level of its heading, 0 for what stands before any; `label` tells a label,
    `above` one that stands alone above its list.
    """

    family: Family
    heading: str
    line: int
    depth: int
    trail: tuple[str, ...] = ()
    label: bool = False
    above: bool = False
    lines: list[Line] = []


_LABEL: Final = re.compile(
    r"(?:\*\*|__|<b>|<strong>)(?P<bold>[^*<>]{2,60}?)\s*:?\s*(?:\*\*|__|</b>|</strong>)"
    r"\s*(?P<colon>[:–—-]?)\s*(?P<rest>.*)"
    r"|(?P<mark>[*_])(?P<italic>[^*_]{2,60}?):?(?P=mark):?"
    r"|(?P<bare>[A-Z][\w'’/() -]{2,50}):\s*(?P<after>.*)",
    re.IGNORECASE,
)
_KEPT: Final = frozenset({Family.TIMELINE, Family.ACTIONS})
_BREAKING: Final = {
    Family.TIMELINE: frozenset({Family.ACTIONS, Family.WELL, Family.POORLY, Family.LUCKY}),
    Family.ACTIONS: frozenset(
        {Family.TIMELINE, Family.WELL, Family.POORLY, Family.LUCKY, Family.ASIDE}
    ),
}
_APART: Final = frozenset({Family.IMPACT, Family.CAUSES, Family.LESSONS, Family.SUMMARY})
_LOOKED_AT: Final = 200
_MOST_WORDS: Final = 6
_FEWEST_WORDS: Final = 3
_PLANNED_WORK: Final = re.compile(r"maintenance|migration|pre-agreed|planned|taken", re.IGNORECASE)


def sections(lines: list[Line]) -> list[Section]:
    """The sections in the order of the document, the first without a heading."""
    found = [Section(Family.OTHER, "", 0, 0)]
    trail: list[tuple[int, str]] = []
    outer = found[0]
    title = _title(lines)
    for place, line in enumerate(lines):
        if line.kind is Kind.META:
            continue
        if line.kind is Kind.HEADING:
            if _stays(line, found[-1], outer) and not _leaves(lines, place, outer):
                found[-1].lines.append(line)
                continue
            trail = [above for above in trail if above[0] < line.level]
            outer = _headed(line, outer, tuple(text for _, text in trail))
            if line is title and not is_bare_heading(outer.heading):
                outer.family = Family.OTHER if outer.family in _KEPT else outer.family
            trail.append((line.level, outer.heading))
            found.append(outer)
        elif not _is_update(lines, place) and (labelled := _labelled(line, found[-1], outer)):
            found.append(labelled)
        else:
            if _ends(line, found[-1]):
                found.append(msgspec.structs.replace(outer, lines=[], line=line.number))
            found[-1].lines.append(line)
    return found


def label_of(text: str) -> tuple[str, str]:
    """The label that a line begins with and what stands behind it; empty where there is none."""
    found = _LABEL.fullmatch(text) if len(text) < 4000 else None
    if found is None:
        return "", text
    if found["bold"] is not None:
        return plain(found["bold"]), found["rest"]
    if found["italic"] is not None:
        return plain(found["italic"]), ""
    if len(found["bare"].split()) > _MOST_WORDS or found["after"].startswith("//"):
        return "", text
    return found["bare"], found["after"]


def _stays(line: Line, current: Section, outer: Section) -> bool:
    """Whether a heading is part of the section it stands in."""
    words = plain(line.text)
    timed = stamp(words) is not None and not line.text.startswith("<")
    if timed and outer.depth and (current.family in {Family.TIMELINE, Family.TELLING}):
        return True
    if line.level <= outer.depth:
        return current.family is Family.TIMELINE and whole_day(words) is not None
    if timed:
        return True
    family = family_of(words)
    if outer.family in _KEPT:
        return family not in _BREAKING[outer.family]
    return family is Family.OTHER and outer.family is not Family.OTHER


def _leaves(lines: list[Line], place: int, outer: Section) -> bool:
    """Whether a heading below that of a timeline tells of something else, without a time."""
    line = lines[place]
    words = plain(line.text)
    if (
        outer.family is not Family.TIMELINE
        or family_of(words) not in _APART
        or not outer.lines
        or stamp(words) is not None
    ):
        return False
    for below in lines[place + 1 : place + _LOOKED_AT]:
        if below.kind is Kind.HEADING and below.level <= line.level:
            break
        said = " ".join(below.cells[:2]) if below.kind is Kind.ROW else below.text
        if below.kind is not Kind.CODE and stamp(plain(said[:100])) is not None:
            return False
    return True


def _title(lines: list[Line]) -> Line | None:
    """The first heading, where it is the only one of its level: what it is called is no section."""
    headed = [line for line in lines if line.kind is Kind.HEADING]
    level = headed[0].level if headed else 0
    alone = len(headed) > 1 and all(line.level > level for line in headed[1:])
    return headed[0] if alone else None


def _headed(line: Line, outer: Section, trail: tuple[str, ...]) -> Section:
    words = plain(line.text)
    family = family_of(words)
    inherits = line.level > outer.depth and outer.family in {Family.POORLY, Family.WELL}
    if family is Family.OTHER and inherits:
        family = outer.family
    return Section(family, words, line.number, line.level, trail)


def _labelled(line: Line, current: Section, outer: Section) -> Section | None:
    """The section that a label begins, if it does."""
    if line.kind not in {Kind.ITEM, Kind.TEXT} or outer.family in _KEPT:
        return None
    if current.label and line.level > current.depth:
        return None
    told = current.above and line.kind is Kind.ITEM and current.family is Family.TIMELINE
    label, after = label_of(line.text)
    words = label.split()
    timed = stamp(plain(line.text)) is not None or whole_stamp(plain(after)) is not None
    if not label or len(words) > _MOST_WORDS or timed:
        return None
    family = family_of(label)
    if told and family not in _BREAKING[Family.TIMELINE]:
        return None
    bold = line.text.startswith(("**", "__", "<b>", "<strong>"))
    if family is Family.OTHER or not (bold or not after.strip()):
        if current.label and line.kind is Kind.ITEM and bold:
            return Section(Family.FIGURES, label, line.number, line.level, _trail(outer), True)
        return None
    opens = outer.family is not family and (
        outer.family is Family.OTHER or _opens(family, outer.family)
    )
    if not opens or (family is Family.ACTIONS and _is_no_task(label, after, bold=bold)):
        return None
    begun = Section(family, label, line.number, line.level, _trail(outer), label=True)
    begun.above = line.kind is Kind.TEXT and not after.strip()
    if after.strip():
        begun.lines = [Line(line.number, Kind.TEXT, after, line.level + 2)]
    return begun


def _is_no_task(label: str, after: str, *, bold: bool) -> bool:
    """Whether a label is about work that was planned before, or only has a status behind it."""
    planned = not bold and _PLANNED_WORK.search(label) is not None
    return planned or 0 < len(after.split()) < _FEWEST_WORDS


def _is_update(lines: list[Line], place: int) -> bool:
    """Whether a line stands above or below its time, as the notices of a status page do."""
    beside = lines[max(place - 1, 0) : place] + lines[place + 1 : place + 2]
    if lines[place].kind is Kind.ITEM:
        beside = beside[-1:] if place + 1 < len(lines) else []
    return lines[place].kind in {Kind.TEXT, Kind.ITEM} and any(
        line.kind is Kind.TEXT and whole_stamp(plain(line.text[:100])) is not None
        for line in beside
    )


def _opens(family: Family, outer: Family) -> bool:
    """Whether a label of one family begins a section of its own within one of another."""
    open_to_all = {
        Family.SUMMARY,
        Family.TELLING,
        Family.FIGURES,
        Family.LESSONS,
        Family.RESOLUTION,
    }
    return outer in open_to_all or family in _KEPT


def _trail(outer: Section) -> tuple[str, ...]:
    return (*outer.trail, outer.heading) if outer.heading else outer.trail


def _ends(line: Line, current: Section) -> bool:
    """Whether a line stands outside of the label's list: an item no further in, without a label."""
    return current.label and line.kind is Kind.ITEM and line.level < current.depth
