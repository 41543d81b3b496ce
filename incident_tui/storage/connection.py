"""A store is opened only after its first bytes said that it is ours, and always set up alike."""

# pathlib costs more than all of this.
# ruff: noqa: PTH100, PTH123

from __future__ import annotations

import _sqlite3
import os

from incident_tui.domain import errors
from incident_tui.storage.schema import APPLICATION_ID, VERSION
from incident_tui.storage.script import UNREADABLE, drive, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlite3 import Connection

    from incident_tui.storage.script import Script

PATIENCE_MS = 5000
"""How long a write waits for another process's transaction."""

PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: fsync alone does not reach the disk
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 72


def open_reader(path: str, patience_ms: int, cache_kib: int = 2_000) -> Connection:
    """A connection that cannot write, on a store that exists; reads wait at most `patience_ms`."""
    connection = connect(path)
    connection.execute("PRAGMA query_only = ON")
    connection.execute(f"PRAGMA busy_timeout = {int(patience_ms)}")
    connection.execute(f"PRAGMA cache_size = {-int(cache_kib)}")
    return connection


def connect(path: str) -> Connection:
    """A connection to a store that exists and is of this version."""
    require_current(path)
    connection = raw(path)
    try:
        drive(connection, settings())
    except BaseException as error:
        connection.close()
        if isinstance(error, UNREADABLE):
            raise refusal(error) from error
        raise
    return connection


def team_of(connection: Connection) -> str:
    """The address of the team's store of which this is a copy; empty for a plain store."""
    try:
        rows = connection.execute("SELECT team FROM replica").fetchall()
    except UNREADABLE as error:
        raise refusal(error) from error
    return rows[0][0] if rows else ""


def raw(path: str) -> Connection:
    """A connection with no settings at all."""
    try:
        return _sqlite3.connect(uri(path), uri=True, isolation_level=None)
    except _sqlite3.DatabaseError as error:
        raise refusal(error) from error


def uri(path: str) -> str:
    """The address by which SQLite opens a file and never makes one."""
    full = os.path.abspath(path).replace(os.sep, "/")
    for char, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        full = full.replace(char, code)
    return f"file:{full if full.startswith('/') else '/' + full}?mode=rw"


def settings() -> Script[None]:
    """What every connection is told before its first use."""
    yield f"PRAGMA busy_timeout = {PATIENCE_MS}", {}
    mode = yield "PRAGMA journal_mode = TRUNCATE", {}
    if mode != [("truncate",)]:
        raise errors.StoreError(
            f"the store is in journal mode {mode[0][0]}, in which entries can be lost; "
            "close every other program that uses it and try again"
        )
    for pragma in PRAGMAS:
        yield pragma, {}


def require_current(path: str) -> None:
    """StoreError unless there is a store of this version at `path`; SQLite is not asked."""
    version = stored_version(path)
    if version is None:
        raise errors.StoreMovedError(f"there is no store at {path}; put it back or start again")
    if version < VERSION:
        raise errors.StoreError(f"{path} is of an older version; start again to have it migrated")


def stored_version(path: str) -> int | None:
    """The version in the file's header, None without a file; nothing on the disk is changed."""
    try:
        with open(path, "rb", buffering=0) as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise errors.StoreReadOnlyError(
            f"{path} cannot be read ({error.strerror}); give yourself permission to read it"
        ) from error
    application = int.from_bytes(header[68:72], "big")
    if header[:16] != _MAGIC or application != APPLICATION_ID:
        what = "is empty" if not header else "is not a store of incident-tui"
        raise errors.StoreDamagedError(
            f"{path} {what}; `incident-tui restore BACKUP` puts a backup in its place"
        )
    version = int.from_bytes(header[60:64], "big")
    if version > VERSION:
        raise errors.StoreNewerError(
            f"{path} was written by a newer incident-tui (store version {version}, this one "
            f"reads up to {VERSION}); upgrade incident-tui, nothing was changed"
        )
    return version
