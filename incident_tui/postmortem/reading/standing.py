"""A heading goes before a label of the same kind, and where none names a kind another stands in.

`**Impact:**` inside a summary is part of it where `## Impact` follows; what happened, told by the
minute, is the timeline where nothing is headed so.
"""

import re
from collections.abc import Collection
from typing import Final

from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind
from incident_tui.postmortem.reading.sections import Section

_HEADED_ONCE: Final = frozenset({Family.IMPACT, Family.CAUSES})
_SCENE: Final = frozenset({Family.SUMMARY, Family.FIGURES})
_TERM: Final = re.compile(
    r"(?:short|medium|mid|long|near)[- ]?term (?:resolution|mitigation|fix(?:es)?|solution)s?",
    re.IGNORECASE,
)
_DEED: Final = re.compile(
    r"\W*(?:(?:we|the team) )?(?:[a-z-]{2,}ed|built|made|took|put|set|ran|wrote|sent|began"
    r"|brought|gave|got|kept|moved)\b",
    re.IGNORECASE,
)
_KEY: Final = re.compile(r"key (?:events|moments|dates|times)|milestones", re.IGNORECASE)
_STAND_INS: Final = (
    (Family.CAUSES, re.compile(r"(?:the )?faults?", re.IGNORECASE)),
    (
        Family.SUMMARY,
        re.compile(
            r"(?:(?:short|brief|incident|outage|issue|problem) )?description"
            r"(?: of (?:the )?(?:incident|outage|issue|problem))?",
            re.IGNORECASE,
        ),
    ),
)
_COURSE: Final = re.compile(
    r"what happened|updates?|events?|(?:incident )?(?:updates|history|story|details)", re.IGNORECASE
)
_FEWEST: Final = 2


def settle(sections: list[Section]) -> None:
    """Give labels to the section around them that a heading repeats, and kinds to what stands in.

    Facts of a label such as `Key events` are no timeline where one is headed so.
    """
    headed = {
        section.family
        for section in sections
        if section.depth and not section.label and _says(section)
    }
    around = Family.OTHER
    for section in sections:
        if not section.label:
            around = section.family
        elif section.family in _HEADED_ONCE & headed and around in _SCENE:
            section.family = around
        elif Family.TIMELINE in headed and _KEY.fullmatch(section.heading):
            section.family = Family.FIGURES
        elif Family.ACTIONS in headed and around is Family.RESOLUTION and _was_done(section):
            section.family = around
    there = {section.family for section in sections}
    timeline = next((s.line for s in sections if s.family is Family.TIMELINE), None)
    for family, known in _STAND_INS:
        for section in sections:
            late = family is Family.SUMMARY and timeline is not None and section.line > timeline
            if family not in there and not late and known.fullmatch(_name(section)):
                section.family = family
                break


def name_timeline(sections: list[Section], entries: Collection[int]) -> None:
    """Call that a timeline which holds the entries, by their lines, where nothing is headed so."""
    if any(section.family is Family.TIMELINE for section in sections):
        return
    for section in sections:
        held = sum(line.number in entries for line in section.lines)
        if held >= _FEWEST and _COURSE.fullmatch(_name(section)):
            section.family = Family.TIMELINE


def _was_done(section: Section) -> bool:
    """Whether a list under `Short-term resolution` tells what was done, and not what is to be."""
    items = [line.text for line in section.lines if line.kind is Kind.ITEM]
    named = bool(_TERM.fullmatch(_name(section))) and section.family is Family.ACTIONS
    return named and bool(items) and all(_DEED.match(plain(text)) for text in items)


def _name(section: Section) -> str:
    return re.sub(r"^\W*(?:\d{1,2}[.):]\s*)*\W*|\W+$", "", section.heading)


def _says(section: Section) -> bool:
    return any(line.kind is not Kind.BLANK for line in section.lines)
