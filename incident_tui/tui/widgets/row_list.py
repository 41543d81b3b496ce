"""A list that takes the focus: arrows move in it, Enter, Space or one click acts on a row."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Final, Generic, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType

from incident_tui.domain.text import inert
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.wrap import clip

Row = TypeVar("Row")
Part = tuple[str, str]
"""A text and the name of its style."""

_STYLES: Final = ("plain", "quiet", "strong", "star", "struck", "late", "good")


class RowList(LineList, Generic[Row]):
    """Rows of any kind; `told` gives the parts of one, drawn only when it is on the screen."""

    FOCUS_ON_CLICK = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{name}" for name in _STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Row above", show=False),
        Binding("down", "move(1)", "Row below", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "end(-1)", "First row", show=False),
        Binding("end", "end(1)", "Last row", show=False),
        Binding("enter,space", "open", "Do it", show=False),
    ]

    def __init__(self, told: Callable[[Row], Iterable[Part]]) -> None:
        super().__init__()
        self.can_focus = True
        self.rows: Sequence[Row] = ()
        self._told = told

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows; the cursor stays where it is."""
        if rows != self.rows:
            self.rows = rows
            self.changed(self.cursor)

    def holds(self, row: int) -> bool:  # noqa: ARG002  any row
        """The cursor shows only where keys would reach it, but stands on any row."""
        return True

    def draw(self, row: int, width: int) -> list[Segment]:
        """The parts of a row, until the width is used up."""
        segments = []
        for text, style in self._told(self.rows[row]):
            shown = clip(inert(text), width)
            width -= cell_len(shown)
            segments.append(Segment(shown, self.ink(f"rows--{style}")))
        return segments

    def on_click(self, event: events.Click) -> None:
        """Act on the row under the mouse."""
        event.prevent_default()
        event.stop()
        row = event.y + self.scroll_offset.y
        if row < self.count:
            self.move(row - self.cursor)
            self.open()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a window."""
        self.page(by)

    def action_end(self, towards: int) -> None:
        """To the first or the last row."""
        self.move(towards * self.count)

    def action_open(self) -> None:
        """Act on the row under the cursor."""
        self.open()
