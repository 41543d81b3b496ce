"""What a terminal shows already is not sent again: over a slow link a frame is what is new in it.

Textual sends every line of a widget that changed, with full colours for each piece of it. Here the
cells that are on the screen are remembered, and a frame becomes the cells that differ; lines that
only moved are moved by the terminal. A row with letters whose width terminals do not agree about is
sent whole. So is a frame that covers the screen: it comes with another size or another screen, and
mends whatever else wrote to the terminal.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import ne
from typing import Any, Final, NamedTuple, cast

from rich.cells import cell_len, get_character_cell_size
from rich.console import Console, RenderableType
from rich.segment import ControlType
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App, ReturnType
from textual.screen import Screen

from incident_tui.tui.terminal.pen import Palette, Pen

_SHIFTS: Final = (1, 2, 3, 4, -1, -2, -3)
"""By how many lines rows may have moved: up, as entries are added, or down."""
_FEWEST_ROWS: Final = 6
_A_MOVE: Final = 8
"""Bytes that move the cursor to another row."""
_WORTH_IT: Final = 60
"""Bytes that moving lines must save."""
_UNKNOWN: Final = "\0"
"""The letter, and the ink, of a cell that nobody knows."""


Update = ChopsUpdate | LayoutUpdate


class Row(NamedTuple):
    """What is in the cells of a row; `inks` has a sign for each, by its place in the palette."""

    letters: str
    inks: str


_NOTHING: Final = Row(_UNKNOWN, _UNKNOWN)


class Piece(NamedTuple):
    """Text that a frame puts somewhere in a row; `sign` is that of its ink."""

    x: int
    text: str
    sign: str


class SpareUpdate(CompositorUpdate):
    """An update of which only that is sent which the terminal does not show yet."""

    def __init__(self, update: Update, shown: "Shown", width: int) -> None:
        self._update = update
        self._shown = shown
        self._width = width

    def render_segments(self, console: Console) -> str:
        """What must be sent; the terminal is taken to have it from here on."""
        return self._shown.spared(self._update, console, self._width)


class SparingApp(App[ReturnType]):
    """A program that sends its terminal what that does not show yet."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._shown = Shown()

    def action_redraw(self) -> None:
        """Send all of the screen: perhaps another program wrote on it."""
        self.refresh(layout=True)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, ChopsUpdate | LayoutUpdate):
            renderable = cast("Any", SpareUpdate(renderable, self._shown, self.size.width))
        super()._display(screen, renderable)


class Shown:
    """The cells that one terminal shows, as far as they are known."""

    def __init__(self) -> None:
        self._rows: dict[int, Row] = {}
        self._width = 0
        self._palette = Palette()

    def spared(self, update: Update, console: Console, width: int) -> str:
        """What must be sent so that a terminal so many cells wide shows the update too."""
        if isinstance(update, LayoutUpdate) or width != self._width:
            self._rows, self._width = {}, width
        frame = _pieces(update, console, self._palette)
        if frame is None:
            self._rows = {}
            return update.render_segments(console)
        return "".join(self._drawn(frame))

    def _drawn(self, frame: Mapping[int, Sequence[Piece]]) -> Iterator[str]:
        wanted = {
            y: self._laid(y, pieces)
            for y, pieces in frame.items()
            if all(_narrow(text) for _, text, _ in pieces)
        }
        moved = yield from self._moved(wanted, frame)
        pen = Pen()
        for y, pieces in frame.items():
            known, row = self._rows.pop(y, None), wanted.get(y)
            if row is None:
                yield from self._doubtful(pen, y, pieces)
                continue
            # What the frame leaves as it is may have been moved too.
            put = _runs(row) if y in moved else pieces
            for x, text, sign in put if known is None else _new(put, known):
                yield from pen.write(x, y, text, self._palette.inks[ord(sign)])
            self._rows[y] = row
        yield from pen.lift()

    def _doubtful(self, pen: Pen, y: int, pieces: Sequence[Piece]) -> Iterator[str]:
        """Each piece where it belongs, whatever width the one before it has taken."""
        for x, text, sign in pieces:
            yield from pen.write(x, y, text, self._palette.inks[ord(sign)])
            pen.lose()

    def _laid(self, y: int, pieces: Sequence[Piece]) -> Row:
        """The row with the pieces laid on it."""
        nothing = Row(_UNKNOWN * self._width, _UNKNOWN * self._width)
        letters, inks = self._rows.get(y, nothing)
        for x, text, sign in pieces:
            end = x + len(text)
            letters = letters[:x] + text + letters[end:]
            inks = inks[:x] + sign * len(text) + inks[end:]
        return Row(letters, inks)

    def _moved(
        self, wanted: Mapping[int, Row], frame: Mapping[int, Sequence[Piece]]
    ) -> Generator[str, None, range]:
        """Have the terminal move lines that only lie higher or lower now; the rows it moves."""
        # Of a row of which not all is known, not all could be drawn again.
        rows = _longest_run(
            y for y in sorted(wanted) if _UNKNOWN not in self._rows.get(y, _NOTHING).letters
        )
        if len(rows) < _FEWEST_ROWS:
            return range(0)
        ends = [(pieces[0].x, pieces[-1].x + len(pieces[-1].text)) for pieces in frame.values()]
        touched = slice(min(first for first, _ in ends), max(end for _, end in ends))
        if not (by := _shift(rows, wanted, self._rows, touched)):
            return range(0)
        old = {y: self._rows[y] for y in rows}
        new = {y: old[y + by] for y in rows if y + by in rows}
        saved = sum(_cost(wanted[y], old[y]) - _cost(wanted[y], new.get(y)) for y in rows)
        if saved < _WORTH_IT:
            return range(0)
        for y in rows:
            del self._rows[y]
        self._rows |= new
        edge, step = (rows[-1], "\n" * by) if by > 0 else (rows[0], "\x1bM" * -by)
        yield f"\x1b[{rows[0] + 1};{rows[-1] + 1}r\x1b[{edge + 1};1H{step}\x1b[r"
        return rows


