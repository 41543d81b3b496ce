from collections.abc import Callable
from datetime import datetime

import pytest

from incident_tui.domain.entries import micros
from incident_tui.domain.errors import StoreDamagedError, StoreLockedError
from incident_tui.domain.metrics.insights import Insights, insights
from incident_tui.domain.metrics.measured import DAY, HOUR, History, Measured
from incident_tui.domain.metrics.window import Window
from incident_tui.tui.screens.insights import InsightsScreen
from tests.support.entries import T0, at
from tests.support.screens import Host
from tests.support.window import Place, window

NOW = at(60 * 24 * 10)


def burnt(
    number: int, severity: int, service: str, days: int, created: int = 0, done: int = 0
) -> Measured:
    began = micros(T0) - days * DAY
    return Measured(
        number, severity, service, began, resolved_at=began + HOUR, created=created, done=done
    )


PAST = (
    burnt(1, 1, "checkout", 1, created=3, done=2),
    burnt(2, 3, "search", 2, created=1, done=1),
    burnt(3, 3, "checkout", 40, created=2),
    burnt(4, 2, "[b]login[/b]\x1b[31m", 400),
)


class World:
    """What the screen reads, and how often."""

    def __init__(self, *past: Measured) -> None:
        self.past = past
        self.refusals: list[Exception] = []
        self.windows: list[Window] = []

    def read(self, window: Window) -> Insights:
        self.windows.append(window)
        if self.refusals:
            raise self.refusals.pop()
        return insights(History(window.as_of, self.past), window)

    def host(self, now: Callable[[], datetime] = lambda: NOW) -> Host:
        return Host(InsightsScreen(self.read, now, lambda _: 90.0, "75 * postmortems"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 16), (40, 12)])
async def test_three_figures_their_targets_and_the_months(size: tuple[int, int]) -> None:
    app = World(*PAST).host()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = app.text()
    assert "Insights" in shown
    assert shown.count("target") >= (3 if size[1] > 20 else 0)
    assert "Jan 26" in shown
    assert all(len(line) <= size[0] for line in shown.splitlines())


async def test_every_view_is_one_key_away_and_opens_its_incidents() -> None:
    app = World(*PAST).host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        assert "Incidents by service" in app.text()
        await pilot.press("m", "enter")
        assert "Actions done by service" in app.text()
        await pilot.press("left", "left", "left", "up", "enter")
        assert "Calls" in app.text()
        await pilot.press("right", "enter")
    assert app.said == [(1, 3), (1, 2)]


async def test_a_tab_and_a_row_can_be_clicked() -> None:
    app = World(*PAST).host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#views", offset=(30, 0))
        assert "Incidents by service" in app.text()
        await pilot.click("#views", offset=(3, 0))
        await pilot.click("FigureList", offset=(5, 1))
    assert app.said == [(3,)]


async def test_a_figure_opens_what_keeps_it_from_its_target() -> None:
    app = World(*PAST).host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("shift+tab", "shift+tab", "shift+tab", "enter")
        assert app.said == [(1, 3)]


async def test_another_window_is_one_key_away() -> None:
    world = World(*PAST)
    app = world.host()
    async with app.run_test(size=(120, 40)) as pilot:
        assert "3 incidents resolved" in app.text()
        await pilot.press("w")
        assert "3 incidents resolved" in app.text()
        await pilot.press("w")
        assert "4 incidents resolved" in app.text()
        await pilot.press("3", "end")
        assert "[b]login[/b]" in app.text()
    assert [window.since is None for window in world.windows] == [False, False, True]


async def test_nothing_says_so_and_how_to_look_further_back() -> None:
    app = World().host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "3", "enter")
        assert "Nothing was resolved in this window." in app.text()
        assert app.text().count("no data") == 3
        await pilot.press("escape")
    assert app.answers == [None]


async def test_how_a_figure_stands_is_read_whole_at_80_columns() -> None:
    app = World(burnt(1, 1, "checkout", -9)).host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "not yet  · in time" in app.text()


async def test_a_busy_store_is_asked_again_and_a_damaged_one_is_said() -> None:
    world = World(*PAST)
    world.refusals = [StoreDamagedError("the store is damaged"), StoreLockedError("wait")]
    app = world.host()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(40):
            if "damaged" in app.text():
                break
            await pilot.pause(0.05)
        assert "the store is damaged" in app.text()


async def test_the_way_there_and_back(place: Place) -> None:
    place.clock.later(minutes=30)
    place.say("/resolve")
    place.declare("Search is slow")
    async with window(place, size=(100, 30)) as seat:
        await seat.enter("/insights")
        await seat.shows("1 incident resolved")
        await seat.press("enter")
        await seat.shows("Jan 26: 1 incident")
        await seat.press("escape")
        await seat.shows("1 incident resolved")
        await seat.press("escape", "f3")
        await seat.shows("type to filter")
        await seat.press("f5")
        await seat.shows("1 incident resolved")
        place.say("/reopen it is back", number=1)
        await seat.shows("Nothing was resolved in this window.")
