from unittest import mock

import pytest

from incident_tui.domain.facts import SeverityChanged
from incident_tui.domain.incident import Severity
from tests.support.timeline import Shelf, row
from tests.support.timeline_app import LOG, Live, screen


@pytest.fixture
def app() -> Live:
    return Live(Shelf(LOG))


async def test_the_first_paint_shows_the_newest_and_reads_two_windows(app: Live) -> None:
    async with app.run_test(size=(100, 30)):
        assert screen(app)[-1].strip().startswith("word") or "entry 200" in screen(app)[-1]
        assert app.shelf.count <= 2 * app.timeline.size.height


async def test_the_full_order_moves_nothing_on_the_screen(app: Live) -> None:
    async with app.run_test(size=(100, 30)):
        seen = screen(app)
        app.timeline.show(app.shelf.order())
        assert screen(app) == seen
        app.timeline.action_page_up()
        seen = screen(app)
        app.timeline.show(app.shelf.order())
        assert screen(app) == seen


async def test_an_append_is_painted_once_without_reading_or_a_layout(app: Live) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        before, lay_out, paint = app.shelf.count, app.screen._refresh_layout, app.timeline._paint
        with (
            mock.patch.object(app.screen, "_refresh_layout", side_effect=lay_out) as laid_out,
            mock.patch.object(app.timeline, "_paint", side_effect=paint) as painted,
        ):
            app.timeline.append([row(201, "just logged")])
            await pilot.pause()
            assert "just logged" in screen(app)[-1]
        assert (app.shelf.count, laid_out.call_count, painted.call_count) == (before, 0, 1)


async def test_a_key_in_the_prompt_does_not_touch_the_timeline(app: Live) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        with mock.patch.object(app.timeline, "render_line") as rendered:
            await pilot.press("a", "b", "c")
            await pilot.pause()
        rendered.assert_not_called()


async def test_found_words_are_marked_without_reading(app: Live) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        before, seen = app.shelf.count, screen(app)
        app.timeline.highlight = "entry"
        ground = app.timeline.get_component_rich_style("timeline--found").bgcolor
        strips = [app.timeline.render_line(y) for y in range(20)]
        assert "entry" in {
            s.text for strip in strips for s in strip if s.style and s.style.bgcolor == ground
        }
        assert (app.shelf.count, screen(app)) == (before, seen)


async def test_a_theme_changes_the_colours_and_nothing_else(app: Live) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        app.timeline.append([row(201, SeverityChanged(Severity.SEV2, Severity.SEV1))])
        seen, before = screen(app), list(app.timeline.render_line(18))
        app.theme = "textual-light"
        await pilot.pause()
        assert screen(app) == seen
        assert list(app.timeline.render_line(18)) != before


async def test_a_resize_wraps_anew_and_keeps_the_top_row(app: Live) -> None:
    async with app.run_test(size=(120, 20)) as pilot:
        app.timeline.show(app.shelf.order())
        app.timeline.select(100)
        app.timeline.action_leave()
        top = app.timeline.view.top[0]
        for size in ((60, 20), (10, 2), (200, 50)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.timeline.view.top[0] == top
            assert all(
                app.timeline.render_line(y).cell_length == size[0] - 1 for y in range(size[1] - 1)
            )


@pytest.mark.parametrize("count", [40, 200])
async def test_a_window_of_another_size_still_follows_the_newest(count: int) -> None:
    app = Live(Shelf(LOG[-count:]))
    async with app.run_test(size=(100, 8)) as pilot:
        app.timeline.show(app.shelf.order())
        for size in ((100, 90), (100, 7), (60, 20), (20, 5), (100, 90)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.timeline.view.following, size
        app.timeline.append([row(201, "just logged")])
        assert app.timeline.view.behind == 0


async def test_an_overlay_is_shown_once_it_is_read(app: Live) -> None:
    async with app.run_test(size=(100, 20)):
        app.shelf.rows[200] = row(200, "corrected")
        app.timeline.invalidate([200])
        assert "corrected" in screen(app)[-1]


async def test_a_locked_store_is_asked_again(app: Live) -> None:
    async with app.run_test(size=(100, 20)):
        app.timeline.show(app.shelf.order())
        app.shelf.locked = True
        app.timeline.action_home()
        assert set(screen(app)) == {""}
        app.shelf.locked = False
        assert app.timeline._retry is not None
        app.timeline._try_again()
        assert "entry 1" in screen(app)[0]


async def test_pending_lines_follow_the_newest_row(app: Live) -> None:
    async with app.run_test(size=(100, 20)):
        app.timeline.set_pending(["on its way"])
        assert screen(app)[-1].strip() == "saving… on its way"
        app.timeline.set_pending([])
        assert "saving" not in screen(app)[-1]