def _pieces(update: Update, console: Console, palette: Palette) -> dict[int, list[Piece]] | None:
    """The rows of a frame by number; None where it holds what is not letters in a colour."""
    frame: dict[int, list[Piece]] = {}
    row: list[Piece] = []
    system = console._color_system  # noqa: SLF001  as Textual renders it
    x = 0
    for text, style, control in console.render(update):
        if control:
            match control[0]:
                case (ControlType.CURSOR_MOVE_TO, int(x), int(y)):
                    row = frame.setdefault(y, [])
                case _:
                    return None
        elif style is not None and style.link:
            return None
        elif text and text != "\n":
            row.append(Piece(x, text, palette.sign(style, system, blank=text.isspace())))
            x += len(text) if text.isascii() else cell_len(text)
    return frame


@lru_cache(4096)
def _narrow(text: str) -> bool:
    """Whether each letter takes one cell, everywhere."""
    return text.isascii() or all(get_character_cell_size(letter) == 1 for letter in text)


def _longest_run(numbers: Iterator[int]) -> range:
    """The longest row of numbers that follow each other; of sorted ones."""
    best = run = range(0)
    for number in numbers:
        run = range(run.start, number + 1) if number == run.stop else range(number, number + 1)
        best = max(best, run, key=len)
    return best


def _shift(rows: range, wanted: Mapping[int, Row], shown: Mapping[int, Row], touched: slice) -> int:
    """By how many lines most of the rows moved up; below 0, down; 0 where they did not."""
    cut = {y: shown[y].letters[touched] for y in rows}
    new = {y: wanted[y].letters[touched] for y in rows}
    same = {by: sum(new[y] == cut.get(y + by) for y in rows) for by in (0, *_SHIFTS)}
    return max(same, key=lambda by: same[by])


def _cost(wanted: Row, shown: Row | None) -> int:
    """How many bytes would be sent, about."""
    if shown is None:
        return len(wanted.letters)
    cells: int = sum(map(ne, wanted.letters, shown.letters))
    return cells and cells + _A_MOVE


def _runs(row: Row) -> list[Piece]:
    """The row in pieces of one ink each."""
    pieces, x = [], 0
    for sign, run in groupby(row.inks):
        end = x + len(list(run))
        if sign != _UNKNOWN:
            pieces.append(Piece(x, row.letters[x:end], sign))
        x = end
    return pieces


def _new(pieces: Sequence[Piece], known: Row) -> Iterator[Piece]:
    """What of the pieces is not there yet."""
    for piece in pieces:
        x, text, sign = piece
        end = x + len(text)
        letters, inks = known.letters[x:end], known.inks[x:end]
        if letters == text and inks == sign * len(text):
            continue
        there = [a == b and ink == sign for a, b, ink in zip(letters, text, inks, strict=False)]
        first = there.index(False)
        last = len(text) - there[::-1].index(False)
        yield Piece(x + first, text[first:last], sign)
