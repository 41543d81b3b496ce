from pathlib import Path

import pytest

from tests.support.pty_app import running

SAMPLE = "tests.terminal.sample_app"
RAW = {
    "clipboard": b"\x1b]52;",
    "colour": b"|\x1b[31m",
    "C1": b"\xc2\x9b",
    "NUL": b"\x00",
    "DEL": b"\x7f",
    "override": "\u202e".encode(),
    "isolate": "\u2066".encode(),
}


def painted(folder: Path, *words: str) -> bytes:
    with running(SAMPLE, str(folder), "hostile", *words) as app:
        app.wait_for("submitted 0", "]52;c;aGk=")
        app.send(b"\x11")
        app.exit_status()
        return app.output


@pytest.mark.fault(10)
def test_hostile_text_never_reaches_the_terminal_raw(tmp_path: Path) -> None:
    output = painted(tmp_path)
    assert [name for name, raw in RAW.items() if raw in output] == []


def test_negative_control_hostile_text_reaches_the_terminal_without_the_guard(
    tmp_path: Path,
) -> None:
    with running(SAMPLE, str(tmp_path), "hostile", "no-output") as app:
        app.wait_until(lambda: RAW["clipboard"] in app.output, "a write to the clipboard")
        app.wait_until(lambda: RAW["override"] in app.output, "an override")


def test_the_guard_keeps_the_layout(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path), "hostile", size=(20, 24)) as app:
        app.wait_for("submitted 0", "]52;c;aGk=")
        frame = [line for line in app.text.split("\n") if line.startswith("▊")]
        assert {line[-1] for line in frame} <= {"▎"}
