import pytest
from textual.widgets import Input

from incident_tui.tui.widgets.timeline import Timeline
from tests.support.timeline import Shelf, order, row
from tests.support.timeline_app import LOG, Live, screen


@pytest.fixture
def app() -> Live:
    return Live(Shelf(LOG))


async def test_new_rows_below_are_counted_until_the_end_is_back(app: Live) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        app.timeline.action_page_up()
        seen = screen(app)
        app.timeline.append([row(201), row(202)])
        assert screen(app) == seen
        await pilot.pause()
        app.timeline.action_end()
        await pilot.pause()
        assert app.said == [("behind", 2), ("behind", 0)]
        assert screen(app)[-1].startswith(" 17:22:00")


async def test_the_cursor_goes_up_and_leaves_below_the_newest(app: Live) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        app.timeline.action_cursor_down()
        assert app.timeline.selected is None
        app.timeline.action_cursor_up()
        app.timeline.action_cursor_up()
        assert app.timeline.selected == 199
        app.timeline.action_open()
        app.timeline.action_cursor_down()
        app.timeline.action_cursor_down()
        await pilot.pause()
        assert app.said == [
            *(("selected", 200), ("selected", 199), ("opened", 199)),
            *(("selected", 200), ("left", None)),
        ]
        assert app.timeline.selected is None


async def test_a_held_row_stays_while_rows_are_added(app: Live) -> None:
    async with app.run_test(size=(100, 30)):
        app.timeline.action_cursor_up()
        seen = screen(app)
        app.timeline.append([row(201), row(202, "late", minutes=1)])
        assert screen(app) == seen
        assert app.timeline.selected == 200


async def test_every_row_the_cursor_visits_is_in_sight(app: Live) -> None:
    async with app.run_test(size=(90, 8)):
        app.timeline.show(app.shelf.order())
        for _ in range(40):
            app.timeline.action_cursor_up()
            assert any(line.startswith("▌") for line in screen(app))
        app.timeline.action_home()
        assert app.timeline.selected == 1
        assert "entry 1" in screen(app)[0]
        for seq in range(2, 30):
            app.timeline.action_cursor_down()
            assert app.timeline.selected == seq
            assert any(f"entry {seq} " in line and line.startswith("▌") for line in screen(app))


async def test_a_page_takes_the_cursor_along(app: Live) -> None:
    async with app.run_test(size=(100, 20)):
        view = app.timeline.view
        app.timeline.action_cursor_up()
        for _ in range(3):
            app.timeline.action_page_up()
            assert view.cursor is not None
            assert view.top[0] <= view.cursor <= view.bottom
        for _ in range(6):
            app.timeline.action_page_down()
        assert app.timeline.selected == 200


async def test_a_row_is_selected_by_its_seq(app: Live) -> None:
    async with app.run_test(size=(100, 20)):
        app.timeline.show(app.shelf.order())
        app.timeline.select(17)
        app.timeline.select(9_999)
        assert app.timeline.selected == 17
        assert any("entry 17 " in line for line in screen(app))


async def test_the_mouse_selects_then_opens_and_leaves_the_focus(app: Live) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.click(Timeline, offset=(30, 3))
        await pilot.click(Timeline, offset=(30, 3))
        chosen = app.timeline.selected
        assert app.said == [("selected", chosen), ("opened", chosen)]
        assert isinstance(app.focused, Input)
        assert screen(app)[3].startswith("▌")


async def test_scrolling_by_hand_stops_following(app: Live) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        seen = screen(app)
        app.timeline.scroll_relative(y=-3, animate=False, immediate=True)
        await pilot.pause()
        assert screen(app)[3:] == seen[:-3]
        app.timeline.append([row(201)])
        assert screen(app)[3:] == seen[:-3]
        app.timeline.scroll_relative(y=4, animate=False, immediate=True)
        app.timeline.append([row(202, "followed again")])
        assert "followed again" in screen(app)[-1]


async def test_a_turn_of_the_wheel_starts_from_what_is_shown(app: Live) -> None:
    async with app.run_test(size=(100, 20)):
        seen, turn = screen(app), int(app.scroll_sensitivity_y)
        app.timeline._scroll_up_for_pointer(animate=False)
        assert screen(app)[turn:] == seen[:-turn]


async def test_keys_work_when_it_has_the_focus(app: Live) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        app.timeline.focus()
        await pilot.press("up", "up", "enter", "escape", "pageup", "home")
        assert app.said == [("selected", 200), ("selected", 199), ("opened", 199), ("left", None)]
        assert app.timeline.view.line == 0
        await pilot.press("pagedown", "end")
        assert app.timeline.view.following


async def test_an_empty_timeline_is_blank_and_takes_every_action(app: Live) -> None:
    async with app.run_test(size=(40, 6)):
        app.timeline.show(order([]), keep_anchor=False)
        for action in ("cursor_up", "cursor_down", "page_up", "page_down", "home", "end"):
            getattr(app.timeline, f"action_{action}")()
        assert set(screen(app)) == {""}
        app.timeline.set_pending(["first"])
        assert "saving… first" in screen(app)[0]


async def test_words_that_no_row_has_leave_no_cursor_behind(app: Live) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        app.timeline.action_cursor_up()
        app.timeline.show(order([]), narrowed=True)
        await pilot.pause()
        assert app.timeline.selected is None
        assert app.said == [("selected", 200), ("left", None)]
        app.timeline.show(app.shelf.order())
        assert app.timeline.selected is None
