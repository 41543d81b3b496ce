import random
from pathlib import Path

import pytest

from tests.support.pty_app import running

SAMPLE = "tests.terminal.sample_app"
CTRL_Q, F5 = b"\x11", b"\x1b[15~"
ESC_IN_PASTE = b"\x1b[200~one \x1b[31mred\rtwo three\x1b[201~"
FAULTS = {
    "bad byte": b"caf\xe9 noir",
    "bad byte in paste": b"\x1b[200~caf\xe9 noir\x1b[201~",
    "bad key code": b"\x1b[99999999uabc",
    "mouse without a size": b"\x1b[48;0;0;0;0t\x1b[<0;9;9Mabc",
}


@pytest.mark.fault(7)
@pytest.mark.parametrize("fault", FAULTS)
def test_bad_input_is_survived_and_submits_nothing(tmp_path: Path, fault: str) -> None:
    shown = "caf\ufffd noir" if "byte" in fault else "abc"
    with running(SAMPLE, str(tmp_path)) as app:
        app.wait_for("submitted 0")
        app.send(FAULTS[fault])
        app.wait_for(f"<{shown}>")
        app.send(b" and on")
        app.wait_for(f"<{shown} and on>", "submitted 0")


@pytest.mark.parametrize("fault", ["bad byte", "bad key code"])
def test_negative_control_bad_input_ends_the_unguarded_app(tmp_path: Path, fault: str) -> None:
    with running(SAMPLE, str(tmp_path), "no-input") as app:
        app.wait_for("submitted 0")
        app.send(FAULTS[fault])
        app.exit_status()


@pytest.mark.fault(7)
def test_an_escape_in_a_paste_presses_no_key(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path)) as app:
        app.wait_for("submitted 0")
        app.send(ESC_IN_PASTE)
        app.send(b"!")
        app.wait_for("<one \u241b[31mred!>", "submitted 0")


def test_negative_control_an_escape_in_a_paste_submits_without_the_guard(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path), "no-input") as app:
        app.wait_for("submitted 0")
        app.send(ESC_IN_PASTE)
        app.wait_for("submitted 1")


@pytest.mark.fault(7)
def test_a_paste_without_an_end_leaves_the_keyboard_working(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path), "quick") as app:
        app.wait_for("submitted 0")
        app.send(b"\x1b[200~no end")
        app.wait_for("<no end>")
        app.send(b" typed" + CTRL_Q)
        assert app.exit_status() == 0


def test_a_megabyte_is_pasted_whole(tmp_path: Path) -> None:
    page = b"2026-01-01T00:00:00Z host app[1]: a line of a pasted log\r"
    log = (page * (1_000_000 // len(page) + 1))[:1_000_000]
    with running(SAMPLE, str(tmp_path)) as app:
        app.wait_for("submitted 0")
        app.send(b"\t\x1b[200~" + log + b"\x1b[201~")
        app.wait_for("pages 1000000")
        app.send(b"z")
        app.wait_for("pages 1000001", "submitted 0")


@pytest.mark.fault(7)
@pytest.mark.parametrize("seed", range(2))
def test_random_bytes_are_survived(tmp_path: Path, seed: int) -> None:
    rnd = random.Random(seed)
    noise = rnd.randbytes(600).replace(CTRL_Q, b"") + b"\x1b[200~" + rnd.randbytes(600)
    with running(SAMPLE, str(tmp_path)) as app:
        app.wait_for("submitted 0")
        app.send(noise + b"\x1b[201~" + F5)
        app.wait_until((tmp_path / "blocked").exists, "F5 to be heard")
        assert app.alive


def test_negative_control_random_bytes_end_the_unguarded_app(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path), "no-input") as app:
        app.wait_for("submitted 0")
        app.send(random.Random(0).randbytes(600).replace(CTRL_Q, b""))
        app.exit_status()
