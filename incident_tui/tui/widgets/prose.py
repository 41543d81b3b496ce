"""Longer text is typed as plain lines that wrap; nothing that is pasted is lost or obeyed."""

from textual import events
from textual.widgets import TextArea

from incident_tui.domain.text import storable


class Prose(TextArea):
    """As tall as its text, up to a limit; where it `indents`, a new line begins like the last.

    Of `items`, one a line, Home and End go to the ends of the item, however it wraps.
    """

    def __init__(self, text: str = "", *, indents: bool = False, items: bool = False) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False)
        self._indents = indents
        self._items = items

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
