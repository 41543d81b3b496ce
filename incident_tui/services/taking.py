"""An import goes to one incident in one transaction, and one `/undo` takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from incident_tui.domain import facts
from incident_tui.domain.incident import Severity
from incident_tui.domain.state import IncidentState
from incident_tui.services.capturing import Capture, Survey
from incident_tui.services.import_facts import Choice, Taking
from incident_tui.services.incident_log import open_log
from incident_tui.services.session import Session
from incident_tui.services.sources import Watch
from incident_tui.services.store import Store
from incident_tui.storage.append import append
from incident_tui.storage.capturing import Taken
from incident_tui.storage.codec import draft

if TYPE_CHECKING:
    from incident_tui.storage.script import Script


class Prepared(msgspec.Struct, frozen=True):
    """An import that was thought out: the incident it goes to, and the transaction.

    Once it was carried out, `refused` says which accepted suggestions could not be done, and why.
    """

    incident_id: str
    script: Script[Taken]
    refused: list[str] = []


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
    else:
        log = open_log(store, session, number=number)
    taking = Taking(session, log.id, log.state, reading, choice)
    return Prepared(log.id, taking.script(seen, watch), taking.refused)


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
    taking = Taking(session, incident_id, IncidentState(), reading, choice)

    def script() -> Script[Taken]:
        yield from append([declared])
        return (yield from taking.script(seen, watch))

    return Prepared(incident_id, script(), taking.refused)
