import ctypes
import signal
import sys
from pathlib import Path

import pytest

from incident_tui.services.drafts import leftovers
from tests.support.pty_app import PtyApp, running

SAMPLE = "tests.terminal.sample_app"
ALT_SCREEN_LEFT = b"\x1b[?1049l"
ENDINGS = (signal.SIGTERM, signal.SIGHUP)


def half_typed(app: PtyApp) -> None:
    app.wait_for("submitted 0")
    app.send(b"half typed")
    app.wait_for("<half typed>")


def kept(folder: Path) -> list[str]:
    files = leftovers(folder / "drafts")
    lines = [file.load().line for file in files]
    for file in files:
        file.close()
    return lines


@pytest.mark.fault(6)
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_signal_keeps_the_draft_and_restores_the_terminal(
    tmp_path: Path, ending: signal.Signals
) -> None:
    with running(SAMPLE, str(tmp_path)) as app:
        half_typed(app)
        app.kill(ending)
        assert app.exit_status() == 128 + ending
        assert ALT_SCREEN_LEFT in app.output
        assert app.cooked()
        assert f"ended by {ending.name}. What you typed is kept" in app.text
    assert kept(tmp_path) == ["half typed"]


def block(app: PtyApp, folder: Path) -> None:
    app.send(b"\x1b[15~")
    app.wait_until((folder / "blocked").exists, "the loop to be blocked")


@pytest.mark.fault(6)
@pytest.mark.parametrize("blocked", [False, True])
def test_a_closed_terminal_ends_the_program_and_keeps_the_draft(
    tmp_path: Path, blocked: bool
) -> None:
    with running(SAMPLE, str(tmp_path)) as app:
        half_typed(app)
        if blocked:
            block(app, tmp_path)
        app.hang_up()
        assert app.exit_status() == 128 + signal.SIGHUP
    assert kept(tmp_path) == ["half typed"]


@pytest.mark.skipif(sys.platform != "linux", reason="finds and signals a thread as Linux does")
def test_a_signal_given_to_another_thread_ends_a_blocked_program_too(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path)) as app:
        half_typed(app)
        block(app, tmp_path)
        threads = [int(task.name) for task in Path(f"/proc/{app.pid}/task").iterdir()]
        ctypes.CDLL(None).tgkill(app.pid, max(threads), signal.SIGHUP)
        assert app.exit_status() == 128 + signal.SIGHUP
    assert kept(tmp_path) == ["half typed"]


@pytest.mark.fault(6)
def test_a_save_that_never_returns_does_not_hold_the_process(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path), "stuck-save") as app:
        half_typed(app)
        app.hang_up()
        assert app.exit_status() == 128 + signal.SIGHUP


def test_negative_control_a_signal_loses_the_draft_without_the_guard(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path), "no-signals") as app:
        half_typed(app)
        app.kill(signal.SIGTERM)
        assert app.exit_status() == -signal.SIGTERM
        assert ALT_SCREEN_LEFT not in app.output
    assert kept(tmp_path) == []


def test_negative_control_a_closed_terminal_loses_the_draft_without_the_guard(
    tmp_path: Path,
) -> None:
    with running(SAMPLE, str(tmp_path), "no-signals") as app:
        half_typed(app)
        app.hang_up()
        assert app.exit_status() == -signal.SIGHUP
    assert kept(tmp_path) == []


@pytest.mark.fault(5)
@pytest.mark.parametrize("key", [b"\x1bOQ", b"\x1bOR"], ids=["action", "worker"])
def test_a_crash_keeps_the_draft_and_shows_no_value(tmp_path: Path, key: bytes) -> None:
    with running(SAMPLE, str(tmp_path), size=(40, 24)) as app:
        half_typed(app)
        app.output = b""
        app.send(key)
        assert app.exit_status() == 1
        said = app.output.partition(ALT_SCREEN_LEFT)[2].decode()
        assert app.cooked()
    assert "incident-tui stopped: RuntimeError in sample_app.py, line" in said
    assert "What you typed is kept" in said
    [report] = (tmp_path / "crashes").iterdir()
    assert str(report) in said
    assert report.stat().st_mode & 0o777 == 0o600
    for text in (said, report.read_text()):
        assert "local-secret" not in text
        assert "half typed" not in text
    assert "in action_fail\n" in report.read_text()
    assert kept(tmp_path) == ["half typed"]


def test_a_crash_before_the_first_frame_has_status_1_too(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path), "fail-at-start") as app:
        assert app.exit_status() == 1
        assert "incident-tui stopped: RuntimeError" in app.text
        assert app.cooked()


def test_negative_control_a_crash_prints_what_was_typed_without_the_guard(tmp_path: Path) -> None:
    with running(SAMPLE, str(tmp_path), "no-crash", size=(200, 60)) as app:
        half_typed(app)
        app.output = b""
        app.send(b"\x1bOQ")
        app.exit_status()
        said = app.output.partition(ALT_SCREEN_LEFT)[2]
    assert b"local-secret" in said
    assert kept(tmp_path) == []
