"""A document is blocks of plain text, in an order; each format only writes them down."""

from datetime import date, datetime
from typing import Final, Literal

import msgspec

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.decisions import Decision
from incident_tui.domain.state import Link
from incident_tui.domain.tasks import Task

Tone = Literal["", "red", "yellow", "green", "blue", "grey"]


class Detail(msgspec.Struct, frozen=True):
    """A label and its text; an `absent` text says what is missing, a `tone` makes it a badge."""

    label: str
    text: str
    absent: bool = False
    tone: Tone = ""


class Event(msgspec.Struct, frozen=True, gc=False):
    """One thing that happened, and the links that prove it."""

    at: datetime
    text: str
    evidence: tuple[Link, ...] = ()


class Absent(msgspec.Struct, frozen=True):
    """What stands where a required section has no content; never people's text."""

    sentence: str = "Not written yet."


class Prose(msgspec.Struct, frozen=True):
    """Text of several lines: blank lines part paragraphs."""

    text: str


class Details(msgspec.Struct, frozen=True):
    """A list of details."""

    details: tuple[Detail, ...]


class Items(msgspec.Struct, frozen=True):
    """A list, one text an item."""

    texts: tuple[str, ...]
    numbered: bool = False


class Nested(msgspec.Struct, frozen=True):
    """A list in levels, 0 at the top; no level is skipped."""

    items: tuple[tuple[int, str], ...]


class Events(msgspec.Struct, frozen=True):
    """Events in the order they happened; `day` is the one that the reader knows so far."""

    events: tuple[Event, ...]
    day: date | None


class Actions(msgspec.Struct, frozen=True):
    """Follow-ups, as they stand."""

    items: tuple[ActionItem, ...]


class Tries(msgspec.Struct, frozen=True):
    """Tasks that came to an end: what was tried, and whether it helped."""

    items: tuple[Task, ...]


class Decisions(msgspec.Struct, frozen=True):
    """What was proposed and what came of it, as it stands."""

    items: tuple[Decision, ...]


class Links(msgspec.Struct, frozen=True):
    """Pages worth finding again."""

    links: tuple[Link, ...]


Block = Absent | Prose | Details | Items | Nested | Events | Actions | Links | Tries | Decisions


class Section(msgspec.Struct, frozen=True):
    """A heading and what stands under it."""

    heading: str
    block: Block


class Document(msgspec.Struct, frozen=True):
    """The whole post-mortem; `title` is one line and never empty."""

    title: str
    details: tuple[Detail, ...]
    sections: tuple[Section, ...]


TIMELINE: Final = "Timeline (UTC)"
