"""From poor, tiny and restless terminals a line is stored, and the program leaves in order."""

import fcntl
import os
import random
import signal
import struct
import termios
from typing import Final

import pytest

from tests.support.pty_app import PtyApp, running
from tests.support.window import Place

POOR: Final = {
    "dumb": {"TERM": "dumb"},
    "screen": {"TERM": "screen"},
    "tmux": {"TERM": "tmux-256color"},
    "no colour": {"NO_COLOR": "1"},
    "not UTF-8": {"LANG": "C", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "unknown": {"TERM": "no-such-terminal"},
}


def resize(app: PtyApp, columns: int, rows: int) -> None:
    """As a terminal does when its window is dragged."""
    assert app._fd is not None
    fcntl.ioctl(app._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    app.kill(signal.SIGWINCH)


def logs_a_line_and_leaves(place: Place, app: PtyApp) -> None:
    app.send(b"it burns\r")
    app.wait_until(lambda: "it burns" in place.said(), "the line in the store")
    app.send(b"\x11")
    assert app.exit_status() == 0
    assert b"Traceback" not in app.output


def env(place: Place, **more: str) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(place.db.parent), "HOME": str(place.db.parent), **more}


@pytest.mark.fault(29)
@pytest.mark.parametrize("kind", POOR)
def test_a_poor_terminal_logs_a_line(place: Place, kind: str) -> None:
    with running("incident_tui", "--db", str(place.db), env=env(place, **POOR[kind])) as app:
        app.wait_until(lambda: len(app.output) > 500, "a frame")
        logs_a_line_and_leaves(place, app)


@pytest.mark.fault(29)
@pytest.mark.parametrize("size", [(10, 3), (20, 5), (300, 80)])
def test_any_size_logs_a_line(place: Place, size: tuple[int, int]) -> None:
    with running("incident_tui", "--db", str(place.db), env=env(place), size=size) as app:
        app.wait_for("SEV2")
        logs_a_line_and_leaves(place, app)


@pytest.mark.fault(29)
def test_a_storm_of_resizes_loses_no_key(place: Place) -> None:
    chance = random.Random(7)
    with running("incident_tui", "--db", str(place.db), env=env(place)) as app:
        app.wait_for("type what you see")
        for letter in "typed in a storm":
            resize(app, chance.randint(1, 200), chance.randint(1, 60))
            app.send(letter.encode())
        resize(app, 80, 24)
        app.send(b"\r")
        app.wait_until(lambda: place.said() == ["typed in a storm"], "the line in the store")
        app.send(b"\x11")
        assert app.exit_status() == 0


@pytest.mark.fault(29)
def test_a_program_that_is_stopped_goes_on_with_its_line(place: Place) -> None:
    with running("incident_tui", "--db", str(place.db), env=env(place)) as app:
        app.wait_for("type what you see")
        app.send(b"half ")
        app.wait_for("▸ half")
        os.kill(app.pid, signal.SIGSTOP)
        app.send(b"a line")
        taken_back = app.output.count(b"\x1b[?1049h")
        os.kill(app.pid, signal.SIGCONT)
        app.wait_for("▸ half a line")
        app.wait_until(lambda: app.output.count(b"\x1b[?1049h") > taken_back, "the screen again")
        app.wait_until(lambda: b"Checkout fails" in app.output.rpartition(b"\x1b[?1049h")[2], "it")
        app.send(b"\r\x11")
        assert app.exit_status() == 0
        assert app.cooked()
    assert place.said() == ["half a line"]
