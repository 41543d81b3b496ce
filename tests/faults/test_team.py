"""Three windows and two scripts on a team's store, whose line is cut again and again."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from incident_tui.services.defaults import SERVERS
from incident_tui.services.upkeep import verify
from tests.services.test_courier import everything
from tests.support import postgres
from tests.support.pty_app import ROOT, PtyApp, running

LINES = 12
CUTS = 4


class Line:
    """A relay on loopback to the server, which can be cut and mended."""

    def __init__(self, server: str) -> None:
        parts = urlsplit(server)
        self._server = (parts.hostname or "127.0.0.1", parts.port or 5432)
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port: int = probe.getsockname()[1]
        self._open: list[socket.socket] = []
        self._listener: socket.socket | None = None

    def mend(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def cut(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            # A thread that waits in `accept` would keep the port.
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(self._server)
                self._open += [near, far]  # each is closed by the thread that reads from it
                for pair in ((near, far), (far, near)):
                    threading.Thread(target=_carry, args=pair, daemon=True).start()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    for end in (target, source):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
    source.close()


@pytest.fixture
def line() -> Iterator[Line]:
    postgres.require_server()
    line = Line(postgres.SERVER)
    line.mend()
    yield line
    line.cut()


def environment(home: Path) -> dict[str, str]:
    home.mkdir(exist_ok=True)
    return {"HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}


def command(home: Path, *args: str) -> subprocess.Popen[bytes]:
    """A command, run to its end in the background."""
    return subprocess.Popen(
        [sys.executable, "-m", "incident_tui", *args],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def everybody_types(windows: list[PtyApp], line: Line, script: list[Path], db: str) -> None:
    """Each window and each script logs its lines, while the line is cut and mended."""
    for number in range(LINES):
        if number % (LINES // CUTS) == 1:
            line.cut()
        if number % (LINES // CUTS) == 2:
            line.mend()
        logging = [
            command(home, "--db", db, "--as", f"@{home.name}", "log", f"{home.name}-{number:02}")
            for home in script
        ]
        for at, app in enumerate(windows):
            app.send(f"window{at}-{number:02}\r".encode())
        for process in logging:
            assert process.wait(60) == 0


@pytest.mark.long
@pytest.mark.timeout(600)
def test_three_windows_and_two_scripts_end_with_one_timeline(line: Line, tmp_path: Path) -> None:
    with postgres.store() as team:
        _, _, place = postgres.address(team.schema).rpartition("/")
        db = f"{SERVERS[0]}postgres@127.0.0.1:{line.port}/{place}"
        scripts = [tmp_path / name for name in ("ana", "ben")]
        assert command(scripts[0], "--db", db, "declare", "Checkout fails").wait(60) == 0
        assert command(scripts[1], "--db", db, "list").wait(60) == 0
        homes = [tmp_path / f"w{n}" for n in range(3)]
        for home in homes:
            assert command(home, "--db", db, "list").wait(60) == 0
        with ExitStack() as stack:
            windows = [
                stack.enter_context(running("incident_tui", "--db", db, env=environment(home)))
                for home in homes
            ]
            for app in windows:
                app.wait_for("type what you see")
            everybody_types(windows, line, scripts, db)
            said = 5 * LINES
            end = time.monotonic() + 120
            while _notes(team) < said and time.monotonic() < end:
                for app in windows:
                    app.wait_until(lambda: True, "nothing")
                    app._read(0.2)
                for home in scripts:
                    command(home, "--db", db, "list").wait(60)
            assert _notes(team) == said
            for app in windows:
                app.send(b"\x11")
                assert app.exit_status() == 0
        for home in (*scripts, *homes):
            assert command(home, "--db", db, "list").wait(60) == 0
        copies = [next(home.rglob("*.db")) for home in (*scripts, *homes)]
        first, *others = (everything(copy) for copy in copies)
        assert all(other == first for other in others)
        assert all(verify(copy) == [] for copy in copies)


def _notes(team: postgres.OnServer) -> int:
    return int(team.execute("SELECT count(*) FROM entry WHERE kind = 'noted'").fetchone()[0])
