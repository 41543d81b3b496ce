"""Whatever bytes the terminal sends, the program lives on and pasted text never presses a key."""

import codecs
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Final

import textual
from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

from incident_tui.domain.text import storable

QUIET: Final = 1.0
"""Seconds without a byte after which an open paste counts as complete."""

_START, _END = "\x1b[200~", "\x1b[201~"
_TERMINAL, _WEB = "textual.drivers.linux_driver", "textual.drivers.web_driver"
_READS: Final = ("XTermParser", "getincrementaldecoder")
_OVERRIDDEN: Final = ("_sequence_to_key_events", "parse_mouse_code")


def install() -> None:
    """Put the guard into the driver that Textual is going to use; a second call changes nothing."""
    driver = import_module(_WEB if in_browser() else _TERMINAL)
    _expect(driver, _READS)
    _expect(XTermParser, _OVERRIDDEN)
    vars(driver).update(XTermParser=GuardedParser, getincrementaldecoder=_lenient_decoder)


def in_browser() -> bool:
    """Whether the window is shown by a web page and not by a terminal."""
    return (constants.DRIVER or "").startswith(_WEB)


def _expect(owner: ModuleType | type, names: Iterable[str]) -> None:
    for name in names:
        if not hasattr(owner, name):
            # Looked up here only: to know its version costs Textual a fifth of a start.
            raise RuntimeError(
                f"{owner.__name__} of Textual {textual.__version__} has no {name}, so the keyboard "
                "cannot be guarded. Install the Textual that this program names: 8.2 or later, "
                "before 9."
            )


def _lenient_decoder(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")


class GuardedParser(XTermParser):
    """Textual's parser for keys and mouse; bracketed pastes are cut out before it sees them."""

    def __init__(self, debug: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(debug)
        self._clock = clock
        self._heard = 0.0
        self._held = ""  # the end of the last read, while it may be the beginning of a marker
        self._let_go = ""  # what was held and then taken for keys
        self._pasting = False
        self._pasted: list[str] = []

    def feed(self, data: str) -> list[Message]:
        """The messages of the next characters; an empty read says nothing."""
        if not data:
            return []
        self._heard = self._clock()
        late, self._let_go = self._let_go, ""
        # A slow line may split a start marker: the rest still opens a paste, the key was Escape.
        if late and data.startswith(_START.removeprefix(late)):
            data = late + data
        text, self._held = self._held + data, ""
        found: list[Message] = []
        while text:
            text = self._paste(text, found) if self._pasting else self._keys(text, found)
        return found

    def _keys(self, text: str, found: list[Message]) -> str:
        typed, start, rest = text.partition(_START)
        # An end without a start closes a paste that paused for so long that it was thought over.
        pasted, stray, after = typed.partition(_END)
        if stray:
            found += [_as_paste(pasted)] if pasted else []
            return after + start + rest
        if not start:
            typed, self._held = _hold(typed, _START)
        self._pasting = bool(start)
        found += super().feed(typed) if typed else ()
        return rest

    def _paste(self, text: str, found: list[Message]) -> str:
        body, end, rest = text.partition(_END)
        if not end:
            body, self._held = _hold(body, _END)
        self._pasted.append(body)
        if end:
            found.append(self._close())
        return rest

    def _close(self) -> events.Paste:
        body = "".join(self._pasted)
        self._pasted.clear()
        self._pasting = False
        return _as_paste(body)

    def tick(self) -> Iterator[Message]:
        """The messages that silence completes: an Escape key, a paste whose end never came."""
        quiet = self._clock() - self._heard
        if self._pasting:
            if quiet >= QUIET:
                self._pasted.append(self._held)
                self._held = ""
                yield self._close()
            return
        # Only Escape must be known at once: no other key that people use begins like this and ends.
        if self._held and quiet >= (QUIET if len(self._held) > 1 else constants.ESCAPE_DELAY):
            self._let_go, self._held = self._held, ""
            yield from super().feed(self._let_go)
            self._timeout_time = 0.0  # this silence has been waited for already
        yield from super().tick()

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        try:
            return list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):  # a key code that is no character
            return [events.Key(Keys.Ignore, sequence)]

    def parse_mouse_code(self, code: str) -> Message | None:
        """The mouse message, or none where the terminal said it has no size to measure by."""
        try:
            return super().parse_mouse_code(code)
        except (ValueError, OverflowError, ZeroDivisionError):
            return None


def _hold(text: str, marker: str) -> tuple[str, str]:
    """The text parted before an ending that may be the beginning of the marker."""
    longest = min(len(text), len(marker) - 1)
    size = next((n for n in range(longest, 0, -1) if text.endswith(marker[:n])), 0)
    return (text[:-size], text[-size:]) if size else (text, "")


def _as_paste(body: str) -> events.Paste:
    return events.Paste(storable(body).replace("\x1b", "\u241b"))
