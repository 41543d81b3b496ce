"""A copy says which way it went, and claims no more than is known."""

import os
from typing import Any, Final

from textual.app import App

_TMUX: Final = " tmux passes it on after `set -s set-clipboard on`."


def copy(app: App[Any], text: str) -> str:
    """Copy the text; the sentence tells the person which clipboard it went to.

    Over ssh or in a browser this host's clipboard is of no use, so there the terminal is asked.
    """
    if _elsewhere() or not _copied_here(text):
        app.copy_to_clipboard(text)
        return f"Sent to the terminal's clipboard; it sends no answer.{_tmux()}"
    return "Copied to the clipboard."


def _elsewhere() -> bool:
    return any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "TEXTUAL_DRIVER"))


def _copied_here(text: str) -> bool:
    import pyperclip  # noqa: PLC0415 - seldom needed, and slow to look for its tools

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True


def _tmux() -> str:
    return _TMUX if os.environ.get("TMUX") else ""
