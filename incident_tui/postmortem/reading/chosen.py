"""Which sections hold the timeline: those headed so, and without one those that look like one."""

import re
from bisect import bisect
from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import Final

import msgspec

from incident_tui.postmortem.reading.clock import Around, Start
from incident_tui.postmortem.reading.clocked import Clocks, clocks, day_of, labelled_days
from incident_tui.postmortem.reading.context import Context
from incident_tui.postmortem.reading.dates import days_in
from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.marks import Mark, marks
from incident_tui.postmortem.reading.sections import Section
from incident_tui.postmortem.reading.starts import start_of
from incident_tui.postmortem.reading.timeline import Entry, Undated, entries
from incident_tui.postmortem.reading.ways import timed_in, told_in
from incident_tui.postmortem.reading.zones import Zone, zone_in

FALLBACK: Final = date(1970, 1, 2)
_TIERS: Final = (
    frozenset({Family.TELLING, Family.OTHER}),
    frozenset(
        {Family.SUMMARY, Family.RESOLUTION, Family.DETECTION, Family.FIGURES, Family.LESSONS}
    ),
    frozenset({Family.IMPACT, Family.CAUSES, Family.TRIGGER}),
)
_NOTICES: Final = frozenset({Family.ASIDE})
"""What was told to others stands for a timeline where there is none."""
_FACTS: Final = frozenset(
    {Family.OTHER, Family.FIGURES, Family.SUMMARY, Family.IMPACT, Family.TELLING}
)
_ABOUT_TIMES: Final = re.compile(
    r"\btimes?\b|\bzone\b|\ball\b|^\W*(?:in )?\(?[A-Z+0-9:]{3,8}\)?\W*$"
)


class _Known(msgspec.Struct, frozen=True):
    """What holds for every section: `start` is that of times counted from one.

    `clocks` are those that the introduction names with their day, `days` those of several incidents
    with their lines.
    """

    about: Context
    fallback: date | None
    start: Start | None
    clocks: Clocks
    days: list[tuple[int, date]]


def timeline(
    sections: list[Section], about: Context, fallback: date | None
) -> list[Entry | Undated]:
    """The entries, in the order of the document."""
    start, days = start_of(sections, about), labelled_days(about)
    known = _Known(about, fallback, start, clocks(sections, about), days)
    found: dict[int, list[Entry | Undated]] = {}
    for section in sections:
        if section.family is Family.TIMELINE:
            found[section.line] = _read(section, known)
    if any(isinstance(entry, Entry) for told in found.values() for entry in told):
        others: Iterable[Section] = (s for s in sections if s.family is Family.TELLING)
        for section in others:
            if _like_a_timeline(section, fewest=2):
                found[section.line] = _read(section, known)
    else:
        _fall_back(sections, known, found)
    for section in sections:
        if section.family in _FACTS and section.line not in found:
            found[section.line] = _facts(section, known)
    return sorted((each for told in found.values() for each in told), key=lambda each: each.line)


def _fall_back(
    sections: list[Section],
    known: _Known,
    found: dict[int, list[Entry | Undated]],
) -> None:
    """Sections that are headed otherwise, the likelier ones first."""
    headed = any(section.family is Family.TIMELINE for section in sections)
    for tier in _TIERS if headed else (*_TIERS, _NOTICES):
        for section in sections:
            if section.family in tier and _like_a_timeline(section, fewest=2):
                found[section.line] = _read(section, known)
        if any(found.values()):
            return


def _like_a_timeline(section: Section, fewest: int) -> bool:
    told = told_in(section)
    timed = [mark for mark in timed_in(told) if not mark.label and not mark.at.loose]
    loose = [mark for mark in timed_in(told) if mark.at.loose]
    listed = [
        line
        for line in section.lines
        if line.kind in {Kind.ITEM, Kind.ROW} and not line.level and not line.head
    ]
    if len(loose) >= 3 and len(loose) * 2 >= len(listed):
        return True
    return len(timed) >= fewest and (len(timed) >= 3 or len(timed) * 2 >= len(listed))


def _read(section: Section, known: _Known) -> list[Entry | Undated]:
    told = told_in(section)
    timed = timed_in(told)
    loose = sum(mark.at.loose for mark in timed)
    accepted = loose >= 2 and loose * 2 >= len(timed) and loose * 2 >= _listed(section.lines)
    return list(entries(told, _around(section, known, timed), loose=accepted))


def _listed(lines: list[Line]) -> int:
    return sum(line.kind is Kind.ITEM and not line.level for line in lines)


def _facts(section: Section, known: _Known) -> list[Entry | Undated]:
    """The milestones that stand as labels beside other facts, with their day."""
    told = [
        m for m in marks(section.lines) if isinstance(m, Mark) and m.named and m.at.day is not None
    ]
    return list(entries(told, _around(section, known, told), loose=False))


def _around(section: Section, known: _Known, timed: list[Mark]) -> Around:
    about = known.about
    above = bisect(known.days, section.line, key=itemgetter(0))
    day = day_of(timed, known.clocks, known.days[above - 1][1] if above else about.day)
    for heading in (section.heading, *reversed(section.trail)):
        named = (said.on(about.near, day_first=about.day_first) for said in days_in(heading))
        if found := next((each for each in named if each), None):
            day = found
            break
    zone, fallback = _zone(section) or about.zone, known.fallback or FALLBACK
    return Around(day, zone, about.day_first, fallback, about.near, known.start)


def _zone(section: Section) -> Zone | None:
    """The zone in the heading, or in a line about the times above the first of them."""
    if found := zone_in(section.heading):
        return found
    for line in section.lines[:12]:
        words = plain(line.text[:400])
        told = line.kind in {Kind.TEXT, Kind.QUOTE, Kind.ITEM} and not re.match(r"\W*\d", words)
        if told and _ABOUT_TIMES.search(words) and (found := zone_in(words)):
            return found
    return None
