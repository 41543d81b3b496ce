"""A line that was sent is stored or handed back; each in turn is judged by the state it meets."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import Final

import msgspec

from incident_tui.commands.outcome import Intended, Intent
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import IncidentTuiError, StoreError, StoreLockedError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared, StatusChanged
from incident_tui.domain.incident import Status
from incident_tui.services.incident_log import IncidentLog, declaring
from incident_tui.services.session import Session
from incident_tui.services.store import Store

_TRIES: Final = 4
"""How often a line meets a locked store, five seconds each, before it is handed back."""


class SentLine(msgspec.Struct, frozen=True):
    """A line on its way; its id makes storing it twice impossible."""

    id: str
    text: str
    typed_at: datetime
    selected: int | None = None


class Reports(msgspec.Struct, frozen=True):
    """Whom to tell: what is on its way, what was stored, refused, or meant for the screen."""

    moving: Callable[[tuple[SentLine, ...]], object]
    stored: Callable[[], object]
    declared: Callable[[str], object]
    refused: Callable[[SentLine, IncidentTuiError], object]
    intended: Callable[[Intended], object]


class Outbox:
    """The lines of one window between Enter and the disk."""

    def __init__(self, store: Store, log: IncidentLog, reports: Reports) -> None:
        self._store = store
        self._log = log
        self._tell = reports
        self._task: asyncio.Task[None] | None = None
        self.lines: tuple[SentLine, ...] = ()

    @property
    def idle(self) -> bool:
        """Nothing is on its way."""
        return not self.lines

    def send(self, text: str, typed_at: datetime, selected: int | None = None) -> None:
        """Take a line; it is reported as stored, refused or intended, in order."""
        session = self._log.session
        sent = SentLine(session.new_id(session.now()), text, typed_at, selected)
        self._moving((*self.lines, sent))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work(), name="outbox")

    async def drained(self) -> None:
        """Wait until every line was stored or handed back."""
        while self._task is not None and not self._task.done():
            await asyncio.shield(self._task)

    async def _work(self) -> None:
        while self.lines:
            sent = self.lines[0]
            try:
                await self._judge(sent)
            except IncidentTuiError as error:
                self._moving(self.lines[1:])
                self._tell.refused(sent, error)
            else:
                self._moving(self.lines[1:])

    async def _judge(self, sent: SentLine) -> None:
        with suppress(StoreError):  # what is wrong with the store is said when it is written to
            self._log.catch_up()
        decided = self._log.decide(sent.text, sent.typed_at, sent.selected)
        at = decided.at or sent.typed_at
        match decided.outcome:
            case Declared() as fact:
                incident_id, script = declaring(self._log.session, fact, at)
                await self._store.record(script)
                self._tell.declared(incident_id)
            case Fact() as fact:
                await self._store_it(fact, at, sent.id)
            case Intent() as intent:
                self._tell.intended(intent)

    async def _store_it(self, fact: Fact, at: datetime, entry_id: str) -> None:
        for left in range(_TRIES, 0, -1):
            try:
                await self._store.record(self._log.recording(fact, at, entry_id=entry_id))
            except StoreLockedError:
                if left == 1:
                    raise
            else:
                break
        self._tell.stored()

    def _moving(self, lines: tuple[SentLine, ...]) -> None:
        self.lines = lines
        self._tell.moving(lines)


def by_whom(
    new: Iterable[TimelineEntry], session: Session
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts among these entries that this very window recorded, and those of others."""
    me = (session.author, session.source)
    here: list[Fact] = []
    elsewhere: list[Fact] = []
    for entry in new:
        (here if (entry.author, entry.source) == me else elsewhere).append(entry.fact)
    return tuple(here), tuple(elsewhere)


def resolves(fact: Fact) -> bool:
    """Whether it ends the incident."""
    return isinstance(fact, StatusChanged) and fact.after is Status.RESOLVED
