"""An update is written from the record, edited, vouched for, logged, and never lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from incident_tui.domain.call_facts import UpdateLogged
from incident_tui.domain.errors import StoreError
from incident_tui.domain.incident import Audience
from incident_tui.tui.screens.update import UpdateDialog
from incident_tui.tui.widgets.choice_line import ChoiceLine
from incident_tui.tui.widgets.prose import Prose
from tests.support.entries import at
from tests.support.window import Place, Seat, window


@asynccontextmanager
async def writing(place: Place, line: str, *said: str) -> AsyncIterator[Seat]:
    """The dialog of that line, after others have said these."""
    place.say("/sev 1", *said)
    place.clock.later(minutes=5)
    async with window(place) as seat:
        await seat.put(line)
        await seat.press("enter")
        await seat.until(lambda: isinstance(seat.app.screen, UpdateDialog), "the dialog")
        await seat.pilot.pause()
        yield seat


def written(seat: Seat) -> str:
    return seat.app.screen.query_one(Prose).text


def logged(place: Place) -> list[UpdateLogged]:
    with place.store() as store:
        facts = [entry.fact for entry in store.log.after(place.log(store).id, 0)]
    return [fact for fact in facts if isinstance(fact, UpdateLogged)]


async def test_a_public_one_is_approved_by_name_before_it_is_logged(place: Place) -> None:
    async with writing(place, "/update public", "/ic @maria") as seat:
        assert "We are looking into a problem with checkout." in written(seat)
        await seat.press("ctrl+s")
        assert "Has it been approved?" in seat.text()
        assert logged(place) == []
        await seat.press("enter")
        await seat.shows("the public update is logged")
        [update] = logged(place)
        assert (update.audience, update.approver, update.drafter) == (
            Audience.PUBLIC,
            "maria",
            "jo",
        )
        assert "public 20:00" in seat.text()


async def test_without_an_approver_it_stays(place: Place) -> None:
    async with writing(place, "/update public") as seat:
        await seat.press("ctrl+s", "enter")
        assert "say who approved it" in seat.text()
        assert logged(place) == []
        await seat.press(*"@li", "tab", *"-2m", "tab", *"status page", "enter")
        await seat.shows("logged")
        [update] = logged(place)
        assert (update.approver, update.channel) == ("li", "status page")
        assert seat.live.state.updated(Audience.PUBLIC) == at(3)


async def test_what_customers_should_not_read_is_said_as_it_is_typed(place: Place) -> None:
    async with writing(place, "/update public") as seat:
        assert "nothing to mend" in seat.text()
        await seat.press(*" ETA 15:00")
        await seat.shows("promises when it will be over")
        await seat.press("f2")
        assert "promises" not in seat.text()


async def test_each_kind_has_its_text_and_keeps_what_was_typed(place: Place) -> None:
    async with writing(place, "/update") as seat:
        choice = seat.app.screen.query_one(ChoiceLine)
        assert choice.value == "public"  # its clock runs out first
        await seat.press(*" more", "f2")
        assert written(seat).startswith("Conditions:")
        await seat.press("f2")
        assert written(seat).startswith("SEV1, 5 min in")
        await seat.pilot.click(ChoiceLine, offset=(20, 0))
        assert choice.value == "public"
        assert written(seat).endswith(" more")
        await seat.press("ctrl+r")
        assert not written(seat).endswith(" more")


async def test_a_text_that_was_left_is_there_again_and_after_a_crash_too(place: Place) -> None:
    async with writing(place, "/update executive") as seat:
        await seat.press(*" draft", "escape")
        await seat.shows("the update you began is kept")
        await seat.put("/update executive")
        await seat.press("enter")
        await seat.shows("this is the text you began")
        await seat.press(*" two")
        seat.app.keep_draft()
        kept = written(seat)
        seat.app.exit()  # nothing is saved on this way out
    place.clock.later(minutes=5)
    async with window(place) as seat:
        await seat.shows("an update you began is kept")
        await seat.put("/update executive")
        await seat.press("enter")
        await seat.until(lambda: isinstance(seat.app.screen, UpdateDialog), "the dialog")
        assert written(seat) == kept
        await seat.press("ctrl+s")
        await seat.shows("the executive update is logged")
    assert [update.flavour for update in logged(place)] == ["executive"]
    async with window(place) as seat:
        assert "kept" not in seat.text()


async def test_a_need_that_names_somebody_becomes_a_task(place: Place) -> None:
    async with writing(place, "/can", "/ic @maria", "/scribe @li", "/comms @li") as seat:
        await seat.press("ctrl+t")
        assert "@who is missing" in seat.text()
        await seat.press("enter", *"- @ana two more hands 10m", "ctrl+t")
        await seat.shows("T1 is on the board")
        assert written(seat).endswith("- @ana two more hands 10m (T1)")
        await seat.press("ctrl+s")
        await seat.shows("the can update is logged")
        [task] = seat.live.state.tasks
        assert (task.owner, task.text, task.minutes) == ("ana", "two more hands", 10)


async def test_a_time_that_is_still_to_come_and_an_empty_text_are_refused(place: Place) -> None:
    async with writing(place, "/update call") as seat:
        await seat.press("tab", "tab", *"2026-01-16 10:00", "enter")
        assert "is still to come" in seat.text()
        seat.app.screen.query_one(Prose).clear()
        await seat.press("enter")
        assert logged(place) == []


async def test_a_store_that_refuses_leaves_the_text(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise StoreError("the disk is full")

    async with writing(place, "/update call") as seat:
        with monkeypatch.context() as patched:
            patched.setattr(seat.app.store, "record", full)
            await seat.press("ctrl+s")
            assert "the disk is full" in seat.text()
        await seat.press("ctrl+s")
        await seat.shows("the call update is logged")


async def test_a_public_update_typed_in_one_line_is_checked_too(place: Place) -> None:
    place.say("/sev 1", "/ic @maria")
    async with window(place) as seat:
        await seat.enter("/update public probably the network. Next update by 14:40.")
        assert seat.hint == "for the next one: 'probably' is a guess; say what is known"
        await seat.enter("/update public cards fail. Next update by 14:40.")
        assert "for the next one" not in seat.hint
