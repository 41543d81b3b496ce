from incident_tui.tui.providers import Lines
from incident_tui.tui.screens.postmortem_frame import Head
from incident_tui.tui.screens.score import ScoreDialog
from tests.tui.screens.postmortem_desk import COMPLETE, Desk, opened, until

SIZE = (109, 40)


async def test_the_score_says_what_would_earn_the_rest_and_leads_to_its_field(desk: Desk) -> None:
    await desk.answer(**COMPLETE)
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "summary")
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(desk.screen, ScoreDialog))
        shown = desk.text()
        assert "✔  Summary 10 of 10" in shown
        assert "Lessons 4 of 8" in shown
        assert "−2  say where you were lucky" in shown
        dialog = desk.screen
        assert isinstance(dialog, ScoreDialog)
        said = [row.said for row in dialog.list.rows]
        while dialog.list.cursor != said.index("say where you were lucky"):
            await pilot.press("down")
        await pilot.press("enter")
        await until(pilot, lambda: "7 · What went well" in desk.text())
        await until(pilot, lambda: desk.focused is not None)
        assert desk.focused is not None
        boxes = [b.field.id for b in desk.shown.page.boxes if b in desk.focused.ancestors]
        assert boxes == ["lucky"]


async def test_a_click_and_the_palette_open_it_and_escape_closes_it(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "timeline")
        await until(pilot, lambda: desk.shown.query_one(Head).scored)
        await pilot.click("#done")
        await until(pilot, lambda: isinstance(desk.screen, ScoreDialog))
        assert "No more than 35: it has fewer than 900 characters" in desk.text()
        await pilot.press("escape")
        await until(pilot, lambda: desk.screen is desk.shown)
        offered = [hit async for hit in Lines(desk.shown).search("score lacks")]
        assert len(offered) == 1
        await offered[0].command()
        await until(pilot, lambda: isinstance(desk.screen, ScoreDialog))
