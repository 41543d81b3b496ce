from textual.command import DiscoveryHit, Hit

from incident_tui.commands.all import REGISTRY
from incident_tui.tui.providers import Lines
from tests.support.window import Place, window


async def test_the_palette_offers_every_command(place: Place) -> None:
    async with window(place) as seat:
        hits = [hit async for hit in Lines(seat.app.screen).discover()]
        assert all(isinstance(hit, DiscoveryHit) for hit in hits)
        assert [str(hit.text) for hit in hits] == [command.usage for command in REGISTRY]


async def test_a_command_is_found_by_what_it_does_and_begins_its_line(place: Place) -> None:
    async with window(place) as seat:
        hits = [hit async for hit in Lines(seat.app.screen).search("roll")]
        found = [hit async for hit in Lines(seat.app.screen).search("decision")]
        assert len(hits) < len(list(REGISTRY))
        best = max((hit for hit in found if isinstance(hit, Hit)), key=lambda hit: hit.score)
        best.command()
        await seat.pilot.pause()
        assert seat.prompt.value == "/decision "


async def test_elsewhere_there_is_no_prompt_to_begin_a_line_in_but_the_tracker(
    place: Place,
) -> None:
    async with window(place) as seat:
        await seat.press("f3")
        await seat.shows("type to filter")
        assert [hit async for hit in Lines(seat.app.screen).search("decision")] == []
        [hit] = [hit async for hit in Lines(seat.app.screen).search("overdue items")] or [
            hit async for hit in Lines(seat.app.screen).discover()
        ]
        assert hit.text == "Action items of all incidents"
        await hit.command()
        await seat.shows("0 overdue")


async def test_nothing_of_the_palette_is_for_those_who_build_windows(place: Place) -> None:
    async with window(place) as seat:
        for key in ("f3", "f5"):
            offered = [each.title for each in seat.app.get_system_commands(seat.app.screen)]
            assert offered == ["Insights", "Theme", "Leave"]
            await seat.press(key)
