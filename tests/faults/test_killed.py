"""A killed process takes nothing along that it had acknowledged, and writes nothing twice."""

import random
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.endurance import acknowledged, held_to, numbered, program, report, said
from tests.faults.test_on_pty import started
from tests.faults.test_soak import said_elsewhere
from tests.storage.test_released import RELEASED, kept
from tests.support.window import Place

ROUNDS = [6, pytest.param(200, marks=pytest.mark.long)]


def killed_in_the_middle(process: subprocess.Popen[bytes], lines: list[str], after: float) -> bytes:
    """What it had printed when it was killed, so long after its first acknowledgement."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):
        process.stdin.write("\n".join(lines).encode() + b"\n")
        process.stdin.flush()
    first = process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    out = first + process.stdout.read()
    process.communicate()
    return out


@pytest.mark.fault(1)
@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_command_killed_at_any_moment_loses_no_entry_it_printed(
    place: Place, rounds: int
) -> None:
    chance = random.Random(1)
    acked: list[str] = []
    for each in range(rounds):
        writer = program(place.db, "log", "-")
        # A pipe holds 64 KiB: more lines than are stored before the kill, and none that blocks.
        out = killed_in_the_middle(writer, numbered(f"r{each}", 3000), chance.uniform(0, 0.25))
        acked += acknowledged(out)
    stored = said(place.db)
    figures = held_to(acked, stored)
    assert len(acked) >= rounds
    assert len(stored) - len(acked) <= rounds, "at most the one in flight at each kill"
    report(1, what="kill -9 of `log -`", rounds=rounds, **figures)


@pytest.mark.fault(1)
@pytest.mark.parametrize("rounds", [1, pytest.param(30, marks=pytest.mark.long)])
def test_a_window_killed_at_any_moment_loses_no_line_it_showed(place: Place, rounds: int) -> None:
    chance = random.Random(2)
    shown: list[str] = []
    for each in range(rounds):
        lines = numbered(f"w{each}", 40)
        with started(place, size=(100, 60), shows="▸") as app:
            app.send(b"\x15")  # the line that was half typed at the last kill is back
            for line in lines[: chance.randint(5, 40)]:
                app.send(f"{line}\r".encode())
            app.wait_for(f"note      {lines[0]}")
            app.kill(signal.SIGKILL)
            app.exit_status()
            shown += [line for line in lines if f"note      {line}" in app.text]
    figures = held_to(shown, said(place.db))
    report(1, what="kill -9 of a window", rounds=rounds, **figures)


@pytest.mark.fault(23)
@pytest.mark.parametrize("rounds", [3, pytest.param(100, marks=pytest.mark.long)])
def test_an_import_killed_at_any_moment_is_whole_or_not_there(
    place: Place, tmp_path: Path, rounds: int
) -> None:
    chance = random.Random(3)
    said_elsewhere(place, range(1000))
    source = tmp_path / "incident.jsonl"
    program(place.db, "export", "1", "--format", "jsonl", "-o", str(source)).communicate()
    outcomes = []
    for each in range(rounds):
        db = tmp_path / f"{each}.db"
        importer = program(db, "import", "jsonl", str(source))
        with suppress(subprocess.TimeoutExpired):
            importer.wait(chance.uniform(0.2, 1.0))
        importer.kill()
        importer.communicate()
        outcomes.append(len(said(db)) if db.exists() and known(db) else 0)
        again = program(db, "import", "jsonl", str(source))
        again.communicate()
        assert again.returncode == 0
        assert len(said(db)) == 1000
    assert set(outcomes) <= {0, 1000}
    report(23, what="kill -9 of an import", rounds=rounds, whole=sum(map(bool, outcomes)))


def known(db: Path) -> bool:
    """Whether any incident came in."""
    process = program(db, "list")
    out, _ = process.communicate()
    return bool(out.strip())


@pytest.mark.fault(12)
@pytest.mark.parametrize("rounds", [3, pytest.param(60, marks=pytest.mark.long)])
def test_an_upgrade_killed_at_any_moment_can_be_begun_again(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(4)
    before = kept(RELEASED[0])
    for each in range(rounds):
        db = tmp_path / str(each) / "store.db"
        db.parent.mkdir()
        shutil.copyfile(RELEASED[0], db)
        upgrade = program(db, "list")
        with suppress(subprocess.TimeoutExpired):
            upgrade.wait(chance.uniform(0.1, 0.6))
        upgrade.kill()
        upgrade.communicate()
        again = program(db, "verify")
        out, err = again.communicate()
        assert again.returncode == 0, (out, err)
        assert kept(db) == before
    report(12, what="kill -9 during an upgrade", rounds=rounds, damaged=0)
