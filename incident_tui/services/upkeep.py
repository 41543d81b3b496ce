"""Care of the store as a whole; nothing here makes a store where there was none."""

from contextlib import closing
from pathlib import Path

from incident_tui.domain.errors import NotFoundError
from incident_tui.storage import backup as copies
from incident_tui.storage.connection import PATIENCE_MS, connect, open_reader, stored_version
from incident_tui.storage.integrity import Problem
from incident_tui.storage.integrity import verify as verified
from incident_tui.storage.script import run
from incident_tui.storage.views import rebuild as rebuilding


def verify(store: Path) -> list[Problem]:
    """All that is wrong with the store; an empty list is a whole store."""
    with closing(open_reader(_there(store), PATIENCE_MS)) as connection:
        return verified(connection)


def rebuild(store: Path) -> int:
    """Make every view anew from the entries; gives the number of incidents."""
    with closing(connect(_there(store))) as connection:
        return run(connection, rebuilding())


def backup(store: Path, target: Path) -> None:
    """Copy the store, which may be in use, to a new file."""
    copies.backup(_there(store), str(target))


def restore(saved: Path, store: Path) -> Path | None:
    """Put a backup in the place of the store; gives where the old one was kept."""
    return copies.restore(str(saved), str(store))


def _there(store: Path) -> str:
    if stored_version(str(store)) is None:
        raise NotFoundError(f"there is no store at {store}; name one with --db")
    return str(store)
