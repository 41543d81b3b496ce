import sqlite3
from pathlib import Path

import pytest

from incident_tui.domain.errors import StoreError
from incident_tui.storage.migrations import upgrade
from incident_tui.storage.opening import open_store
from incident_tui.storage.schema import MIGRATIONS, VERSION

NEXT = (*MIGRATIONS, ("CREATE TABLE more (a TEXT) STRICT", "INSERT INTO more VALUES ('x')"))


def look(path: str) -> tuple[int, list[tuple[str]]]:
    """The version, and whether there is a table of the next one."""
    store = sqlite3.connect(path)
    [(version,)] = store.execute("PRAGMA user_version").fetchall()
    tables = store.execute("SELECT name FROM sqlite_schema WHERE name = 'more'").fetchall()
    store.close()
    return version, tables


def test_an_upgrade_keeps_a_copy_of_what_was(path: str, burning: sqlite3.Connection) -> None:
    upgrade(path, NEXT)
    assert look(path) == (VERSION + 1, [("more",)])
    kept = f"{path}.before-v{VERSION + 1}"
    assert look(kept) == (VERSION, [])
    store = open_store(kept)
    assert store.execute("SELECT count(*) FROM entry").fetchall() == [(3,)]
    store.close()


def test_an_upgrade_twice_is_one_upgrade(path: str, burning: sqlite3.Connection) -> None:
    upgrade(path, NEXT)
    upgrade(path, NEXT)
    store = sqlite3.connect(path)
    assert store.execute("SELECT a FROM more").fetchall() == [("x",)]
    store.close()
    assert look(f"{path}.before-v{VERSION + 1}") == (VERSION, [])


@pytest.mark.fault(12)
@pytest.mark.parametrize(
    "last",
    [
        "no such statement",
        "INSERT INTO answer (id, incident_id, step, revision, text, saved_at, author) "
        "VALUES ('a', 'nowhere', 's', 1, '', 0, '')",
    ],
)
def test_an_upgrade_that_fails_changes_nothing(
    path: str, burning: sqlite3.Connection, last: str
) -> None:
    broken = (*MIGRATIONS, ("CREATE TABLE more (a TEXT) STRICT", last))
    before = Path(path).read_bytes()
    with pytest.raises(StoreError):
        upgrade(path, broken)
    assert look(path) == (VERSION, [])
    assert Path(path).read_bytes() == before


def test_a_store_between_versions_is_upgraded_on_opening(
    path: str, burning: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incident_tui.storage.connection.VERSION", VERSION + 1)
    monkeypatch.setattr("incident_tui.storage.opening.VERSION", VERSION + 1)
    monkeypatch.setattr("incident_tui.storage.migrations.upgrade", lambda path: upgrade(path, NEXT))
    store = open_store(path)
    assert store.execute("SELECT a FROM more").fetchall() == [("x",)]
    store.close()
