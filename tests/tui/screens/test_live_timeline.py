"""The rows of the live screen: finding them, moving among them, correcting them."""

import pytest

from incident_tui.tui.screens.details import DetailsScreen
from incident_tui.tui.screens.live import LiveScreen
from tests.support.window import Place, window

LINES = tuple(f"line {number}" for number in range(1, 41))


async def test_finding_narrows_as_it_is_typed_and_escape_shows_all_again(place: Place) -> None:
    place.say("pool is full", "the pool drains", "it burns")
    async with window(place) as seat:
        await seat.press("ctrl+f", *"po")
        await seat.until(lambda: len(seat.rows()) == 2, "two rows")
        assert "2 found" in seat.hint
        await seat.press(*"ol dr")
        await seat.until(lambda: len(seat.rows()) == 1, "one row")
        assert seat.rows()[0].endswith("the pool drains")
        await seat.press(*"y")
        await seat.until(lambda: seat.rows() == [], "no row")
        assert seat.hint == "nothing found; Esc shows all"
        await seat.press("escape")
        await seat.until(lambda: len(seat.rows()) == 4, "all rows")
        assert seat.hint == ""


async def test_what_was_found_stays_after_enter_and_says_the_way_back(place: Place) -> None:
    place.say("pool is full", "it burns")
    async with window(place) as seat:
        await seat.enter("/find pool")
        assert seat.prompt.value == ""
        assert seat.hint == "1 found; Esc shows all again"
        place.say("the pool drains", "another one")
        await seat.until(lambda: len(seat.rows()) == 2, "what is found anew")
        await seat.enter("/find")
        await seat.until(lambda: len(seat.rows()) == 5, "all rows")


async def test_a_person_and_a_kind_are_found_too(place: Place) -> None:
    place.say("pool is full", "/decision roll back")
    place.say("/decision wait", author="li")
    async with window(place) as seat:
        await seat.enter("/find kind:decision")
        await seat.until(lambda: len(seat.rows()) == 2, "both decisions")
        await seat.enter("/find kind:decision @li")
        await seat.until(lambda: len(seat.rows()) == 1, "the one of li")


async def test_new_rows_do_not_move_what_is_read(place: Place) -> None:
    place.say(*LINES)
    async with window(place) as seat:
        await seat.press("pageup")
        seen = seat.rows()
        place.say("new")
        await seat.until(lambda: "1 new below" in seat.hint, "the count")
        assert seat.rows() == seen
        await seat.press("ctrl+end")
        assert seat.rows()[-1].endswith("new")
        assert seat.hint == ""


async def test_ctrl_home_goes_to_the_first_row(place: Place) -> None:
    place.say(*LINES)
    async with window(place) as seat:
        assert "declared" not in seat.text()
        await seat.press("ctrl+home")
        assert "declared" in seat.rows()[0]
        await seat.press("pagedown", "pagedown", "pagedown")
        assert seat.rows()[-1].endswith("line 40")


async def test_the_cursor_is_moved_from_the_prompt_and_escape_leaves_it(place: Place) -> None:
    place.say(*LINES[:3])
    async with window(place) as seat:
        await seat.press(*"half", "shift+up", "shift+up")
        assert seat.live.timeline.selected == 3
        assert seat.prompt.value == "half"
        await seat.press("shift+down")
        assert seat.live.timeline.selected == 4
        await seat.press("escape")
        assert seat.live.timeline.selected is None
        assert seat.prompt.value == "half"


async def test_enter_on_an_empty_line_opens_the_selected_entry(place: Place) -> None:
    place.say("pool is full")
    async with window(place) as seat:
        await seat.press("shift+up", "enter")
        await seat.until(lambda: isinstance(seat.app.screen, DetailsScreen), "the details")
        await seat.shows("pool is full")
        await seat.press("escape")
        assert isinstance(seat.app.screen, LiveScreen)


@pytest.mark.parametrize(("key", "line"), [("e", "/amend #2 pool is full"), ("r", "/retract #2 ")])
async def test_details_begin_the_line_that_corrects(place: Place, key: str, line: str) -> None:
    place.say("pool is full")
    async with window(place) as seat:
        await seat.press("shift+up", "enter")
        await seat.until(lambda: isinstance(seat.app.screen, DetailsScreen), "the details")
        await seat.press(key)
        await seat.until(lambda: isinstance(seat.app.screen, LiveScreen), "the timeline")
        assert seat.prompt.value == line


async def test_an_entry_is_amended_and_taken_back(place: Place) -> None:
    place.say("pool is full")
    async with window(place) as seat:
        await seat.enter("/amend #2 pool is half full")
        await seat.shows("pool is half full")
        await seat.enter("/retract #2 it never was")
        await seat.until(lambda: "retracted" in seat.rows()[-1], "what became of it")


async def test_an_entry_whose_time_is_corrected_moves(place: Place) -> None:
    place.clock.later(minutes=10)
    place.say("first", "second")
    async with window(place) as seat:
        await seat.enter("/amend #3 at:14:05")
        await seat.until(lambda: seat.rows()[1].endswith("second"), "the other order")
        assert [row.split()[0] for row in seat.rows()] == ["14:00", "14:05", "edited", "14:10"]


async def test_a_star_is_set_and_taken_by_key_and_leaves_the_prompt_alone(place: Place) -> None:
    place.say("pool is full")
    async with window(place) as seat:
        await seat.press(*"half", "shift+up", "ctrl+s")
        await seat.until(lambda: seat.rows()[-1].endswith("★"), "the star")
        assert seat.prompt.value == "half"
        await seat.press("escape")
        await seat.put("/unstar #2")
        await seat.press("enter")
        await seat.until(lambda: not seat.rows()[-1].endswith("★"), "no star")


async def test_a_click_selects_and_a_second_one_opens(place: Place) -> None:
    place.say("pool is full")
    async with window(place) as seat:
        await seat.pilot.click("#timeline", offset=(20, 1))
        assert seat.live.timeline.selected == 2
        assert seat.app.focused is seat.prompt
        await seat.pilot.click("#timeline", offset=(20, 1))
        await seat.until(lambda: isinstance(seat.app.screen, DetailsScreen), "the details")


async def test_more_rows_than_the_first_read_are_all_reached(place: Place) -> None:
    place.say(*(f"note {number}" for number in range(1, 261)))
    async with window(place) as seat:
        timeline = seat.live.timeline
        await seat.until(lambda: len(timeline.view.order) == 261, "the whole order")
        await seat.press("ctrl+home")
        assert "declared" in seat.rows()[0]
