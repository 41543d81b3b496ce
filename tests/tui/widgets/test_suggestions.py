import pytest
from textual.app import App, ComposeResult

from incident_tui.commands.completion import Completion
from incident_tui.tui.widgets.suggestions import Suggestions
from tests.support.screens import HOSTILE

TEN = [Completion(f"/{n} ", f"/{n}", f"about {n}") for n in range(10)]


class Host(App[None]):
    """Only the list; `taken` is what was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.list = Suggestions()
        self.taken: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.list

    def on_suggestions_chosen(self, message: Suggestions.Chosen) -> None:
        """Note it down."""
        self.taken.append(message.completion.line)

    def shown(self) -> list[str]:
        """Its lines."""
        return [line.rstrip() for line in str(self.list.content).splitlines()]


@pytest.fixture
def app() -> Host:
    return Host()


async def test_without_a_choice_there_is_no_list(app: Host) -> None:
    async with app.run_test():
        assert not app.list.display
        app.list.offer(TEN)
        assert app.list.display
        app.list.offer([])
        assert not app.list.display
        assert app.list.chosen is None
        app.list.move(1)
        assert app.list.chosen is None


async def test_the_mark_goes_round_and_the_list_follows_it(app: Host) -> None:
    async with app.run_test():
        app.list.offer(TEN)
        assert app.shown()[0] == "▸ /0  about 0"
        assert app.shown()[-1] == "  /7  about 7"
        app.list.move(-1)
        assert app.list.chosen == TEN[9]
        assert app.shown()[-1] == "▸ /9  about 9"
        app.list.move(1)
        assert app.shown()[0] == "▸ /0  about 0"


async def test_other_choices_are_marked_at_the_first_the_same_ones_keep_the_mark(app: Host) -> None:
    async with app.run_test():
        app.list.offer(TEN)
        app.list.move(2)
        app.list.offer(list(TEN))
        assert app.list.chosen == TEN[2]
        app.list.offer(TEN[5:])
        assert app.list.chosen == TEN[5]


async def test_a_click_takes_the_choice_under_it(app: Host) -> None:
    async with app.run_test() as pilot:
        app.list.styles.border = ("round", "white")
        app.list.offer(TEN)
        app.list.move(9)
        app.list.styles.offset = (0, 0)
        await pilot.pause()
        await pilot.click(Suggestions, offset=(4, 1))
        await pilot.pause()
        assert app.taken == ["/2 "]


async def test_what_is_offered_is_never_read_as_markup(app: Host) -> None:
    async with app.run_test(size=(60, 10)) as pilot:
        app.list.offer([Completion("x", HOSTILE, HOSTILE * 9)])
        await pilot.pause()
        [shown] = app.shown()
        assert "[/x]" in shown
        assert "\x1b" not in shown
        assert len(shown) <= 60
