import pytest

from incident_tui.services.config import Config
from incident_tui.tui.screens.declare import DeclareDialog
from incident_tui.tui.screens.help import HelpScreen
from incident_tui.tui.screens.incidents import IncidentsScreen
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.screens.postmortem import PostmortemScreen
from tests.support.window import Place, window


async def test_a_line_that_is_typed_stands_in_the_timeline_and_leaves_the_prompt(
    place: Place,
) -> None:
    async with window(place) as seat:
        await seat.press(*"it burns", "enter")
        await seat.until(lambda: len(seat.rows()) == 2, "the row")
        assert seat.rows()[-1] == " 14:00   note      it burns"
        assert seat.prompt.value == ""
    assert place.said() == ["it burns"]


async def test_a_line_sent_right_after_somebody_elses_hides_it_from_nobody(place: Place) -> None:
    async with window(place) as seat:
        place.say("from ana")
        await seat.enter("from jo")
        await seat.until(lambda: len(seat.rows()) == 3, "both rows")
        assert [row.split()[-1] for row in seat.rows()[1:]] == ["ana", "jo"]


async def test_a_search_leaves_out_what_was_just_said(place: Place) -> None:
    async with window(place) as seat:
        for line in ("the pool is full", "it burns", "and on"):
            await seat.enter(line)
        await seat.enter("/find pool")
        assert [row.split()[-1] for row in seat.rows()] == ["full"]
        place.say("the pool is empty", "no more")
        await seat.until(lambda: len(seat.rows()) == 2, "what is found since")
        await seat.press("escape")
        await seat.until(lambda: len(seat.rows()) == 6, "all rows")


async def test_a_line_is_pending_until_it_is_stored(place: Place) -> None:
    async with window(place) as seat:
        with place.locked("IMMEDIATE"):
            await seat.press(*"it burns", "enter")
            await seat.shows("saving…")
            assert seat.rows()[-1].split() == ["saving…", "it", "burns"]
            assert place.said() == []
            await seat.press(*"and on")
            assert seat.prompt.value == "and on"
        await seat.until(lambda: place.said() == ["it burns"], "the line in the store")
        await seat.live.outbox.drained()
        await seat.pilot.pause()
        assert seat.rows()[-1] == " 14:00   note      it burns"
        assert "saving" not in seat.text()
        assert seat.prompt.value == "and on"


async def test_lines_sent_while_the_store_is_held_are_stored_in_their_order(place: Place) -> None:
    async with window(place) as seat:
        with place.locked("IMMEDIATE"):
            for line in ("one", "/sev 1", "/sev 1", "two"):
                await seat.put(line)
                await seat.press("enter")
            assert len(seat.live.outbox.lines) == 4
        await seat.live.outbox.drained()
        await seat.pilot.pause()
        # The second change of severity was judged by what the first one had left behind.
        assert place.said() == ["one", "SEV2 → SEV1", "two"]
        assert seat.prompt.value == "/sev 1"
        assert "SEV1 already" in seat.hint


async def test_what_others_record_is_shown_with_its_state(place: Place) -> None:
    async with window(place, size=(120, 40)) as seat:
        place.clock.later(minutes=1)
        place.say("/sev 1", "/ic @maria", "/action look at the pool @li", "the pool is full")
        await seat.shows("the pool is full")
        shown = seat.text()
        assert shown.startswith(" SEV1  INC-1")
        assert "IC           @maria  14:01" in shown
        assert "A1 look at the pool" in shown


async def test_a_line_declares_and_its_incident_is_opened(place: Place) -> None:
    async with window(place) as seat:
        await seat.enter("/declare Login is down sev:1")
        await seat.shows("INC-2  Login is down")
        assert seat.live.log_.number == 2
        await seat.press(*"here", "enter")
        await seat.until(lambda: place.said(2) == ["here"], "the note")
    assert place.said(1) == []


async def test_resolving_opens_the_post_mortem_and_escape_comes_back(place: Place) -> None:
    async with window(place) as seat:
        await seat.enter("/resolve it is over")
        await seat.press("enter")  # whatever is missing
        await seat.until(lambda: isinstance(seat.app.screen, PostmortemScreen), "the post-mortem")
        await seat.shows("Post-mortem")
        await seat.press("escape")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the timeline")
        assert "RESOLVED" in seat.text()


async def test_another_persons_resolve_opens_nothing(place: Place) -> None:
    async with window(place) as seat:
        place.say("/resolve it is over")
        await seat.shows("RESOLVED")
        assert seat.app.screen_stack == [seat.live]


async def test_keys_open_what_the_last_line_names(place: Place) -> None:
    async with window(place) as seat:
        await seat.press("f9")
        await seat.until(lambda: isinstance(seat.app.screen, PostmortemScreen), "the post-mortem")
        await seat.press("escape")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the timeline")
        await seat.press("f1")
        assert isinstance(seat.app.screen, HelpScreen)
        await seat.press("escape", "f3")
        await seat.until(lambda: isinstance(seat.app.screen, IncidentsScreen), "the list")
        await seat.press("ctrl+n")
        assert isinstance(seat.app.screen, DeclareDialog)
        await seat.press("escape", "enter")
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the incident")
        assert seat.live.log_.number == 1


async def test_a_configured_key_does_the_same(place: Place) -> None:
    async with window(place, config=Config(keys={"live.find": "f7"})) as seat:
        await seat.press("f7")
        assert seat.prompt.value == "/find "
        await seat.put("")
        await seat.press("ctrl+f")
        assert seat.prompt.value == ""


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "nord"])
async def test_the_severity_has_the_colour_of_the_theme(place: Place, theme: str) -> None:
    async with window(place, config=Config(theme=theme)) as seat:
        place.say("/sev 1")
        await seat.shows(" SEV1 ")
        chip = seat.live.query_one("#severity")
        assert chip.styles.background.hex == seat.app.theme_variables["error"]


@pytest.mark.parametrize(
    ("size", "seen", "hidden"),
    [
        ((120, 40), {"Roles", "○started", "^P palette"}, {"Scribe —"}),
        ((80, 24), {"Scribe —", "^P palette"}, {"○started"}),
        ((40, 12), {"SEV2", "it burns", "▸ half"}, {"Scribe", "INVESTIGATING", "^P"}),
        ((20, 5), {"SEV2", "it burns", "▸ half"}, {"Scribe", "^P"}),
    ],
)
async def test_a_window_shows_what_it_has_room_for(
    place: Place, size: tuple[int, int], seen: set[str], hidden: set[str]
) -> None:
    place.say("it burns")
    async with window(place, size=(80, 24)) as seat:
        await seat.put("half")
        await seat.pilot.resize_terminal(*size)
        await seat.until(lambda: seat.text().count("\n") + 1 == size[1], "the other size")
        await seat.pilot.pause()
        shown = seat.text()
        assert {text for text in seen if text not in shown} == set()
        assert {text for text in hidden if text in shown} == set()
        assert all(len(line) <= size[0] for line in shown.splitlines())


async def test_an_intent_is_carried_out_in_its_turn(place: Place) -> None:
    async with window(place) as seat:
        with place.locked("IMMEDIATE"):
            await seat.put("first")
            await seat.press("enter")
            await seat.put("/postmortem")
            await seat.press("enter")
            assert [sent.text for sent in seat.live.outbox.lines] == ["first", "/postmortem"]
            assert seat.app.screen_stack == [seat.live]
        await seat.until(lambda: isinstance(seat.app.screen, PostmortemScreen), "the post-mortem")
    assert place.said() == ["first"]
