"""A terminal that is sent only what is new shows the same as one that is sent everything."""

import io
from typing import Any

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from incident_tui.tui.terminal.spare import Shown, SpareUpdate
from tests.support.pty_app import FOREIGN
from tests.support.window import Place, window

WIDTH, HEIGHT, PANEL = 24, 10, 17
CONSOLE = Console(file=io.StringIO(), color_system="truecolor", force_terminal=True, width=WIDTH)
INKS = [
    Style(),
    Style(color="#e0e0e0", bgcolor="#121212"),
    Style(color="#979797", bgcolor="#121212"),
    Style(color="#ffffff", bgcolor="#003054", bold=True),
    Style(bgcolor="#003054"),
    Style(color="red", reverse=True),
    Style(color="color(200)", italic=True, strike=True),
]
Line = tuple[str, int]


class Twins:
    """Two terminals of one size; one is sent all, the other what the program would send."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.shown = Shown()
        self.full, self.spare = (pyte.Screen(width, height) for _ in range(2))
        self.sent = self.spared = 0

    def take(self, update: Any, console: Console = CONSOLE) -> None:
        everything = update.render_segments(console)
        little = self.shown.spared(update, console, self.full.columns)
        self.sent += len(everything.encode())
        self.spared += len(little.encode())
        for screen, data in ((self.full, everything), (self.spare, little)):
            raw = FOREIGN.sub(b"", data.replace("\n", "\r\n").encode())
            pyte.ByteStream(screen).feed(raw)

    def differing(self) -> list[tuple[int, int]]:
        return [
            (y, x)
            for y in range(self.full.lines)
            for x in range(self.full.columns)
            if look(self.full, y, x) != look(self.spare, y, x)
        ]


def look(screen: pyte.Screen, y: int, x: int) -> tuple[Any, ...]:
    """What is to be seen of a cell; of a blank on a plain ground its letters' colour is not."""
    cell = screen.buffer[y][x]
    if cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough):
        return (" ", cell.bg)
    marks = (cell.bold, cell.italics, cell.underscore, cell.strikethrough, cell.reverse)
    return (cell.data, cell.fg, cell.bg, *marks)


def strip(text: str, ink: int, width: int) -> Strip:
    line = Strip([Segment(text, INKS[ink])]).crop(0, width)
    return line.adjust_cell_length(width, INKS[1])


def whole(rows: list[Line], side: list[Line]) -> LayoutUpdate:
    strips = [[left, right] for left, right in halves(rows, side)]
    return LayoutUpdate(strips, Region(0, 0, WIDTH, HEIGHT))  # type: ignore[arg-type]  # lists do


def part(rows: list[Line], side: list[Line], lines: range, *, both: bool) -> ChopsUpdate:
    chops = [
        {0: left, PANEL: right if both else None} if y in lines else {0: None, PANEL: None}
        for y, (left, right) in enumerate(halves(rows, side))
    ]
    end = WIDTH if both else PANEL
    return ChopsUpdate(chops, [(y, 0, end) for y in lines], [[PANEL, WIDTH]] * HEIGHT)


def halves(rows: list[Line], side: list[Line]) -> list[tuple[Strip, Strip]]:
    pairs = zip(rows, side, strict=True)
    return [(strip(*left, PANEL), strip(*right, WIDTH - PANEL)) for left, right in pairs]


plain = st.text("abc ○★│1é", max_size=WIDTH)
odd = st.sampled_from(["漢字 ab", "e\u0301 x", "x漢", "｢｣ﾊﾝｶｸ", "한글 글"])
ink = st.integers(0, len(INKS) - 1)
line = st.tuples(st.one_of(plain, plain, plain, odd), ink)
OTHERS = [(letter * PANEL, 1) for letter in "abcdefghij"]
"""Rows of which each differs from each in every cell."""
lines = st.one_of(st.lists(line, min_size=HEIGHT, max_size=HEIGHT), st.permutations(OTHERS))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("rows"), st.integers(0, HEIGHT - 1), line),
        st.tuples(st.just("shift"), st.integers(-4, 4), line),
        st.tuples(st.just("side"), st.integers(0, HEIGHT - 1), line),
        st.tuples(st.just("whole"), st.just(0), line),
    ),
    max_size=8,
)


