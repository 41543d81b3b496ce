"""A line and its row are found from each other at a cost that hardly grows with the log."""

from array import array
from collections.abc import Iterable
from typing import Final

BLOCK: Final = 512
"""Rows under one partial sum; a look-up walks the sums and then one block."""


class HeightIndex:
    """The height of every row in lines, with a sum for each block of rows."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = array("I", heights)
        self._sums: list[int] = []
        self.total = 0
        self._sum_from(0)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def __setitem__(self, row: int, lines: int) -> None:
        change = lines - self._heights[row]
        if change:
            self._heights[row] = lines
            self._sums[row // BLOCK] += change
            self.total += change

    def insert(self, row: int, lines: int) -> None:
        """Make room for a row before `row`; at the end this touches one sum."""
        self._heights.insert(row, lines)
        self._sum_from(row // BLOCK)

    def line_of(self, row: int) -> int:
        """The first line of a row; the total for the row after the last."""
        block = row // BLOCK
        return sum(self._sums[:block]) + sum(self._heights[block * BLOCK : row])

    def row_at(self, line: int) -> tuple[int, int]:
        """The row that holds a line, and which of its lines; past the end, the row after."""
        row = 0
        for lines in self._sums:
            if line < lines:
                break
            line -= lines
            row += BLOCK
        for lines in self._heights[row : row + BLOCK]:
            if line < lines:
                return row, line
            line -= lines
            row += 1
        return min(row, len(self)), line

    def _sum_from(self, block: int) -> None:
        del self._sums[block:]
        starts = range(block * BLOCK, len(self._heights), BLOCK)
        self._sums += [sum(self._heights[start : start + BLOCK]) for start in starts]
        self.total = sum(self._sums)
