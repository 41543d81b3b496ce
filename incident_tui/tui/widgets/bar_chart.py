"""Bars in eighths of a cell, in the colours of the theme; what stands above them says the number.

Not textual-plotext: its bars grow by whole cells (ten per cent on ten lines), and bring their own
colours.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widget import Widget

from incident_tui.domain.text import one_line
from incident_tui.services.figures.insight_rows import Bars

_EIGHTHS: Final = " ▁▂▃▄▅▆▇"
_WIDEST: Final = 10
_STYLES: Final = {
    "bar": "$primary",
    "chosen": "$accent",
    "target": "$text-success",
    "said": "$foreground",
    "quiet": "$text-muted",
}

Ink = tuple[str, str]
"""A character and the name of its style, empty for none."""
Line = list[Ink]


class BarChart(Widget):
    """One chart; the text line beside it is the screen's."""

    def __init__(self) -> None:
        super().__init__(id="chart")
        self._bars: Bars | None = None

    def show(self, bars: Bars) -> None:
        """Draw another chart."""
        if bars != self._bars:
            self._bars = bars
            self.refresh()

    def render(self) -> Content:
        """The chart at the size of now."""
        width, height = self.content_size
        if self._bars is None or not height:
            return Content("")
        drawn = lines(self._bars, width, height)
        return Content("\n").join(_content(line) for line in drawn)


def lines(bars: Bars, width: int, height: int) -> list[Line]:
    """The chart in exactly so many lines of exactly so many cells."""
    margin = cell_len(bars.target_said) + 2 if bars.target is not None else 0
    step = max(2, min(_WIDEST, (width - margin) // max(1, len(bars.values))))
    shown = max(1, (width - margin) // step)
    first = max(0, len(bars.values) - shown)
    if bars.chosen is not None:
        first = min(first, bars.chosen)
    places = range(first, min(len(bars.values), first + shown))
    page: list[Line] = [[(" ", "")] * width for _ in range(height)]
    ground = height - 2
    known = [value for value in bars.values if value is not None]
    highest = max([*known, bars.target or 0]) or 1
    if bars.target is not None:
        at = ground - round(bars.target / highest * ground)
        _write(page[at], 0, bars.target_said, "target")
        _write(page[at], margin - 1, "╌" * (width - margin + 1), "target")
    for place in places:
        left = margin + (place - first) * step
        _bar(page, bars, place, left, step, highest)
    return page


def _bar(page: list[Line], bars: Bars, place: int, left: int, step: int, highest: float) -> None:
    """One bar with its value above and its label below."""
    ground = len(page) - 2
    value, chosen = bars.values[place], place == bars.chosen
    style = "chosen" if chosen else "bar"
    tall = 0 if value is None else round(value / highest * ground * 8)
    tall = max(tall, 1) if value else tall
    for row, eighths in enumerate(_column(tall)):
        _write(page[ground - row], left, eighths * (step - 1), style)
    said, ink = bars.said[place].replace(" ", ""), "said" if chosen else "quiet"
    if cell_len(said) < step or chosen:
        _write(page[ground - (tall + 7) // 8], left, said.center(step - 1), ink)
    label = _cut(one_line(bars.labels[place]), step - 1)
    _write(page[-1], left, label.center(step - 1), "chosen" if chosen else "quiet")


def _cut(label: str, width: int) -> str:
    """As much of the label as there is room for: of `Aug 25`, `Aug` says more than `A…`."""
    if cell_len(label) <= width:
        return label
    month = label.partition(" ")[0] if label[-2:].isdecimal() else label
    return month if cell_len(month) <= width else set_cell_size(label, width).rstrip()


def _column(tall: int) -> Iterator[str]:
    """The cells of a bar from the ground up; `tall` is in eighths of a cell."""
    full, rest = divmod(tall, 8)
    yield from "█" * full
    if rest:
        yield _EIGHTHS[rest]


def _write(line: Line, at: int, text: str, style: str) -> None:
    """Put a text onto a line; what has no room is lost. Wide characters take two places."""
    for char in text:
        if 0 <= at < len(line):
            line[at] = (char, style)
        wide = cell_len(char)
        if wide == 2 and at + 1 < len(line):
            line[at + 1] = ("", style)
        at += wide


def spark(values: Sequence[float | None], width: int) -> str:
    """The last values as one line; a dot where there is no data."""
    last = values[-width:] if width > 0 else ()
    highest = max((value for value in last if value is not None), default=0) or 1
    return "".join("·" if v is None else "▁▂▃▄▅▆▇█"[min(7, int(v / highest * 7.99))] for v in last)


def _content(line: Line) -> Content:
    """The line, neighbours of one style together."""
    runs: list[tuple[str, str]] = []
    for char, style in line:
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + char, style)
        else:
            runs.append((char, style))
    pieces = [
        Content.styled(text, _STYLES[style]) if style else Content(text) for text, style in runs
    ]
    return Content("").join(pieces)
