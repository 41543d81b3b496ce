"""A post-mortem as it was read: one description that the importer and the score share."""

from collections.abc import Iterable
from datetime import date

import msgspec

from incident_tui.postmortem.reading.actions import action_items
from incident_tui.postmortem.reading.chosen import timeline
from incident_tui.postmortem.reading.context import Context, context
from incident_tui.postmortem.reading.follow_ups import FollowUp
from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.lines import Line, lines
from incident_tui.postmortem.reading.sections import Section, sections
from incident_tui.postmortem.reading.standing import name_timeline, settle
from incident_tui.postmortem.reading.timeline import Entry, Undated


class Document(msgspec.Struct, frozen=True):
    """What was read; nothing in it is judged."""

    text: str
    about: Context
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    undated: tuple[Undated, ...]
    actions: tuple[FollowUp, ...]

    def of(self, *families: Family) -> Iterable[Section]:
        """The sections of those families, in the order of the document.

        Who only asked why five times has told the causes by that.
        """
        asked = set(families)
        if Family.CAUSES in asked and all(s.family is not Family.CAUSES for s in self.sections):
            asked.add(Family.WHYS)
        return (section for section in self.sections if section.family in asked)


def read(text: str, name: str = "", fallback: date | None = None) -> Document:
    """The document in a text; `name` is that of its file, `fallback` a day where it names none."""
    found = lines(text)
    parts = sections(found)
    settle(parts)
    about = context(found, parts, name, text)
    told = timeline(parts, about, fallback)
    name_timeline(parts, {each.line for each in told if isinstance(each, Entry)})
    return Document(
        text,
        about,
        tuple(found),
        tuple(parts),
        tuple(each for each in told if isinstance(each, Entry)),
        tuple(each for each in told if isinstance(each, Undated)),
        tuple(action_items(parts, about)),
    )
