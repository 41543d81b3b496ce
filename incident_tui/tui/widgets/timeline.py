"""A person moves through the rows with a cursor; without one the newest row is always in sight."""

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from incident_tui.tui.widgets.cover import Cover
from incident_tui.tui.widgets.order import Order
from incident_tui.tui.widgets.row_view import RowView
from incident_tui.tui.widgets.suggestions import INK, Suggestions


class Timeline(RowView, can_focus=True):
    """The incident's rows; actions work without the focus, so a prompt can forward its keys."""

    FOCUS_ON_CLICK = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"timeline--{name}" for name in INK}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "Entry above", show=False),
        Binding("down", "cursor_down", "Entry below", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("home", "home", "First entry", show=False),
        Binding("end", "end", "Newest entry", show=False),
        Binding("enter", "open", "Open entry", show=False),
        Binding("escape", "leave", "Leave the timeline", show=False),
    ]

    _lying: Cover | None = None

    class Selected(Message):
        """The cursor came to a row."""

        def __init__(self, seq: int) -> None:
            super().__init__()
            self.seq = seq

    class Opened(Message):
        """Enter or a click on the row under the cursor."""

        def __init__(self, seq: int) -> None:
            super().__init__()
            self.seq = seq

    class Left(Message):
        """The cursor is gone."""

    def lie_under(self, above: Suggestions) -> None:
        """Have the list drawn on the last lines while it offers something."""
        self._lying = Cover(above)
        above.changed = self._repaint_over

    def render_line(self, y: int) -> Strip:
        """One line of the window, with what lies on it."""
        rows = super().render_line(y)
        return self._lying.over(y, rows) if self._lying else rows

    @property
    def selected(self) -> int | None:
        """The seq of the row under the cursor."""
        row = self.view.cursor
        return None if row is None else self.view.order.seqs[row]

    def show(self, order: Order, *, keep_anchor: bool = True, narrowed: bool = False) -> None:
        """Replace the order; where it leaves no row for the cursor, the cursor is gone."""
        held = self.view.cursor is not None
        super().show(order, keep_anchor=keep_anchor, narrowed=narrowed)
        if held and self.view.cursor is None:
            self.post_message(self.Left())

    def select(self, seq: int) -> None:
        """Put the cursor on an entry and bring it into sight; an unknown one is ignored."""
        if seq in self.view.order.seqs:
            self._hold(self.view.order.seqs.index(seq))

    def action_cursor_up(self) -> None:
        """To the row above; from nowhere, to the lowest row in sight."""
        row = self.view.cursor
        self._hold(self.view.bottom if row is None else row - 1)

    def action_cursor_down(self) -> None:
        """To the row below; past the newest one, back to following."""
        if self.view.cursor is None:
            return
        if self.view.cursor + 1 < len(self.view.order):
            self._hold(self.view.cursor + 1)
        else:
            self.action_end()

    def action_page_up(self) -> None:
        """A window up, one line kept; the cursor stays in the window."""
        self._page(-1)

    def action_page_down(self) -> None:
        """A window down, one line kept; the cursor stays in the window."""
        self._page(1)

    def action_home(self) -> None:
        """To the first row, with the cursor if there is one."""
        if self.view.cursor is not None:
            self._hold(0)
        else:
            self.view.go(0)
            self.settle()

    def action_end(self) -> None:
        """Give up the cursor and follow what is added."""
        self._release()
        self.view.follow_if(at_end=True)
        self.settle()

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.selected is None:
            raise SkipAction
        self.post_message(self.Opened(self.selected))

    def action_leave(self) -> None:
        """Give up the cursor; the window stays where it is."""
        if self.view.cursor is None:
            raise SkipAction
        self._release()
        self.view.go(self.view.line)
        self.settle()

    def on_click(self, event: events.Click) -> None:
        """Select a row; on the selected one, open it."""
        inside = event.get_content_offset(self)
        if inside is None:
            return
        if self._lying and self._lying.took(inside):
            return
        row, _ = self.view.index.row_at(self.view.line + inside.y)
        if row == self.view.cursor:
            self.action_open()
        elif row < len(self.view.order):
            self._hold(row, reveal=False)

    def _page(self, direction: int) -> None:
        view = self.view
        before = view.line
        view.go(before + direction * max(1, view.height - 1))
        self.settle()
        if view.cursor is None:
            return
        if view.line == before:
            self._hold(0 if direction < 0 else len(view.order) - 1)
        else:
            self._hold(max(view.top[0], min(view.cursor, view.bottom)), reveal=False)

    def _hold(self, row: int, *, reveal: bool = True) -> None:
        """Put the cursor on a row; the window no longer follows the end."""
        view = self.view
        if not len(view.order):
            return
        row = max(0, min(row, len(view.order) - 1))
        moved, view.cursor = row != view.cursor, row
        if reveal:
            view.reveal(row)
        else:
            view.go(view.line)
        self.settle()
        if moved:
            self.post_message(self.Selected(view.order.seqs[row]))

    def _release(self) -> None:
        if self.view.cursor is not None:
            self.view.cursor = None
            self.post_message(self.Left())

    def _paint(self) -> list[Strip]:
        self._draw_over()  # perhaps for another size, or in other colours
        return super()._paint()

    def _repaint_over(self) -> None:
        if moved := self._draw_over():
            self.refresh(*moved)

    def _draw_over(self) -> list[Region]:
        """Draw what lies on the rows; where it is another now."""
        if self._lying is None:
            return []
        room = Size(self.scrollable_content_region.width, self.size.height)
        ink = {name: self.get_component_rich_style(f"timeline--{name}") for name in INK}
        return self._lying.draw(room, ink)
