"""Every version of the store that was ever released is kept here, and opens today.

To add one before its schema is released: `python -m tests.storage.keep`.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from incident_tui.services import upkeep
from incident_tui.services.store import Store
from incident_tui.storage.connection import stored_version
from incident_tui.storage.integrity import verify
from incident_tui.storage.schema import VERSION

RELEASED: Final = sorted((Path(__file__).parent / "released").glob("v*.db"))
_ENTRIES: Final = """
SELECT pos, id, incident_id, seq, kind, version, payload, occurred_at, recorded_at, author, source,
       external_ref, prev_hash, hash, commitment, salt
FROM entry ORDER BY pos
"""
_ANSWERS: Final = """
SELECT id, incident_id, step, revision, text, saved_at, author FROM answer ORDER BY id
"""
_TITLES: Final = "SELECT number, title, status, severity FROM incident ORDER BY number"


def kept(path: Path) -> list[list[tuple[object, ...]]]:
    """What no version may change."""
    with closing(sqlite3.connect(path)) as store:
        return [store.execute(sql).fetchall() for sql in (_ENTRIES, _ANSWERS, _TITLES)]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_store_of_every_released_version_opens_whole(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    shutil.copyfile(released, path)
    before = kept(path)
    store = Store(path)
    try:
        assert stored_version(str(path)) == VERSION
        assert verify(store._connection) == []
        assert store.read.incident(1) is not None
    finally:
        store.close()
    assert kept(path) == before
    assert [rows != [] for rows in before] == [True, True, True]


def test_the_first_version_and_this_one_are_kept() -> None:
    versions = [stored_version(str(path)) for path in RELEASED]
    assert versions == [int(path.stem.removeprefix("v")) for path in RELEASED]
    assert (versions[0], versions[-1]) == (1, VERSION)


@pytest.mark.parametrize("care", [upkeep.verify, upkeep.rebuild])
def test_care_of_an_older_store_brings_it_up_to_date_first(
    care: Callable[[Path], object], tmp_path: Path
) -> None:
    path = tmp_path / "store.db"
    shutil.copyfile(RELEASED[0], path)
    care(path)
    assert stored_version(str(path)) == VERSION


@pytest.mark.fault(12)
def test_an_upgrade_that_was_cut_off_while_it_was_written_is_begun_again(tmp_path: Path) -> None:
    path, torn = tmp_path / "store.db", tmp_path / "torn" / "store.db"
    torn.parent.mkdir()
    shutil.copyfile(RELEASED[0], path)
    before = kept(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("PRAGMA cache_size = 5")  # so that pages reach the file before the end
        store.execute("BEGIN IMMEDIATE")
        store.execute(f"PRAGMA user_version = {VERSION}")
        store.execute("CREATE TABLE more (a TEXT)")
        store.executemany("INSERT INTO more VALUES (?)", [("x" * 900,)] * 500)
        for end in ("", "-journal"):
            shutil.copyfile(f"{path}{end}", f"{torn}{end}")
        store.execute("ROLLBACK")
    content = bytearray(torn.read_bytes())
    content[60:64] = VERSION.to_bytes(4, "big")
    torn.write_bytes(content)
    assert stored_version(str(torn)) == VERSION
    opened = Store(torn)
    try:
        assert stored_version(str(torn)) == VERSION
        assert verify(opened._connection) == []
    finally:
        opened.close()
    assert kept(torn) == before
