import sqlite3
from collections.abc import Callable, Generator
from typing import Any

import aiosqlite
import pytest

from incident_tui.domain import errors
from incident_tui.storage.append import append
from incident_tui.storage.connection import uri
from incident_tui.storage.opening import open_store
from incident_tui.storage.script import arun, refusal, run
from tests.storage.stories import declared, noted

Steps = Generator[Any, Any, Any]


def count() -> Steps:
    yield "CREATE TABLE IF NOT EXISTS t (a)", {}
    nothing = yield "INSERT INTO t VALUES (:a)", [{"a": 1}, {"a": 2}]
    rows = yield "SELECT a FROM t WHERE a > :least", {"least": 0}
    return nothing, rows


def break_off() -> Steps:
    yield "CREATE TABLE t (a)", {}
    raise KeyError("enough")


def mistaken() -> Steps:
    yield "CREATE TABLE t (a)", {}
    yield "SELECT * FROM nowhere", {}


def test_a_script_is_sent_the_rows_it_asks_for(store: sqlite3.Connection) -> None:
    assert run(store, count()) == ([], [(1,), (2,)])


async def test_both_doors_do_the_same(path: str) -> None:
    open_store(path).close()
    async with aiosqlite.connect(uri(path), uri=True, isolation_level=None) as connection:
        assert await arun(connection, count()) == ([], [(1,), (2,)])


@pytest.mark.parametrize(
    ("script", "error"), [(break_off, KeyError), (mistaken, errors.StoreError)]
)
async def test_a_script_that_fails_leaves_nothing(
    path: str, script: Callable[[], Steps], error: type[Exception]
) -> None:
    store = open_store(path)
    with pytest.raises(error):
        run(store, script())
    assert not store.in_transaction
    async with aiosqlite.connect(uri(path), uri=True, isolation_level=None) as connection:
        with pytest.raises(error):
            await arun(connection, script())
        assert not connection.in_transaction
    assert store.execute("SELECT 1 FROM sqlite_schema WHERE name = 't'").fetchall() == []
    store.close()


def test_a_lock_held_by_another_is_named(path: str, burning: sqlite3.Connection) -> None:
    other = open_store(path)
    other.execute("PRAGMA busy_timeout = 1")
    burning.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.StoreLockedError, match="try again"):
        run(other, append([noted("x", "n9")]))
    burning.execute("ROLLBACK")
    assert run(other, append([noted("x", "n9")]))[0].is_new
    other.close()


def test_a_full_disk_costs_no_entry_and_ends(burning: sqlite3.Connection) -> None:
    [(pages,)] = burning.execute("PRAGMA page_count").fetchall()
    burning.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(errors.StoreFullError, match="free some space"):
        run(burning, append([noted("x" * 100_000, "n9")]))
    assert burning.execute("SELECT max(seq) FROM entry").fetchall() == [(3,)]
    burning.execute(f"PRAGMA max_page_count = {pages * 100}")
    assert run(burning, append([noted("x" * 100_000, "n9")]))[0].seq == 4


def test_a_read_only_file_is_named(path: str) -> None:
    open_store(path).close()
    store = sqlite3.connect(uri(path).replace("=rw", "=ro"), uri=True, isolation_level=None)
    with pytest.raises(errors.StoreReadOnlyError, match="permission"):
        run(store, append([declared()]))
    store.close()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_NOTADB, errors.StoreDamagedError),
        (sqlite3.SQLITE_CORRUPT_INDEX, errors.StoreDamagedError),
        (sqlite3.SQLITE_BUSY_RECOVERY, errors.StoreLockedError),
        (sqlite3.SQLITE_LOCKED, errors.StoreLockedError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, errors.StoreReadOnlyError),
        (sqlite3.SQLITE_READONLY_DBMOVED, errors.StoreMovedError),
        (sqlite3.SQLITE_CANTOPEN, errors.StoreReadOnlyError),
        (sqlite3.SQLITE_IOERR_FSYNC, errors.StoreError),
    ],
)
def test_each_refusal_of_sqlite_has_one_of_ours(code: int, kind: type[Exception]) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    assert type(refusal(error)) is kind
