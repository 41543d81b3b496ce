"""What was read becomes facts: lines as they were said, and beside them what they amount to.

A line keeps its own time beside the time of the import. A milestone that the incident has already
stays; a detection before the declaration comes before it, as the declaration only stands in for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Final

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
    CapturedAnswer,
    CapturedEntry,
    Suggestion,
)
from incident_tui.importers.references import References
from incident_tui.postmortem import steps
from incident_tui.postmortem.fields import READ_OFF
from incident_tui.services.capturing import Capture, Survey, refuse
from incident_tui.services.session import Session
from incident_tui.services.sources import Watch
from incident_tui.storage.append import Draft
from incident_tui.storage.capturing import Piece, Taken, capture
from incident_tui.storage.codec import draft, draft_of_storable

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

_PORTION: Final = 1000


class Choice(msgspec.Struct, frozen=True):
    """What a person wants of what was read: which of the suggested stars, which suggestions.

    What is `batched` is taken back as one; what drips in line by line is not. With a title to
    `declare`, an empty one for the source's own, it becomes an incident of its own.
    """

    starred: Callable[[CapturedEntry], bool] = lambda entry: entry.starred
    accepted: tuple[Suggestion, ...] = ()
    batched: bool = True
    declare: str | None = None


class Taking:
    """One import into one incident."""

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
        self._batch = session.new_id(self._now) if choice.batched else ""
        self._actions: list[CapturedAction] = []
        self._answers: dict[str, str] = {}
        self._reached = dict(state.milestones)
        self.refused: list[str] = []

    def script(self, seen: Survey, watch: Watch | None = None) -> Script[Taken]:
        """The transaction; on return all of it is stored, on StoreError none."""
        author = self._session.author

        def completed(taken: Taken) -> Draft:
            skipped = sum(seen.skipped.values())
            name = self._reading.source.name
            done = facts.ImportCompleted(
                self._reading.importer.name,
                name,
                taken.new,
                skipped,
                tuple(taken.others),
                tuple(taken.filled),
            )
            return self._draft(done, self._now, id=self._batch, ref=None)

        return capture(
            self._incident_id,
            self._portions(seen, watch),
            completed if self._choice.batched else None,
            self._answers,
            author,
            self._micros,
        )

    def _portions(self, seen: Survey, watch: Watch | None) -> Iterator[list[Piece]]:
        lines = self._lines(seen, watch)
        while portion := list(islice(lines, _PORTION)):
            portion.sort(key=lambda entry: entry.occurred_at)
            yield [self._line(entry) for entry in portion]
        refuse(self._reading, seen)
        if self._is_new and Milestone.RESOLVED not in self._reached and seen.latest is not None:
            yield [self._over(seen.latest)]
        yield [self._action(action) for action in self._actions]
        yield list(self._accepted())

    def _lines(self, seen: Survey, watch: Watch | None) -> Iterator[CapturedEntry]:
        """The entries; what else there is is kept for the end."""
        surveyed = seen.whole
        fields = {f.id for step in steps.STEPS for f in step.fields if f.kind not in READ_OFF}
        for captured in self._reading.read(watch):
            if not surveyed:
                seen.add(captured)
            match captured:
                case CapturedEntry():
                    yield captured
                case CapturedAction():
                    self._actions.append(captured)
                case CapturedAnswer(field=field, text=text) if field in fields and text:
                    self._answers.setdefault(field, text)

    def _line(self, entry: CapturedEntry) -> Piece:
        fact = facts.Imported(entry.text, self._reading.importer.name, entry.author, self._batch)
        made = draft_of_storable(
            fact,
            id=self._session.new_id(self._now),
            incident_id=self._incident_id,
            occurred_at=micros(entry.occurred_at),
            recorded_at=self._micros,
            author=self._session.author,
            source=self._reading.importer.name,
            external_ref=entry.external_ref,
        )
        more: list[Draft] = []
        if self._choice.starred(entry):
            ref = f"{entry.external_ref}#star"
            more.append(self._draft(facts.Starred(made.id), self._now, ref=ref))
        if entry.milestone is not None and self._is_news(entry.milestone, entry.occurred_at):
            self._reached[entry.milestone] = entry.occurred_at
            ref = f"{entry.external_ref}#{entry.milestone}"
            mark = facts.MilestoneMarked(entry.milestone)
            more.append(self._draft(mark, entry.occurred_at, ref=ref))
            if entry.milestone is Milestone.RESOLVED:
                over = facts.StatusChanged(self._state.status, Status.RESOLVED)
                more.append(self._draft(over, entry.occurred_at, ref=f"{ref}!"))
        return Piece(made, more)

    def _over(self, last: CapturedEntry) -> Piece:
        """Of what is told as a whole, the end: nobody tells a story of what still burns."""
        over = facts.StatusChanged(self._state.status, Status.RESOLVED, "as its account ends here")
        return Piece(self._draft(over, last.occurred_at, ref=f"{last.external_ref}#over"))

    def _is_news(self, milestone: Milestone, at: datetime) -> bool:
        held = self._reached.get(milestone)
        if milestone is Milestone.RESOLVED and not self._is_new:
            return False  # only a person ends an incident that burns here
        by_declaring = milestone is Milestone.DETECTED and held == self._state.declared_at
        return held is None or (by_declaring and (at < held or self._is_new))

    @property
    def _is_new(self) -> bool:
        return self._state.declared_at is None

    def _action(self, action: CapturedAction) -> Piece:
        fact = facts.ActionItemAdded(action.text, action.owner, action.due, kind=action.kind)
        made = self._draft(fact, self._now, ref=action.external_ref)
        done = facts.ActionItemDone(made.id)
        ref = f"{action.external_ref}#done"
        return Piece(made, [self._draft(done, self._now, ref=ref)] if action.done else [])

    def _accepted(self) -> Iterator[Piece]:
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
            ref = references.of(suggestion.command, suggestion.text, at.isoformat())
            made = self._draft(fact, at, ref=ref)
            state = apply(state, _entry(made, fact, at, self._now))
            yield Piece(made)

    def _draft(self, fact: Fact, at: datetime, *, ref: str | None, id: str = "") -> Draft:  # noqa: A002
        return draft(
            fact,
            id=id or self._session.new_id(self._now),
            incident_id=self._incident_id,
            occurred_at=at,
            recorded_at=self._now,
            author=self._session.author,
            source=self._reading.importer.name,
            external_ref=ref,
        )


def _entry(made: Draft, fact: Fact, at: datetime, now: datetime) -> TimelineEntry:
    """The entry that the draft will be, as the fold needs it."""
    return TimelineEntry(
        made.id, made.incident_id, 0, at, now, made.author, made.source, fact, made.external_ref
    )
