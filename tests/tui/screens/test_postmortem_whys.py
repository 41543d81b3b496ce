from incident_tui.tui.screens.entry_choice import EntryChoice
from incident_tui.tui.widgets.whys_box import WhysBox
from tests.tui.screens.postmortem_desk import Desk, opened, until

SIZE = (109, 40)


async def test_a_tree_is_grown_proved_and_promoted_by_keys_alone(desk: Desk) -> None:
    await desk.answer(whys="Why did checkout fail?")
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "whys")
        box = desk.shown.query_one(WhysBox)
        await pilot.press("enter", "tab", *"a column was gone", "enter", "tab")
        await pilot.press(*"the check reads one schema")
        assert box.text.endswith("\n  a column was gone\n    the check reads one schema")
        assert "F6 makes it a factor" in desk.text()
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(desk.screen, EntryChoice) and desk.screen.list.rows)
        await pilot.press(*"5xx", "enter")
        await until(pilot, lambda: box.text.endswith("one schema #3"))
        await until(pilot, lambda: "#3 14:02 note  5xx over 5 % on checkout" in desk.text())
        await pilot.press("f6")
        await until(pilot, lambda: "✔ a contributing factor" in desk.text())
        while "factors" not in (answers := await desk.stored()):  # shown first, then saved
            await pilot.pause(0.01)
        assert answers["factors"] == "the check reads one schema"
        await pilot.press("shift+tab")
        assert box.text.endswith("\n  the check reads one schema #3")


async def test_words_that_no_entry_holds_are_told_in_place_of_the_entries(desk: Desk) -> None:
    await desk.answer(whys="Why did checkout fail?")
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "whys")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(desk.screen, EntryChoice) and desk.screen.list.rows)
        assert "No entry holds" not in desk.text()
        await pilot.press(*"5xx q")
        await until(pilot, lambda: "No entry holds “5xx q”." in desk.text())
        await pilot.press("enter", "backspace", "backspace")
        await until(pilot, lambda: "No entry holds" not in desk.text())


async def test_an_answer_that_ends_at_a_person_is_asked_on(desk: Desk) -> None:
    await desk.answer(whys="Why?\n  maria read the wrong graph")
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "whys")
        assert "“maria read the wrong graph” ends at a person" in desk.text()
