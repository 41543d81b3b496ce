"""What this window would lose is kept beside the store, and given back at the next start."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from incident_tui.domain.errors import StoreError
from incident_tui.services.drafts import Draft, DraftFile, PendingLine, leftovers
from incident_tui.services.store import Store
from incident_tui.tui.screens.live import LiveScreen


def folder(store: Path) -> Path:
    """Where the drafts of a store's windows lie."""
    return store.with_name(f"{store.name}.drafts")


class Keeper:
    """The draft of one window, on disk within a tenth of a second of each key."""

    def __init__(self, store: Store, name: str, look: Callable[[], Draft]) -> None:
        self._file = DraftFile(folder(store.path), name)
        self._look = look
        self._kept = Draft()

    def keep(self) -> None:
        """Save what there is now; a full disk costs the draft, never the line on the screen."""
        draft = self._look()
        if draft != self._kept:
            self._file.save(draft)
            self._kept = draft

    def close(self) -> None:
        """Nothing is left to lose."""
        self._file.clear()
        self._file.close()


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


def take_up(store: Store) -> list[Draft]:
    """The drafts of windows that are gone, oldest first, without what was stored after all."""
    found = []
    with suppress(OSError, StoreError):
        for file in leftovers(folder(store.path)):
            draft = file.load()
            stored = {entry.id for entry in store.log.by_ids([p.id for p in draft.pending])}
            unsent = tuple(p for p in draft.pending if p.id not in stored)
            found.append(replace(draft, pending=unsent))
            file.clear()
            file.close()
    return found
