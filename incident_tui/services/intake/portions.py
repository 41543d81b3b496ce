"""An import is read whole before any of it is stored, in portions that others can wait for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from incident_tui.domain.entries import micros
from incident_tui.importers.format import CapturedAction, CapturedAnswer, CapturedEntry
from incident_tui.postmortem import steps
from incident_tui.postmortem.fields import READ_OFF
from incident_tui.services.intake.capturing import Capture, Survey, refuse
from incident_tui.services.intake.import_facts import ImportFacts
from incident_tui.services.intake.sources import Watch
from incident_tui.services.intake.spool import Spool
from incident_tui.services.session import Session
from incident_tui.storage.append import append
from incident_tui.storage.capturing import Capturing, Piece, Taken
from incident_tui.storage.draft import Draft

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

PORTION: Final = 2000
"""Lines that are stored in one transaction, which others wait for: some tens of milliseconds."""


class Portions:
    """One import on its way into the incident of that id."""

    def __init__(
        self, session: Session, incident_id: str, reading: Capture, import_facts: ImportFacts
    ) -> None:
        self._session = session
        self._reading = reading
        self._facts = import_facts
        self._capturing = Capturing(incident_id)
        self._actions: list[CapturedAction] = []
        self._answers: dict[str, str] = {}

    @property
    def taken(self) -> Taken:
        """What came in so far."""
        return self._capturing.taken

    def scripts(
        self, seen: Survey, watch: Watch | None = None, first: Draft | None = None
    ) -> Iterator[Script[Any]]:
        """The transactions in their order, the first led by that draft; refused before any of them.

        All is read before, and each is drawn up while none is open: no entry waits for a source.
        A long import takes several, which count together with the last: no entry waits for those.
        """
        spool = Spool()
        try:
            self._read(spool, seen, watch)
            refuse(self._reading, seen)
            opening = self._begin(first, long=seen.entries > PORTION)
            portions = map(self._capturing.take, self._portions(spool))
            if seen.entries > PORTION:
                yield opening
                yield from portions
                yield self._finish(seen)
            else:
                yield _together(opening, *portions, self._finish(seen))
        finally:
            spool.close()

    def _begin(self, first: Draft | None, *, long: bool) -> Script[None]:
        if first is not None:
            yield from append([first])
        if long:
            draft, fact = self._facts.begun()
            new = first is not None
            self._facts.batch = yield from self._capturing.begin(draft, fact, at_once=new)
        else:
            yield from self._capturing.begin()

    def _finish(self, seen: Survey) -> Script[Taken]:
        """What stands beside the lines, and the fact that closes them."""
        yield from self._capturing.take([self._facts.action(action) for action in self._actions])
        yield from self._capturing.take(list(self._facts.accepted()))
        yield from self._capturing.take(self._facts.over(seen.latest))
        skipped = sum(seen.skipped.values())
        close = partial(self._facts.completed, skipped=skipped)
        author, now = self._session.author, micros(self._session.now())
        return (yield from self._capturing.finish(close, self._answers, author, now))

    def _portions(self, lines: Iterable[CapturedEntry]) -> Iterator[list[Piece]]:
        rest = iter(lines)
        while portion := list(islice(rest, PORTION)):
            portion.sort(key=lambda entry: entry.occurred_at)
            yield [self._facts.line(entry) for entry in portion]

    def _read(self, spool: Spool, seen: Survey, watch: Watch | None) -> None:
        """Keep the entries aside, and what else there is for the end."""
        read = self._reading.read(watch, hear=False)
        fields = {f.id for step in steps.STEPS for f in step.fields if f.kind not in READ_OFF}
        for captured in read if seen.whole else seen.through(read):
            match captured:
                case CapturedEntry():
                    spool.add(captured)
                case CapturedAction():
                    self._actions.append(captured)
                case CapturedAnswer(field=field, text=text) if field in fields and text:
                    self._answers.setdefault(field, text)


def _together(*scripts: Script[Any]) -> Script[None]:
    """One transaction of all of them."""
    for script in scripts:
        yield from script
