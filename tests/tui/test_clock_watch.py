"""A clock that is set is told of; one that is steered, or sleeps with the computer, is not."""

from datetime import timedelta

import pytest

from incident_tui.services.store import SCREEN_MS, Store
from incident_tui.tui.app import IncidentApp
from incident_tui.tui.clock_watch import ClockWatch, steady
from tests.support.entries import T0
from tests.support.window import CALM, Place, Seat


class Clocks:
    """A wall clock and a steady one, which a test moves."""

    def __init__(self) -> None:
        self.wall = T0
        self.seconds = 100.0

    def pass_(self, seconds: float, *, wall: float | None = None) -> None:
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds if wall is None else wall)

    def watch(self) -> ClockWatch:
        return ClockWatch(lambda: self.wall, lambda: self.seconds)


@pytest.mark.fault(19)
@pytest.mark.parametrize(
    ("passed", "wall", "said"),
    [
        (5, 5, ""),
        (5, 6.9, ""),
        (5, 3.1, ""),
        (36_000, 36_000, ""),  # it slept for ten hours
        (5, 3_605, "the clock of this computer was set forward by 1 h 00 min"),
        (5, -7_195, "the clock of this computer was set back by 2 h 00 min"),
        (5, 7.5, "the clock of this computer was set forward by 2 s"),
    ],
)
def test_only_a_clock_that_was_set_is_told_of(passed: float, wall: float, said: str) -> None:
    clocks = Clocks()
    watch = clocks.watch()
    clocks.pass_(passed, wall=wall)
    assert watch.look() == said
    clocks.pass_(5)
    assert watch.look() == "", "it is told once"


def test_the_steady_clock_goes_on() -> None:
    assert steady() <= steady()


@pytest.mark.fault(19)
async def test_a_jump_is_put_on_the_record(place: Place) -> None:
    clocks = Clocks()
    store = Store(place.db, SCREEN_MS)
    watch = clocks.watch()
    app = IncidentApp(store, place.clock.sitting(), CALM, watch=watch)
    async with app.run_test(size=(120, 24)) as pilot:
        seat = Seat(app, pilot, place.clock)
        await seat.put("half a line")
        clocks.pass_(5, wall=3_605)
        app._watch_clock(watch)
        await seat.shows("the clock of this computer was set forward")
        assert seat.prompt.value == "half a line"
        await seat.put("")
        await app.action_quit()
    assert place.said() == ["the clock of this computer was set forward by 1 h 00 min"]
