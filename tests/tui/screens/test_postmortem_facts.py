from incident_tui.postmortem.steps import STEPS
from incident_tui.tui.widgets.actions_box import ActionsBox
from incident_tui.tui.widgets.publish_box import PublishBox
from incident_tui.tui.widgets.timeline_box import TimelineBox
from tests.tui.screens.postmortem_desk import COMPLETE, Desk, opened, until

SIZE = (109, 40)
"""The largest without the preview beside the fields."""


async def test_space_and_a_click_star_an_entry_and_the_count_follows(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "timeline")
        assert "1 of 5 starred" in desk.text()
        await pilot.press("down", "space")
        await until(pilot, lambda: "2 of 5 starred" in desk.text())
        await pilot.click("RowList", offset=(6, 1))
        await until(pilot, lambda: "1 of 5 starred" in desk.text())
        assert len(desk.log_.catch_up()) == len(desk.store.log.after(desk.log_.id, 1))


async def test_a_line_corrects_the_timeline(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "timeline")
        await pilot.press("down", "down", "e")
        box = desk.shown.query_one(TimelineBox)
        assert box.entry.value == "/tell #3 5xx over 5 % on checkout"
        await pilot.press(*" now", "enter")
        await until(pilot, lambda: not box.entry.value)
        assert "5xx over 5 % on checkout now" in desk.text()


async def test_what_a_line_would_come_to_is_not_told_as_if_it_were_done(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "timeline")
        box = desk.shown.query_one(TimelineBox)
        box.entry.value = "the vendor called"
        await until(pilot, lambda: "Enter → note: the vendor called" in str(box.reading.render()))


async def test_an_action_item_is_added_changed_and_refused(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "actions")
        box = desk.shown.query_one(ActionsBox)
        await pilot.press("tab")
        box.entry.value = "alert at 2 s due:someday"
        await pilot.press("enter")
        await until(pilot, lambda: "someday" in str(box.query(".notes").first().render()))
        assert box.entry.value == "alert at 2 s due:someday"
        box.entry.value = "alert at 2 s"
        await pilot.press("enter")
        await until(pilot, lambda: "A2" in desk.text())
        assert box.entry.value == ""
        assert "A2  no owner" in desk.text()
        await pilot.press("shift+tab", "end", "enter")
        box.entry.value += "@li due:2026-02-03"
        await pilot.press("enter")
        await until(pilot, lambda: "@li  03 Feb" in desk.text())
        assert "A2  no owner" not in desk.text()


async def test_a_line_for_the_prompt_is_refused(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "actions")
        await pilot.press("tab", *"/quit", "enter")
        await until(pilot, lambda: "Esc goes there" in desk.text())


async def test_what_another_window_logs_appears(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "timeline")
        desk.write("the vendor called", "/star #7", author="li")
        desk.shown.refresh_rows()
        await until(pilot, lambda: "2 of 6 starred" in desk.text())
        await until(pilot, lambda: "the vendor called" in desk.text())


async def test_publishing_lists_what_is_missing_and_leads_there(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "publish")
        assert "Owner: name one person" in desk.text()
        assert "Publish this post-mortem" not in desk.text()
        await pilot.press("down", "enter")
        await until(pilot, lambda: "3 · Summary" in desk.text())
        desk.log_.catch_up()
        assert desk.log_.state.published is None


async def test_a_complete_one_is_published(desk: Desk) -> None:
    await desk.answer(**COMPLETE)
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk)
        assert STEPS[desk.shown.step].id in {"whys", "blameless", "review", "publish"}
        await opened(pilot, desk, "publish")
        await pilot.press("enter")
        await until(pilot, lambda: "PUBLISHED" in desk.text())
        assert "✔ Published 2026" in desk.text()
        assert "^E writes" in desk.text()
        desk.log_.catch_up()
        assert desk.log_.state.published is not None


async def test_a_list_that_was_out_of_date_does_not_publish(desk: Desk) -> None:
    await desk.answer(**COMPLETE)
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "publish")
        desk.write("/unstar #3", author="li")
        await pilot.press("enter")
        box = desk.shown.query_one(PublishBox)
        await until(pilot, lambda: "not ready to publish" in str(box._told))
        assert "Timeline: star at least one entry" in desk.text()
        assert desk.log_.catch_up()[-1].author == "li"


async def test_the_timeline_is_curated_by_keys_and_the_log_stays(desk: Desk) -> None:
    desk.write("5xx falls", "noise")
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "timeline")
        box = desk.shown.query_one(TimelineBox)
        await pilot.press("down", "down", "e")
        box.entry.value = "/tell #3 Checkout began to fail"
        await pilot.press("enter", "shift+tab")
        await until(pilot, lambda: "logged as  5xx over 5 %" in desk.text())
        await pilot.press("end", "h")
        await until(pilot, lambda: "1 hidden (x)" in desk.text())
        assert "noise" not in desk.text()
        await pilot.press("up", "up", "j")
        await until(pilot, lambda: "└ 14:03" in desk.text())
        await pilot.press("x")
        await until(pilot, lambda: "noise" in desk.text())
        await pilot.press("t")
        assert box.entry.value == '/amend #4 at:"2026-01-15 14:03:00"'
    desk.log_.catch_up()
    assert [row.text for row in desk.log_.newest(9)][2:4] == [
        "5xx over 5 % on checkout",
        "investigating → resolved",
    ]
