"""A power cut keeps what was synced and any part of the rest, in any order; nothing told is lost.

A shim records every write, truncation and sync of a real run; each state that a disk may be in
after a cut is then made and opened. The shim is C: the tests skip where no compiler is.
"""

import random
import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from incident_tui.domain.errors import StoreError
from tests.faults.endurance import acknowledged, held_to, numbered, program, report, said
from tests.faults.test_disk import noticed
from tests.support.window import Place

SOURCE: Final = Path(__file__).with_name("trace.c")
STORE, JOURNAL, PRINTED = range(3)
SECTOR: Final = 512
COMPILER: Final = shutil.which("cc") or shutil.which("gcc")


class Done(NamedTuple):
    """One thing that the process did: w(rite), t(runcate) or s(ync)."""

    what: str
    file: int
    offset: int
    data: bytes


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if COMPILER is None:
        pytest.skip("there is no C compiler for the shim")
    built = tmp_path_factory.mktemp("shim") / "trace.so"
    subprocess.run(
        [COMPILER, "-shared", "-fPIC", "-O1", "-o", str(built), str(SOURCE), "-ldl"], check=True
    )
    return built


def traced(place: Place, shim: Path, *, lying: bool = False) -> list[Done]:
    """All that logging those lines does to the disk, in order."""
    trace = place.db.with_name("trace")
    lies = {"TRACE_LIES": "1"} if lying else {}
    preload = {"LD_PRELOAD": str(shim), "TRACE_TO": str(trace), **lies}
    process = program(place.db, "log", "-", preload=preload)
    _, err = process.communicate("\n".join(LINES).encode())
    assert process.returncode == 0, err
    return list(_done(trace.read_bytes()))


def _done(raw: bytes) -> Iterator[Done]:
    at = 0
    while at < len(raw):
        what, file, offset, length = struct.unpack_from("<cBqq", raw, at)
        at += 18
        yield Done(what.decode(), file, offset, raw[at : at + length])
        at += length


class Disk:
    """What is safe, and what a cut may or may not leave."""

    def __init__(self, store: bytes) -> None:
        self._safe = {STORE: store, JOURNAL: b""}
        self._pending: dict[int, list[Done]] = {STORE: [], JOURNAL: []}
        self.printed = b""

    def see(self, done: Done) -> None:
        """One step of the run."""
        if done.file == PRINTED:
            self.printed += done.data
        elif done.what == "s":
            for each in self._pending[done.file]:
                self._safe[done.file] = _applied(self._safe[done.file], each)
            self._pending[done.file].clear()
        else:
            self._pending[done.file].append(done)

    def cut(self, chance: random.Random) -> dict[int, bytes]:
        """One of the states the files may be in after a cut now."""
        return {file: self._after(file, chance) for file in (STORE, JOURNAL)}

    def _after(self, file: int, chance: random.Random) -> bytes:
        content = self._safe[file]
        some = [
            each for each in self._pending[file] if chance.random() < chance.choice((0, 0.5, 1))
        ]
        if chance.random() < 0.5:
            chance.shuffle(some)
        for each in some:
            torn = each.what == "w" and chance.random() < 0.3
            size = chance.randrange(0, len(each.data) + 1, SECTOR) if torn else len(each.data)
            content = _applied(content, each._replace(data=each.data[:size]))
        return content


def _applied(content: bytes, done: Done) -> bytes:
    if done.what == "t":
        return content[: done.offset].ljust(done.offset, b"\0")
    content = content.ljust(done.offset, b"\0")
    return content[: done.offset] + done.data + content[done.offset + len(done.data) :]


def cuts(
    place: Place, steps: list[Done], before: bytes, states: int, folder: Path
) -> tuple[int, int, int]:
    """Of so many states: those that open whole, those that lost, and the acknowledgements held."""
    chance = random.Random(5)
    moments = sorted(chance.randrange(len(steps)) for _ in range(states))
    disk, at = Disk(before), 0
    whole = lost = held = 0
    for moment in moments:
        while at < moment:
            disk.see(steps[at])
            at += 1
        db = folder / "store.db"
        files = disk.cut(chance)
        db.write_bytes(files[STORE])
        Path(f"{db}-journal").write_bytes(files[JOURNAL])
        try:
            held += held_to(acknowledged(disk.printed), said(db))["acknowledged"]
        except (AssertionError, StoreError):
            lost += 1
        else:
            whole += 1
    return whole, lost, held


LINES: Final = numbered("p", 40)


@pytest.mark.fault(2)
@pytest.mark.parametrize("states", [60, pytest.param(3000, marks=pytest.mark.long)])
def test_no_power_cut_loses_what_was_printed(
    place: Place, shim: Path, tmp_path: Path, states: int
) -> None:
    before = place.db.read_bytes()
    steps = traced(place, shim)
    assert {step.file for step in steps} == {STORE, JOURNAL, PRINTED}
    folder = tmp_path / "after"
    folder.mkdir()
    whole, lost, held = cuts(place, steps, before, states, folder)
    assert (whole, lost) == (states, 0)
    assert held > states
    report(2, what="power cuts replayed", states=states, acknowledged=held, lost=lost)


@pytest.mark.fault(16)
def test_a_journal_that_somebody_deleted_is_noticed_where_it_was_needed(
    place: Place, shim: Path, tmp_path: Path
) -> None:
    before = place.db.read_bytes()
    steps = traced(place, shim)
    chance, disk, db = random.Random(8), Disk(before), tmp_path / "store.db"
    refused = whole = 0
    for step in steps:
        disk.see(step)
        if step.what != "w" or step.file != STORE:
            continue
        db.write_bytes(disk.cut(chance)[STORE])
        if noticed(db):
            refused += 1
        else:  # never a quiet loss
            held_to(acknowledged(disk.printed), said(db))
            whole += 1
    assert refused > 0
    assert whole > 0


@pytest.mark.fault(2)
def test_negative_control_a_disk_that_lies_loses(place: Place, shim: Path, tmp_path: Path) -> None:
    before = place.db.read_bytes()
    steps = traced(place, shim, lying=True)
    folder = tmp_path / "after"
    folder.mkdir()
    _, lost, _ = cuts(place, steps, before, 40, folder)
    assert lost > 0
