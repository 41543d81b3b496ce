"""A new incident is told once what it is like; /similar says more, and Enter confirms it."""

from incident_tui.domain.facts import Declared
from incident_tui.domain.incident import Severity
from incident_tui.tui import intents
from incident_tui.tui.screens.tracker import TrackerScreen
from tests.support.window import Place, window


async def test_what_is_like_it_is_said_once_and_shown_when_asked(place: Place) -> None:
    place.say("/title The disk of the shop is full", "/decision drop old dumps")
    place.clock.later(minutes=60)
    async with window(place) as seat:
        fact = Declared("Search has no space left on its volume", Severity.SEV3)
        await intents.declare(seat.app, fact)
        await seat.shows("like INC-1 (disk full); worked then: drop old dumps · /similar")
        seat.live.bar.begin("/similar")
        await seat.press("enter")
        await seat.shows("it is INC-1 again")
        await seat.shows("drop old dumps")
        await seat.press("enter")
        await seat.shows("shares a factor with INC-1")
    assert place.said(2) == ["shares a factor with INC-1: disk full"]


async def test_the_tracker_opens_from_the_incident_and_comes_back(place: Place) -> None:
    place.say("/action Alert on lag @jo due:fri")
    async with window(place) as seat:
        await seat.press("f6")
        await seat.shows("1 open")
        assert isinstance(seat.app.screen, TrackerScreen)
        await seat.press("d")
        await seat.shows("No action item is open.")
        await seat.press("escape")
        await seat.shows("Alert on lag · done")
