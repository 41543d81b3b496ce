from incident_tui.domain.review_facts import Circle
from incident_tui.tui.screens.history import HistoryScreen, difference
from incident_tui.tui.widgets.publish_box import PublishBox
from incident_tui.tui.widgets.readers_box import ReadersBox
from tests.tui.screens.postmortem_desk import COMPLETE, Desk, opened, until

SIZE = (109, 40)


async def test_readers_are_asked_comments_are_settled_and_the_meeting_has_a_clock(
    desk: Desk,
) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "factors")
        await pilot.press("f8")
        await until(pilot, lambda: [b for b in desk.shown.query(ReadersBox) if b.entry.has_focus])
        box = desk.shown.query_one(ReadersBox)
        assert box.entry.value == "/comment factors "
        await pilot.press(*"is that all?", "enter")
        await until(pilot, lambda: "#7 factors: is that all?  @jo, open" in desk.text())
        for said in ("/reviewer @li wider", "@kim", "/meeting", "/attend @ana"):
            box.entry.value = said
            await pilot.press("enter")
            await until(pilot, lambda: not box.entry.value)
        await until(pilot, lambda: "Meeting 0 min of 60 · timeline → analysis" in desk.text())
        assert "At the meeting: @ana" in desk.text()
        await opened(pilot, desk, "factors")
        assert "✎ #7 @jo: is that all?" in desk.text()
        await pilot.press("f2")
        await until(pilot, lambda: "8 · Action items" in desk.text())
    desk.log_.catch_up()
    assert desk.log_.state.review.reviewers == {"li": Circle.WIDER, "kim": Circle.FIRST}


async def test_a_policy_is_set_aside_only_for_a_reason(desk: Desk) -> None:
    await desk.answer(**{**COMPLETE, "business": ""})
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "publish")
        assert "Business impact: not written yet" in desk.text()
        box = desk.shown.query_one(PublishBox)
        box.entry.focus()
        await pilot.press("enter", *"the customer waits", "enter")
        await until(pilot, lambda: "PUBLISHED" in desk.text())
        assert "A policy was set aside: the customer waits" in desk.text()
        assert "Close it: nothing is left" in desk.text()


async def test_what_was_published_is_opened_again_for_a_reason(desk: Desk) -> None:
    await desk.answer(**COMPLETE)
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "publish")
        await pilot.press("enter")
        await until(pilot, lambda: "✔ Published" in desk.text())
        await pilot.press("end", "up", "enter")
        box = desk.shown.query_one(PublishBox)
        await until(pilot, lambda: box.entry.has_focus and "why it is opened again" in desk.text())
        desk.shown.show()  # as the clock does while somebody types
        await pilot.press("enter", *"wrong duration", "enter")
        await until(pilot, lambda: "IN REVIEW" in desk.text())
        assert "✔ First published" in desk.text()
        assert not box.entry.display
        await pilot.press("shift+tab", "end", "enter", *"no", "enter")
        await until(pilot, lambda: "Post-mortem · DRAFT" in desk.text())
    desk.log_.catch_up()
    assert desk.log_.state.review.reopened


async def test_an_earlier_version_is_seen_and_taken_up_again(desk: Desk) -> None:
    await desk.answer(summary="It broke.")
    await desk.answer(summary="It broke.\nTwice.")
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "summary")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(desk.screen, HistoryScreen))
        await until(pilot, lambda: "+ Twice." in desk.text())
        await pilot.press("down", "enter")
        await until(pilot, lambda: not isinstance(desk.screen, HistoryScreen))
        await desk.shown.save()
    assert (await desk.stored())["summary"] == "It broke."


def test_a_difference_tells_what_came_and_what_went() -> None:
    assert difference("a\nb", "a\nc") == [(" ", "a"), ("-", "b"), ("+", "c")]
    assert difference("", "a") == [("+", "a")]
