from textual.app import App, ComposeResult

from incident_tui.tui.widgets.sheet import Item, Sheet


class Page(App[None]):
    CSS = "Sheet { height: auto; }"

    def compose(self) -> ComposeResult:
        yield Sheet([Item("", "the title"), Item("by", "somebody with a long name", "bold")])


async def test_a_long_text_wraps_under_itself_and_the_page_grows_with_it() -> None:
    app = Page()
    async with app.run_test(size=(20, 10)) as pilot:
        sheet = app.query_one(Sheet)
        said = ["the title", "by  somebody with a", "    long name"]
        assert sheet.render().plain.split("\n") == said
        assert sheet.size.height == 3
        sheet.show([Item("evidence", "x" * 30)])
        await pilot.pause()
        assert sheet.size.height == 3
        assert sheet.render().plain.split("\n")[1] == " " * 6 + "x" * 14
