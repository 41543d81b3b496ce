"""The rows of a view, their figures right-aligned under headings; what has no room is left out."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from incident_tui.domain.text import one_line
from incident_tui.services.figures.insight_rows import Row, View
from incident_tui.tui.text import line
from incident_tui.tui.widgets.row_list import Part, RowList
from incident_tui.tui.widgets.wrap import clip

_LABEL_MOST: Final = 24
_GAP: Final = 2


class FigureList(RowList[Row]):
    """`measure` is the column that the chart shows."""

    def __init__(self) -> None:
        super().__init__(self._parts)
        self._view: View | None = None
        self._measure: int | None = None

    def tell(self, view: View, measure: int | None, *, anew: bool = False) -> None:
        """Show the rows of a view; `anew` where they are other ones."""
        other = anew or measure != self._measure
        self._view, self._measure = view, measure
        self.rows = view.rows
        if other:
            self.changed(self.cursor)

    def headings(self) -> Content:
        """The line above the rows."""
        if self._view is None or not self._view.rows:
            return line("nothing of this kind in the window", "dim")
        label, widths = self._widths(self._view)
        pieces = [Content(" " * (label + 1))]
        for at, (head, width) in enumerate(zip(self._view.head, widths, strict=False)):
            pieces.append(Content(" " * (_GAP + width - cell_len(head))))
            pieces.append(line(head, "bold" if at == self._measure else "dim"))
        return Content("").join(pieces)

    def _parts(self, row: Row) -> Iterator[Part]:
        assert self._view is not None  # noqa: S101  there are no rows without a view
        label, widths = self._widths(self._view)
        shown = clip(one_line(row.label), label)
        yield shown + " " * (label - cell_len(shown)), "plain"
        for at, (cell, width) in enumerate(zip(row.cells, widths, strict=False)):
            if self._view.head[at]:
                pad = " " * (_GAP + width - cell_len(cell))
                yield pad + cell, "strong" if at == self._measure else "plain"
            else:
                pad = " " * (width - cell_len(cell))
                yield ("  " + pad + cell if not at else "  " + cell), "quiet" if at else "strong"

    def _widths(self, view: View) -> tuple[int, list[int]]:
        """Of the label, and of as many columns as there is room for."""
        label = max((cell_len(one_line(row.label)) for row in view.rows), default=0)
        label = min(label, _LABEL_MOST)
        columns = [
            (head, *(row.cells[at] for row in view.rows)) for at, head in enumerate(view.head)
        ]
        widths = [max(map(cell_len, column)) for column in columns]
        room = self.scrollable_content_region.width - label - 2
        kept: list[int] = []
        for width in widths:
            room -= width + _GAP
            if room < 0 and kept and view.head[0]:
                break
            kept.append(width)
        return label, kept
