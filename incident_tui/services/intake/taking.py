"""An import goes to one incident, counts once it is whole, and one `/undo` takes it back."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from incident_tui.domain import facts
from incident_tui.domain.errors import StoreError
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Severity
from incident_tui.domain.overlays import overlay_of, overlays
from incident_tui.domain.overlays import unfinished as is_open
from incident_tui.domain.state import IncidentState
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.intake.capturing import Capture, Survey
from incident_tui.services.intake.import_facts import Choice, ImportFacts
from incident_tui.services.intake.portions import Portions
from incident_tui.services.intake.sources import Watch
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage.capturing import Taken
from incident_tui.storage.codec import draft

if TYPE_CHECKING:
    from incident_tui.storage.script import Script


class Prepared(msgspec.Struct, frozen=True):
    """An import that was thought out: the incident it goes to, and its transactions.

    Between them the store is free. `taken` and `refused`, which accepted suggestions could not be
    done and why, are complete after the last. Drawing up the first reads the source.
    """

    incident_id: str
    scripts: Iterator[Script[Any]]
    taken: Taken
    refused: list[str] = []


def carry_out(store: Store, prepared: Prepared) -> Taken:
    """Store it; on ImportRefusedError nothing was stored, on StoreError no line of it counts."""
    with _told(prepared.taken):
        for script in prepared.scripts:
            store.write(script)
    return prepared.taken


async def record(store: Store, prepared: Prepared) -> Taken:
    """`carry_out` without blocking: what others write comes between its transactions."""
    with _told(prepared.taken):
        while script := await to_thread(next, prepared.scripts, None):
            await store.record(script)
    return prepared.taken


@contextmanager
def _told(taken: Taken) -> Iterator[None]:
    """A store that refuses in the middle says what that means and what to do."""
    try:
        yield
    except StoreError as error:
        if not taken.new:
            raise
        why = f"{error}; none of its lines count yet: import it again, and it goes on"
        raise StoreError(why) from error


class Half(msgspec.Struct, frozen=True):
    """An import that is not whole: where it is, what it is called, and the lines that wait."""

    number: int
    seq: int
    since: datetime
    name: str
    lines: int


def unfinished(store: Store) -> list[Half]:
    """Imports that are under way or broke off, and were neither made good nor taken back."""
    found = []
    for begun in store.log.begun_imports():
        entries = store.log.state_rows(begun.incident_id)
        marks = overlays(entries)
        later = [e for e in entries if e.seq > begun.seq and not overlay_of(e, marks).retracted]
        if not is_open(begun, marks) or any(_is_whole(e.fact, begun.fact) for e in later):
            continue
        row = store.read.incident_of(begun.incident_id)
        fact: Any = begun.fact
        lines = store.log.lines_of(begun.incident_id, fact.batch)
        number = row.number if row else 0
        found.append(Half(number, begun.seq, begun.recorded_at, fact.text or fact.origin, lines))
    return found


def _is_whole(fact: Fact, begun: Any) -> bool:
    """Whether it closes an import of the same source."""
    return isinstance(fact, facts.ImportCompleted) and (
        (fact.origin, fact.text) == (begun.origin, begun.text)
    )


def prepare(
    store: Store,
    session: Session,
    reading: Capture,
    seen: Survey,
    number: int | None = None,
    choice: Choice | None = None,
    watch: Watch | None = None,
) -> Prepared:
    """The import into the incident of that number, a new one of its own, or the newest live one."""
    choice = choice or Choice()
    if number is None and (reading.importer.declares or choice.declare is not None):
        ref = _reference(reading, seen)
        known = store.log.declared_as(ref)
        if known is None:
            return _declaring(session, reading, seen, choice, watch, ref)
        log = open_log(store, session, incident_id=known)
        state = IncidentState() if _broke_off(log) else log.state
    else:
        log = open_log(store, session, number=number)
        state = log.state
    told = ImportFacts(session, log.id, state, reading, choice)
    portions = Portions(session, log.id, reading, told)
    return Prepared(log.id, portions.scripts(seen, watch), portions.taken, told.refused)


def _broke_off(log: IncidentLog) -> bool:
    """Whether it was declared by an import that is not complete."""
    second = log.entry(2)
    begun = second is not None and isinstance(second.fact, facts.ImportBegun) and second.fact
    return bool(begun and begun.batch in log.state.withdrawn)


def _reference(reading: Capture, seen: Survey) -> str:
    """What tells the incident in a source from every other, in whichever zone it is read."""
    first = seen.earliest.external_ref if seen.earliest else ""
    return f"{seen.found.title or reading.source.name}:{first or reading.importer.name}"


def _declaring(
    session: Session,
    reading: Capture,
    seen: Survey,
    choice: Choice,
    watch: Watch | None,
    ref: str,
) -> Prepared:
    now = session.now()
    incident_id = session.new_id(now)
    title = choice.declare or seen.found.title or reading.source.name or reading.importer.label
    declared = draft(
        facts.Declared(title, seen.found.severity or Severity.SEV3),
        id=incident_id,
        incident_id=incident_id,
        occurred_at=seen.earliest.occurred_at if seen.earliest else now,
        recorded_at=now,
        author=session.author,
        source=reading.importer.name,
        external_ref=ref,
    )
    told = ImportFacts(session, incident_id, IncidentState(), reading, choice)
    portions = Portions(session, incident_id, reading, told)
    scripts = portions.scripts(seen, watch, declared)
    return Prepared(incident_id, scripts, portions.taken, told.refused)
