"""A replay shows what was known and true at a moment, and nothing of later."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from incident_tui.tui.screens.replay import ReplayScreen
from incident_tui.tui.widgets.slider import Slider
from tests.support.window import Place, Seat, window

STORY = (
    "/ic @maria",
    "it began with the deploy",
    "/sev 1",
    "/task @ana check the lag 5m",
    "/mark mitigated",
    "/resolve",
)


@asynccontextmanager
async def replaying(
    place: Place, *story: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Seat]:
    """These lines were said two minutes apart, the first two minutes after the declaration."""
    for line in story:
        place.clock.later(minutes=2)
        place.say(line)
    place.clock.later(minutes=2)
    async with window(place, size=size, number=1) as seat:
        await seat.press("f8")
        await seat.until(lambda: isinstance(seat.app.screen, ReplayScreen), "the replay")
        await seat.shows("entry 1 of")
        yield seat


async def test_each_moment_has_its_rows_and_its_state(place: Place) -> None:
    async with replaying(place, *STORY) as seat:
        assert "SEV2" in seat.text()
        assert "14:00:00 UTC · entry 1 of 7" in seat.text()
        assert "it began" not in seat.text()
        await seat.press("right", "right")
        assert "it began with the deploy" in seat.text()
        assert "00:04:00" in seat.text()
        await seat.press("shift+right")
        assert "entry 7 of 7" in seat.text()
        assert "RESOLVED" in seat.text()
        await seat.press("left", "left", "left")
        assert "entry 4 of 7" in seat.text()
        assert "SEV1" in seat.text()
        assert "RESOLVED" not in seat.text()
        await seat.press("shift+left")
        assert "entry 1 of 7" in seat.text()


async def test_a_minute_passes_in_which_nothing_was_said(place: Place) -> None:
    async with replaying(place, *STORY, size=(120, 40)) as seat:
        await seat.press("shift+right", "left", "down")
        assert "14:09:00 UTC · entry 5 of 7" in seat.text()
        assert "04:00" in seat.text()  # what is left of the five minutes of the task
        await seat.press("up", "up")
        assert "14:07:00 UTC · entry 4 of 7" in seat.text()


async def test_it_stays_between_the_first_entry_and_the_last(place: Place) -> None:
    async with replaying(place, *STORY) as seat:
        await seat.press("left", "up")
        assert "14:00:00 UTC · entry 1 of 7" in seat.text()
        await seat.press("end", "right", "down")
        assert "14:12:00 UTC · entry 7 of 7" in seat.text()
        await seat.press("home")
        assert "entry 1 of 7" in seat.text()
        await seat.press("escape")
        assert seat.live


async def test_what_is_recorded_meanwhile_comes_in_and_the_moment_stays(place: Place) -> None:
    async with replaying(place, *STORY) as seat:
        await seat.press("right", "right")
        await seat.shows("entry 3 of 7")
        place.say("and somebody else looked on", number=1)
        await seat.shows("entry 3 of 8")
        assert "somebody else" not in seat.text()
        place.say("14:01 /mark detected", number=1)
        await seat.shows("entry 4 of 9")
        await seat.press("end")
        await seat.shows("and somebody else looked on")


async def test_a_click_on_the_line_goes_to_that_moment(place: Place) -> None:
    async with replaying(place, *STORY) as seat:
        wide = seat.app.screen.query_one(Slider)._width
        await seat.pilot.click(Slider, offset=(8 + wide // 2, 0))
        await seat.pilot.pause()
        assert "entry 4 of 7" in seat.text()


async def test_entries_of_one_instant_come_one_by_one(place: Place) -> None:
    place.say("/sev 1", "/ic @maria")
    async with replaying(place) as seat:
        assert "SEV2" in seat.text()
        await seat.press("right")
        assert "SEV1" in seat.text()
        assert "IC —" in seat.text()
        await seat.press("right")
        assert "IC @maria" in seat.text()
