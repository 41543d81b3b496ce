"""A log that still grows is read again when it has grown; each line of it comes in once.

The last message may still be going on, so it waits for the next one, or until it was quiet for a
while. A log that was rotated or cut begins anew, and what it repeats is known by its reference.
What comes in at one sitting is taken back as one; what comes after that stands.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from incident_tui.importers.format import (
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    ImportRefusedError,
    Suggestion,
)
from incident_tui.importers.hearing import Hearing
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.intake import capturing, sources
from incident_tui.services.intake.sitting import Sitting
from incident_tui.services.store import Store

QUIET: Final = timedelta(seconds=5)
"""After so long without a change the last message counts as whole."""


class Heard(msgspec.Struct, frozen=True):
    """What came of one look: entries that are stored now, and what they suggest."""

    entries: tuple[CapturedEntry, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


class Follower:
    """Follows one file into one incident; `look` is called every now and then."""

    def __init__(self, store: Store, log: IncidentLog, path: Path, name: str, given: Given) -> None:
        self._store = store
        self._log = log
        self._path = path
        self._name = name
        self._given = given
        self._seen: set[str] = set()
        self._hearing = Hearing()
        self._as_it_was: tuple[int, ...] = ()
        self._changed_at: datetime | None = None
        self._held = False
        self._sitting = Sitting(store, log)
        self.problem = ""

    def look(self, *, last: bool = False) -> Heard:
        """Store what is new; on the `last` look nothing is held back.

        UnsaidError where a person must first say what the log does not.
        """
        now = self._log.session.now()
        as_it_is = self._stat()
        if not as_it_is:
            self.problem = f"{self._path} cannot be read: it is not there"
            self._as_it_was = ()
            return Heard()
        if as_it_is != self._as_it_was:
            self._as_it_was, self._changed_at, self._held = as_it_is, now, True
        elif not (self._held and (last or self._is_quiet(now))):
            return Heard()
        try:
            importer, found, entries = self._read()
        except capturing.UnsaidError:
            raise
        except ImportRefusedError as error:
            self.problem = str(error)  # perhaps it is being written this very moment
            return Heard()
        self.problem = ""
        if not last and not self._is_quiet(now):
            entries = entries[:-1]
        else:
            self._held = False
        return self._store_new(
            importer, found, [e for e in entries if e.external_ref not in self._seen]
        )

    def _stat(self) -> tuple[int, ...]:
        try:
            stat = self._path.stat()
        except OSError:
            return ()
        return stat.st_ino, stat.st_size, stat.st_mtime_ns

    def _is_quiet(self, now: datetime) -> bool:
        return self._changed_at is not None and now - self._changed_at >= QUIET

    def _read(self) -> tuple[CaptureImporter, Found, list[CapturedEntry]]:
        source = sources.opened(self._path)
        try:
            importer = capturing.importer(self._name, source)
            if not isinstance(importer, CaptureImporter):
                raise ImportRefusedError(f"{importer.name} is no log that grows")
            self._name = importer.name
            capture = capturing.Capture(source, importer, self._given)
            seen = capturing.Survey()
            read = seen.through(capture.read())
            entries = [captured for captured in read if isinstance(captured, CapturedEntry)]
            capturing.refuse(capture, seen)
        finally:
            source.close()
        return importer, seen.found, entries

    def _store_new(
        self, importer: CaptureImporter, found: Found, read: list[CapturedEntry]
    ) -> Heard:
        if not read:
            return Heard()
        there = self._store.log.stored_under(self._log.id, [each.external_ref for each in read])
        source = sources.opened(self._path)
        try:
            capture = capturing.Capture(source, importer, self._given)
            taken = self._sitting.take(capture, found, read)
        finally:
            source.close()
        self._seen.update(entry.external_ref for entry in read)
        if taken.new == len(read):  # what was taken back comes in anew
            there = set()
        new = tuple(entry for entry in read if entry.external_ref not in there)
        told = [each for entry in read for each in self._told(entry, there)]
        return Heard(new, tuple(told) if importer.spoken else ())

    def _told(self, entry: CapturedEntry, there: set[str]) -> Iterable[Suggestion]:
        """What it suggests; what came in before is listened to only for what follows it."""
        heard = tuple(self._hearing.hear(entry))
        return () if entry.external_ref in there else heard
