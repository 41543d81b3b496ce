"""A report is a list of sections made of few kinds of block, so that every writer says the same."""

from collections.abc import Sequence

import msgspec


class Text(msgspec.Struct, frozen=True):
    """One paragraph; `quiet` where it only explains."""

    text: str
    quiet: bool = False


class Points(msgspec.Struct, frozen=True):
    """A list."""

    texts: tuple[str, ...]


class Card(msgspec.Struct, frozen=True):
    """One large figure; `tone` is green, yellow, red or grey, and never stands without `word`."""

    title: str
    value: str
    word: str
    tone: str
    target: str
    told: tuple[str, ...]


class Cards(msgspec.Struct, frozen=True):
    """Large figures side by side."""

    cards: tuple[Card, ...]


class Grid(msgspec.Struct, frozen=True):
    """A table; the columns from `numbers` on hold figures. `more` says what was left out.

    Only the columns in `wraps` may take more than one line.
    """

    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    numbers: int = 1
    more: str = ""
    wraps: tuple[int, ...] = ()


class Bar(msgspec.Struct, frozen=True):
    """One bar: parts that stand on each other, and what is written above; no parts: no data."""

    label: str
    parts: tuple[tuple[str, float], ...]
    said: str
    faint: bool = False

    @property
    def height(self) -> float:
        """Of all its parts."""
        return sum(value for _, value in self.parts)


class Chart(msgspec.Struct, frozen=True):
    """Bars over time and perhaps a line to compare with; `alt` says the same in words."""

    title: str
    bars: tuple[Bar, ...]
    alt: str
    line: float | None = None
    legend: tuple[tuple[str, str], ...] = ()


class Charts(msgspec.Struct, frozen=True):
    """Charts that are read together."""

    charts: tuple[Chart, ...]


Block = Text | Points | Cards | Grid | Charts


class Section(msgspec.Struct, frozen=True):
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


class Report(msgspec.Struct, frozen=True):
    """The whole; `opening` is what somebody reads who reads nothing else."""

    title: str
    subtitle: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
