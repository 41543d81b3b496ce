"""A program that was stopped from outside takes its terminal back, and every key typed meanwhile.

Textual answers SIGCONT as if it had left the terminal in order before, as at Ctrl+Z. After a
SIGSTOP it had not: it would start a second reader of the keyboard, one of the two would wait for a
key that the other has read, and leaving would wait for that one for ever.
"""

import signal
import termios
import tty
from contextlib import suppress
from typing import Final

from textual import constants
from textual.drivers.linux_driver import (
    KITTY_DISAMBIGUATE_ESCAPE_CODES,
    KITTY_REPORT_ALL_KEYS,
    KITTY_REPORT_ASSOCIATED_TEXT,
    LinuxDriver,
)

_SHOWN: Final = "\x1b[?1049h\x1b[?25l\x1b[?1004h"
"""The other screen, no cursor, and reports of focus, as Textual asks for them at the start."""
_KEYBOARD: Final = (
    KITTY_DISAMBIGUATE_ESCAPE_CODES | KITTY_REPORT_ALL_KEYS | KITTY_REPORT_ASSOCIATED_TEXT
)


class ContinuingDriver(LinuxDriver):
    """Textual's driver of a terminal, which continues in the way that fits how it was stopped."""

    def _sigcont_application(self, *_: object) -> None:
        if self._must_signal_resume:
            super()._sigcont_application()
        elif self._auto_restart:
            # Not here: a signal may have come while the queue of what is written was locked.
            self._loop.call_soon_threadsafe(self._take_back)

    def _take_back(self) -> None:
        """Set the terminal anew, which a shell has used meanwhile, and have all drawn again."""
        if self._key_thread is None or not self._key_thread.is_alive():
            return
        with suppress(termios.error):
            found = termios.tcgetattr(self.fileno)
            found[tty.LFLAG] = self._patch_lflag(found[tty.LFLAG])
            found[tty.IFLAG] = self._patch_iflag(found[tty.IFLAG])
            found[tty.CC][termios.VMIN] = 1
            termios.tcsetattr(self.fileno, termios.TCSANOW, found)
        self.write(_SHOWN)
        self._enable_mouse_support()
        if not constants.DISABLE_KITTY_KEY:
            self.write(f"\x1b[<u\x1b[>{_KEYBOARD}u")
        self._query_in_band_window_resize()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self.flush()
        signal.raise_signal(signal.SIGWINCH)  # it may have another size now
        self._app.call_later(self._app.refresh, layout=True)
