"""A list lies on the last lines of what is below it, and only its own lines are painted anew."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import Final

from rich.style import Style
from textual.geometry import Offset, Region, Size
from textual.strip import Strip

from incident_tui.tui.widgets.suggestions import Suggestions

_LEFT: Final = 8
"""Columns to the left of the list, where there is room for them."""
_ROOMY: Final = 40


class Cover:
    """The list as it was drawn last for a room of some size, whose last lines it takes."""

    def __init__(self, above: Suggestions) -> None:
        self._above = above
        self._room = Size(0, 0)
        self._lines: tuple[Strip, ...] = ()

    def draw(self, room: Size, ink: Mapping[str, Style]) -> list[Region]:
        """Draw it for that room; the lines in which it is another one than before."""
        before, self._room = self._lines, room
        self._lines = tuple(self._above.lines(room.width - self._left, room.height, ink))
        width = max((line.cell_length for line in (*before, *self._lines)), default=0)
        upwards = enumerate(zip_longest(reversed(before), reversed(self._lines)), 1)
        moved = [room.height - up for up, (was, now) in upwards if was != now]
        return [Region(self._left, y, width, 1) for y in moved]

    def over(self, y: int, below: Strip) -> Strip:
        """The line of that number with what lies on it."""
        at = y - self._first
        if not 0 <= at < len(self._lines):
            return below
        line, left = self._lines[at], self._left
        return Strip.join([below.crop(0, left), line, below.crop(left + line.cell_length)])

    def took(self, at: Offset) -> bool:
        """Whether the place is in the list, which then takes the choice there."""
        line = at.y - self._first
        if not 0 <= line < len(self._lines):
            return False
        if not self._left <= at.x < self._left + self._lines[line].cell_length:
            return False
        self._above.take(line, self._room.height)
        return True

    @property
    def _first(self) -> int:
        return self._room.height - len(self._lines)

    @property
    def _left(self) -> int:
        return _LEFT if self._room.width >= _ROOMY else 0
