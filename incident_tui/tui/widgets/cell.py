"""A text that is told again and again is painted again only where it says something else."""

from collections.abc import Iterator
from typing import Any, Self

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static


class Cell(Static):
    """A text in a room that does not depend on it."""

    _told: Content | None = None
    _moved: tuple[Region, ...] = ()

    def tell(self, told: Content) -> None:
        """Say it; costs nothing where it stands already."""
        before, self._told = self._told, told
        if before is not None and told.is_same(before):
            return
        if before is not None and told.spans == before.spans:
            at_right = self.styles.text_align == "right"
            self._moved = tuple(moved(before.plain, told.plain, self.size.width, at_right))
        self.update(told, layout=False)
        self._moved = ()

    def refresh(self, *regions: Region, **how: Any) -> Self:
        """Paint these regions, or those of what is being told, or all of it."""
        return super().refresh(*(regions or self._moved), **how)


def moved(before: str, after: str, width: int, at_right: bool = False) -> Iterator[Region]:
    """Where two texts of the same shape differ, a region a line; none where they have another."""
    old, new = before.split("\n"), after.split("\n")
    lengths = [len(line) for line in new]
    # A wide letter takes two columns, and a long line is broken: then places are no columns.
    plain = cell_len(after) == len(after.replace("\n", "")) and max(lengths) <= width
    if not plain or [len(line) for line in old] != lengths:
        return
    for y, (was, is_) in enumerate(zip(old, new, strict=True)):
        places = [x for x in range(len(is_)) if was[x] != is_[x]]
        if places:
            left = width - len(is_) if at_right else 0
            yield Region(left + places[0], y, places[-1] + 1 - places[0], 1)
