"""What is typed but not stored is kept in a file of its window until it is stored or taken up."""

import fcntl
import os
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from incident_tui.domain.errors import StoreError, StoreLockedError
from incident_tui.domain.text import storable

_PRIVATE: Final = os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


class PendingLine(msgspec.Struct, frozen=True):
    """A line sent but not yet acknowledged; its id makes sending it again harmless."""

    id: str
    incident_id: str
    text: str
    typed_at: datetime


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that one window would lose; `typed_at` is the aware UTC time of the line's first key."""

    incident_id: str = ""
    line: str = ""
    cursor: int = 0
    typed_at: datetime | None = None
    fields: dict[str, str] = {}
    """Unsaved answers of the post-mortem, by `incident id/field id`."""
    pending: tuple[PendingLine, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing would be lost."""
        return not (self.line or self.fields or self.pending)


class DraftFile:
    """One window's draft, which belongs to whoever holds the lock; a crash lets go of the lock.

    `name` is unique to the window (an id made for it): a name used again would hide what is left.
    """

    def __init__(self, folder: Path, name: str) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = folder / f"{name}.json"
        self._lock_path = folder / f"{name}.lock"
        self._new_path = folder / f"{name}.tmp"
        self._lock = _locked(self._lock_path)

    def load(self) -> Draft:
        """What is kept; an empty draft when nothing is."""
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=Draft)
        except FileNotFoundError:
            return Draft()

    def save(self, draft: Draft) -> None:
        """Replace what is kept; on disk when this returns. An empty draft leaves no file."""
        if draft.empty:
            return self.clear()
        try:
            new = os.open(self._new_path, _PRIVATE | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(new, "wb") as file:
                file.write(msgspec.json.encode(_clean(draft)))
                file.flush()
                os.fsync(file.fileno())
            self._new_path.replace(self.path)
        except OSError as error:
            raise StoreError(
                f"The draft cannot be kept in {self.path.parent} ({error.strerror}). "
                "Free some space or make the folder writable; the text is still on the screen."
            ) from error
        return None

    def clear(self) -> None:
        """Forget what is kept; the window goes on."""
        self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of it: what is kept will be offered at the next start."""
        self._new_path.unlink(missing_ok=True)
        if not self.path.exists():
            self._lock_path.unlink(missing_ok=True)
        os.close(self._lock)


def leftovers(folder: Path) -> list[DraftFile]:
    """The drafts of windows that are gone, oldest first, now owned by the caller.

    `clear` and `close` each one that was taken up; `close` alone leaves it for the next start.
    A file that cannot be read is renamed to `*.damaged` and stays.
    """
    found = []
    for lock in folder.glob("*.lock"):
        try:
            file = DraftFile(folder, lock.stem)
        except StoreLockedError:
            continue
        if _readable(file):
            found.append(file)
        else:
            file.close()
    return sorted(found, key=lambda file: file.path.stat().st_mtime_ns)


def _readable(file: DraftFile) -> bool:
    try:
        return not file.load().empty
    except (msgspec.DecodeError, UnicodeDecodeError):
        file.path.rename(file.path.with_suffix(".damaged"))
        return False


def _locked(path: Path) -> int:
    """A descriptor that holds the lock of the file which bears the name now."""
    while True:
        lock = os.open(path, _PRIVATE | os.O_RDWR, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(lock), path.stat()):
                return lock
        except BlockingIOError:
            os.close(lock)
            raise StoreLockedError(f"Another window owns the draft {path.stem}.") from None
        except FileNotFoundError:
            pass  # its owner went away between our two steps
        os.close(lock)


def _clean(draft: Draft) -> Draft:
    """The draft without what JSON cannot carry: keeping the rest matters more."""
    return replace(
        draft,
        line=storable(draft.line),
        fields={field: storable(text) for field, text in draft.fields.items()},
        pending=tuple(replace(line, text=storable(line.text)) for line in draft.pending),
    )