@settings(max_examples=200, deadline=None)
@given(lines, lines, steps)
def test_both_terminals_show_the_same(rows: list[Line], side: list[Line], steps: Any) -> None:
    twins = Twins()
    twins.take(whole(rows, side))
    for what, at, new in steps:
        if what == "rows":
            rows = [*rows[:at], new, *rows[at + 1 :]]
            twins.take(part(rows, side, range(at, at + 1), both=False))
        elif what == "shift":
            rows = [*rows[at:], *[new] * at] if at > 0 else [*[new] * -at, *rows][:HEIGHT]
            twins.take(part(rows, side, range(HEIGHT), both=False))
        elif what == "side":
            side = [*side[:at], new, *side[at + 1 :]]
            twins.take(part(rows, side, range(at, HEIGHT), both=True))
        else:
            twins.take(whole(rows, side))
        assert twins.differing() == []


def test_what_is_shown_already_is_not_sent_again() -> None:
    rows = [(f"line {y}", 1) for y in range(HEIGHT)]
    twins = Twins()
    twins.take(whole(rows, rows))
    before = twins.spared
    twins.take(part(rows, rows, range(HEIGHT), both=True))
    assert twins.spared == before


@pytest.mark.parametrize("by", [1, 2, -1])
def test_lines_that_moved_are_moved_by_the_terminal(by: int) -> None:
    rows = [(chr(97 + y) * PANEL, 1) for y in range(26)]
    side = [(f"side{y}" if y % 3 else "", 2) for y in range(HEIGHT)]
    twins = Twins()
    twins.take(whole(rows[8:18], side))
    sent, spared = twins.sent, twins.spared
    twins.take(part(rows[8 + by : 18 + by], side, range(HEIGHT), both=False))
    assert twins.spared - spared < (twins.sent - sent) / 2
    assert twins.differing() == []


def test_a_frame_of_the_whole_screen_mends_what_others_wrote() -> None:
    rows = [(f"line {y}", 1) for y in range(HEIGHT)]
    twins = Twins()
    twins.take(whole(rows, rows))
    pyte.Stream(twins.spare).feed("\x1b[2Jsomebody's words")
    assert twins.differing() != []
    twins.take(whole(rows, rows))
    assert twins.differing() == []


def test_a_row_with_letters_of_doubtful_width_is_sent_whole() -> None:
    rows = [("漢字 and more", 1)] * HEIGHT
    twins = Twins()
    twins.take(whole(rows, rows))
    before = twins.spared
    twins.take(part(rows, rows, range(1), both=False))
    assert twins.spared - before > len("漢字 and more".encode())


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_window_looks_the_same_on_both(
    place: Place, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    twins = Twins(*size)
    display = App._display

    def doubled(self: App[Any], screen: Screen[Any], update: Any) -> None:
        if isinstance(update, SpareUpdate) and not self._batch_count:
            twins.take(update._update, self.console)
            assert twins.differing() == []
        display(self, screen, update)

    place.say(*(f"note {n}: the pool of db-main-{n % 7} is exhausted" for n in range(60)))
    async with window(place, size=size) as seat:
        monkeypatch.setattr(App, "_display", doubled)
        seat.app.refresh(layout=True)
        await seat.pilot.pause()
        for line in ("it burns", "/sev 1", "/task @ana check 漢字 5m", "x" * 200, "/star"):
            await seat.press(*line[:3])
            await seat.put("")
            await seat.enter(line)
        await seat.press("pageup", "pageup", "pagedown", "shift+up", "shift+up", "escape", "escape")
        seat.clock.later(seconds=61)
        seat.live._tick()
        await seat.press("f1", "escape", "/", "s", "tab", "ctrl+u")
        await seat.put("")
    assert twins.spared < twins.sent / 2


async def test_all_is_sent_when_all_is_to_be_drawn_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when another program wrote on the terminal."""
    drawn: list[CompositorUpdate] = []
    display = App._display

    def noting(self: App[Any], screen: Screen[Any], update: Any) -> None:
        if isinstance(update, SpareUpdate):
            drawn.append(update._update)
        display(self, screen, update)

    async with window(place) as seat:
        monkeypatch.setattr(App, "_display", noting)
        await seat.press("ctrl+l")
        assert isinstance(drawn[-1], LayoutUpdate)
