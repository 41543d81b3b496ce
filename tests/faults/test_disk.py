"""A disk that fills up, forbids or decays leaves what is readable, or what is known to be wrong."""

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_tui.domain.errors import StoreError
from incident_tui.services.store import Store
from incident_tui.storage.integrity import verify
from tests.faults.endurance import acknowledged, held_to, numbered, program, report, said
from tests.storage.test_released import RELEASED
from tests.support.pty_app import ROOT
from tests.support.window import Place

LINES = [f"{'it burns and burns ' * 60} {line}" for line in numbered("d", 2000)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only an administrator can mount a small disk here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.fault(13)
def test_a_full_disk_refuses_the_line_keeps_the_rest_and_goes_on_once_there_is_room(
    small_disk: Path,
) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 300_000)
    place = Place(small_disk / "store.db")
    out, err = program(place.db, "log", "-").communicate("\n".join(LINES).encode())
    acked = [line.rsplit(" ", 1)[1] for line in acknowledged(out)]
    assert 0 < len(acked) < len(LINES)
    assert b"the disk is full; nothing was saved, free some space" in err
    assert f"not saved: {LINES[len(acked)]}".encode() in err
    listed = program(place.db, "list").communicate()[0]
    assert b"Checkout fails" in listed
    ballast.unlink()
    process = program(place.db, "log", "there is room again")
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    stored = [text.rsplit(" ", 1)[-1] for text in said(place.db)]
    report(13, what="entries on a disk that filled up", **held_to(acked, stored))


@pytest.mark.fault(13)
def test_a_quota_refuses_the_line_too(place: Place) -> None:
    limit = place.db.stat().st_size + 20_000

    def quota() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = subprocess.run(
        [sys.executable, "-m", "incident_tui", "--db", str(place.db), "log", "-"],
        input="\n".join(LINES[:100]).encode(),
        capture_output=True,
        preexec_fn=quota,
        cwd=ROOT,
        check=False,
    )
    assert b"nothing was saved" in process.stderr
    assert b"Traceback" not in process.stderr
    acked = [line.rsplit(" ", 1)[1] for line in acknowledged(process.stdout)]
    held_to(acked, [text.rsplit(" ", 1)[-1] for text in said(place.db)])


@pytest.mark.fault(17)
@pytest.mark.parametrize("flips", [30, pytest.param(1500, marks=pytest.mark.long)])
def test_no_flipped_bit_changes_an_entry_unnoticed(tmp_path: Path, flips: int) -> None:
    chance = random.Random(6)
    path = tmp_path / "store.db"
    shutil.copyfile(RELEASED[-1], path)
    Store(path).close()
    whole = path.read_bytes()
    before = entries(path)
    found = silent = 0
    for _ in range(flips):
        at = chance.randrange(len(whole))
        path.write_bytes(
            whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]
        )
        Path(f"{path}-journal").unlink(missing_ok=True)
        if noticed(path):
            found += 1
        else:
            silent += entries(path) != before
    assert silent == 0
    assert found > 0
    report(17, what="single bits flipped", flips=flips, noticed=found, silent=silent)


def noticed(path: Path) -> bool:
    """Whether the program refuses the store, or names what is wrong with it."""
    try:
        store = Store(path)
    except StoreError:
        return True
    try:
        return bool(verify(store._connection))
    except (StoreError, sqlite3.DatabaseError):
        return True
    finally:
        store.close()


def entries(path: Path) -> list[tuple[object, ...]]:
    """Every entry as it is stored."""
    store = sqlite3.connect(path)
    try:
        return store.execute("SELECT * FROM entry ORDER BY pos").fetchall()
    finally:
        store.close()
