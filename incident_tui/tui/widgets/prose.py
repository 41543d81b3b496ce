"""Longer text is typed as plain lines that wrap; nothing that is pasted is lost or obeyed."""

from textual import events
from textual.widgets import TextArea

from incident_tui.domain.text import storable


class Prose(TextArea):
    """As tall as its text, up to a limit; where it `indents`, a new line begins like the last."""

    def __init__(self, text: str = "", *, indents: bool = False) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False)
        self._indents = indents

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
