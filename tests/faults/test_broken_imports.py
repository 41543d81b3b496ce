"""A long import that was killed between two portions counts for nothing until it is made good."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from incident_tui.services.intake.portions import PORTION
from tests.faults.endurance import program
from tests.support.pty_app import ROOT
from tests.support.window import Place

LONG = 2 * PORTION + 5
DYING = """
import os, signal, sys
from incident_tui.services.store import Store
left, write = int(sys.argv.pop(1)), Store.write
def dying(self, script):
    global left
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return write(self, script)
Store.write = dying
from incident_tui.__main__ import main
main()
"""
"""The program, killed before it stores anything more than so many transactions."""


def said(place: Place, *args: str) -> str:
    process = program(place.db, *args)
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out.decode() + err.decode()


def killed(place: Place, source: Path, after: int) -> None:
    command = [sys.executable, "-c", DYING, str(after), "--db", str(place.db)]
    process = subprocess.run(
        [*command, "import", str(source), "--tz", "UTC"], cwd=ROOT, capture_output=True, check=False
    )
    assert process.returncode == -signal.SIGKILL, process.stderr


def chat(folder: Path, name: str) -> Path:
    path = folder / name
    times = (f"2026-01-15 1{n // 3600}:{n // 60 % 60:02}:{n % 60:02}" for n in range(LONG))
    path.write_text("".join(f"{at} mei: line {n}\n" for n, at in enumerate(times)))
    return path


def lines(place: Place) -> int:
    shown = json.loads(said(place, "show", "1", "--json"))
    rows = (each for each in shown["entries"] if not each["retracted"])
    return sum(each["kind"] == "imported" for each in rows)


@pytest.mark.fault(23)
@pytest.mark.parametrize("after", [2, 3])
def test_an_import_killed_between_portions_goes_on_when_it_is_made_again(
    place: Place, tmp_path: Path, after: int
) -> None:
    source = chat(tmp_path, "bridge.txt")
    killed(place, source, after)
    assert lines(place) == 0
    told = said(place, "verify")
    assert told.startswith("every entry and every view is whole\n")
    assert f"its {(after - 1) * PORTION} lines do not count; import it again" in told
    again = said(place, "import", str(source), "--tz", "UTC")
    assert f"{LONG - (after - 1) * PORTION:,} new entr" in again
    assert f"had broken off; {(after - 1) * PORTION} lines of it are there" in again
    assert lines(place) == LONG
    assert said(place, "verify") == "every entry and every view is whole\n"
    assert "0 new entries" in said(place, "import", str(source), "--tz", "UTC")


@pytest.mark.fault(23)
def test_of_two_imports_that_broke_off_one_is_made_good_and_one_is_cleared(
    place: Place, tmp_path: Path
) -> None:
    place.say("typed before")
    sources = [chat(tmp_path, name) for name in ("one.txt", "two.txt")]
    for source in sources:
        killed(place, source, 2)
    told = said(place, "verify").splitlines()[1:]
    assert [line.split(" that ")[0] for line in told] == [
        "INC-1: the import of one.txt",
        "INC-1: the import of two.txt",
    ]
    said(place, "import", str(sources[0]), "--tz", "UTC")
    assert lines(place) == LONG
    [left] = said(place, "verify").splitlines()[1:]
    assert "two.txt" in left
    said(place, "log", "-i", "1", left.partition("clear it: ")[2].split("'")[1])
    assert said(place, "verify") == "every entry and every view is whole\n"
    assert lines(place) == LONG
    assert "0 new entries" in said(place, "import", str(sources[1]), "--tz", "UTC")
