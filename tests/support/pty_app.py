"""A program on a real pseudo-terminal: bytes in, a screen out, every wait has a deadline."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import pyte

ROOT: Final = Path(__file__).parents[2]
DEADLINE: Final = 20.0
"""Seconds; far beyond any expected wait, so that a loaded machine fails nothing."""

# Sequences that pyte would print: private parameters, DCS, OSC, and mode queries.
FOREIGN: Final = re.compile(
    rb"\x1b\[[<=>][0-9;]*[A-Za-z]|\x1bP[^\x1b]*\x1b\\"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;?]*\$[A-Za-z]"
)

# A session leader must take its terminal itself; a closed one then hangs up on it, also where the
# tests run under nohup.
_LAUNCH: Final = """
import fcntl, runpy, signal, sys, termios
signal.signal(signal.SIGHUP, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
del sys.argv[0]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


class PtyApp:
    """A running `python -m module`; nothing of it is left when the context ends."""

    def __init__(self, process: subprocess.Popen[bytes], fd: int, size: tuple[int, int]) -> None:
        self.output = b""
        self._process = process
        self._fd: int | None = fd
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def pid(self) -> int:
        """The process that runs it."""
        return self._process.pid

    @property
    def text(self) -> str:
        """What the screen shows, one line a row."""
        return "\n".join(self._screen.display)

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def wait_for(self, *texts: str) -> None:
        """Until the screen shows all of them."""
        self.wait_until(lambda: all(text in self.text for text in texts), f"{texts} on the screen")

    def wait_until(self, done: Callable[[], bool], what: str) -> None:
        """Read until it is so."""
        end = time.monotonic() + DEADLINE
        while not done():
            if time.monotonic() > end:
                raise TimeoutError(f"waited for {what}; the screen:\n{self.text}")
            self._read(0.05)

    def rest(self, seconds: float) -> None:
        """Read what comes within that time, if anything does."""
        self._read(seconds)

    def exit_status(self) -> int:
        """Its exit status once it ended; minus the signal if one killed it."""
        self.wait_until(lambda: not self.alive, "the program to end")
        while self._read(0):
            pass
        return self._process.wait()

    def send(self, data: bytes) -> None:
        """Type all of it, reading meanwhile, so that neither side waits for the other."""
        while data and self._fd is not None and self.alive:
            _, ready, _ = select.select([], [self._fd], [], 0.05)
            if ready:
                data = data[os.write(self._fd, data[:1024]) :]
            self._read(0)

    def kill(self, number: signal.Signals) -> None:
        """Send the signal to the program."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def cooked(self) -> bool:
        """Whether the terminal echoes and reads whole lines, as a shell expects."""
        if self._fd is None:
            return False
        flags = termios.tcgetattr(self._fd)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON)

    def close(self) -> None:
        """End whatever is left of it."""
        self.hang_up()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _read(self, wait: float) -> bool:
        if self._fd is None:
            time.sleep(wait)
            return False
        ready, _, _ = select.select([self._fd], [], [], wait)
        data = b""
        if ready:
            with suppress(OSError):  # EIO: nobody has it open at the other end
                data = os.read(self._fd, 1 << 16)
            if not data:
                time.sleep(wait)
        self.output += data
        self._stream.feed(FOREIGN.sub(b"", data))
        return bool(data)


@contextmanager
def running(
    module: str,
    *args: str,
    env: Mapping[str, str] | None = None,
    size: tuple[int, int] = (80, 24),
    terminal: type[PtyApp] = PtyApp,
) -> Iterator[PtyApp]:
    """The module, run from the checkout on a terminal of its own of `size` columns and rows."""
    ambient = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    columns, rows = size
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", _LAUNCH, module, *args],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=ROOT,
        env={**ambient, "TEXTUAL_ANIMATIONS": "none", **(env or {})},
        start_new_session=True,
    )
    os.close(slave)
    app = terminal(process, master, size)
    try:
        yield app
    finally:
        app.close()
