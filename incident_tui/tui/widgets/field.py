"""A field is one line; typing in it repaints the field and nothing else."""

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from incident_tui.domain.text import storable


class Field(Input):
    """An input of one cell's height that keeps all that is pasted, on one line."""

    # A stock Input lays the whole screen out again at each key, because this is a layout reactive.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, value: str = "", *, hint: str = "", id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(value, hint, id=id, compact=True, select_on_focus=False)

    def _on_paste(self, event: events.Paste) -> None:
        """Take every line: a stock Input keeps the first and silently drops the others."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(storable(event.text).split()), *self.selection)
