"""A new file appears whole or not at all, for its owner's eyes only, and never over another one."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from incident_tui.domain.errors import StoreDamagedError
from incident_tui.storage.script import UNREADABLE, refusal


def reserve(path: Path) -> Path:
    """An empty file of mode 0600 beside `path`, to be filled and then given to `place`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return new


def place(new: Path, path: Path) -> None:
    """Give the finished file its name; FileExistsError when the name is taken."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        new.replace(path)
    new.unlink(missing_ok=True)
    sync_folder(path)


def sync_folder(path: Path) -> None:
    """Make the names in the folder of `path` durable, where the system can."""
    if os.name == "posix":
        folder = os.open(path.absolute().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def snapshot(
    source: sqlite3.Connection, path: Path, check: Callable[[Path], None] | None = None
) -> None:
    """A verified copy of a live store at `path`; FileExistsError when the name is taken.

    `check` may look at the copy before it gets its name, and raise.
    """
    new = reserve(path)
    try:
        copy(source, new)
        if check is not None:
            check(new)
        place(new, path)
    finally:
        discard(new)


def copy(source: sqlite3.Connection, new: Path) -> None:
    """Fill `new` with the store; StoreDamagedError when the copy is not sound."""
    target = sqlite3.connect(new, isolation_level=None)
    try:
        source.backup(target)
        sound = target.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except UNREADABLE as error:
        raise refusal(error) from error
    finally:
        target.close()
    if not sound:
        raise StoreDamagedError(
            "the store is damaged and was not copied; `incident-tui verify` says where"
        )


def beside(path: Path, suffix: str) -> Path:
    """The file next to `path` whose name is longer by `suffix`."""
    return path.with_name(path.name + suffix)


def discard(new: Path) -> None:
    """Remove what `reserve` made, and the journal beside it, if they are still there."""
    for leftover in (new, beside(new, "-journal")):
        leftover.unlink(missing_ok=True)
