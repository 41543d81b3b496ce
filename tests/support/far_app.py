"""A terminal at the other end of a slow link: what is typed and what is drawn arrive later."""

import os
import select
import subprocess
import time
from collections import deque
from contextlib import suppress
from typing import Final

from tests.support.pty_app import FOREIGN, PtyApp

ONE_WAY: Final = 0.15
"""Seconds that a byte is under way: there and back are 300 ms, as of a phone in a train."""
_ASKED: Final = b"\x1b[?2026$p"
_ANSWER: Final = b"\x1b[?2026;2$y"
"""That frames may be sent whole, as any modern terminal says; over a slow link it says so late."""

_Way = deque[tuple[float, bytes]]
"""What is under way, and when it arrives."""


class FarApp(PtyApp):
    """`text` is what the person sees, which the program drew some time ago."""

    def __init__(self, process: subprocess.Popen[bytes], fd: int, size: tuple[int, int]) -> None:
        super().__init__(process, fd, size)
        self._typed: _Way = deque()
        self._drawn: _Way = deque()

    def send(self, data: bytes) -> None:
        """Type it; nobody waits until it is seen."""
        self._typed.append((time.monotonic() + ONE_WAY, data))

    def _read(self, wait: float) -> bool:
        for data in _arrived(self._typed):
            if self._fd is not None:
                os.write(self._fd, data)
        for data in _arrived(self._drawn):
            self._stream.feed(FOREIGN.sub(b"", data))
            if _ASKED in data:
                self.send(_ANSWER)
        return self._take(min(wait, 0.01)) or bool(self._typed or self._drawn)

    def _take(self, wait: float) -> bool:
        if self._fd is None or not select.select([self._fd], [], [], wait)[0]:
            return False
        data = b""
        with suppress(OSError):  # EIO: nobody has it open at the other end
            data = os.read(self._fd, 1 << 16)
        self.output += data
        if data:
            self._drawn.append((time.monotonic() + ONE_WAY, data))
        return bool(data)


def _arrived(way: _Way) -> list[bytes]:
    now, found = time.monotonic(), []
    while way and way[0][0] <= now:
        found.append(way.popleft()[1])
    return found
