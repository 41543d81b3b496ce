"""Milestones are set and corrected by a key or a click; what is no time is said and kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from incident_tui.domain.incident import Milestone
from incident_tui.tui.screens.milestones import MilestonesDialog
from incident_tui.tui.widgets.field import Field
from tests.support.entries import at
from tests.support.window import Place, Seat, window


@asynccontextmanager
async def page(place: Place, *keys: str) -> AsyncIterator[Seat]:
    """The page, twenty minutes after the declaration."""
    place.clock.later(minutes=20)
    async with window(place, size=(120, 40)) as seat:
        await seat.press(*(keys or ("f7",)))
        await seat.until(lambda: isinstance(seat.app.screen, MilestonesDialog), "the page")
        await seat.pilot.pause()
        yield seat


async def test_the_first_that_is_missing_is_set_and_another_corrected(place: Place) -> None:
    async with page(place) as seat:
        assert "Thu 15 Jan" in seat.text()  # of `detected`, the declaration
        await seat.press(*"-25m", "down")
        assert "+5 min" in seat.text()
        await seat.press("down", "down", *"14:12")
        assert "+12 min" in seat.text()
        await seat.press("enter")
        await seat.shows("marked: started at 13:55:00, mitigated at 14:12:00")
        await seat.shows("●started 13:55 ── ●detected 14:00 +5 min ── ○acknowledged ── ●mitigated")
        milestones = seat.live.state.milestones
        assert milestones[Milestone.STARTED] == at(-5)
        assert milestones[Milestone.MITIGATED] == at(12)


async def test_nothing_is_stored_twice(place: Place) -> None:
    async with page(place) as seat:
        await seat.press("enter")
        assert seat.live
    assert place.said() == []


async def test_what_is_no_time_keeps_the_page_open(place: Place) -> None:
    async with page(place) as seat:
        await seat.press(*"soon")
        assert "'soon' is not a time" in seat.text()
        await seat.press("enter")
        assert isinstance(seat.app.screen, MilestonesDialog)
        await seat.press("escape")
    assert place.said() == []


async def test_one_that_was_marked_is_not_emptied_here(place: Place) -> None:
    async with page(place) as seat:
        seat.app.screen.query_one("#detected", Field).value = ""
        await seat.press("enter")
        assert "/retract its entry" in seat.text()


async def test_one_that_lies_before_the_one_above_is_pointed_out(place: Place) -> None:
    place.say("/mark mitigated")
    async with page(place) as seat:
        seat.app.screen.query_one("#resolved", Field).value = "13:50"
        await seat.pilot.pause()
        assert "10 min before the one above" in seat.text()


async def test_a_click_on_the_strip_asks_for_that_one(place: Place) -> None:
    place.clock.later(minutes=20)
    async with window(place, size=(120, 40)) as seat:
        await seat.pilot.click("#strip", offset=(20, 0))
        await seat.until(lambda: isinstance(seat.app.screen, MilestonesDialog), "the page")
        await seat.pilot.pause()
        assert seat.app.focused is seat.app.screen.query_one("#detected")
