"""A new role is explained, a hand-over briefed and acknowledged; no letter typed is lost."""

from incident_tui.tui.screens.card import CardDialog
from tests.support.window import Place, window


async def test_a_hand_over_shows_the_brief_and_enter_says_it_was_taken(place: Place) -> None:
    place.say("/sev 1", "/ic @maria", "/task @ana check the lag 5m", "/decision roll back @ana")
    async with window(place) as seat:
        await seat.enter("/ic @li")
        await seat.shows("@maria → @li")
        for told in ("SEV1", "T1 @ana check the lag", "roll back (@ana)", "Comms Lead: nobody"):
            assert told in seat.text()
        await seat.press("enter")
        await seat.shows("@li has taken command from @maria")
    assert place.said()[-1] == "@li has taken command from @maria"


async def test_it_can_wait_and_be_shown_again(place: Place) -> None:
    place.say("/ic @maria", "/ic @li")
    async with window(place) as seat:
        await seat.put("/handover")
        await seat.press("enter")
        await seat.shows("@li has command")
        await seat.press("escape")
        assert seat.live.state.handover is not None
        assert seat.live.state.handover.taken_at is None
        await seat.enter("/taken")
        await seat.put("/handover")
        await seat.press("enter")
        await seat.shows("Hand-over · INC-1 ─")
        await seat.press("enter")
    assert place.said()[-1] == "@li has taken command from @maria"


async def test_a_new_holder_reads_what_the_role_asks_and_types_on(place: Place) -> None:
    async with window(place, author="jo") as seat:
        await seat.enter("/scribe @jo")
        await seat.shows("star what matters")
        await seat.press(*"flat")
        assert not isinstance(seat.app.screen, CardDialog)
        assert seat.prompt.value == "flat"


async def test_of_somebody_elses_role_a_word_is_said(place: Place) -> None:
    async with window(place, author="jo") as seat:
        await seat.enter("/scribe @li")
        assert seat.hint == "/duties scribe says what that asks of @li"
        await seat.enter("/ic @li")
        assert "@li leads and is Scribe too" in seat.hint
        await seat.enter("/duties plumber")
        assert "nothing is written down for plumber" in seat.hint


async def test_a_role_given_by_somebody_else_opens_its_card_where_nothing_is_typed(
    place: Place,
) -> None:
    async with window(place, author="jo") as seat:
        place.say("/comms @jo")
        await seat.shows("in their words")
        await seat.press("enter", *"half a line")
        place.say("/scribe @jo")
        await seat.shows("you are Scribe now: /duties says what that asks")
        assert seat.prompt.value == "half a line"
        seat.prompt.value = ""
        place.say("/ic @li", "/ic @jo")
        await seat.shows("@li → @jo")
