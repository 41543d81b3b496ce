"""One incident as a window or a command sees it: lines are decided, appended and folded back in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from incident_tui.commands.outcome import Decided, DeclaredPrivate, FindText, Situation
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import (
    FACTS,
    STATELESS_KINDS,
    Declared,
    ImportBegun,
    ImportCompleted,
    Redacted,
    Retracted,
)
from incident_tui.domain.fold import Fold
from incident_tui.domain.incident import OtherIncident
from incident_tui.domain.overlays import overlay_of, unfinished
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.state import IncidentState
from incident_tui.domain.timeline import TimelineRow, row
from incident_tui.domain.wording import word_of
from incident_tui.services.ordering import Place
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage.codec import draft
from incident_tui.storage.rows import IncidentRow

if TYPE_CHECKING:
    from incident_tui.storage.append import Appended
    from incident_tui.storage.script import Script

_LOOK_BACK = 20
"""How many of a person's newest entries `/undo` looks through for one that still stands."""


class IncidentLog:
    """The log of one incident; `state` is current as of entry `seq`."""

    def __init__(self, store: Store, session: Session, incident: IncidentRow) -> None:
        self._store = store
        self._fold = Fold(store.log.state_rows(incident.id))
        self.session = session
        self.id = incident.id
        self.number = incident.number
        self.seq = incident.entries
        self._laid = store.laid

    @property
    def name(self) -> str:
        """`INC-42`."""
        return incident_name(self.number)

    @property
    def state(self) -> IncidentState:
        """What is true now, by the entries up to `seq`."""
        return self._fold.state

    def situation(self, typed_at: datetime | None = None, selected: int | None = None) -> Situation:
        """What a decider may know when a line was begun at `typed_at`."""
        now = self.session.now()
        return Situation(
            self.state,
            self.session.author,
            typed_at or now,
            now,
            entry=self.entry,
            mine=self._mine,
            selected=None if selected is None else self.entry(selected),
            practice=self.session.practice,
            other=self._other,
        )

    def decide(
        self, line: str, typed_at: datetime | None = None, selected: int | None = None
    ) -> Decided:
        """What the line comes to; `at` is filled in. Raises CommandError."""
        from incident_tui.commands.all import REGISTRY  # noqa: PLC0415  to look decides nothing

        situation = self.situation(typed_at, selected)
        decided = REGISTRY.decide(line, situation)
        return Decided(decided.outcome, decided.at or situation.at)

    def recording(
        self, fact: Fact, at: datetime, *, entry_id: str = "", external_ref: str | None = None
    ) -> Script[list[Appended]]:
        """The transaction that appends the fact; an id given twice is stored once."""
        from incident_tui.storage.append import append  # noqa: PLC0415  to look records nothing

        now = self.session.now()
        made = draft(
            fact,
            id=entry_id or self.session.new_id(now),
            incident_id=self.id,
            occurred_at=at,
            recorded_at=now,
            author=self.session.author,
            source=self.session.source,
            external_ref=external_ref,
        )
        if isinstance(fact, Redacted):
            from incident_tui.storage.redact import redact  # noqa: PLC0415  as above

            return [(yield from redact(made))]
        for taken_back in self._imports(fact):
            from incident_tui.storage.answering import empty_again  # noqa: PLC0415  as above

            yield from empty_again(self.id, taken_back.filled, made.author, made.recorded_at)
        return (yield from append([made]))

    def _imports(self, fact: Fact) -> Iterator[ImportCompleted]:
        """The import that the fact takes back, if it takes back one that answered questions."""
        if isinstance(fact, Retracted):
            for entry in self._store.log.by_ids([fact.target]):
                if isinstance(entry.fact, ImportCompleted):
                    yield entry.fact

    def catch_up(self) -> list[TimelineEntry]:
        """The entries recorded since, by whomever, now folded in."""
        new = self._store.log.after(self.id, self.seq)
        if new:
            self.seq = new[-1].seq
            self._fold.add(e for e in new if e.fact.KIND not in STATELESS_KINDS)
        if any(isinstance(entry.fact, Redacted) for entry in new):
            # The fold still holds the text as it was; only the store has it blanked.
            self._fold = Fold(self._store.log.state_rows(self.id))
        return new

    def relaid(self) -> bool:
        """Whether entries have other numbers since, as the team has them; all is then read anew."""
        laid = self._store.laid
        if laid == self._laid:
            return False
        found = self._store.read.incident_of(self.id)
        self._fold = Fold(self._store.log.state_rows(self.id))
        self._laid = laid
        if found is not None:
            self.seq, self.number = found.entries, found.number
        return True

    def record(
        self, fact: Fact, at: datetime, *, external_ref: str | None = None
    ) -> list[TimelineEntry]:
        """Append the fact and catch up, blocking."""
        self._store.write(self.recording(fact, at, external_ref=external_ref))
        return self.catch_up()

    def entry(self, seq: int) -> TimelineEntry | None:
        """The entry of that number."""
        found = self._store.log.rows(self.id, [seq])
        return found[0] if found else None

    def rows(self, seqs: Sequence[int]) -> list[TimelineRow]:
        """The rows of those numbers as they stand now, in that order."""
        return [row(entry, self.state) for entry in self._store.log.rows(self.id, seqs)]

    def newest(self, count: int) -> list[TimelineRow]:
        """The last rows of the timeline, in the order they happened."""
        gone = sorted(self.state.withdrawn)
        rows = [row(entry, self.state) for entry in self._store.log.newest(self.id, count, gone)]
        return sorted(rows, key=lambda r: (r.occurred_at, r.entry.seq))

    def find(self, asked: FindText) -> list[Place]:
        """The places of the rows that hold the words, are by that person, of that kind."""
        kinds = [fact.KIND for fact in FACTS if asked.kind in {fact.KIND, word_of(fact.KIND)}]
        if asked.kind and not kinds:
            return []
        chosen = kinds if asked.kind else []
        gone = sorted(self.state.withdrawn)
        return self._store.log.matching(self.id, asked.text, asked.author, chosen, gone)

    def _other(self, number: int) -> OtherIncident | None:
        """The incident of that number, unless it is this one."""
        found = None if number == self.number else self._store.read.incident(number)
        if found is None:
            return None
        return OtherIncident(found.id, found.number, found.title, found.declared_at)

    def _mine(self) -> TimelineEntry | None:
        """The newest entry of this person that still stands and may be taken back."""
        newest = self._store.log.newest_by(self.session.author, self.id, _LOOK_BACK)
        fixed, marks = (Declared, Retracted, Redacted), self.state.overlays
        standing = (
            e
            for e in newest
            if unfinished(e, marks)
            or not (isinstance(e.fact, (*fixed, ImportBegun)) or overlay_of(e, marks).retracted)
        )
        return next(standing, None)


