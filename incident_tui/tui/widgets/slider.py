"""Where in an incident one is: a line from its first moment to its last, with its milestones."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SIDE: Final = 7
"""Cells at either end, for a time and a space."""


class Slider(Static):
    """The line with a knob, and below it the moment in words; a click moves to a moment."""

    class Moved(Message):
        """Somebody wants to be at this moment."""

        def __init__(self, when: datetime) -> None:
            super().__init__()
            self.when = when

    def __init__(self) -> None:
        super().__init__(id="slider")
        self.span = (_BEGINNING, _BEGINNING)
        self.marks: Sequence[datetime] = ()
        self._when = _BEGINNING
        self._told = ""

    def tell(self, when: datetime, count: int, total: int) -> None:
        """Move the knob."""
        self._when = when
        self._told = f"{when:%Y-%m-%d %H:%M:%S} UTC · entry {count} of {total}"
        self.refresh()

    def render(self) -> Content:
        """`14:02 ──◆──●───── 14:59`, and the moment."""
        first, last = self.span
        wide = self._width
        track = ["─"] * wide
        for mark in self.marks:
            if first <= mark <= last:
                track[self._place(mark)] = "◆"
        at = self._place(self._when)
        before, after = "".join(track[:at]), "".join(track[at + 1 :])
        line = Content.assemble(
            (f"{first:%H:%M}  ", "dim"),
            (before, "$accent"),
            ("●", "bold $accent"),
            (after, "dim"),
            (f"  {last:%H:%M}", "dim"),
        )
        return Content("\n").join((line, Content(" " * _SIDE + self._told)))

    def on_click(self, event: events.Click) -> None:
        """To the moment under the mouse."""
        first, last = self.span
        inside = event.get_content_offset(self)
        if inside is None or inside.y or last == first:
            return
        part = max(0, min(inside.x - _SIDE, self._width - 1)) / max(1, self._width - 1)
        self.post_message(self.Moved(first + (last - first) * part))

    @property
    def _width(self) -> int:
        return max(2, self.content_size.width - 2 * _SIDE)

    def _place(self, when: datetime) -> int:
        first, last = self.span
        whole = last - first
        part = (when - first) / whole if whole > timedelta(0) else 0
        return max(0, min(round(part * (self._width - 1)), self._width - 1))
