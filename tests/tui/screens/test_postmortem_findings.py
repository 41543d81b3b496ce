from incident_tui.tui.widgets.findings_box import FindingsBox
from incident_tui.tui.widgets.prose import Prose
from tests.tui.screens.postmortem_desk import COMPLETE, Desk, opened, until

SIZE = (109, 40)
"""The largest without the preview beside the fields."""
FORGOT = "Nothing in the process asked anybody to drain it: …"


async def test_a_finding_leads_to_its_words_and_stays_for_a_reason(desk: Desk) -> None:
    await desk.answer(**{**COMPLETE, "poorly": "ana should have noticed\nmaria broke the build"})
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "blameless")
        assert "! “ana should have noticed”  What went poorly  hindsight" in desk.text()
        assert "It judges with what is known today." in desk.text()
        await until(pilot, lambda: "2 findings" in desk.text())
        await pilot.press("k", *"a quote")
        await desk.shown.save()
        await until(pilot, lambda: "reword 1 finding," in desk.text())
        assert (await desk.stored())["blameless"] == (
            "hindsight “ana should have noticed”: a quote"
        )
        assert "✔ “ana should have noticed”" in desk.text()
        await pilot.press("shift+tab", "down", "enter")
        await until(pilot, lambda: "7 · What went well" in desk.text())
        assert desk.focused is not None
        assert [b.field.id for b in desk.shown.page.boxes if b in desk.focused.ancestors] == [
            "poorly"
        ]
        assert not desk.shown.query(FindingsBox)


async def test_one_key_takes_the_rewrite_of_a_finding(desk: Desk) -> None:
    await desk.answer(**{**COMPLETE, "poorly": "The night was calm\n- ana forgot to drain it"})
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "blameless")
        assert f"Try: “{FORGOT}”" in " ".join(desk.text().split())
        await pilot.press("f")
        await until(pilot, lambda: "7 · What went well" in desk.text())
        await until(pilot, lambda: f"- {FORGOT}" in desk.text())
        assert (await desk.stored())["poorly"] == f"The night was calm\n- {FORGOT}"


async def test_a_field_says_what_blames_and_one_key_rewords_it(desk: Desk) -> None:
    await desk.answer(**{**COMPLETE, "factors": "ana forgot to drain it (process)\nrain (other)"})
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "factors")
        assert "! “ana forgot” names what a person left out." in desk.text()
        assert f"try: “{FORGOT}” F7 takes it" in " ".join(desk.text().split())
        await pilot.press("f7", *"it is by hand")
        await desk.shown.save()
        assert (await desk.stored())["factors"].startswith(
            "Nothing in the process asked anybody to drain it: it is by hand (process)"
        )
        await until(pilot, lambda: "names what a person left out" not in desk.text())


async def test_without_a_rewrite_the_words_are_selected(desk: Desk) -> None:
    await desk.answer(**{**COMPLETE, "summary": "For 57 minutes it was human error."})
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "summary")
        await pilot.press("f7")
        editor = desk.shown.query_one(Prose)
        assert editor.selected_text == "human error"
        await pilot.press(*"down")
        assert editor.text == "For 57 minutes it was down."


async def test_home_and_end_go_to_the_ends_of_an_item_however_it_wraps(desk: Desk) -> None:
    long = "Schema and code are deployed in one step, at peak time, for all regions (process)"
    await desk.answer(**{**COMPLETE, "factors": f"{long}\nIt rained (other)"})
    async with desk.run_test(size=(80, 24)) as pilot:
        await opened(pilot, desk, "factors")
        await pilot.press("home", "end", "enter", *"Now")
        editor = desk.shown.query_one(Prose)
        assert editor.text == f"{long}\nNow\nIt rained (other)"
        await pilot.press("up", "end", "home")
        assert editor.cursor_location == (0, 0)
