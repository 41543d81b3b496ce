"""An alert that is sent here goes to the incident it belongs to; where there is none, it waits.

It belongs where it is known already, else to the live incident of its service, else to the newest
live one. While nothing is live what was sent is kept, and declaring an incident is offered. What
one sender brought to an incident at a sitting is taken back as one, and stays so when it is sent
again.
"""

import re
import shlex
from collections import deque
from io import BytesIO
from typing import Final

import msgspec

from incident_tui.domain.incident import Status
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.text import one_line
from incident_tui.importers.format import (
    CapturedEntry,
    CaptureImporter,
    Given,
    ImportRefusedError,
)
from incident_tui.services.incident_log import open_log
from incident_tui.services.intake import capturing
from incident_tui.services.intake.sitting import Sitting
from incident_tui.services.intake.sources import Source
from incident_tui.services.session import Session
from incident_tui.services.store import Store

SENDERS: Final = ("alertmanager", "grafana", "pagerduty")
"""Whose notifications are taken, by the name of their importer."""
_KEPT: Final = 200
"""Notifications that wait for an incident; the oldest go first."""


class Received(msgspec.Struct, frozen=True):
    """What became of one notification: entries in an incident, or an offer to declare one."""

    entries: tuple[str, ...] = ()
    incident: str | None = None
    new: int = 0
    offer: str | None = None


class Receiver:
    """Takes in notifications, one at a time."""

    def __init__(self, store: Store, session: Session, number: int | None) -> None:
        self._store = store
        self._session = session
        self._number = number
        self._waiting: deque[tuple[str, bytes]] = deque(maxlen=_KEPT)
        self._sittings: dict[tuple[str, str], Sitting] = {}

    def take(self, sender: str, body: bytes) -> Received:
        """Store it, or keep it; ImportRefusedError where it is none of that sender's."""
        source = Source(BytesIO(body), sender)
        importer = capturing.importer(sender, source)
        if not isinstance(importer, CaptureImporter):
            raise ImportRefusedError(f"{sender} sends no notifications")
        reading = capturing.Capture(source, importer, Given())
        seen = capturing.Survey()
        read = seen.through(reading.read())
        entries = [captured for captured in read if isinstance(captured, CapturedEntry)]
        if not entries:
            return Received()
        number = self._home(entries)
        if number is None:
            self._waiting.append((sender, body))
            return Received(offer=_offer(seen, entries))
        log = open_log(self._store, self._session, number=number)
        there = self._store.log.stored_under(log.id, [entry.external_ref for entry in entries])
        new = [entry for entry in entries if entry.external_ref not in there]
        if new:
            sitting = self._sittings.setdefault((log.id, sender), Sitting(self._store, log))
            sitting.take(reading, seen.found, new)
        words = tuple(one_line(entry.text) for entry in new)
        return Received(words, incident_name(number), len(new))

    def catch_up(self) -> list[Received]:
        """Store what waited, if an incident is live by now."""
        if not self._waiting or self._store.read.live() is None:
            return []
        waiting, self._waiting = list(self._waiting), deque(maxlen=_KEPT)
        return [self.take(sender, body) for sender, body in waiting]

    def _home(self, entries: list[CapturedEntry]) -> int | None:
        """The number of the incident that these belong to."""
        if self._number is not None:
            return self._number
        known = self._store.log.known_under([entry.external_ref for entry in entries])
        found = self._store.read.incident_of(known) if known else None
        if found is not None:
            return found.number
        live = [row for row in self._store.read.incidents() if row.status is not Status.RESOLVED]
        text = "\n".join(entry.text for entry in entries)
        served = [row for row in live if row.service and _names(text, row.service)]
        return max((row.number for row in served or live), default=None)


def _names(text: str, service: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(service)}(?![\w-])", text, re.IGNORECASE))


def _offer(seen: capturing.Survey, entries: list[CapturedEntry]) -> str:
    """The command that declares an incident for it."""
    title = one_line(seen.found.title or entries[0].text)[:120]
    first = min(entry.occurred_at for entry in entries)
    return f"incident-tui declare {shlex.quote(title)} --at {first:%Y-%m-%dT%H:%M:%SZ}"
