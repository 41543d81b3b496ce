"""When the incident began, where the document says so outside of its timeline.

It is told by what T+0 is said to be, else by a label (`Started: 2026-01-15 14:02`), else by the
first clock behind a day in its introduction.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from itertools import chain
from typing import Final

from incident_tui.domain.incident import Milestone
from incident_tui.postmortem.reading.clock import Start
from incident_tui.postmortem.reading.context import DATE_LABEL, Context
from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind
from incident_tui.postmortem.reading.milestones import labelled
from incident_tui.postmortem.reading.sections import Section
from incident_tui.postmortem.reading.stamps import Stamp, dated_stamps, stamp

_ZERO: Final = re.compile(r"\bT\s?[+-]?\s?0(?:0?:00)?\s*(?:=|is|was|at|:|\()\s*", re.IGNORECASE)
_WINDOW: Final = re.compile(
    r"(?:total )?duration|(?:incident |outage )?(?:window|time)", re.IGNORECASE
)
_INTRODUCTION: Final = frozenset({Family.OTHER, Family.SUMMARY, Family.TELLING, Family.IMPACT})
_RANKS: Final = 4
_MOST: Final = 2000


def start_of(sections: list[Section], about: Context) -> Start | None:
    """The start, or None where it is not said."""
    for at in chain(_zeros(sections), _labels(about), introduced(sections)):
        day = at.day.on(about.near, day_first=about.day_first) if at.day else about.day
        if day is None or at.loose:
            continue
        hour = at.hour % 12 + (12 if at.half == "pm" else 0) if at.half else at.hour % 24
        local = datetime.combine(day, time(hour, at.minute, at.second), UTC)
        zone = at.zone or about.zone
        moment = local if zone is None else local.replace(tzinfo=zone.info).astimezone(UTC)
        return Start(moment, local, True, zone)
    return None


def _labels(about: Context) -> Iterator[Stamp]:
    """What stands behind a label: of a start, of the day, of how long it lasted."""
    ranked = [(_rank(label), said) for _, label, said in about.details]
    for rank in range(_RANKS):
        for at, said in ranked:
            if at == rank:
                yield from _first(said)


def _rank(label: str) -> int:
    """How surely the label stands before the start, the surest first."""
    milestone = labelled(label)
    if milestone is Milestone.STARTED:
        return 0
    if DATE_LABEL.fullmatch(label):
        return 1
    if milestone is Milestone.DETECTED:
        return 2
    return 3 if _WINDOW.fullmatch(label) else _RANKS


def _first(said: str) -> Iterator[Stamp]:
    """The time that a text begins with, or has in brackets."""
    for part in (said, *said[:_MOST].split("(")[1:2]):
        if at := stamp(plain(part)):
            yield at
            return


def _zeros(sections: list[Section]) -> Iterator[Stamp]:
    for section in sections:
        for words in (section.heading, *(line.text for line in section.lines)):
            found = _ZERO.search(words[:_MOST])
            if found and (at := stamp(plain(words[found.end() : _MOST]))):
                yield at


def introduced(sections: list[Section]) -> Iterator[Stamp]:
    """The clocks behind a day in what introduces the incident."""
    for section in sections:
        if section.family in _INTRODUCTION:
            for line in section.lines:
                if line.kind in {Kind.TEXT, Kind.ITEM}:
                    yield from dated_stamps(plain(line.text)[:_MOST])
