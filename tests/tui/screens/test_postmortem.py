from pathlib import Path

import pytest
from textual.widgets import Input

from incident_tui.commands.outcome import ExportDocument
from incident_tui.domain.errors import StoreFullError
from incident_tui.postmortem.steps import STEPS
from incident_tui.services import postmortems
from incident_tui.tui.widgets.prose import Prose
from incident_tui.tui.widgets.text_box import TextBox
from tests.support.screens import HOSTILE
from tests.tui.screens.postmortem_desk import COMPLETE, LINES, Desk, opened, until

SIZE = (109, 40)
"""The largest without the preview beside the fields."""


def only(app: Desk) -> TextBox:
    box = app.shown.page.boxes[0]
    assert isinstance(box, TextBox)
    return box


async def test_it_opens_at_the_first_step_that_is_not_done(desk: Desk) -> None:
    await desk.answer(owner="maria")
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk)
        assert STEPS[desk.shown.step].id == "summary"
        await until(pilot, lambda: "3/11 steps" in desk.text())
        text = desk.text()
        assert "INC-1  Post-mortem · DRAFT · 47 h of 48 h left · owner @maria" in text
        assert "3 · Summary" in text


async def test_a_late_post_mortem_says_so(desk: Desk) -> None:
    desk.now = desk.now.replace(year=desk.now.year + 1)
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk)
        assert "late 36" in desk.text()


async def test_a_draft_is_offered_and_saved_only_when_it_is_kept(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "summary")
        box = only(desk)
        assert box.drafted
        assert "drafted from #1" in desk.text()
        assert "summary" not in await desk.stored()
        assert desk.shown.unsaved() == {}
        await pilot.press("ctrl+y")
        assert not box.drafted
        await desk.shown.save()
        assert (await desk.stored())["summary"] == box.text


async def test_typing_makes_a_draft_ones_own_and_is_saved_after_a_rest(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "owner")
        assert only(desk).drafted
        await pilot.press("end", "x")
        assert desk.shown.unsaved() == {f"{desk.log_.id}/owner": "mariax"}
        await until(pilot, lambda: not desk.shown.unsaved())
        assert (await desk.stored())["owner"] == "mariax"
        await until(pilot, lambda: "owner @mariax" in desk.text())


async def test_the_preview_follows_what_is_typed(desk: Desk) -> None:
    async with desk.run_test(size=(120, 40)) as pilot:
        await opened(pilot, desk, "factors")
        await pilot.press(*"One step", "enter", *"No alert")
        await until(pilot, lambda: "2 No alert" in desk.text())
        assert "Add a category" in desk.text()


async def test_keys_before_escape_are_saved(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "factors")
        await pilot.press(*"one", "escape")
        await until(pilot, lambda: len(desk.screen_stack) == 1)
        assert (await desk.stored())["factors"] == "one"


async def test_what_cannot_be_saved_stays_and_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise StoreFullError("the disk is full; free some space")

    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "factors")
        with monkeypatch.context() as broken:
            broken.setattr(postmortems, "save", full)
            await pilot.press(*"one", "escape")
            await until(pilot, lambda: "not saved: the disk is full" in desk.text())
            assert only(desk).text == "one"
            assert desk.shown.unsaved() == {f"{desk.log_.id}/factors": "one"}
        await pilot.press("escape")
        await until(pilot, lambda: len(desk.screen_stack) == 1)
        assert (await desk.stored())["factors"] == "one"


async def test_drafts_of_an_ended_window_are_back_and_saved(desk: Desk) -> None:
    desk.drafts = {
        f"{desk.log_.id}/summary": "typed before the power went",
        f"{desk.log_.id}/no-such-field": "x",
        "another incident/owner": "li",
    }
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "summary")
        assert only(desk).text == "typed before the power went"
        await until(pilot, lambda: not desk.shown.unsaved())
    assert await desk.stored() == {"summary": "typed before the power went"}


async def test_another_window_s_answer_appears_but_never_over_ones_own(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "impact")
        users, rate = (box for box in desk.shown.page.boxes[:2] if isinstance(box, TextBox))
        await pilot.press(*"12")
        await desk.shown.save()
        await desk.answer(users="about 900", error_rate="5%")
        desk.shown.refresh_rows()
        await until(pilot, lambda: rate.text == "5%")
        assert users.text == "12"
        assert "changed in another window" in desk.text()
        await pilot.press("tab")
        await until(pilot, lambda: users.text == "about 900")
        assert desk.shown.unsaved() == {}
        assert (await desk.stored())["users"] == "about 900"


async def test_enter_begins_a_why_where_the_one_above_begins(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "whys")
        prose = desk.shown.query_one(Prose)
        prose.load_text("Why?\n  because")
        prose.move_cursor((1, 9))
        await pilot.press("enter", "x")
        assert prose.text == "Why?\n  because\n  x"


async def test_export_saves_first_and_asks_the_program(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "factors")
        await pilot.press(*"one", "ctrl+e")
        await until(pilot, lambda: desk.asked)
        assert desk.asked == [ExportDocument()]
        assert (await desk.stored())["factors"] == "one"


async def test_a_click_on_a_step_goes_there(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk)
        await pilot.click("StepList", offset=(8, 9))
        await until(pilot, lambda: "10 · Review" in desk.text())


async def test_what_does_not_fit_is_one_key_away(desk: Desk) -> None:
    async with desk.run_test(size=(60, 16)) as pilot:
        await opened(pilot, desk, "factors")
        assert "6/11 Contributing factors ○" in desk.text()
        assert "Not written yet" not in desk.text()
        await pilot.press("f4")
        await until(pilot, lambda: "Not written yet" in desk.text())
        await pilot.press("f4")
        await until(pilot, lambda: "6 · Contributing factors" in desk.text())


async def test_a_pasted_megabyte_is_kept(desk: Desk) -> None:
    pasted = "a line of a log that somebody pasted\r\n" * 30_000
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "review")
        from textual.events import Paste  # noqa: PLC0415

        desk.shown.query_one(Prose).post_message(Paste(pasted))
        await pilot.pause()
        await desk.shown.save()
        assert (await desk.stored())["review"] == pasted.replace("\r\n", "\n")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 16), (20, 6)])
async def test_hostile_words_are_shown_as_they_are(tmp_path: Path, size: tuple[int, int]) -> None:
    lines = (*LINES, f"/star #{len(LINES) + 2}", f"/action {HOSTILE}")
    app = Desk(
        tmp_path / "x.db", HOSTILE, (HOSTILE, "/ic @maria", *lines[2:3], "/star #2", lines[-1])
    )
    await app.answer(**dict.fromkeys(COMPLETE, HOSTILE), blameless=HOSTILE, review=HOSTILE)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app)
        for step in STEPS:
            await opened(pilot, app, step.id)
            assert "\x1b" not in app.text()
        await pilot.press("f4")
        await pilot.pause()
        assert app.is_running
    await app.store.finish()


async def test_enter_in_a_line_goes_to_the_next(desk: Desk) -> None:
    async with desk.run_test(size=SIZE) as pilot:
        await opened(pilot, desk, "impact")
        await pilot.press("enter")
        assert desk.focused is desk.shown.query(Input)[1]
