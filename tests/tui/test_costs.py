"""What happens often costs little: counted, never timed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from textual.screen import Screen
from textual.widget import Widget

from incident_tui.domain.facts import Noted
from incident_tui.storage.append import append
from incident_tui.storage.codec import draft
from incident_tui.storage.log_reader import LogReader
from incident_tui.tui.widgets.row_view import RowView
from tests.support.window import Place, Seat, asked, window


@contextmanager
def painted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ids of the widgets that are painted, and `layout` for each layout of a screen."""
    seen: list[str] = []
    refresh, layout = Widget.refresh, Screen._refresh_layout

    def counted(self: Widget, *args: Any, **rest: Any) -> Any:
        seen.append(self.id or type(self).__name__)
        return refresh(self, *args, **rest)

    def laid_out(self: Screen[Any], *args: Any, **rest: Any) -> None:
        seen.append("layout")
        layout(self, *args, **rest)

    with monkeypatch.context() as patched:
        patched.setattr(Widget, "refresh", counted)
        patched.setattr(Screen, "_refresh_layout", laid_out)
        yield seen


async def at_rest(seat: Seat) -> None:
    """Nothing moves by itself any more."""
    seat.prompt.cursor_blink = False
    seat.app.places.look()
    for _ in range(5):
        await seat.pilot.pause()


async def test_a_tick_paints_the_clocks_and_the_stamp_and_nothing_else(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.say(*(f"note {n}" for n in range(40)))
    async with window(place, size=(120, 40)) as seat:
        await at_rest(seat)
        place.clock.later(seconds=1)
        with painted(monkeypatch) as seen, asked(seat) as questions:
            seat.live._tick()
            await seat.pilot.pause()
        assert set(seen) == {"elapsed", "stamp", "due", "clocks"}
        assert questions == []


CALLED: Final = (
    "/sev 1",
    *(f"/task @ana{n} look at shard {n} {5 + n}m" for n in range(8)),
    "/decision drain the queue @li",
    "/propose fail over @jo within:9m",
)
"""Two updates, eight tasks, a decision and a proposal: twelve clocks run."""


@pytest.mark.parametrize(
    ("size", "clocks"),
    [((80, 24), {"elapsed", "stamp", "due"}), ((120, 40), {"elapsed", "stamp", "due", "clocks"})],
)
async def test_with_twelve_clocks_a_tick_paints_the_cells_of_the_clocks_alone(
    place: Place, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], clocks: set[str]
) -> None:
    place.say(*CALLED)
    async with window(place, size=size) as seat:
        await at_rest(seat)
        for _ in range(3):  # the window for objections is open all the while
            place.clock.later(seconds=1)
            with painted(monkeypatch) as seen, asked(seat) as questions:
                seat.live._tick()
                await seat.pilot.pause()
            assert set(seen) == clocks
            assert questions == []


@pytest.mark.parametrize("line", ["it burns", "-5m it burns", "/sev 1", "/ic @ma"])
async def test_a_key_paints_no_row_anew_and_asks_the_store_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    place.say(*(f"note {n}" for n in range(40)))
    async with window(place, size=(120, 40)) as seat:
        await at_rest(seat)
        rows = seat.live.timeline._frame
        with painted(monkeypatch) as seen, asked(seat) as questions:
            await seat.press(*line)
        assert not {"layout", "panel", "head", "chips", "keys"} & set(seen)
        assert ("timeline" in seen) == line.startswith("/")  # for the list that lies on it
        assert seat.live.timeline._frame is rows
        assert questions == []


async def test_a_key_of_a_note_lays_nothing_out(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window(place, size=(120, 40)) as seat:
        await seat.press("i")
        await at_rest(seat)
        with painted(monkeypatch) as seen:
            await seat.press(*"t burns")
        assert set(seen) <= {"prompt", "stamp", "elapsed", "due"}


def many(place: Place, count: int) -> None:
    """That many notes, in one transaction."""
    with place.store() as store:
        log = place.log(store)
        at = place.clock.at
        drafts = [
            draft(
                Noted(f"note {n}"),
                id=place.clock.new_id(at),
                incident_id=log.id,
                occurred_at=at,
                recorded_at=at,
                author="ana",
                source="test",
            )
            for n in range(count)
        ]
        store.write(append(drafts))


async def test_the_first_paint_reads_as_many_rows_of_a_long_log_as_of_a_short_one(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, first = LogReader._rows, RowView._paint
    read: list[int] = []
    until_painted: list[int] = []

    def counted(self: LogReader, sql: str, **params: object) -> Any:
        found = rows(self, sql, **params)
        read.append(len(found))
        return found

    def paint(self: RowView) -> Any:
        if not until_painted:
            until_painted.append(sum(read))
        return first(self)

    monkeypatch.setattr(LogReader, "_rows", counted)
    monkeypatch.setattr(RowView, "_paint", paint)
    sums = []
    for more in (300, 4_700):
        many(place, more)
        read.clear()
        until_painted.clear()
        async with window(place):
            sums += until_painted
    assert len(sums) == 2
    assert sums[0] == sums[1] < 500
