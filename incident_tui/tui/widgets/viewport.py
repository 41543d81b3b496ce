"""What is shown is held by a row and never by a line number, so nothing moves that nobody moved.

Heights are first estimated from text lengths. What lies within a page of the screen is made exact
before it can be reached, so a page, a wheel click or a new order never makes text jump.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from incident_tui.domain.timeline import TimelineRow
from incident_tui.tui.widgets.height_index import HeightIndex
from incident_tui.tui.widgets.order import Order, time_of
from incident_tui.tui.widgets.row_cache import RowCache

_KEPT_PAGES: Final = 8
_KEPT_ROWS: Final = 256


class Viewport:
    """A window of `height` lines on the rows; rows are addressed by their place in the order."""

    def __init__(self, cache: RowCache, today: Callable[[], date]) -> None:
        self.cache = cache
        self.today = today
        self.order = Order()
        self.index = HeightIndex()
        self.height = 0
        self.text_width = 1
        self.tail = 0
        self.following = True
        self.cursor: int | None = None
        self.behind = 0
        self._top = (0, 0)
        self._added: list[tuple[int, int, int]] = []

    @property
    def lines(self) -> int:
        """All lines there are, those after the last row (`tail`) included."""
        return self.index.total + self.tail

    @property
    def last(self) -> int:
        """The greatest line the window can begin at."""
        return max(0, self.lines - self.height)

    @property
    def top(self) -> tuple[int, int]:
        """The row at the top of the window, and how many of its lines are above it."""
        return self._top

    @property
    def line(self) -> int:
        """The line the window begins at."""
        if self.following:
            return self.last
        row, above = self._top
        if row < len(self.order):
            above = min(above, self.index[row] - 1)
        return min(self.index.line_of(row) + above, self.last)

    @property
    def bottom(self) -> int:
        """The last row in the window."""
        row = self.index.row_at(self.line + max(0, self.height - 1))[0]
        return min(row, len(self.order) - 1)

    def resize(self, height: int, text_width: int) -> None:
        """Another window; a new text width estimates every height again."""
        self.height = height
        if text_width != self.text_width:
            self.text_width = text_width
            self.cache.undraw()
            self._estimate()

    def show(self, order: Order, *, keep_anchor: bool, narrowed: bool = False) -> None:
        """Replace the order; rows added since it was read are carried over, unless `narrowed`."""
        if narrowed:
            self._added.clear()
        if not keep_anchor:
            self.cache.keep(())
            self._added.clear()
            self.following, self.cursor, self.behind, self._top = True, None, 0, (0, 0)
        newest = max(order.seqs, default=-1) if self._added else -1
        for seq, time, length in self._added:
            if seq > newest:
                order.insert(order.place(time, seq), seq, time, length)
        self._added = [added for added in self._added if added[0] > newest]
        old, self.order = self.order, order
        self._estimate()
        if keep_anchor and len(old):
            row, above = self._top
            self._top = (self._moved(old, min(row, len(old) - 1)), above)
            if self.cursor is not None:
                near = min(self._moved(old, self.cursor), len(order) - 1)
                self.cursor = near if len(order) else None

    def add(self, row: TimelineRow) -> None:
        """Take in one row at its place; one that is already there is shown anew."""
        seq, time = row.entry.seq, time_of(row)
        self.cache.put(row)
        at = self.order.place(time, seq)
        if self.order.holds(at, seq):
            return
        below = at > self.bottom
        self.order.insert(at, seq, time, len(row.text))
        self._added.append((seq, time, len(row.text)))
        self.index.insert(at, self._estimated(len(row.text)))
        if self.following:
            return
        if at <= self._top[0]:
            self._top = (self._top[0] + 1, self._top[1])
        if self.cursor is not None and at <= self.cursor:
            self.cursor += 1
        self.behind += below

    def settle(self) -> bool:
        """Measure a page on each side of the window; False if the store refused to be read."""
        complete = True
        for _ in range(2):
            top = len(self.order) - self.height if self.following else self._top[0]
            complete = self._measure(top - self.height, top + 2 * self.height)
            self._top = self.index.row_at(self.line)
        if len(self.cache) > max(_KEPT_ROWS, _KEPT_PAGES * self.height):
            self.cache.keep(self._seqs(self._top[0] - self.height, self._top[0] + 2 * self.height))
        return complete

    def go(self, line: int) -> None:
        """Begin the window at a line; at the last one, follow the end."""
        line = max(0, min(line, self.last))
        self._top = self.index.row_at(line)
        self.follow_if(line >= self.last)

    def follow_if(self, at_end: bool) -> None:
        """Follow the end from here on, or stay; a row under the cursor holds the window still."""
        self.following = at_end and self.cursor is None
        if self.following:
            self.behind = 0

    def reveal(self, row: int) -> None:
        """Scroll as little as shows the whole row, or its first lines where it is taller."""
        self._measure(row - self.height, row + self.height)
        line, above, below = self.line, self.index.line_of(row), self.index.line_of(row + 1)
        if above < line or below - above > self.height:
            line = above
        elif below > line + self.height:
            line = below - self.height
        self.go(line)

    def begins_day(self, row: int) -> bool:
        """Whether a day line stands above the row."""
        return self.order.begins_day(row, self.today())

    def _measure(self, first: int, end: int) -> bool:
        seqs = self._seqs(first, end)
        complete = self.cache.load(seqs)
        today = self.today()
        for row, seq in enumerate(seqs, max(0, first)):
            strips = self.cache.strips(seq)
            if strips is not None:
                self.index[row] = len(strips) + self.order.begins_day(row, today)
        return complete

    def _seqs(self, first: int, end: int) -> Sequence[int]:
        return self.order.seqs[max(0, first) : max(0, end)]

    def _estimate(self) -> None:
        width = self.text_width
        self.index = HeightIndex((n + width - 1) // width or 1 for n in self.order.lengths)

    def _estimated(self, length: int) -> int:
        return -(-length // self.text_width) or 1

    def _moved(self, old: Order, row: int) -> int:
        return self.order.place(old.times[row], old.seqs[row])
