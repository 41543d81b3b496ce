"""Nothing is ever sent anywhere that was not asked for: the program runs with sockets forbidden."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.support.pty_app import ROOT
from tests.test_speed import FIRST_FRAME

FORBID: Final = """
import sys
def forbid(event, args):
    if event in {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"}:
        raise PermissionError(f"{event} {args}")
sys.addaudithook(forbid)
"""
PROGRAM: Final = FORBID + "from incident_tui.__main__ import main\nmain()\n"


def run(code: str, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    home = {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder), "HOME": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **home},
        check=False,
    )


def test_negative_control_a_call_is_forbidden(tmp_path: Path) -> None:
    code = FORBID + "import socket\nsocket.create_connection(('192.0.2.1', 9), 1)\n"
    assert "PermissionError" in run(code, tmp_path).stderr


@pytest.mark.fault(31)
def test_a_whole_incident_on_the_command_line_needs_no_network(tmp_path: Path) -> None:
    for args in (
        ("declare", "Checkout fails", "--sev", "1"),
        ("log", "/ic @maria"),
        ("resolve",),
        ("postmortem", "INC-1", "--draft"),
        ("export", "INC-1", "-o", "-"),
        ("verify",),
    ):
        done = run(PROGRAM, tmp_path, *args)
        assert done.returncode == 0, (args, done.stderr)


@pytest.mark.fault(31)
def test_a_window_needs_no_network(tmp_path: Path) -> None:
    assert run(PROGRAM, tmp_path, "declare", "Checkout fails").returncode == 0
    done = run(FORBID + FIRST_FRAME, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "incident_tui.tui.app" in done.stdout
