"""A store changes version in one transaction, and only after a verified copy lies beside it."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from incident_tui.domain.errors import StoreError
from incident_tui.storage import files
from incident_tui.storage.connection import PATIENCE_MS, raw
from incident_tui.storage.schema import APPLICATION_ID, MIGRATIONS
from incident_tui.storage.script import UNREADABLE, drive, refusal
from incident_tui.storage.views import catch_up

Scripts = Sequence[Iterable[str]]


def create(path: str) -> None:
    """A new empty store at `path`, unless another process was quicker."""
    try:
        new = files.reserve(Path(path))
    except OSError as error:
        raise StoreError(
            f"no store can be made at {path} ({error.strerror}); choose a folder you can write"
        ) from error
    try:
        connection = raw(str(new))
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _apply(connection, MIGRATIONS)
        finally:
            connection.close()
        with suppress(FileExistsError):
            files.place(new, Path(path))
    finally:
        files.discard(new)


def upgrade(path: str, scripts: Scripts = MIGRATIONS) -> None:
    """Bring an existing store to the newest version; its copy is `path` + `.before-vN`."""
    connection = raw(path)
    try:
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        with suppress(FileExistsError):  # an earlier attempt ended after its copy
            files.snapshot(connection, files.beside(Path(path), f".before-v{len(scripts)}"))
        _apply(connection, scripts)
    finally:
        connection.close()


def _apply(connection: sqlite3.Connection, scripts: Scripts) -> None:
    """Run the scripts the store has not seen; another process may have run them while we waited."""
    try:
        # A script may rebuild a table; with foreign keys on that would delete what refers to it.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN EXCLUSIVE")
        try:
            [(version,)] = connection.execute("PRAGMA user_version").fetchall()
            for script in scripts[version:]:
                for statement in script:
                    connection.execute(statement)
            if version and version < len(scripts):
                drive(connection, catch_up())
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                raise StoreError("the store could not be migrated; nothing was changed")
            connection.execute(f"PRAGMA user_version = {len(scripts)}")
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise
    except UNREADABLE as error:
        raise refusal(error) from error
