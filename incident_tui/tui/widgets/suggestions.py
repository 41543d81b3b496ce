"""What the line could become, as a short list above the prompt; the first choice is marked."""

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.widgets import Static

from incident_tui.commands.completion import Completion
from incident_tui.tui.text import line

_MOST: Final = 8
_LEFT: Final = 8
_MARGIN: Final = 18
"""Columns to the left of the list, and columns of the screen that its words leave free."""


class Suggestions(Static):
    """Hidden while there is nothing to offer."""

    # The layout that shows the list sets it: it needs no other, and no paint of its own.
    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)
    index: reactive[int] = reactive(0, layout=False)

    class Chosen(Message):
        """A click on a choice."""

        def __init__(self, completion: Completion) -> None:
            super().__init__()
            self.completion = completion

    def __init__(self) -> None:
        super().__init__(id="suggestions")
        self._choices: tuple[Completion, ...] = ()
        self.display = False

    @property
    def chosen(self) -> Completion | None:
        """The choice that is marked."""
        return self._choices[self.index] if self._choices else None

    def offer(self, choices: Sequence[Completion]) -> None:
        """Show these, the first one marked; none hides the list."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        self.set_reactive(Suggestions.index, 0)
        self.display = bool(choices)
        if choices:
            self._draw()

    def move(self, by: int) -> None:
        """Mark another choice, round and round."""
        self.index = (self.index + by) % max(1, len(self._choices))

    def watch_index(self) -> None:
        """Follow the mark."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Take the choice under the mouse."""
        at = self._first + event.y - 1
        if 0 <= at < len(self._choices):
            self.post_message(self.Chosen(self._choices[at]))

    @property
    def _first(self) -> int:
        return max(0, min(self.index - _MOST + 1, len(self._choices) - _MOST))

    def _draw(self) -> None:
        shown = self._choices[self._first :][:_MOST]
        room = max(20, self.app.size.width - _MARGIN)
        wide = min(room // 2, max((len(c.label) for c in shown), default=0))
        rows = []
        for at, choice in enumerate(shown, self._first):
            here = at == self.index
            label = line(choice.label, "bold" if here else "").truncate(
                wide, ellipsis=True, pad=True
            )
            row = Content.assemble("▸ " if here else "  ", label, "  ", line(choice.help, "dim"))
            rows.append(row.truncate(room, ellipsis=True))
        self.styles.offset = (_LEFT, -len(rows) - 3)
        self.update(Content("\n").join(rows))
