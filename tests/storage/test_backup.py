import os
import stat
from datetime import timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest

from incident_tui.domain import errors
from incident_tui.storage.append import append
from incident_tui.storage.backup import backup, copies, due, restore, rotate
from incident_tui.storage.integrity import verify
from incident_tui.storage.opening import open_store
from incident_tui.storage.script import run
from tests.storage.stories import T0, noted


def ids(path: str) -> list[str]:
    store = open_store(path)
    rows = store.execute("SELECT id FROM entry ORDER BY pos").fetchall()
    assert verify(store) == []
    store.close()
    return [id_ for (id_,) in rows]


def test_a_backup_is_the_whole_store_for_its_owner_only(path: str, burning: Connection) -> None:
    target = str(Path(path).parent / "saved" / "copy.db")
    backup(path, target)
    assert ids(target) == ["i1", "n1", "n2"]
    assert stat.S_IMODE(Path(target).stat().st_mode) == 0o600
    assert [file.name for file in Path(target).parent.glob("*.new*")] == []


def test_one_backup_a_day_is_due_and_ten_are_kept(path: str, burning: Connection) -> None:
    assert due(path, T0)
    made = [rotate(path, T0 + timedelta(days=day)) for day in range(12)]
    assert made[0].name == "2026-03-01T140000Z.db"
    assert [file for file in made if file.exists()] == made[2:]
    assert ids(str(made[-1])) == ["i1", "n1", "n2"]
    last = T0 + timedelta(days=11)
    assert not due(path, last + timedelta(hours=23, minutes=59))
    assert due(path, last + timedelta(hours=24))
    assert due(path, last - timedelta(hours=1)), "a clock that was set back"


def test_the_rotation_touches_no_file_of_anybody_else(path: str, burning: Connection) -> None:
    mine = rotate(path, T0).with_name("mine.db")
    mine.write_text("mine")
    left = mine.with_name("x.db.abcd.new")
    left.write_text("half a copy")
    os.utime(left, (T0.timestamp(), T0.timestamp()))
    for day in range(1, 12):
        rotate(path, T0 + timedelta(days=day))
    assert mine.read_text() == "mine"
    assert not left.exists()
    assert len(copies(path)) == 10


def test_a_backup_that_failed_lets_the_older_ones_be(path: str, burning: Connection) -> None:
    made = [rotate(path, T0 + timedelta(days=day)) for day in range(10)]
    burning.execute("DROP TRIGGER entry_unchanged")
    burning.execute("UPDATE entry SET author = 'eve' WHERE id = 'n1'")
    with pytest.raises(errors.StoreDamagedError):
        rotate(path, T0 + timedelta(days=10))
    assert copies(path) == made


def test_a_backup_never_replaces_a_file(path: str, burning: Connection, tmp_path: Path) -> None:
    taken = tmp_path / "taken.db"
    taken.write_text("mine")
    with pytest.raises(errors.StoreError, match="another name"):
        backup(path, str(taken))
    assert taken.read_text() == "mine"
    assert [file.name for file in tmp_path.glob("*.new*")] == []


@pytest.mark.fault(28)
def test_a_store_that_is_not_whole_makes_no_backup(
    path: str, burning: Connection, tmp_path: Path
) -> None:
    burning.execute("DROP TRIGGER entry_unchanged")
    burning.execute("UPDATE entry SET author = 'eve' WHERE id = 'n1'")
    with pytest.raises(errors.StoreDamagedError, match="#1 entry 2"):
        backup(path, str(tmp_path / "copy.db"))
    assert not list(tmp_path.glob("copy*"))


@pytest.mark.fault(28)
def test_a_restore_brings_back_the_backup_and_keeps_the_old_file(
    path: str, burning: Connection, tmp_path: Path
) -> None:
    saved = str(tmp_path / "saved.db")
    backup(path, saved)
    run(burning, append([noted("x", "n3")]))
    kept = restore(saved, path)
    assert kept is not None
    assert kept.name == "incidents.db.before-restore-1"
    with pytest.raises(errors.StoreMovedError):
        run(burning, append([noted("x", "n4")]))
    assert ids(path) == ["i1", "n1", "n2"]
    assert ids(str(kept)) == ["i1", "n1", "n2", "n3"]
    again = restore(saved, path)
    assert again is not None
    assert again.name == "incidents.db.before-restore-2"


def test_a_restore_makes_a_store_where_there_is_none(
    path: str, burning: Connection, tmp_path: Path
) -> None:
    backup(path, str(tmp_path / "saved.db"))
    assert restore(str(tmp_path / "saved.db"), str(tmp_path / "new" / "x.db")) is None
    assert ids(str(tmp_path / "new" / "x.db")) == ["i1", "n1", "n2"]


def test_a_damaged_store_is_replaced_without_its_journal(
    path: str, burning: Connection, tmp_path: Path
) -> None:
    backup(path, str(tmp_path / "saved.db"))
    burning.close()
    Path(path).write_bytes(b"rubbish")
    Path(path + "-journal").write_bytes(b"stale")
    kept = restore(str(tmp_path / "saved.db"), path)
    assert kept is not None
    assert kept.read_bytes() == b"rubbish"
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"stale"
    assert ids(path) == ["i1", "n1", "n2"]


def test_what_cannot_be_read_is_not_restored(
    path: str, burning: Connection, tmp_path: Path
) -> None:
    before = Path(path).read_bytes()
    with pytest.raises(errors.StoreError, match="no backup"):
        restore(str(tmp_path / "nothing.db"), path)
    (tmp_path / "text.db").write_text("not a store")
    with pytest.raises(errors.StoreDamagedError):
        restore(str(tmp_path / "text.db"), path)
    forged = open_store(str(tmp_path / "forged.db"))
    forged.execute("PRAGMA foreign_keys = OFF")
    forged.execute("INSERT INTO redaction VALUES (1, 'x')")
    forged.close()
    with pytest.raises(errors.StoreDamagedError, match="not whole"):
        restore(str(tmp_path / "forged.db"), path)
    assert Path(path).read_bytes() == before
    assert sorted(file.name for file in Path(path).parent.iterdir()) == [
        "incidents.db",
        "incidents.db-journal",
    ]
