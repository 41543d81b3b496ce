import hashlib
import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from incident_tui.domain import errors
from incident_tui.storage.append import append
from incident_tui.storage.connection import open_reader, stored_version
from incident_tui.storage.opening import network_kind, open_store, refuse_network
from incident_tui.storage.schema import VERSION
from incident_tui.storage.script import run
from tests.storage.stories import declared, noted

MOUNTS = r"""
22 1 8:1 / / rw - ext4 /dev/sda1 rw
30 22 0:40 / /home rw shared:1 - nfs4 server:/home rw
31 30 0:41 / /home/ana/local rw - ext4 /dev/sdb1 rw
32 22 0:42 / /mnt/my\040share rw - cifs //server/share rw
33 22 0:43 / /mnt/ssh rw - fuse.sshfs host:/ rw
34 22 0:44 / /data rw - nfs server:/data rw
35 22 0:45 / /data rw - xfs /dev/sdc1 rw
"""


def test_a_new_store_is_for_its_owner_only(path: str) -> None:
    before = os.umask(0o022)
    try:
        open_store(path).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(path).parent.stat().st_mode) == 0o700


def test_every_setting_holds(path: str) -> None:
    store = open_store(path)
    names = ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema"]
    names += ["cell_size_check", "mmap_size", "busy_timeout", "user_version"]
    values = [store.execute(f"PRAGMA {name}").fetchall() for name in names]
    store.close()
    flat = [rows[0][0] for rows in values]
    assert flat == ["truncate", 2, 1, 1, 0, 1, 0, 5000, VERSION]


def test_many_may_make_the_store_at_once(path: str) -> None:
    def make(number: int) -> None:
        store = open_store(path)
        run(store, append([declared(f"i{number}")]))
        store.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(make, range(4)))
    store = open_store(path)
    numbers = store.execute("SELECT number FROM incident ORDER BY number").fetchall()
    store.close()
    assert numbers == [(1,), (2,), (3,), (4,)]
    assert not list(Path(path).parent.glob("*.new*"))


@pytest.mark.fault(11)
def test_a_newer_store_is_left_alone(path: str) -> None:
    store = open_store(path)
    store.execute(f"PRAGMA user_version = {VERSION + 1}")
    store.close()
    file = Path(path)
    before = (hashlib.sha256(file.read_bytes()).digest(), file.stat().st_mtime_ns)
    listing = sorted(p.name for p in file.parent.iterdir())
    for door in (open_store, lambda path: open_reader(path, 50)):
        with pytest.raises(errors.StoreNewerError, match="upgrade"):
            door(path)
    assert (hashlib.sha256(file.read_bytes()).digest(), file.stat().st_mtime_ns) == before
    assert sorted(p.name for p in file.parent.iterdir()) == listing


@pytest.mark.fault(16)
@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + bytes(84)])
def test_what_is_not_ours_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.db"
    file.write_bytes(content)
    with pytest.raises(errors.StoreDamagedError, match="restore"):
        open_store(str(file))
    assert file.read_bytes() == content
    assert list(tmp_path.iterdir()) == [file]


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    foreign = sqlite3.connect(tmp_path / "x.db")
    foreign.execute("CREATE TABLE t (a)")
    foreign.close()
    with pytest.raises(errors.StoreDamagedError, match="not a store"):
        open_store(str(tmp_path / "x.db"))


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.StoreReadOnlyError):
        open_store(str(tmp_path))


@pytest.mark.fault(16)
def test_damage_behind_the_header_is_refused(path: str) -> None:
    open_store(path).close()
    with Path(path).open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)
    with pytest.raises(errors.StoreDamagedError, match="restore"):
        open_store(path)


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "why?.db", "#1.db", "ü.db"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    store = open_store(str(tmp_path / name))
    run(store, append([declared()]))
    store.close()
    assert stored_version(str(tmp_path / name)) == VERSION
    assert not (tmp_path / name).with_name("50.db").exists()


def test_a_reader_cannot_write_and_makes_nothing(path: str, tmp_path: Path) -> None:
    with pytest.raises(errors.StoreMovedError, match="no store"):
        open_reader(path, 50)
    assert list(tmp_path.iterdir()) == []
    open_store(path).close()
    reader = open_reader(path, 50)
    with pytest.raises(errors.StoreReadOnlyError):
        run(reader, append([declared()]))
    reader.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_store_can_still_be_read(path: str) -> None:
    store = open_store(path)
    run(store, append([declared()]))
    store.close()
    Path(path).chmod(0o400)
    store = open_store(path)
    assert store.execute("SELECT number FROM incident").fetchall() == [(1,)]
    with pytest.raises(errors.StoreReadOnlyError, match="permission"):
        run(store, append([noted("x", "n1")]))
    store.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/x.db", ""),
        ("/home/ana/x.db", "nfs4"),
        ("/home/ana/local/x.db", ""),
        ("/homely/x.db", ""),
        ("/mnt/my share/x.db", "cifs"),
        ("/mnt/ssh/x.db", "fuse.sshfs"),
        ("/data/x.db", ""),
    ],
)
def test_network_file_systems_are_known(path: str, kind: str) -> None:
    assert network_kind(path, MOUNTS) == kind


@pytest.mark.fault(18)
def test_a_network_file_system_is_refused_unless_allowed(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incident_tui.storage.opening.network_kind", lambda *_: "nfs4")
    with pytest.raises(errors.StoreError, match="local disk"):
        open_store(path)
    monkeypatch.setenv("INCIDENT_TUI_ALLOW_NETWORK_FS", "1")
    refuse_network(path)


def test_a_moved_store_takes_no_more_entries(path: str) -> None:
    store = open_store(path)
    run(store, append([declared()]))
    Path(path).rename(path + ".away")
    with pytest.raises(errors.StoreMovedError, match="put the file back"):
        run(store, append([noted("x", "n1")]))
    Path(path + ".away").rename(path)
    [stored] = run(store, append([noted("x", "n1")]))
    assert stored.seq == 2
    store.close()
