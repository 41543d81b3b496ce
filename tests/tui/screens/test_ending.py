"""A resolve asks once for what is missing, and is never lost over it."""

from incident_tui.tui.screens.ending import EndingDialog
from incident_tui.tui.screens.milestones import MilestonesDialog
from tests.support.window import Place, Seat, window


async def resolving(seat: Seat) -> None:
    await seat.put("/resolve rates are normal")
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.app.screen, EndingDialog), "the question")
    await seat.pilot.pause()


async def test_enter_resolves_all_the_same(place: Place) -> None:
    async with window(place) as seat:
        await resolving(seat)
        for missing in ("started", "acknowledged", "mitigated", "impact", "owner"):
            assert missing in seat.text()
        await seat.press("enter")
        await seat.until(place.said, "the resolve")
        await seat.shows("Post-mortem")
        await seat.press("escape")
        assert seat.prompt.value == ""
    assert place.said() == ["investigating → resolved: rates are normal"]


async def test_what_is_missing_is_answered_first_and_the_line_waits(place: Place) -> None:
    place.say("/mark started", "/ic @maria", "/mark mitigated", "/task @ana look 5m")
    async with window(place) as seat:
        await resolving(seat)
        assert "@ana look: what came of it?" in seat.text()
        await seat.press("down", "enter")
        assert seat.prompt.value == "/impact users:"
        await seat.press(*"12", "enter")
        await seat.until(lambda: place.said()[-1:] == ["users 12"], "the impact")
        await seat.press("up", "up")
        assert seat.prompt.value == "/resolve rates are normal"


async def test_a_missing_milestone_leads_to_their_page(place: Place) -> None:
    async with window(place) as seat:
        await resolving(seat)
        await seat.press("down", "down", "enter")
        await seat.until(lambda: isinstance(seat.app.screen, MilestonesDialog), "the page")
        await seat.pilot.pause()
        assert seat.app.focused is seat.app.screen.query_one("#acknowledged")


async def test_not_yet_leaves_the_line_in_the_prompt(place: Place) -> None:
    async with window(place) as seat:
        await resolving(seat)
        await seat.press("escape")
        assert seat.prompt.value == "/resolve rates are normal"
        assert place.said() == []


async def test_where_nothing_is_missing_nothing_is_asked(place: Place) -> None:
    place.say("/mark started", "/ic @maria", "/mark mitigated", "/impact users:3")
    async with window(place) as seat:
        await seat.enter("/resolve")
        await seat.shows("Post-mortem")
    assert place.said()[-1] == "investigating → resolved"
