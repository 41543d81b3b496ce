from incident_tui.tui.widgets.actions_box import ActionsBox
from incident_tui.tui.widgets.suggestions_box import SuggestionsBox
from tests.tui.screens.postmortem_desk import COMPLETE, Desk, opened, until

SIZE = (109, 40)


async def test_what_a_line_means_is_said_while_it_is_typed(desk: Desk) -> None:
    await desk.answer(factors=COMPLETE["factors"])
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "actions")
        box = desk.shown.query_one(ActionsBox)
        box.entry.focus()
        await pilot.press(*"Page on lag @li due:fri factor:2 ")
        await until(pilot, lambda: "@li · due Fri 2026-01-16 · answers “The alert" in desk.text())
        await pilot.press(*"due:never")
        await until(pilot, lambda: "… due: is given twice" in desk.text())
        box.entry.value = 'Page on lag @li due:fri factor:2 check:"a test page"'
        await pilot.press("enter")
        await until(pilot, lambda: not box.entry.value)
        await pilot.press("shift+tab", "end")
        await until(pilot, lambda: "tooling)” · worked when a test page" in desk.text())


async def test_a_suggestion_is_taken_up_or_dismissed_for_good(desk: Desk) -> None:
    desk.write("the graph is flat", "/decision restart every pod @ana")
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "actions")
        box, rows = desk.shown.query_one(ActionsBox), desk.shown.query_one(SuggestionsBox).rows
        assert [each.key for each in rows.rows] == ["by-hand-8"]
        assert "#8 14:07  D1 restart every pod" in desk.text()
        rows.focus()
        await pilot.press("enter")
        await until(pilot, lambda: box.entry.has_focus)
        assert box.entry.value.endswith("restart every pod kind:mitigative origin:by-hand-8 ")
        box.entry.value = ""
        rows.focus()
        await pilot.press("x")
        await until(pilot, lambda: not rows.rows)
        desk.log_.catch_up()
        assert desk.log_.state.dismissed == {"by-hand-8": ""}
