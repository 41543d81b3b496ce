"""Longer text is typed as plain lines that wrap; nothing that is pasted is lost or obeyed."""

from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.geometry import Offset
from textual.widgets import TextArea

from incident_tui.domain.text import storable


class Prose(TextArea):
    """As tall as its text, up to a limit; where it `indents`, a new line begins like the last.

    Of `items`, one a line, Home and End go to the ends of the item, however it wraps.
    """

    BINDINGS: ClassVar = [
        Binding("ctrl+home", "to_beginning", "Beginning", show=False),
        Binding("ctrl+end", "to_end", "End", show=False),
    ]

    def __init__(self, text: str = "", *, indents: bool = False, items: bool = False) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False)
        self._indents = indents
        self._items = items

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Where it scrolled to; nowhere while the cursor still stands below the last line.

        Taking back a long paste can hide the scrollbar, which asks for the cursor before it has
        moved. Textual 8.2 reads one line too far then, and would end the program.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def action_to_beginning(self) -> None:
        """Ctrl+Home goes where it goes in every editor."""
        self.move_cursor((0, 0))

    def action_to_end(self) -> None:
        """Ctrl+End too."""
        self.move_cursor(self.document.end)

    def get_cursor_line_end_location(self) -> tuple[int, int]:
        """Where End goes."""
        if not self._items:
            return super().get_cursor_line_end_location()
        row, _ = self.cursor_location
        return row, len(self.document.get_line(row))

    def get_cursor_line_start_location(self, smart_home: bool = False) -> tuple[int, int]:
        """Where Home goes: past the blanks that an item is moved in by."""
        if not self._items:
            return super().get_cursor_line_start_location(smart_home)
        row, column = self.cursor_location
        line = self.document.get_line(row)
        begins = len(line) - len(line.lstrip(" "))
        return row, 0 if column == begins else begins

    async def _on_paste(self, event: events.Paste) -> None:
        """Take it all, in a form the store keeps unchanged."""
        event.prevent_default()
        event.stop()
        done = self.replace(storable(event.text), *self.selection, maintain_selection_offset=False)
        self.move_cursor(done.end_location)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self._indents:
            event.prevent_default()
            event.stop()
            row = self.document.get_line(self.cursor_location[0])
            done = self.replace("\n" + row[: len(row) - len(row.lstrip(" "))], *self.selection)
            self.move_cursor(done.end_location)
