"""What the line could become, as a short list above the prompt; the first choice is marked."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from incident_tui.domain.text import one_line
from incident_tui.tui.widgets.wrap import clip

if TYPE_CHECKING:
    from incident_tui.commands.completion import Completion

INK: Final = ("offer", "chosen", "about", "frame")
"""What can be styled; each is a component class `timeline--<name>`, since the list lies there."""

_MOST: Final = 8
_AROUND: Final = 6
"""Cells of a line that are none of its words': the frame, the mark and the room beside them."""
_LEAST: Final = 4


class Suggestions:
    """Hidden while there is nothing to offer.

    It is no widget: one that comes, goes and changes its size with every letter would have the
    whole screen laid out at every letter. The timeline draws it over its own last lines.
    """

    def __init__(self, take: "Callable[[Completion], object]" = lambda _: None) -> None:
        self._take = take
        self._choices: tuple[Completion, ...] = ()
        self._index = 0
        self.changed: Callable[[], object] = lambda: None
        """Called when the list is another one now, by whoever shows it."""

    @property
    def display(self) -> bool:
        """Whether there is something to offer."""
        return bool(self._choices)

    @property
    def chosen(self) -> "Completion | None":
        """The choice that is marked."""
        return self._choices[self._index] if self._choices else None

    def offer(self, choices: "Sequence[Completion]") -> None:
        """Show these, the first one marked; none hides the list."""
        if tuple(choices) == self._choices:
            return
        self._choices, self._index = tuple(choices), 0
        self.changed()

    def move(self, by: int) -> None:
        """Mark another choice, round and round."""
        self._index = (self._index + by) % max(1, len(self._choices))
        self.changed()

    def take(self, line: int, height: int) -> None:
        """Take the choice in that line of a list drawn for `height` lines; the frame is none."""
        at = self._first(height) + line - 1
        if line and at < len(self._choices):
            self._take(self._choices[at])

    def lines(self, width: int, height: int, ink: Mapping[str, Style]) -> list[Strip]:
        """The list with a frame above it and at its sides, in no more cells than that."""
        first, room = self._first(height), width - _AROUND
        if not self._choices or height < 2 or room < _LEAST:
            return []
        shown = self._choices[first:][: _rows(height)]
        labels = [clip(one_line(choice.label), room // 2) for choice in shown]
        wide = max(map(cell_len, labels))
        abouts = [clip(one_line(choice.help), room - wide - 2) for choice in shown]
        inner = wide + 2 + max(map(cell_len, abouts))
        rows = [_top(inner + _AROUND, ink["frame"])]
        for at, (label, about) in enumerate(zip(labels, abouts, strict=True), first):
            here = at == self._index
            name = ("▸ " if here else "  ") + label + " " * (wide - cell_len(label))
            rest = f"  {about}" + " " * (inner - wide - 2 - cell_len(about))
            words = [
                Segment(name, ink["chosen" if here else "offer"]),
                Segment(rest, ink["about"]),
            ]
            rows.append(_framed(words, inner + _AROUND, ink["frame"]))
        return rows

    def _first(self, height: int) -> int:
        rows = _rows(height)
        return max(0, min(self._index - rows + 1, len(self._choices) - rows))


def _rows(height: int) -> int:
    return min(_MOST, height - 1)


def _top(width: int, ink: Style) -> Strip:
    return Strip([Segment(f"╭{'─' * (width - 2)}╮", ink)], width)


def _framed(words: list[Segment], width: int, ink: Style) -> Strip:
    return Strip([Segment("│ ", ink), *words, Segment(" │", ink)], width)
