"""A viewport on rows in memory, and the text that is to be seen in it."""

from collections.abc import Iterator
from typing import Final

from rich.segment import Segment
from textual.strip import Strip

from incident_tui.domain.timeline import TimelineRow
from incident_tui.tui.widgets.order import Order
from incident_tui.tui.widgets.row_cache import RowCache
from incident_tui.tui.widgets.viewport import Viewport
from incident_tui.tui.widgets.wrap import wrap
from tests.support.timeline import Shelf, row, today

WIDTH: Final = 10


def rows_of(sizes: list[int]) -> list[TimelineRow]:
    """A row a minute; sizes are words of two letters, so a row takes one to many lines."""
    return [row(seq, f"{seq} " + "ab " * size, minutes=seq) for seq, size in enumerate(sizes, 1)]


def draw(shown: TimelineRow) -> list[Strip]:
    """Its lines, each with the number of the row."""
    return [Strip([Segment(f"{shown.entry.seq}: {line}")]) for line in wrap(shown.text, WIDTH)]


def viewport(shelf: Shelf, shown: Order, height: int = 7) -> Viewport:
    """A viewport that follows the end, settled."""
    view = Viewport(RowCache(shelf, draw), today)
    view.resize(height, WIDTH)
    view.show(shown, keep_anchor=False)
    view.settle()
    return view


def lines(view: Viewport) -> Iterator[str]:
    """The text from the top of the window on."""
    at, above = view.top
    for place in range(at, len(view.order)):
        strips = view.cache.strips(view.order.seqs[place])
        texts = ["(unread)"] * view.index[place] if strips is None else [s.text for s in strips]
        if strips is not None and view.begins_day(place):
            texts.insert(0, "(day)")
        yield from texts[above:]
        above = 0


def window(view: Viewport) -> list[str]:
    """The text in the window."""
    return [line for line, _ in zip(lines(view), range(view.height), strict=False)]


def everything(rows: list[TimelineRow]) -> list[str]:
    """The text of all rows."""
    return [strip.text for shown in rows for strip in draw(shown)]
