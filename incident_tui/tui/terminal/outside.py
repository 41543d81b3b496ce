"""What is told outside the window, in a title or a notice, is text of which nothing can act."""

import os
import sys
from contextlib import suppress
from enum import StrEnum
from typing import Final

from incident_tui.domain.text import inert, one_line

KEEP_TITLE: Final = "\x1b[22;2t"
"""Have the terminal remember its title."""
GIVE_TITLE_BACK: Final = "\x1b[23;2t"
_LONGEST: Final = 200
_END: Final = "\x1b\\"


class Notices(StrEnum):
    """Which escape sequence a terminal takes for a notice on the desktop."""

    OFF = "off"
    OSC9 = "osc9"
    OSC777 = "osc777"


def title(text: str) -> str:
    """The sequence that makes the text the title of the terminal."""
    return f"\x1b]2;{_plain(text)}{_END}"


def background(colour: str) -> str:
    """The sequence that makes it the colour behind all cells; `#e0e0e0`, or empty for another."""
    return f"\x1b]11;{colour}{_END}" if colour.startswith("#") else ""


def give_title_back() -> None:
    """Have the terminal show the title that it had; nothing where no title was kept."""
    if sys.__stderr__ is not None and sys.__stderr__.isatty():
        with suppress(OSError):
            sys.__stderr__.write(GIVE_TITLE_BACK)
            sys.__stderr__.flush()


def notice(about: str, text: str, how: Notices) -> str:
    """The sequence that shows a notice on the desktop; empty where none is to be shown."""
    match how:
        case Notices.OFF:
            return ""
        case Notices.OSC9:
            return _through(f"\x1b]9;{_plain(f'{about}: {text}')}{_END}")
        case Notices.OSC777:
            # Here a semicolon parts the fields.
            fields = (_plain(field).replace(";", ",") for field in (about, text))
            return _through(f"\x1b]777;notify;{';'.join(fields)}{_END}")


def _plain(text: str) -> str:
    return inert(one_line(text))[:_LONGEST]


def _through(sequence: str) -> str:
    """In tmux, wrapped so that it reaches the terminal outside (`set -g allow-passthrough on`)."""
    if not os.environ.get("TMUX"):
        return sequence
    doubled = sequence.replace("\x1b", "\x1b\x1b")
    return f"\x1bPtmux;{doubled}{_END}"
