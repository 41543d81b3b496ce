"""A PostgreSQL that belongs to one test, which may kill it, start it again and copy it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import psutil

_PACKAGED: Final = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, where they are installed."""
    found = _PACKAGED[-1] if _PACKAGED else shutil.which("initdb")
    return Path(found).parent if found else None


class Server:
    """One server on this computer; `copied` makes its standby."""

    def __init__(self) -> None:
        # Not below the folder of the test run, which the server's user may not enter.
        self.folder = Path(tempfile.mkdtemp(prefix="incident-tui-server-"))
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.address = f"postgresql://postgres@127.0.0.1:{self.port}/postgres"
        self._data = str(self.folder / "data")

    def make(self) -> None:
        """An empty database, trusting whoever is on this computer."""
        self._do("initdb", "-D", self._data, "-A", "trust", "-U", "postgres", "-N", "-E", "UTF8")

    def start(self) -> None:
        """Let it answer; what it has not flushed is only lost if the computer itself fails."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -k {self.folder} -c fsync=off"
        log = str(self.folder / "log")
        self._do("pg_ctl", "-D", self._data, "-l", log, "-w", "-o", options, "start")

    def kill(self) -> None:
        """End it as a power cut would, as far as its own memory is concerned."""
        first = int((self.folder / "data" / "postmaster.pid").read_text("utf-8").split()[0])
        postmaster = psutil.Process(first)
        processes = [postmaster, *postmaster.children()]
        postmaster.kill()
        psutil.wait_procs(processes, timeout=30)  # its memory is not let go before

    def copied(self, *, awaited: bool = True) -> Server:
        """A standby; if it is `awaited`, every commit is on it before it is said to be stored."""
        standby = Server()
        place = ("-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres")
        self._do("pg_basebackup", *place, "-D", standby._data, "-R", "-c", "fast")
        standby.start()
        wait = ("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
        for sql in wait if awaited else ():
            self._do("psql", *place, "-c", sql)
        return standby

    def promote(self) -> None:
        """Make the standby the one that can be written."""
        self._do("pg_ctl", "-D", self._data, "-w", "promote")

    def remove(self) -> None:
        """Leave nothing of it."""
        with suppress(FileNotFoundError, psutil.NoSuchProcess):  # it may be killed already
            self.kill()
        shutil.rmtree(self.folder)

    def _do(self, program: str, *words: str) -> None:
        found = programs()
        assert found is not None
        own = found / program
        command = [str(own) if own.exists() else program, *words]
        # PostgreSQL refuses to run as root.
        who: dict[str, Any] = {"user": "postgres", "group": "postgres", "extra_groups": []}
        # Not a pipe: the server would keep its other end open.
        quiet = subprocess.DEVNULL
        subprocess.run(
            command,
            check=True,
            cwd=self.folder,
            stdout=quiet,
            stderr=quiet,
            **(who if os.getuid() == 0 else {}),
        )
