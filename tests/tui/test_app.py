import pytest
from textual.binding import Binding

from incident_tui.services.config import Config, ConfigError
from incident_tui.tui.app import IncidentApp
from incident_tui.tui.keymap import shown
from incident_tui.tui.screens.help import HelpScreen
from incident_tui.tui.screens.incidents import IncidentsScreen
from incident_tui.tui.screens.live import LiveScreen
from tests.support.window import Place, window


async def test_it_opens_the_newest_incident_that_burns(place: Place) -> None:
    place.declare("Login is down")
    place.declare("Search is slow")
    place.say("/resolve over", number=3)
    async with window(place) as seat:
        assert seat.live.log_.number == 2


async def test_it_opens_the_incident_that_was_asked_for(place: Place) -> None:
    place.declare("Login is down")
    async with window(place, number=1) as seat:
        assert seat.live.log_.number == 1


async def test_when_nothing_burns_it_opens_the_list(place: Place) -> None:
    place.say("/resolve over")
    async with window(place) as seat:
        assert isinstance(seat.app.screen, IncidentsScreen)
        await seat.shows("Checkout fails")


async def test_declaring_from_the_list_opens_the_incident(place: Place) -> None:
    place.say("/resolve over")
    async with window(place) as seat:
        await seat.shows("Checkout fails")
        await seat.press("ctrl+n")
        await seat.press(*"Login is down", "enter")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the incident")
        assert seat.live.log_.state.title == "Login is down"


async def test_a_declaration_that_was_left_is_there_again(place: Place) -> None:
    place.say("/resolve over")
    async with window(place) as seat:
        await seat.press("ctrl+n")
        await seat.press(*"Log", "escape")
        await seat.press("ctrl+n")
        await seat.press(*"in", "enter")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the incident")
        assert seat.live.log_.state.title == "Login"


async def test_one_may_go_from_incident_to_incident(place: Place) -> None:
    place.declare("Login is down")
    async with window(place) as seat:
        for number in (1, 2, 1):
            await seat.enter(f"/incidents INC-{number}")
            await seat.shows(f"INC-{number}")
            assert seat.live.log_.number == number
            assert len(seat.app.screen_stack) == 1


async def test_leaving_stores_what_was_sent(place: Place) -> None:
    async with window(place) as seat:
        with place.locked("IMMEDIATE"):
            await seat.press(*"it burns", "enter")
            assert place.said() == []
            leaving = seat.app.run_worker(seat.app.action_quit())
            await seat.pilot.pause()
            assert seat.app.is_running
        await leaving.wait()
    assert place.said() == ["it burns"]


async def test_the_theme_is_the_configured_one(place: Place) -> None:
    async with window(place, config=Config(theme="nord")) as seat:
        assert seat.app.theme == "nord"


def test_a_theme_that_is_not_there_names_those_that_are(place: Place) -> None:
    with place.store() as store, pytest.raises(ConfigError, match=r"dusk.*nord.*textual-light"):
        IncidentApp(store, place.clock.sitting(), Config(theme="dusk"))


@pytest.mark.parametrize("line", ["/quit", "/q", "/exit"])
async def test_a_line_leaves(place: Place, line: str) -> None:
    async with window(place) as seat:
        await seat.put(line)
        await seat.press("enter")
        await seat.until(lambda: seat.app._exit, "the end")
    assert place.said() == []


async def test_help_lists_every_key_of_the_window(place: Place) -> None:
    async with window(place, size=(120, 60)) as seat:
        await seat.press("f1")
        assert isinstance(seat.app.screen, HelpScreen)
        told = {topic.name for topic in seat.app.screen._topics}
    for owner in (seat.app, LiveScreen):
        for binding in owner.BINDINGS:
            assert isinstance(binding, Binding)
            assert shown(binding.key) in told, binding
