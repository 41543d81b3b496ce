"""What drips in at one sitting is on the disk at once, and taken back as one.

What comes in after it was taken back stands: another sitting begins with it.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from msgspec.structs import replace

from incident_tui.importers.format import Captured, CapturedEntry, Found, Given
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.intake import taking
from incident_tui.services.intake.capturing import Capture, survey
from incident_tui.services.intake.import_facts import Choice
from incident_tui.services.store import Store
from incident_tui.storage.capturing import Taken


class Sitting:
    """What one source tells of one incident, for as long as somebody follows it or listens."""

    def __init__(self, store: Store, log: IncidentLog) -> None:
        self._store = store
        self._log = log
        self._id = ""

    def take(self, reading: Capture, found: Found, new: Sequence[CapturedEntry]) -> Taken:
        """Store the entries that are new in what was read."""

        def read(_: BinaryIO, __: Given) -> Iterator[Captured]:
            yield found
            yield from new

        self._log.catch_up()
        session = self._log.session
        if not self._id or self._id in self._log.state.withdrawn:
            self._id = session.new_id(session.now())
        told = replace(reading, importer=replace(reading.importer, read=read, spoken=False))
        choice = Choice(sitting=self._id)
        seen = survey(told)
        prepared = taking.prepare(self._store, session, told, seen, self._log.number, choice)
        return taking.carry_out(self._store, prepared)
