"""A figure is the median of runs that took turns with its peer's, so that noise meets both."""

from collections.abc import Sequence
from statistics import median, quantiles
from typing import Final

import msgspec


class Figure(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the table; `ratio` is to the peer, and met while it is at most `target`."""

    item: str
    what: str
    value: float
    unit: str = "ms"
    peer: str = ""
    ratio: float | None = None
    target: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.target is None:
            return None
        return (self.value if self.ratio is None else self.ratio) <= self.target


def paired(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median ratio of runs that stood side by side."""
    return median(our / their for our, their in zip(ours, theirs, strict=True))


def p95(values: Sequence[float]) -> float:
    """The value that one in twenty exceeds."""
    return quantiles(values, n=20, method="inclusive")[-1]


_HEAD: Final = ("item", "what", "value", "against", "ratio", "target", "")


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table with aligned columns."""
    rows = [_HEAD, *map(_cells, figures)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}×"
    unit = "" if figure.ratio is None else "×"
    target = "" if figure.target is None else f"≤ {figure.target:g}{unit}"
    met = {None: "", True: "met", False: "missed"}[figure.met]
    value = f"{figure.value:,.{_places(figure.value)}f} {figure.unit}"
    return (figure.item, figure.what, value, figure.peer, ratio, target, met)


def _places(value: float) -> int:
    return 2 if value < 10 else 1 if value < 1000 else 0
