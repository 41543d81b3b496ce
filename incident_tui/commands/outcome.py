"""What a line comes to: a fact to record, or an intent for the front end; never an effect."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared
from incident_tui.domain.flavours import Flavour
from incident_tui.domain.incident import Milestone, OtherIncident
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.domain.privacy_facts import MadePrivate
from incident_tui.domain.state import IncidentState


class Situation(msgspec.Struct, frozen=True):
    """All that a decider may know: the state, who speaks, and when it happened and is now (UTC).

    `practice` is how the speaker's team runs its calls.
    `entry` looks up an entry by its number; `mine` is the speaker's newest entry that still stands;
    `selected` is the entry the speaker points at, if any; `other` looks up another incident.
    """

    state: IncidentState
    author: str
    at: datetime
    now: datetime
    entry: Callable[[int], TimelineEntry | None] = lambda _: None
    mine: Callable[[], TimelineEntry | None] = lambda: None
    selected: TimelineEntry | None = None
    practice: Practice = PRACTICE
    other: Callable[[int], OtherIncident | None] = lambda _: None


class DeclaredPrivate(Declared, frozen=True):
    """An incident that only these people may see; it is never stored as it is, but as `facts`."""

    people: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[Declared, MadePrivate]:
        """What goes on the record in one transaction, which programs of any age understand."""
        declared = Declared(self.title, self.severity, self.service, self.started_at)
        return declared, MadePrivate(self.people)


class Intent(msgspec.Struct, frozen=True):
    """Base of what only a front end can do."""


class ShowHelp(Intent, frozen=True):
    """Explain one command, or all of them."""

    topic: str = ""


class FindText(Intent, frozen=True):
    """Show only the entries that hold the text, by that person, of that kind; empty shows all."""

    text: str = ""
    author: str = ""
    kind: str = ""


class OpenPostmortem(Intent, frozen=True):
    """Go to the post-mortem of this incident."""


class OpenIncidents(Intent, frozen=True):
    """Go to the list, or to one incident by number."""

    number: int | None = None


class OpenInsights(Intent, frozen=True):
    """Go to what was learned from all incidents."""


class OpenActions(Intent, frozen=True):
    """Go to the action items of all incidents, those that the filter line lets through."""

    filter: str = ""


class ShowSimilar(Intent, frozen=True):
    """Show earlier incidents of the same cause, and what worked then."""


class ExportDocument(Intent, frozen=True):
    """Write a document of this incident in a named format; without a name, choose one."""

    format: str = ""


class ImportSource(Intent, frozen=True):
    """Bring in what was said elsewhere, from a file or folder; without a path, choose one."""

    path: str = ""


class WriteUpdate(Intent, frozen=True):
    """Write an update of that flavour, begun from the record."""

    flavour: Flavour


class ShowBrief(Intent, frozen=True):
    """Show what somebody who takes over must know."""


class ShowDuties(Intent, frozen=True):
    """Say what a role asks of whoever holds it."""

    role: str


class EditMilestones(Intent, frozen=True):
    """Set or correct the milestones, beginning with this one."""

    first: Milestone


class AskBeforeEnding(Intent, frozen=True):
    """Resolve with this line all the same, or say first what is missing."""

    line: str
    typed_at: datetime


class ShowChecklist(Intent, frozen=True):
    """Show what the severity asks for at the beginning of the call."""


class OpenReplay(Intent, frozen=True):
    """Go through the incident moment by moment."""


class Leave(Intent, frozen=True):
    """End the program."""


_Going = (
    ShowHelp
    | FindText
    | OpenPostmortem
    | OpenIncidents
    | OpenInsights
    | ExportDocument
    | ImportSource
    | Leave
)
Calling = (
    WriteUpdate
    | ShowBrief
    | ShowDuties
    | ShowChecklist
    | OpenReplay
    | EditMilestones
    | AskBeforeEnding
)
Learning = OpenActions | ShowSimilar
Intended = _Going | Calling | Learning
"""Every intent there is, so that a front end's `match` is checked to be whole."""

Outcome = Fact | Intended


class Decided(msgspec.Struct, frozen=True):
    """A line understood: its outcome, and when it happened (None: when its first key was typed)."""

    outcome: Outcome
    at: datetime | None = None
