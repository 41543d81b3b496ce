"""What was read becomes facts: lines as they were said, and beside them what they amount to.

A line keeps its own time beside the time of the import. A milestone that the incident has already
stays; a detection before the declaration comes before it, as the declaration only stands in for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

import msgspec

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.outcome import Situation
from incident_tui.domain import facts
from incident_tui.domain.effects import apply
from incident_tui.domain.entries import TimelineEntry, micros
from incident_tui.domain.errors import CommandError
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Milestone, Status
from incident_tui.domain.state import IncidentState
from incident_tui.importers.format import (
    CapturedAction,
    CapturedEntry,
    Suggestion,
)
from incident_tui.importers.references import References
from incident_tui.services.intake.capturing import Capture
from incident_tui.services.session import Session
from incident_tui.storage.capturing import Piece, Taken
from incident_tui.storage.codec import draft, draft_of_storable
from incident_tui.storage.draft import Draft

_ITS_OWN: Final = timedelta(days=1)
"""An alert that fired longer before the declaration detected something else, unless one says so."""


class Choice(msgspec.Struct, frozen=True):
    """What a person wants of what was read: which of the suggested stars, which suggestions.

    It is taken back as one, what drips in with all of its `sitting`, an id. With a title to
    `declare`, an empty one for the source's own, it becomes an incident of its own.
    """

    starred: Callable[[CapturedEntry], bool] = lambda entry: entry.starred
    accepted: tuple[Suggestion, ...] = ()
    sitting: str = ""
    declare: str | None = None


class ImportFacts:
    """The facts of one import into one incident; `batch` is the id that closes it."""

    def __init__(
        self,
        session: Session,
        incident_id: str,
        state: IncidentState,
        reading: Capture,
        choice: Choice,
    ) -> None:
        self._session = session
        self._incident_id = incident_id
        self._state = state
        self._reading = reading
        self._choice = choice
        self._now = session.now()
        self._micros = micros(self._now)
        self.batch = choice.sitting or session.new_id(self._now)
        self._reached = dict(state.milestones)
        self.refused: list[str] = []

    def begun(self) -> tuple[Draft, facts.ImportBegun]:
        """What says that a long import is under way."""
        fact = facts.ImportBegun(self._reading.importer.name, self._reading.source.name, self.batch)
        return self._draft(fact, self._now, ref=None), fact

    def completed(self, taken: Taken, skipped: int) -> Draft:
        """What closes it, so that it counts and is taken back as one."""
        told = self._reading.importer.name, self._reading.source.name
        if self._choice.sitting:
            fact = facts.ImportCompleted(*told)
        else:
            lines, others = taken.new + taken.earlier, tuple(taken.others)
            fact = facts.ImportCompleted(*told, lines, skipped, others, tuple(taken.filled))
        return self._draft(fact, self._now, id=self.batch, ref=None)

    def line(self, entry: CapturedEntry) -> Piece:
        """What was said, and behind it what it amounts to."""
        fact = facts.Imported(entry.text, self._reading.importer.name, entry.author, self.batch)
        made = draft_of_storable(
            fact,
            id=self._new_id(),
            incident_id=self._incident_id,
            occurred_at=micros(entry.occurred_at),
            recorded_at=self._micros,
            author=self._session.author,
            source=self._reading.importer.name,
            external_ref=entry.external_ref,
        )
        if not (self._choice.starred(entry) or entry.milestone):
            return Piece(made)
        return Piece(made, lambda line_id: list(self._beside(entry, line_id)))

    def _beside(self, entry: CapturedEntry, line_id: str) -> Iterator[Draft]:
        """What the line amounts to."""
        if self._choice.starred(entry):
            ref = f"{entry.external_ref}#star"
            yield self._draft(facts.Starred(line_id), self._now, ref=ref)
        if entry.milestone is not None and self._is_news(entry.milestone, entry.occurred_at):
            self._reached[entry.milestone] = entry.occurred_at
            ref = f"{entry.external_ref}#{entry.milestone}"
            mark = facts.MilestoneMarked(entry.milestone, self.batch)
            yield self._draft(mark, entry.occurred_at, ref=ref)
            if entry.milestone is Milestone.RESOLVED:
                over = facts.StatusChanged(self._state.status, Status.RESOLVED)
                yield self._draft(over, entry.occurred_at, ref=f"{ref}!")

    def over(self, last: CapturedEntry | None) -> list[Piece]:
        """Of what is told as a whole, the end, where nothing that was said or accepted is it.

        Nobody tells a story of what still burns.
        """
        if not self._is_new or Milestone.RESOLVED in self._reached or last is None:
            return []
        over = facts.StatusChanged(self._state.status, Status.RESOLVED, "as its account ends here")
        return [Piece(self._draft(over, last.occurred_at, ref=f"{last.external_ref}#over"))]

    def _is_news(self, milestone: Milestone, at: datetime) -> bool:
        held = self._reached.get(milestone)
        if milestone is Milestone.RESOLVED and not self._is_new:
            return False  # only a person ends an incident that burns here
        by_declaring = milestone is Milestone.DETECTED and held == self._state.declared_at
        if self._choice.sitting and held is not None and held - at > _ITS_OWN:
            return False
        return held is None or (by_declaring and (at < held or self._is_new))

    @property
    def _is_new(self) -> bool:
        return self._state.declared_at is None

    def action(self, action: CapturedAction) -> Piece:
        """A follow-up, and that it is done where that was said."""
        fact = facts.ActionItemAdded(action.text, action.owner, action.due, kind=action.kind)
        made = self._draft(fact, self._now, ref=action.external_ref)

        def done(item_id: str) -> list[Draft]:
            ref = f"{action.external_ref}#done"
            return [self._draft(facts.ActionItemDone(item_id), self._now, ref=ref)]

        return Piece(made, done if action.done else None)

    def accepted(self) -> Iterator[Piece]:
        """What the accepted suggestions come to, each judged by the state the last one left."""
        state = self._state
        references = References("heard")
        for suggestion in self._choice.accepted:
            at = suggestion.occurred_at or self._now
            situation = Situation(
                state, self._session.author, at, self._now, practice=self._session.practice
            )
            try:
                fact = REGISTRY.decide(suggestion.command, situation).outcome
            except CommandError as error:
                self.refused.append(f"{suggestion.command}: {error}")
                continue
            if not isinstance(fact, Fact):
                continue
            if _ends(fact) and state.status is not Status.RESOLVED:
                fact = facts.StatusChanged(state.status, Status.RESOLVED)
                self._reached[Milestone.RESOLVED] = at
            ref = references.of(suggestion.command, suggestion.text, at.isoformat())
            made = self._draft(fact, at, ref=ref)
            state = apply(state, _entry(made, fact, at, self._now))
            yield Piece(made)

    def _new_id(self) -> str:
        """By the clock, and not by the time of the import, which is one moment.

        Ids of one moment lie all over their index, and each transaction would write all of it anew.
        """
        return self._session.new_id(self._session.now())

    def _draft(self, fact: Fact, at: datetime, *, ref: str | None, id: str = "") -> Draft:  # noqa: A002
        return draft(
            fact,
            id=id or self._new_id(),
            incident_id=self._incident_id,
            occurred_at=at,
            recorded_at=self._now,
            author=self._session.author,
            source=self._reading.importer.name,
            external_ref=ref,
        )


def _ends(fact: Fact) -> bool:
    """Whether a person who takes it says that the incident is over."""
    return isinstance(fact, facts.MilestoneMarked) and fact.milestone is Milestone.RESOLVED


def _entry(made: Draft, fact: Fact, at: datetime, now: datetime) -> TimelineEntry:
    """The entry that the draft will be, as the fold needs it."""
    return TimelineEntry(
        made.id, made.incident_id, 0, at, now, made.author, made.source, fact, made.external_ref
    )
