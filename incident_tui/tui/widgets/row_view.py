"""Rows are painted from what is in memory; a change costs one paint and never a layout."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import ceil
from typing import ClassVar, Final

from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from incident_tui.domain.timeline import TimelineRow
from incident_tui.tui.widgets.order import Order
from incident_tui.tui.widgets.row_cache import ReadRows, RowCache
from incident_tui.tui.widgets.row_lines import STYLES, RowLines
from incident_tui.tui.widgets.viewport import Viewport

_EIGHTHS: Final = 8
"""Of a cell: the least that a scroll bar's thumb moves by."""
_RETRY_AFTER: Final = 0.05
_RETRY_AT_MOST: Final = 2.0
"""Seconds between attempts to read a store that refuses; each wait doubles the last."""


class RowView(ScrollView):
    """A scrolling view on any number of rows, of which it reads those on and near the screen."""

    DEFAULT_CSS = "RowView { overflow-x: hidden; overflow-y: scroll; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"timeline--{name}" for name in STYLES}
    ALLOW_SELECT = False

    # Only the scroll bar depends on it, so growing must not lay out the screen anew.
    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)
    highlight: reactive[str] = reactive("", repaint=False)
    """Words to mark wherever they occur."""

    class Behind(Message, namespace="timeline"):
        """So many rows were added below what is shown; 0 when the end is followed again."""

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

    def __init__(self, read: ReadRows, *, today: Callable[[], date], id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.view = Viewport(RowCache(read, self._draw), today)
        self._look: tuple[int, dict[str, Style], str] = (0, {}, "")
        self._lines = RowLines(*self._look)
        self._fitted: Size | None = None
        self._frame: list[Strip] | None = None
        self.pending: tuple[str, ...] = ()
        self._sent: int | None = None
        self._retry: Timer | None = None
        self._retry_after = _RETRY_AFTER
        self._behind = 0
        self._thumb = (0, 0, 0)

    def show(self, order: Order, *, keep_anchor: bool = True, narrowed: bool = False) -> None:
        """Replace the order (it is taken over, not copied); what is on the screen stays there.

        A `narrowed` order is all there is to show; to another, rows added since are carried over.
        """
        self.view.show(order, keep_anchor=keep_anchor, narrowed=narrowed)
        self.settle()

    def append(self, rows: Iterable[TimelineRow]) -> None:
        """Take in new rows, each at its place in time."""
        for row in rows:
            self.view.add(row)
        self.settle()

    def invalidate(self, seqs: Iterable[int] | None = None) -> None:
        """Read these rows (all without an argument) again: something was said about them."""
        self.view.cache.expire(seqs)
        self.settle()

    def set_pending(self, texts: Sequence[str]) -> None:
        """Show lines that are on their way to the store, after the last row."""
        if tuple(texts) == self.pending:
            return
        self.pending = tuple(texts)
        self.view.tail = len(self.pending)
        self.settle()

    def mark_unsent(self, after: int | None) -> None:
        """Mark the rows after that seq as those the team's store does not have; None: none."""
        if after != self._sent:
            self._sent = after
            self.view.cache.undraw()
            self.settle()

    def settle(self) -> None:
        """Bring the window in step with the rows, and paint it once."""
        if self.size.height:
            self._fit()
            self._place()
        self._frame = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        # The first paint comes before the first resize event, so the size is looked at here.
        if self._frame is None or self._fitted != self.size:
            if self._fit():
                self._place()
            self._frame = self._paint()
        return self._frame[y] if y < len(self._frame) else self._lines.blank()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Wheel and scroll bar: what comes near is measured before it is painted."""
        super().watch_scroll_y(old_value, new_value)
        if self._fitted not in (None, self.size):
            self.settle()  # another size moved it and no person, so what was followed still is
        elif round(old_value) != round(new_value):
            self.view.go(round(new_value))
            self.settle()

    def watch_highlight(self) -> None:
        """Mark other words in the same rows."""
        self._fitted = None
        self.settle()

    def notify_style_update(self) -> None:
        """Perhaps another theme: the same rows in other colours."""
        super().notify_style_update()
        self._fitted = None

    def _fit(self) -> bool:
        """Draw for the size, colours and words of now; False if nothing changed."""
        if self._fitted == self.size:
            return False
        self._fitted = self.size
        ink = {name: self.get_component_rich_style(f"timeline--{name}") for name in STYLES}
        look = (self.scrollable_content_region.width, ink, self.highlight)
        if look != self._look:
            self._look = look
            self._lines = RowLines(*look)
            self.view.cache.undraw()
        self.view.resize(self.size.height, self._lines.columns.text)
        return True

    def _draw(self, row: TimelineRow) -> list[Strip]:
        return self._lines.row(row, waits=self._sent is not None and row.entry.seq > self._sent)

    def _place(self) -> None:
        """Scroll to where the rows are, unseen by the watcher of a person's scrolling."""
        view = self.view
        if view.settle():
            self._retry_after = _RETRY_AFTER
        elif self._retry is None:
            self._retry = self.set_timer(self._retry_after, self._try_again)
            self._retry_after = min(2 * self._retry_after, _RETRY_AT_MOST)
        self.virtual_size = Size(self._lines.columns.total, view.lines)
        self.set_reactive(RowView.scroll_y, float(view.line))
        self.set_reactive(RowView.scroll_target_y, float(view.line))
        self._move_thumb()
        if view.behind != self._behind:
            self._behind = view.behind
            self.post_message(self.Behind(view.behind))

    def _move_thumb(self) -> None:
        """Tell the scroll bar, which is painted whole, only of what can be seen on it."""
        view = self.view
        thumb = thumb_of(view.height, view.lines, view.line)
        if thumb != self._thumb:
            self._thumb = thumb
            bar = self.vertical_scrollbar
            bar.window_virtual_size, bar.window_size = view.lines, view.height
            bar.position = view.line

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Any layout of the screen ends here; Textual would paint the scroll bar at each."""
        if size == self.outer_size:
            return False
        return super()._size_updated(size, virtual_size, container_size, layout)

    def _try_again(self) -> None:
        self._retry = None
        self.settle()

    def _paint(self) -> list[Strip]:
        view = self.view
        row, above = view.top
        frame: list[Strip] = []
        while len(frame) < view.height and row < len(view.order):
            frame += self._row(row)[above:]
            row, above = row + 1, 0
        frame += [self._lines.pending(text) for text in self.pending][above:]
        frame += [self._lines.blank()] * (view.height - len(frame))
        return frame[: view.height]

    def _row(self, row: int) -> list[Strip]:
        """A row as it stands on the screen; blank while the store keeps it."""
        view = self.view
        strips = view.cache.strips(view.order.seqs[row])
        if strips is None:
            return [self._lines.blank()] * view.index[row]
        if row == view.cursor:
            strips = self._lines.held(strips)
        if view.begins_day(row):
            return [self._lines.day(view.order.day(row)), *strips]
        return strips


def thumb_of(height: int, lines: int, line: int) -> tuple[int, int, int]:
    """The scroll bar's height in cells, its thumb's beginning and length in eighths of one."""
    if lines <= height:
        return height, 0, _EIGHTHS * height
    length = max(1.0, height * height / lines)
    begins = (height - length) * line / (lines - height)
    return height, int(begins * _EIGHTHS), ceil(length * _EIGHTHS)
