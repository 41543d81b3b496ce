"""The real server on the loopback device: an alert comes in, a stranger does not, and it ends."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.importers.test_alerts import LATER, sent

TOKEN = "a-token-of-some-length"
_DEADLINE = 60.0


class Listening:
    """A program that listens, and what one may send it."""

    def __init__(self, shell: Shell, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        command = [sys.executable, "-m", "incident_tui", "--db", str(shell.db), "listen"]
        with log.open("wb") as said:
            self.process = subprocess.Popen(
                [*command, "--port", str(self._port)],
                stdout=said,
                stderr=said,
                env=os.environ | {"INCIDENT_TUI_TOKEN": TOKEN},
            )
        self._log = log

    def post(self, path: str, body: str, token: str = TOKEN) -> int:
        """The status it answers with, once it answers at all."""
        asked = urllib.request.Request(
            f"http://127.0.0.1:{self._port}{path}",
            body.encode(),
            {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        until = time.monotonic() + _DEADLINE
        while True:
            try:
                with urllib.request.urlopen(asked, timeout=_DEADLINE) as answer:
                    return int(answer.status)
            except urllib.error.HTTPError as error:
                with error:
                    return error.code
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise AssertionError(self.said()) from None
                time.sleep(0.05)

    def said(self) -> str:
        return self._log.read_text()

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_DEADLINE)


@pytest.fixture
def listening(burning: Shell, tmp_path: Path) -> Iterator[Listening]:
    pytest.importorskip("uvicorn")
    running = Listening(burning, tmp_path / "said.txt")
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.wait(_DEADLINE)


def test_an_alert_comes_in_over_the_loopback_and_a_signal_ends_it(
    listening: Listening, burning: Shell
) -> None:
    assert listening.post("/alertmanager", sent(LATER), token="wrong") == 401
    assert listening.post("/alertmanager", sent(LATER)) == 200
    assert listening.end() == -signal.SIGTERM
    assert "FIRING Errors" in json.dumps(burning.json("show", "1"))
    assert "FIRING Errors" in listening.said()
    assert "refused (401): send the token" in listening.said()
    assert "Traceback" not in listening.said()
