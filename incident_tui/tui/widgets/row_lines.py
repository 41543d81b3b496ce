"""A row becomes lines of styled text; what comes from outside is made visible first."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from incident_tui.domain import facts
from incident_tui.domain.text import one_line, visible
from incident_tui.domain.timeline import WAITS, TimelineRow
from incident_tui.tui.widgets.kinds import sign
from incident_tui.tui.widgets.wrap import clip, wrap

STYLES: Final = (
    *("text", "clock", "kind", "severity", "decision", "milestone", "quiet", "struck"),
    *("author", "star", "found", "day", "cursor"),
)
"""What can be styled; each is a component class `timeline--<name>` of the widget."""

WIDE_FROM: Final = 84
"""Seconds and authors are shown from this width, which a side panel leaves of 120 columns."""

_WIDEST_TEXT: Final = 100
_CURSOR: Final = "▌"


class Columns(NamedTuple):
    """Widths in cells, and where the text begins; 0 leaves a column out."""

    total: int
    indent: int
    text: int
    clock: int
    word: int
    author: int


def columns(total: int) -> Columns:
    """What fits into `total` cells: the author goes first, then the word, then the clock."""
    if total >= WIDE_FROM:
        return Columns(total, 23, min(_WIDEST_TEXT, total - 41), clock=8, word=9, author=12)
    if total >= 40:
        return Columns(total, 19, total - 21, clock=5, word=9, author=0)
    if total >= 24:
        return Columns(total, 9, total - 11, clock=5, word=0, author=0)
    return Columns(total, 3, max(2, total - 5), clock=0, word=0, author=0)


class RowLines:
    """Draws rows for one width, one set of styles and one text to find."""

    def __init__(self, width: int, ink: Mapping[str, Style], find: str = "") -> None:
        self.columns = columns(width)
        self.ink = ink
        terms = "|".join(re.escape(term) for term in visible(find).split())
        self._find = re.compile(terms, re.IGNORECASE) if terms else None

    def row(self, row: TimelineRow, *, waits: bool = False) -> list[Strip]:
        """The lines of one row; only the first has a time, a kind, an author and a star.

        `waits` marks what the team's store does not have yet.
        """
        first, *rest = self._body(row)
        indent = Segment(" " * self.columns.indent, self.ink["text"])
        return [
            self._strip([*self._before(row, waits=waits), *first, *self._after(row, first)]),
            *(self._strip([indent, *line]) for line in rest),
        ]

    def day(self, day: date) -> Strip:
        """The line above the first row of a day."""
        return self._strip([Segment(f" ── {day:%a} {day.day} {day:%b %Y} ──", self.ink["day"])])

    def pending(self, text: str) -> Strip:
        """A line on its way to the store."""
        room = self.columns.total - self.columns.indent
        shown = clip(f"saving… {one_line(text)}", room)
        return self._strip([Segment(" " * self.columns.indent + shown, self.ink["quiet"])])

    def blank(self) -> Strip:
        """A line with nothing on it."""
        return self._strip([])

    def held(self, strips: list[Strip]) -> list[Strip]:
        """The lines as they look under the cursor: another ground, and a bar for want of colour."""
        ink = self.ink["cursor"]
        return [
            Strip([Segment(_CURSOR, ink), *self._over(strip.crop(1), ink)], self.columns.total)
            for strip in strips
        ]

    def _before(self, row: TimelineRow, *, waits: bool) -> list[Segment]:
        at, ink = self.columns, self.ink
        mark = sign(row.entry.fact)
        clock = f"{row.occurred_at:%H:%M:%S}"[: at.clock]
        gap = "  " if at.author else " "
        word = clip(one_line(row.word), at.word)
        padded = f" {word}{' ' * (at.word - cell_len(word))} " if at.word else " "
        style = ink["quiet"] if _faded(row) else ink[mark.style]
        before = [
            Segment(WAITS if waits else " ", ink["quiet"]),
            *([Segment(f"{clock}{gap}", ink["clock"])] if clock else []),
        ]
        return [*before, Segment(mark.glyph + padded, style)]

    def _after(self, row: TimelineRow, line: list[Segment]) -> list[Segment]:
        at, ink = self.columns, self.ink
        gap = at.text - sum(segment.cell_length for segment in line) + 1
        star = Segment("★" if row.starred else " ", ink["star"])
        if not at.author:
            return [Segment(" " * gap, ink["text"]), star]
        author = clip(one_line(row.entry.author), at.author)
        gap += 1 + at.author - cell_len(author)
        return [Segment(" " * gap, ink["text"]), Segment(f"{author}  ", ink["author"]), star]

    def _body(self, row: TimelineRow) -> Iterator[list[Segment]]:
        style = self.ink[_text_style(row)]
        for line in wrap(visible(row.text), self.columns.text):
            yield self._found(line, style)
        for remark in _remarks(row):
            for line in wrap(visible(remark), self.columns.text):
                yield self._found(line, self.ink["quiet"])

    def _found(self, line: str, style: Style) -> list[Segment]:
        if self._find is None:
            return [Segment(line, style)]
        segments, start = [], 0
        for match in self._find.finditer(line):
            segments.append(Segment(line[start : match.start()], style))
            segments.append(Segment(match[0], style + self.ink["found"]))
            start = match.end()
        return [*segments, Segment(line[start:], style)]

    def _over(self, strip: Strip, ink: Style) -> Iterator[Segment]:
        """The strip on another ground; found words keep their own."""
        marked = self.ink["found"].bgcolor
        for text, style, _ in strip:
            keeps = style is not None and style.bgcolor == marked
            yield Segment(text, style if keeps else (style or ink) + ink)

    def _strip(self, segments: list[Segment]) -> Strip:
        return Strip(segments).adjust_cell_length(self.columns.total, self.ink["text"])


def _faded(row: TimelineRow) -> bool:
    return row.overlay.retracted or row.overlay.redacted


def _text_style(row: TimelineRow) -> str:
    if row.overlay.retracted:
        return "struck"
    unread = row.overlay.redacted or isinstance(row.entry.fact, facts.Unknown)
    return "quiet" if unread else "text"


def _remarks(row: TimelineRow) -> Iterator[str]:
    """What is said about a row, a line each; an import is late by nature and does not say so."""
    overlay = row.overlay
    if overlay.retracted or overlay.redacted:
        deed = "retracted" if overlay.retracted else "redacted"
        yield f"{deed}: {overlay.reason}" if overlay.reason else deed
    elif overlay.amended:
        yield "edited"
    for link in row.evidence:
        yield f"↗ {link.text} {link.url}" if link.text else f"↗ {link.url}"
    imported = row.entry.external_ref or isinstance(row.entry.fact, facts.Imported)
    if row.late_by and not imported:
        yield f"late: logged {_span(row.late_by)} after"


def _span(time: timedelta) -> str:
    """A length of time in its largest whole unit."""
    minutes = int(time.total_seconds()) // 60
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440} d"
