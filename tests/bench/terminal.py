"""What a program writes to a terminal is stamped by a thread that does nothing but read.

So what the emulator takes to draw it enters no figure.
"""

import fcntl
import os
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

import psutil
import pyte

from tests.support.pty_app import FOREIGN

COLUMNS: Final = 120
ROWS: Final = 40
_PATIENCE: Final = 60.0
_SWITCH: Final = 0.0005
"""Seconds for which the emulator may keep the thread that reads from its work."""
_ASKED: Final = re.compile(rb"\x1b\[\?2026\$p")
_ANSWER: Final = b"\x1b[?2026;2$y"
"""That frames may be sent whole, as any modern terminal says."""


class Terminal:
    """A running program, and when it wrote what; times are those of `time.perf_counter`."""

    def __init__(self, process: subprocess.Popen[bytes], fd: int, started: float) -> None:
        self.started = started
        self.written = 0
        self.pid = process.pid
        self._process = process
        self._fd = fd
        self._unseen: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        sys.setswitchinterval(_SWITCH)
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def text(self) -> str:
        """What the screen shows, a line a row."""
        return "\n".join(self._screen.display)

    def type(self, data: bytes) -> float:
        """Press keys; the time at which they were."""
        pressed = time.perf_counter()
        os.write(self._fd, data)
        return pressed

    def until(self, shown: Callable[[str], bool], what: str) -> float:
        """The time at which the output was read that made it so."""
        end = time.perf_counter() + _PATIENCE
        while (left := end - time.perf_counter()) > 0:
            at = self._draw_next(left)
            if at is not None and shown(self.text):
                return at
        raise TimeoutError(f"waited for {what}; the screen:\n{self.text}")

    def rest(self, seconds: float) -> int:
        """Let it go on for that long; how many bytes it wrote."""
        before, end = self.written, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._draw_next(left)
        return self.written - before

    @property
    def memory(self) -> float:
        """MiB that it holds now."""
        return float(psutil.Process(self.pid).memory_info().rss) / 2**20

    def close(self) -> None:
        """End it."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        self._reader.join(_PATIENCE)
        os.close(self._fd)

    def _draw_next(self, wait: float) -> float | None:
        """Draw what was written next; when it was, or None if nothing was."""
        try:
            at, data = self._unseen.get(timeout=wait)
        except Empty:
            return None
        self._stream.feed(FOREIGN.sub(b"", data))
        return at

    def _read(self) -> None:
        with suppress(OSError):  # EIO: the program is gone
            while data := os.read(self._fd, 1 << 16):
                self._unseen.put((time.perf_counter(), data))
                self.written += len(data)
                if _ASKED.search(data):
                    os.write(self._fd, _ANSWER)


@contextmanager
def on_terminal(argv: Sequence[str], env: Mapping[str, str]) -> Iterator[Terminal]:
    """The program, on a terminal of its own."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    started = time.perf_counter()
    process = subprocess.Popen(
        argv, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
    )
    os.close(slave)
    terminal = Terminal(process, master, started)
    try:
        yield terminal
    finally:
        terminal.close()
