"""A copy is a backup only once it was verified, and a restore never destroys what it replaces."""

from itertools import count
from pathlib import Path

from incident_tui.domain.errors import StoreDamagedError, StoreError
from incident_tui.storage import files
from incident_tui.storage.connection import PATIENCE_MS, connect, open_reader, stored_version
from incident_tui.storage.integrity import verify

_COMPANIONS = ("-journal", "-wal", "-shm")


def backup(source: str, target: str) -> None:
    """Copy a store that may be in use to a new file; StoreError when the name is taken."""
    connection = open_reader(source, PATIENCE_MS)
    try:
        files.snapshot(connection, Path(target), _require_whole)
    except FileExistsError as error:
        raise StoreError(f"{target} is there already; choose another name") from error
    finally:
        connection.close()


def restore(saved: str, target: str) -> Path | None:
    """Put a backup in the place of the store; gives the path under which the old file was kept."""
    if stored_version(saved) is None:
        raise StoreError(f"there is no backup at {saved}; name the file of one")
    place = Path(target)
    connection = open_reader(saved, PATIENCE_MS)
    new = files.reserve(place)
    try:
        files.copy(connection, new)
        _require_whole(new)
        kept = _keep_aside(place)
        new.replace(place)
        files.sync_folder(place)
    finally:
        connection.close()
        files.discard(new)
    return kept


def _keep_aside(place: Path) -> Path | None:
    """A second name for the old file, under which it outlives its replacement."""
    if not place.exists():
        return None
    names = (files.beside(place, f".before-restore-{n}") for n in count(1))
    kept = next(name for name in names if not name.exists())
    try:
        kept.hardlink_to(place)
    except OSError:  # a file system without hard links
        place.replace(kept)
    # The old file's journal must not be played into the new file.
    for suffix in _COMPANIONS:
        companion = files.beside(place, suffix)
        if companion.exists():
            companion.replace(files.beside(kept, suffix))
    return kept


def _require_whole(path: Path) -> None:
    connection = connect(str(path))
    try:
        problems = verify(connection)
    finally:
        connection.close()
    if problems:
        raise StoreDamagedError(
            f"the copy is not whole ({problems[0]}); nothing was put in place, "
            "`incident-tui verify` says more"
        )
