"""Any number of programs may write to one store at once: each entry is there exactly once."""

from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from incident_tui.services import upkeep
from tests.faults.endurance import acknowledged, held_to, numbered, program, report, said
from tests.faults.test_on_pty import quit_, started
from tests.support.pty_app import PtyApp
from tests.support.window import Place


@pytest.mark.fault(3)
@pytest.mark.parametrize(
    ("programs", "each"),
    [(4, 40), pytest.param(10, 1000, marks=[pytest.mark.long, pytest.mark.timeout(1800)])],
)
def test_two_windows_and_many_programs_write_at_once(
    place: Place, tmp_path: Path, programs: int, each: int
) -> None:
    typed = {name: numbered(name, 5) for name in ("one", "two")}
    with ExitStack() as open_, started(place) as one, started(place, author="li") as two:
        running = []
        for number in range(programs):
            source, printed = tmp_path / f"{number}.in", tmp_path / f"{number}.out"
            source.write_text("\n".join(numbered(f"p{number}", each)) + "\n")
            reader = open_.enter_context(source.open("rb"))
            writer = open_.enter_context(printed.open("wb"))
            writing = program(place.db, "log", "-", stdin=reader.fileno(), stdout=writer.fileno())
            running.append((writing, printed))
        for app, lines in ((one, typed["one"]), (two, typed["two"])):
            for line in lines:
                app.send(f"{line}\r".encode())
        for process, _ in running:
            while process.poll() is None:
                read(one, two)
            said_wrong = process.communicate()[1]
            assert said_wrong == b"", said_wrong
        last = f"p0-{each - 1:06d}"
        for app in (one, two):
            app.wait_until(lambda: len(said(place.db)) == programs * each + 10, "all entries")
            app.send(f"/find {last}\r".encode())
            app.wait_for(f"note      {last}")
            app.send(b"\x1b")
            quit_(app)
    acked = [text for _, printed in running for text in acknowledged(printed.read_bytes())]
    figures = held_to([*acked, *typed["one"], *typed["two"]], said(place.db))
    report(3, what="writers at once", programs=programs, windows=2, **figures)


def read(*apps: PtyApp) -> None:
    """Let the windows paint, as terminals do."""
    for app in apps:
        with suppress(OSError):
            app._read(0.01)


@pytest.mark.fault(28)
@pytest.mark.parametrize("backups", [3, pytest.param(40, marks=pytest.mark.long)])
def test_a_backup_made_while_others_write_is_whole(
    place: Place, tmp_path: Path, backups: int
) -> None:
    source = tmp_path / "lines"
    source.write_text("\n".join(numbered("b", 30 * backups)) + "\n")
    with source.open("rb") as reader, (tmp_path / "out").open("wb") as writer:
        process = program(place.db, "log", "-", stdin=reader.fileno(), stdout=writer.fileno())
        counts = []
        for number in range(backups):
            target = tmp_path / f"copy-{number}.db"
            upkeep.backup(place.db, target)
            counts.append(len(said(target)))
        process.communicate()
    assert counts == sorted(counts)
    restored = tmp_path / "restored.db"
    upkeep.restore(target, restored)
    assert len(said(restored)) == counts[-1]
    assert len(said(place.db)) == 30 * backups
    report(28, what="backups while writing", backups=backups, damaged=0)
