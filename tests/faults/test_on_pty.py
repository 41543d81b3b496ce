"""The program on a terminal: bursts of keys, two windows, and an end that nobody chose."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from incident_tui.tui.drafting import folder
from tests.support.pty_app import ROOT, PtyApp, running
from tests.support.window import Place

TEACH = "type what you see"


@contextmanager
def started(
    place: Place, *, author: str = "jo", shows: str = TEACH, size: tuple[int, int] = (80, 24)
) -> Iterator[PtyApp]:
    """A window on the place, as a shell opens it."""
    env = {"XDG_CONFIG_HOME": str(place.db.parent), "HOME": str(place.db.parent)}
    args = ("--db", str(place.db), "--as", f"@{author}")
    with running("incident_tui", *args, env=env, size=size) as app:
        if shows:
            app.wait_for(shows)
        yield app


def quit_(app: PtyApp) -> None:
    app.send(b"\x11")
    assert app.exit_status() == 0


@pytest.mark.fault(4)
def test_lines_sent_in_one_burst_with_the_key_that_leaves_are_all_stored(place: Place) -> None:
    with started(place) as app, ExitStack() as held:
        held.enter_context(place.locked("IMMEDIATE"))
        app.send(b"one\rtwo\rthree\r\x11")
        app.wait_for("saving… three")
        assert app.alive
        held.close()
        assert app.exit_status() == 0
    assert place.said() == ["one", "two", "three"]
    assert list(folder(place.db).glob("*.json")) == []


def test_keys_of_a_burst_take_effect_in_their_order(place: Place) -> None:
    with started(place) as app:
        app.send(b"ab\x7fc\r/dec\tput it back\rx\x7f\x7f\x7fy\rgone\x15last\r")
        app.wait_for("last")
        quit_(app)
    assert place.said() == ["ac", "D1 put it back", "y", "last"]


@pytest.mark.fault(3)
def test_two_windows_and_a_command_see_each_other(place: Place) -> None:
    with started(place) as one, started(place, author="li") as two:
        one.send(b"from one\r")
        two.wait_for("from one")
        two.send(b"/sev 1\r")
        one.wait_for("SEV1")
        called = subprocess.run(
            [sys.executable, "-m", "incident_tui", "--db", str(place.db), "log", "by hand"],
            cwd=ROOT,
            env={**os.environ, "XDG_CONFIG_HOME": str(place.db.parent)},
            capture_output=True,
            check=False,
        )
        assert called.returncode == 0, called.stderr
        for app in (one, two):
            app.wait_for("SEV1", "by hand")
            quit_(app)
    assert place.said() == ["from one", "SEV2 → SEV1", "by hand"]


@pytest.mark.fault(1)
def test_a_line_half_typed_is_back_after_the_program_was_killed(place: Place) -> None:
    with started(place) as app:
        app.send(b"half a li")
        app.wait_until(lambda: drafts(place, b'"half a li"'), "the draft on the disk")
        app.kill(signal.SIGKILL)
        assert app.exit_status() == -signal.SIGKILL
    with started(place, shows="the line you had not sent is back") as app:
        app.wait_for("▸ half a li")
        app.send(b"ne\r")
        app.wait_for("note      half a line")
        quit_(app)
    assert place.said() == ["half a line"]
    assert list(folder(place.db).glob("*.json")) == []


@pytest.mark.fault(1)
def test_a_line_on_its_way_is_back_after_the_program_was_killed(place: Place) -> None:
    with started(place) as app, place.locked("IMMEDIATE"):
        app.send(b"on its way\rhalf")
        app.wait_until(
            lambda: drafts(place, b'"on its way"') and drafts(place, b'"half"'), "the draft"
        )
        app.kill(signal.SIGKILL)
        app.exit_status()
    with started(place, shows="1 more behind the up arrow") as app:
        app.wait_for("▸ half")
        app.send(b"\x1b[A")
        app.wait_for("▸ on its way")
        app.send(b"\r")
        app.wait_for("note      on its way")
        quit_(app)
    assert place.said() == ["on its way"]


def drafts(place: Place, text: bytes) -> bool:
    """Whether some draft on the disk holds the text."""
    return any(text in file.read_bytes() for file in folder(place.db).glob("*.json"))


@pytest.mark.fault(8)
def test_a_paste_of_a_megabyte_of_hostile_lines_presses_no_key(place: Place) -> None:
    line = b"\x1b[31mred\x1b[0m [/x] \xe9\x07 \x11 0123456789\r\n"
    count = 1_000_000 // len(line)
    with started(place) as app:
        app.send(b"\x1b[200~" + line * count + b"\x1b[201~")
        app.wait_for(f"{count} lines pasted")
        app.send(b"\r")
        app.wait_until(lambda: len(place.said()) == 1, "the note")
        quit_(app)
    [said] = place.said()
    assert said.count("[/x]") == count
    assert said.count("\n") == count - 1


@pytest.mark.parametrize("harm", ["damaged", "newer", "folder"])
def test_a_store_that_cannot_be_opened_is_told_and_left_alone(place: Place, harm: str) -> None:
    content = bytearray(place.db.read_bytes())
    if harm == "newer":
        content[60:64] = (99).to_bytes(4, "big")
    else:
        content[:16] = b"x" * 16
    place.db.write_bytes(content)
    if harm == "folder":
        place.db.unlink()
        place.db.mkdir()
    with started(place, shows="", size=(200, 24)) as app:
        assert app.exit_status() == 4
        assert "incident-tui: " in app.text
        assert str(place.db.name) in app.text
        assert "Traceback" not in app.text
        assert app.cooked()
    assert harm == "folder" or Path(place.db).read_bytes() == bytes(content)
