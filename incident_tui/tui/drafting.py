"""What this window would lose is kept beside the store, and given back at the next start."""

from asyncio import to_thread
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from msgspec.structs import replace

from incident_tui.domain.errors import StoreError
from incident_tui.services.drafts import Draft, DraftFile, PendingLine, leftovers
from incident_tui.services.store import Store
from incident_tui.tui.screens.live import LiveScreen

if TYPE_CHECKING:
    from incident_tui.tui.app import IncidentApp

UPDATES = "update:"
"""What the keys of updates that were begun start with, among all that is kept."""
_KEEP_AFTER = 0.1
"""Seconds between a key and its draft on the disk."""


def folder(store: Path) -> Path:
    """Where the drafts of a store's windows lie."""
    return store.with_name(f"{store.name}.drafts")


class Keeper:
    """The draft of one window, on disk within a tenth of a second of each key.

    `answers` are what an ended window had not saved of post-mortems that are not open yet, and the
    updates that were begun and left.
    """

    def __init__(self, app: "IncidentApp", name: str) -> None:
        self._app = app
        self._folder = folder(app.store.path)
        self._name = name
        self._file: DraftFile | None = None
        self._kept = Draft()
        self._soon = False
        self._saving = RLock()  # taken again by a signal that meets its own thread saving
        self._looks = self._saved = 0
        self._left, self._found = left_behind(app.store)
        self.answers = {f: text for draft in self._found for f, text in draft.fields.items()}

    @property
    def left_at(self) -> str:
        """The id of the incident where something was left unsent, or an empty string."""
        return next((d.incident_id for d in reversed(self._found) if d.incident_id), "")

    def give_back(self, screen: LiveScreen) -> None:
        """Put what an ended window left behind where it was."""
        lines = [(draft.line, draft.typed_at) for draft in self._found if draft.line]
        lines += [(p.text, p.typed_at) for draft in self._found for p in draft.pending]
        for text, _ in lines[1:]:
            screen.bar.prompt.remember(text)
        self._app.call_after_refresh(self._taken_over)
        if lines:
            screen.bar.begin(*lines[0])
            more = f"; {len(lines) - 1} more behind the up arrow" if lines[1:] else ""
            told = f"the line you had not sent is back{more}"
            self._app.call_after_refresh(screen.bar.say, told)
        elif any(key.startswith(f"{UPDATES}{screen.log_.id}/") for key in self.answers):
            told = "an update you began is kept: /update goes on with it"
            self._app.call_after_refresh(screen.bar.say, told)

    def _taken_over(self) -> None:
        """Only what this window has kept itself may be forgotten where it was found."""
        with suppress(StoreError):
            self.keep()
            for file in self._left:
                file.clear()
                file.close()
            self._left = []

    def keep_soon(self) -> None:
        """Save within a moment, once for all that changes until then."""
        if not self._soon:
            self._soon = True
            self._app.set_timer(_KEEP_AFTER, self._due)

    async def _due(self) -> None:
        """In a thread: a disk may take longer than a key may wait."""
        self._soon = False
        with suppress(StoreError):  # the text is still on the screen
            await to_thread(self._save, *self._look())

    def keep(self) -> None:
        """Save what there is now; StoreError when it cannot be kept."""
        self._save(*self._look())

    def _look(self) -> tuple[int, Draft]:
        """What there is now, and how many looks there have been."""
        self._looks += 1
        return self._looks, self._draft()

    def _save(self, look: int, draft: Draft) -> None:
        """Save it, unless what a later look saw was saved before."""
        with self._saving:
            if look < self._saved:
                return
            self._saved = look
            if draft == self._kept or (draft.empty and self._file is None):
                return
            self._file = self._file or self._begun()
            self._file.save(draft)
            self._kept = draft

    def close(self) -> None:
        """Keep what is left, and let go of it."""
        self.keep()
        for file in (self._file, *self._left):
            if file is not None:
                file.close()

    def _begun(self) -> DraftFile:
        try:
            return DraftFile(self._folder, self._name)
        except OSError as error:
            raise StoreError(
                f"drafts cannot be kept in {self._folder} ({error.strerror}); make it writable"
            ) from error

    def _draft(self) -> Draft:
        unsaved = dict(self.answers)
        live: LiveScreen | None = None
        for screen in self._app.screen_stack:
            if isinstance(screen, LiveScreen):
                live = screen
            elif answers := getattr(screen, "unsaved", None):
                unsaved.update(answers())
        return draft_of(live, unsaved) if live else Draft(fields=unsaved)


def draft_of(screen: LiveScreen, fields: dict[str, str]) -> Draft:
    """What a live screen would lose."""
    prompt = screen.bar.prompt
    pending = tuple(
        PendingLine(sent.id, screen.log_.id, sent.text, sent.typed_at)
        for sent in screen.outbox.lines
    )
    return Draft(
        screen.log_.id, prompt.value, prompt.cursor_position, prompt.typed_at, fields, pending
    )


def left_behind(store: Store) -> tuple[list[DraftFile], list[Draft]]:
    """The drafts of windows that are gone, oldest first, without what was stored after all."""
    files: list[DraftFile] = []
    drafts = []
    with suppress(OSError, StoreError):
        files = leftovers(folder(store.path))
        for draft in (file.load() for file in files):
            stored = {entry.id for entry in store.log.by_ids([p.id for p in draft.pending])}
            unsent = tuple(p for p in draft.pending if p.id not in stored)
            drafts.append(replace(draft, pending=unsent))
    return files, drafts
