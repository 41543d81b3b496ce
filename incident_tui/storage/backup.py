"""A copy is a backup only once it was verified, and a restore never destroys what it replaces."""

from datetime import UTC, datetime, timedelta
from glob import escape
from itertools import count
from pathlib import Path
from typing import Final

from incident_tui.domain.errors import StoreDamagedError, StoreError
from incident_tui.storage import files
from incident_tui.storage.connection import (
    PATIENCE_MS,
    connect,
    open_reader,
    stored_version,
    team_of,
)
from incident_tui.storage.integrity import verify

KEPT: Final = 10
"""Backups of the rotation; the oldest goes when an eleventh was verified."""
EVERY: Final = timedelta(hours=24)
_COMPANIONS = ("-journal", "-wal", "-shm")
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"


def backup(source: str, target: str) -> None:
    """Copy a store that may be in use to a new file; StoreError when the name is taken."""
    connection = open_reader(source, PATIENCE_MS)
    try:
        files.snapshot(connection, Path(target), _require_whole)
    except OSError as error:
        if Path(target).exists():
            raise StoreError(f"{target} is there already; choose another name") from error
        why = f"{target} cannot be made ({error.strerror}); choose a folder you can write"
        raise StoreError(why) from error
    finally:
        connection.close()


def due(source: str, now: datetime) -> bool:
    """Whether the newest backup of the rotation is a day old, or there is none."""
    made = [when for path in _rotation(source) if (when := _stamped(path)) is not None]
    return not made or not timedelta(0) <= now - max(made) < EVERY


def rotate(source: str, now: datetime) -> Path:
    """A backup beside the store, named after the time; of these only the newest ten are kept."""
    folder = files.beside(Path(source), ".backups")
    made = folder / f"{now.astimezone(UTC):{_STAMP}}.db"
    backup(source, str(made))
    begun = (path for path in folder.glob("*.new*") if _age(path, now) > EVERY)
    for old in (*sorted(_rotation(source), reverse=True)[KEPT:], *begun):
        old.unlink(missing_ok=True)
    return made


def copies(source: str) -> list[Path]:
    """Every earlier copy beside the store: backups, and what upgrades and restores kept."""
    store = Path(source)
    aside = store.parent.glob(f"{escape(store.name)}.before-*")
    return sorted([*_rotation(source), *(path for path in aside if path.suffix != "-journal")])


def _rotation(source: str) -> list[Path]:
    folder = files.beside(Path(source), ".backups")
    return [path for path in folder.glob("*.db") if _stamped(path) is not None]


def _age(path: Path, now: datetime) -> timedelta:
    return now - datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _stamped(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def require(saved: str) -> None:
    """Refuse what is no backup, before anybody is asked about it."""
    if stored_version(saved) is None:
        raise StoreError(f"there is no backup at {saved}; name the file of one")


def restore(saved: str, target: str, team: str = "") -> Path | None:
    """Put a backup in the place of the store; gives the path under which the old file was kept.

    Only a backup of the copy takes the place of the copy of a `team`: another file would look like
    one, and send nothing.
    """
    require(saved)
    place = Path(target)
    connection = open_reader(saved, PATIENCE_MS)
    new = files.reserve(place)
    try:
        if team and team_of(connection) != team:
            raise StoreError(
                f"{saved} is no backup of this copy; restore it to a file of its own with --db, "
                "and `push` that to the team's store"
            )
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
