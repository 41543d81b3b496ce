"""However the program is ended, what was typed is kept and the terminal is as it was found."""

import os
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final, NoReturn

GRACE: Final = 2.0
"""Seconds between the signal and the end of the process, whatever else is stuck."""

_ENDING: Final = (signal.SIGTERM, signal.SIGHUP)

# Out of a half-written sequence and of synchronised output; paste marks, mouse, focus and resize
# reports off; plain keyboard; the main screen with a cursor, wrapped lines and its title.
_RESTORE: Final = (
    b"\x18\x1b[?2026l\x1b[?2004l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"
    b"\x1b[?1004l\x1b[?2048l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?7h\x1b[0m\x1b[23;2t"
)


@contextmanager
def last_words(save: Callable[[], None]) -> Iterator[None]:
    """While inside, SIGTERM and SIGHUP call `save` and end the process with status 128 + signal.

    `save` runs in the signal handler of the main thread, so it may neither wait nor use the loop.
    """
    ending = _Ending(save, _Terminal())
    before = {number: signal.signal(number, ending.on_signal) for number in _ENDING}
    with _watched():
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def _watched() -> Iterator[None]:
    """Have a thread see to it that the handler runs at once, and that the process ends in time."""
    heard, tell = os.pipe()
    os.set_blocking(tell, False)
    before = signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
    threading.Thread(target=_watch, args=(heard,), name="last-words", daemon=True).start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        os.close(tell)


def _watch(heard: int) -> None:
    while number := os.read(heard, 1):
        if number[0] in _ENDING:
            # The system may give the signal to any thread, which does not wake a blocked main one.
            signal.pthread_kill(threading.main_thread().ident or 0, number[0])
            time.sleep(GRACE)
            os._exit(128 + number[0])
    os.close(heard)


class _Terminal:
    """The terminal as it was found; absent when the program is driven through a pipe."""

    def __init__(self) -> None:
        self._found: list[int | list[bytes | int]] | None = None
        with suppress(termios.error, OSError):
            self._found = termios.tcgetattr(sys.__stdin__.fileno()) if sys.__stdin__ else None

    def restore(self, words: str) -> None:
        """Back to how it was found, with a line of text; nothing if it is gone."""
        if self._found is None or sys.__stdin__ is None or sys.__stderr__ is None:
            return
        with suppress(termios.error, OSError):
            os.write(sys.__stderr__.fileno(), _RESTORE)
            termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, self._found)
            os.write(sys.__stderr__.fileno(), f"{words}\n".encode())


class _Ending:
    """What is done at the first of the ending signals."""

    def __init__(self, save: Callable[[], None], terminal: _Terminal) -> None:
        self._save = save
        self._terminal = terminal

    def on_signal(self, number: int, _frame: FrameType | None) -> NoReturn:
        for other in _ENDING:
            signal.signal(other, signal.SIG_IGN)
        try:
            self._save()
            kept = "What you typed is kept and will be offered at the next start."
        except Exception as error:
            kept = f"What you typed could not be kept: {error}"
        name = signal.Signals(number).name
        self._terminal.restore(f"incident-tui was ended by {name}. {kept}")
        os._exit(128 + number)