def declare(store: Store, session: Session, fact: Declared, at: datetime) -> IncidentLog:
    """A new incident, on the disk when this returns."""
    incident_id, script = declaring(session, fact, at)
    store.write(script)
    return open_log(store, session, incident_id=incident_id)


def declaring(session: Session, fact: Declared, at: datetime) -> tuple[str, Script[list[Appended]]]:
    """The id of a new incident and the transaction that declares it."""
    from incident_tui.storage.append import append  # noqa: PLC0415  as above

    now = session.now()
    incident_id = session.new_id(now)
    facts = fact.facts if isinstance(fact, DeclaredPrivate) else (fact,)
    drafts = [
        draft(
            each,
            id=session.new_id(now) if nth else incident_id,
            incident_id=incident_id,
            occurred_at=at,
            recorded_at=now,
            author=session.author,
            source=session.source,
        )
        for nth, each in enumerate(facts)
    ]
    return incident_id, append(drafts)


def open_log(
    store: Store, session: Session, *, number: int | None = None, incident_id: str = ""
) -> IncidentLog:
    """The log of an incident by number or id, else of the newest live one, or NotFoundError."""
    if incident_id:
        found = store.read.incident_of(incident_id)
    elif number is not None:
        found = store.read.incident(number)
    else:
        found = store.read.live()
    if found is None:
        raise NotFoundError(_nowhere(store, number))
    return IncidentLog(store, session, found)


def _nowhere(store: Store, number: int | None) -> str:
    counts = store.read.counts()
    if not counts.incidents:
        return "there is no incident yet; declare one: incident-tui declare TITLE"
    if number is None:
        return "no incident is live; name one with -i INC-1, or declare one"
    return f"there is no {incident_name(number)}; incident-tui list shows what there is"
