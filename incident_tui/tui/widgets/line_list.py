"""Of any number of rows, a line each, only those on the screen are drawn."""

from abc import abstractmethod
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

_CURSOR: Final = "▌"
_PLAIN: Final = Style()


class LineList(ScrollView):
    """A list with a cursor; its actions work without the focus, so a field can keep it."""

    FOCUS_ON_CLICK = False
    ALLOW_SELECT = False
    DEFAULT_CSS = "LineList { overflow-x: hidden; overflow-y: scroll; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor"}

    class Moved(Message):
        """The cursor came to another row."""

    class Opened(Message):
        """Enter, or a click on the row under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self.can_focus = False
        self.cursor = 0
        self._ink: dict[str, Style] = {}
        self._shown: dict[int, Strip] = {}

    @property
    @abstractmethod
    def count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def draw(self, row: int, width: int) -> list[Segment]:
        """The line of a row, in at most `width` cells and without its first one."""

    def holds(self, row: int) -> bool:  # noqa: ARG002  a list without headings takes it anywhere
        """Whether the cursor may stand on the row."""
        return True

    def ink(self, name: str) -> Style:
        """The style of a component class; the names are the subclass's."""
        if name not in self._ink:
            self._ink[name] = self.get_component_rich_style(name)
        return self._ink[name]

    def changed(self, cursor: int = 0) -> None:
        """There are other rows now; the cursor goes to the nearest one that may hold it."""
        self._shown.clear()
        self.virtual_size = Size(0, self.count)
        self.cursor = min(cursor, max(0, self.count - 1))
        self._settle(1 if self.cursor == 0 else -1)
        self._reveal()
        self.refresh()

    def tick(self) -> None:
        """Draw the rows on the screen again, and paint those that look different."""
        top = self.scroll_offset.y
        for row in range(top, min(self.count, top + self.size.height)):
            if row in self._shown and self._strip(row) != self._shown[row]:
                self.refresh(Region(0, row - top, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        row = y + self.scroll_offset.y
        if row >= self.count:
            return Strip.blank(self._width, self.rich_style)
        if len(self._shown) > 2 * self.size.height:
            self._shown.clear()
        self._shown[row] = strip = self._strip(row)
        return strip

    def notify_style_update(self) -> None:
        """Perhaps another theme: the same rows in other colours."""
        super().notify_style_update()
        self._ink.clear()

    def move(self, by: int) -> None:
        """So many rows on, or back where it is negative; it stops at the ends."""
        before = self.cursor
        self.cursor = max(0, min(self.cursor + by, self.count - 1))
        self._settle(1 if by > 0 else -1)
        self._reveal()
        if self.cursor != before:
            self.refresh_line(before)
            self.refresh_line(self.cursor)
            self.post_message(self.Moved())

    def page(self, by: int) -> None:
        """So many windows on or back."""
        self.move(by * max(1, self.size.height - 1))

    def open(self) -> None:
        """Choose the row under the cursor, if there is one."""
        if self.count and self.holds(self.cursor):
            self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Go to a row; on the one under the cursor, open it."""
        event.stop()
        row = event.y + self.scroll_offset.y
        if row >= self.count or not self.holds(row):
            return
        if row == self.cursor:
            self.open()
        else:
            self.move(row - self.cursor)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _strip(self, row: int) -> Strip:
        held = row == self.cursor and self.holds(row)
        # Its ground alone: the colours of the text say something.
        over = Style(bgcolor=self.ink("line-list--cursor").bgcolor) if held else _PLAIN
        segments = [Segment(_CURSOR if held else " ", self.rich_style + over)]
        for text, style, _ in self.draw(row, self._width - 1):
            segments.append(Segment(text, (style or self.rich_style) + over))
        return Strip(segments).adjust_cell_length(self._width, self.rich_style + over)

    def _settle(self, towards: int) -> None:
        """Leave a row that cannot hold the cursor, first in one direction, then in the other."""
        for step in (towards, -towards):
            row = self.cursor
            while 0 <= row < self.count and not self.holds(row):
                row += step
            if 0 <= row < self.count:
                self.cursor = row
                return

    def _reveal(self) -> None:
        height = max(1, self.size.height)
        top = self.scroll_offset.y
        # The heading above a row comes into sight with it.
        wanted = self.cursor - 1 if self.cursor and not self.holds(self.cursor - 1) else self.cursor
        if wanted < top:
            self.scroll_to(y=wanted, animate=False)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)
