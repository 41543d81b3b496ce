"""What is typed into longer text can be taken back, and both of its ends are one key away."""

from textual import events
from textual.app import App, ComposeResult

from incident_tui.tui.widgets.prose import Prose


class Page(App[None]):
    CSS = "Prose { height: 5; }"

    def compose(self) -> ComposeResult:
        yield Prose()


def _prose(app: App[None]) -> Prose:
    return app.query_one(Prose)


async def test_a_paste_that_brought_a_scrollbar_can_be_taken_back() -> None:
    pasted = "\n".join(f"line {number}" for number in range(30))
    async with Page().run_test() as pilot:
        prose = _prose(pilot.app)
        prose.focus()
        prose.post_message(events.Paste(pasted))
        await pilot.pause()
        assert (prose.text, prose.show_vertical_scrollbar) == (pasted, True)
        await pilot.press("ctrl+z")
        assert (prose.text, prose.cursor_location) == ("", (0, 0))
        await pilot.press("ctrl+y")
        assert prose.text == pasted


async def test_ctrl_home_and_ctrl_end_go_to_the_ends_of_the_text() -> None:
    async with Page().run_test() as pilot:
        prose = _prose(pilot.app)
        prose.focus()
        await pilot.press("a", "enter", "b", "ctrl+home", "x", "ctrl+end", "y")
        assert prose.text == "xa\nby"
