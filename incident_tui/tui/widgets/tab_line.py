"""Numbered names in one line, of which one is chosen; a click chooses another."""

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

_BESIDE: Final = 5
"""Cells of a tab beside its name: its number, spaces, and the gap to the next."""


class TabLine(Static):
    """The keys are the screen's: a number, or the arrows."""

    class Chosen(Message):
        """The mouse chose the tab of that place."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    _names: Sequence[str] = ()

    def show(self, names: Sequence[str], chosen: int) -> None:
        """Draw the names."""
        self._names = names
        parts = [
            Content.styled(f" {n + 1} {name} ", "bold reverse" if n == chosen else "dim")
            for n, name in enumerate(names)
        ]
        self.update(Content(" ").join(parts))

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the mouse."""
        place = event.x - self.gutter.left
        for at, name in enumerate(self._names):
            place -= len(name) + _BESIDE
            if place < 0:
                self.post_message(self.Chosen(at))
                return
