import pytest

from tests.support.window import Place, window


async def test_the_clock_before_the_prompt_stands_still_while_a_line_is_typed(
    place: Place,
) -> None:
    async with window(place) as seat:
        place.clock.later(seconds=5)
        await seat.press("a")
        place.clock.later(seconds=30)
        seat.live._tick()
        assert seat.stamp == "14:00:05 ▸"
        await seat.press("backspace")
        assert seat.stamp == "14:00:35 ▸"


async def test_a_line_is_stored_with_the_time_of_its_first_key(place: Place) -> None:
    async with window(place) as seat:
        await seat.press("a")
        place.clock.later(minutes=3)
        await seat.press("b", "enter")
        await seat.live.outbox.drained()
    with place.store() as store:
        [entry] = place.log(store).newest(1)
    assert f"{entry.occurred_at:%H:%M}" == "14:00"
    assert f"{entry.entry.recorded_at:%H:%M}" == "14:03"


async def test_a_time_in_front_is_said_and_stamped_while_it_is_typed(place: Place) -> None:
    async with window(place) as seat:
        await seat.press(*"-5m rolled back")
        assert seat.stamp == "13:55:00 ▸"
        assert seat.hint.startswith("at 2026-01-15 13:55:00 UTC, 5 min ago")
        await seat.press("enter")
        await seat.live.outbox.drained()
        await seat.pilot.pause()
        assert " 13:55   note      rolled back" in seat.rows()


async def test_a_command_behind_a_time_is_offered_and_explained_too(place: Place) -> None:
    async with window(place) as seat:
        await seat.press(*"13:50 /mar")
        assert "/mark" in seat.text()
        await seat.press("tab")
        assert seat.prompt.value == "13:50 /mark "
        assert "at 2026-01-15 13:50:00 UTC" in seat.hint
        assert "/mark" in seat.hint


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("25:00 it broke", "there is no time '25:00'; write 14:05, -5m"),
        ("05/06 14:00 it broke", "'05/06' could be two dates; write it as 2026-01-15"),
    ],
)
async def test_a_time_that_cannot_be_read_is_told_while_it_is_typed(
    place: Place, line: str, said: str
) -> None:
    async with window(place) as seat:
        await seat.press(*line)
        assert seat.hint.startswith(said)


async def test_words_are_chosen_with_the_arrows_and_taken_with_tab(place: Place) -> None:
    async with window(place) as seat:
        await seat.press(*"/de")
        assert seat.live.bar.suggestions.chosen is not None
        assert "▸ /decision" in seat.text()
        await seat.press("down", "tab")
        assert seat.prompt.value == "/declare "
        assert not seat.live.bar.suggestions.display
        assert seat.hint.startswith("/declare title…")


async def test_the_mouse_takes_a_word_too(place: Place) -> None:
    async with window(place) as seat:
        await seat.press(*"/de")
        await seat.pilot.click("#timeline", offset=(14, seat.live.timeline.size.height - 2))
        await seat.pilot.pause()
        assert seat.prompt.value == "/declare "
        assert seat.app.focused is seat.prompt


async def test_the_right_arrow_takes_what_is_shown_in_grey(place: Place) -> None:
    async with window(place) as seat:
        await seat.press(*"/dec", "right")
        assert seat.prompt.value == "/decision"


async def test_escape_hides_the_words_and_leaves_the_line(place: Place) -> None:
    async with window(place) as seat:
        await seat.press(*"/de", "escape")
        assert not seat.live.bar.suggestions.display
        assert seat.prompt.value == "/de"
        await seat.press("up")
        assert seat.prompt.value == "/de"


async def test_people_of_this_incident_are_offered(place: Place) -> None:
    place.say("/ic @maria")
    async with window(place) as seat:
        await seat.press(*"/scribe @m")
        await seat.press("tab")
        assert seat.prompt.value == "/scribe @maria "


async def test_the_first_hint_teaches_and_goes_with_the_first_key(place: Place) -> None:
    async with window(place) as seat:
        assert seat.hint == "type what you see; / lists the commands, F1 explains"
        await seat.press("a")
        assert seat.hint == ""


async def test_what_is_said_of_a_line_that_was_put_there_outlives_the_news_of_it(
    place: Place,
) -> None:
    async with window(place) as seat:
        seat.live.bar.begin("/sev 1")
        seat.live.bar.say("it is back")
        await seat.pilot.pause()
        assert seat.hint == "it is back"
        await seat.press("0")
        assert seat.hint.startswith("/sev 1-5")


async def test_a_refusal_puts_the_cursor_where_the_line_went_wrong(place: Place) -> None:
    async with window(place) as seat:
        await seat.press(*"/sev 9 too bad", "enter")
        assert seat.prompt.value == "/sev 9 too bad"
        assert seat.prompt.cursor_position == 6
        hint = seat.live.query_one("#hint")
        assert hint.has_class("-wrong")
        await seat.press("backspace", "1")
        assert seat.prompt.value == "/sev 1 too bad"
        assert not hint.has_class("-wrong")


async def test_what_would_work_is_read_to_its_end_where_a_line_is_too_narrow_for_it(
    place: Place,
) -> None:
    async with window(place, size=(60, 20)) as seat:
        await seat.put("/status somewhere")
        await seat.press("enter")
        told = " ".join(seat.text().split())
        assert "identified, monitoring, resolved: /status status [because…]" in told
        await seat.press("x")
        assert seat.live.bar.size.height == 2, "the timeline has its line back"
