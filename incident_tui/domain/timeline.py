"""A timeline row is an entry as people see it: its fact under the overlay of later corrections."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

import msgspec
from msgspec.structs import replace

from incident_tui.domain import facts
from incident_tui.domain.actions import ActionItem
from incident_tui.domain.call_facts import TaskAssigned
from incident_tui.domain.curation_facts import CURATION_FACTS
from incident_tui.domain.decision_facts import Proposed
from incident_tui.domain.decisions import Decision
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.overlays import amended, overlay_of
from incident_tui.domain.review_facts import (
    Attended,
    Commented,
    CommentSettled,
    MeetingBegun,
    MeetingEnded,
    ReviewerAsked,
    SignedOff,
)
from incident_tui.domain.state import IncidentState, Link, Overlay
from incident_tui.domain.tasks import Task
from incident_tui.domain.wording import word, wording

REDACTED: Final = "[redacted]"
WAITS: Final = "⇡"
"""Stands before what the team's store does not have yet."""
_BEGINNINGS: Final = (facts.ActionItemAdded, TaskAssigned, facts.DecisionMade, Proposed)
"""What is known by a number from there on, and says so."""

QUIET: Final = (
    *(facts.Starred, facts.Unstarred, facts.Amended, facts.Retracted, facts.Redacted),
    facts.ImportBegun,
    *CURATION_FACTS,
    *(ReviewerAsked, SignedOff, Commented, CommentSettled, MeetingBegun, MeetingEnded, Attended),
)
"""Corrections show on the row they correct; as rows of their own they belong to the raw log."""


class TimelineRow(msgspec.Struct, frozen=True):
    """One row; `occurred_at` and `text` are the corrected ones, the original is in `entry`."""

    entry: TimelineEntry
    occurred_at: datetime
    word: str
    text: str
    overlay: Overlay

    @property
    def late_by(self) -> timedelta:
        """How long after the event it was recorded; zero for what counts as live."""
        return self.entry.late_by

    @property
    def starred(self) -> bool:
        """Whether it belongs in the published timeline."""
        return self.overlay.starred

    @property
    def told(self) -> str:
        """The text as readers of the post-mortem see it."""
        return self.overlay.told or self.text

    @property
    def evidence(self) -> tuple[Link, ...]:
        """Links that prove it."""
        return self.overlay.evidence


def row(entry: TimelineEntry, state: IncidentState) -> TimelineRow:
    """The entry as it stands in that state."""
    overlay = overlay_of(entry, state.overlays)
    shown = amended(entry, overlay)
    return TimelineRow(entry, shown.occurred_at, word(entry.fact), _text(shown, state), overlay)


def _text(entry: TimelineEntry, state: IncidentState) -> str:
    overlay = overlay_of(entry, state.overlays)
    if overlay.redacted:
        return REDACTED
    if overlay.text is not None and not hasattr(entry.fact, "text"):
        return overlay.text
    if isinstance(entry.fact, _BEGINNINGS):
        item = _item(entry.id, state)
        return f"{item.label} {wording(entry.fact)}" if item else wording(entry.fact)
    item = _item(_about(entry.fact), state)
    return f"{item.label} {item.text} · {wording(entry.fact)}" if item else wording(entry.fact)


def _about(fact: Fact) -> str:
    """The id of the action item, task or decision that the fact speaks of, if of one."""
    named = (getattr(fact, name, None) for name in ("action", "task", "decision"))
    return next(filter(None, named), "")


def _item(id_: str, state: IncidentState) -> ActionItem | Task | Decision | None:
    if not id_:
        return None
    items: tuple[ActionItem | Task | Decision, ...]
    items = (*state.actions, *state.tasks, *state.decisions)
    return next((item for item in items if item.id == id_), None)


def timeline(entries: Iterable[TimelineEntry], state: IncidentState) -> list[TimelineRow]:
    """Every row but the quiet corrections, in the order things happened."""
    rows = [row(entry, state) for entry in entries if not isinstance(entry.fact, QUIET)]
    return sorted(rows, key=lambda r: (r.occurred_at, r.entry.seq))


def published(rows: Iterable[TimelineRow]) -> list[TimelineRow]:
    """The rows a reader of the post-mortem sees, in the words meant for readers.

    They are the starred ones that still stand; one that is merged stands in the row it is part of.
    """
    standing = [r for r in rows if not r.overlay.retracted]
    hosts = {r.entry.id: r for r in standing if r.starred and not r.overlay.merged_into}
    parts: dict[str, list[TimelineRow]] = {id_: [r] for id_, r in hosts.items()}
    for r in standing:
        if r.overlay.merged_into in parts:
            parts[r.overlay.merged_into].append(r)
    kept = [r for r in standing if r.starred and r.overlay.merged_into not in parts]
    return [_whole(r, parts.get(r.entry.id, [r])) for r in kept]


def _whole(host: TimelineRow, parts: list[TimelineRow]) -> TimelineRow:
    """The row with the texts and the evidence of its parts, in the order they happened."""
    if parts == [host] and not host.overlay.told:
        return host
    parts = sorted(parts, key=lambda part: (part.occurred_at, part.entry.seq))
    evidence = tuple(link for part in parts for link in part.evidence)
    text = "; ".join(part.told.rstrip(".") for part in parts) if parts[1:] else host.told
    return replace(host, text=text, overlay=replace(host.overlay, evidence=evidence))
