from datetime import datetime

import pytest
from textual.app import App, ComposeResult
from textual.events import Paste
from textual.pilot import Pilot

from incident_tui.tui.widgets.prompt import Prompt
from tests.support.entries import T0
from tests.support.window import Clock


class Host(App[None]):
    """Only a prompt; lines that begin with `no` are refused."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.taken: list[tuple[str, datetime]] = []
        self.told: list[str | int] = []
        self.prompt = Prompt(self._take, self.clock.now, self._complete)

    def compose(self) -> ComposeResult:
        yield self.prompt

    def on_mount(self) -> None:
        self.prompt.focus()

    def _take(self, line: str, typed_at: datetime) -> bool:
        self.taken.append((line, typed_at))
        return not line.startswith("no")

    def _complete(self, line: str) -> str:
        return "" if line == "x" else line.upper()

    def on_prompt_pasted(self, message: Prompt.Pasted) -> None:
        """Note it down, as the ones below."""
        self.told.append(message.text)

    def on_prompt_moved(self, message: Prompt.Moved) -> None:
        self.told.append(message.by)

    def on_input_submitted(self, message: Prompt.Submitted) -> None:
        self.told.append(f"empty {message.value!r}")


@pytest.fixture
def app() -> Host:
    return Host()


async def paste(pilot: Pilot[None], text: str) -> None:
    assert isinstance(pilot.app, Host)
    pilot.app.prompt.post_message(Paste(text))
    await pilot.pause()


async def test_a_line_bears_the_time_of_its_first_key(app: Host) -> None:
    async with app.run_test() as pilot:
        await pilot.press("a")
        app.clock.later(minutes=2)
        await pilot.press("b", "enter")
        assert app.taken == [("ab", T0)]
        assert app.prompt.value == ""
        later = app.clock.now()
        await pilot.press("c", "enter")
        assert app.taken[-1] == ("c", later)


async def test_a_line_that_was_emptied_begins_anew(app: Host) -> None:
    async with app.run_test() as pilot:
        await pilot.press("a", "backspace")
        app.clock.later(minutes=2)
        await pilot.press("b", "enter")
        assert app.taken == [("b", app.clock.now())]


async def test_a_refused_line_stays_with_its_time(app: Host) -> None:
    async with app.run_test() as pilot:
        await pilot.press(*"no", "enter")
        assert (app.prompt.value, app.prompt.typed_at) == ("no", T0)
        await pilot.press("up")
        assert app.prompt.value == "no"


@pytest.mark.parametrize("blank", ["", "   "])
async def test_an_empty_line_is_nothing_to_take(app: Host, blank: str) -> None:
    async with app.run_test() as pilot:
        app.prompt.begin(blank)
        await pilot.press("enter")
        await pilot.pause()
        assert app.taken == []
        assert app.told == [f"empty {blank!r}"]


async def test_the_arrows_go_through_what_was_sent_and_back_to_what_was_not(app: Host) -> None:
    async with app.run_test() as pilot:
        for line in ("one", "two", "two"):
            await pilot.press(*line, "enter")
        await pilot.press(*"half", "up")
        assert app.prompt.value == "two"
        await pilot.press("up", "up")
        assert app.prompt.value == "one"
        await pilot.press("down", "down", "down")
        assert app.prompt.value == "half"


async def test_while_words_are_offered_the_arrows_move_among_them(app: Host) -> None:
    async with app.run_test() as pilot:
        app.prompt.offering = True
        await pilot.press("up", "down")
        await pilot.pause()
        assert app.told == [-1, 1]


async def test_tab_completes_the_line_which_keeps_its_time(app: Host) -> None:
    async with app.run_test() as pilot:
        await pilot.press("x", "tab")
        assert app.prompt.value == "x"
        app.clock.later(minutes=1)
        await pilot.press("y", "tab", "z", "enter")
        assert app.taken == [("XYz", T0)]


async def test_a_pasted_line_is_taken_at_the_cursor_and_stamped(app: Host) -> None:
    async with app.run_test() as pilot:
        await paste(pilot, "a\x00b\ud800\n")
        assert app.prompt.value == "a\ufffdb\ufffd"
        assert app.prompt.typed_at == T0
        await pilot.press("home")
        await paste(pilot, "first ")
        assert app.prompt.value.startswith("first a")
        assert app.told == []


async def test_pasted_lines_are_not_decided_about_here(app: Host) -> None:
    async with app.run_test() as pilot:
        await pilot.press("x")
        await paste(pilot, "\none\r\ntwo\rthree\n")
        assert app.told == ["one\ntwo\nthree"]
        assert app.prompt.value == "x"


async def test_a_paste_of_nothing_changes_nothing(app: Host) -> None:
    async with app.run_test() as pilot:
        await paste(pilot, "\n\n")
        assert (app.prompt.value, app.prompt.typed_at, app.told) == ("", None, [])
