import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.events import Key
from textual.message_pump import MessagePump
from textual.widgets import Input, Static, TextArea

from incident_tui.tui import key_order
from incident_tui.tui.key_order import binds_at_once, read_by, settled
from incident_tui.tui.widgets.prose import Prose
from tests.support.window import Place, window


@pytest.mark.parametrize(
    ("focused", "key", "character", "binds"),
    [
        (None, "enter", "\r", False),
        (Input(), "enter", "\r", True),
        (Input(), "backspace", None, True),
        (Input(), "a", "a", False),
        (TextArea(), "enter", "\r", False),
        (TextArea(), "tab", "\t", True),
        (TextArea(tab_behavior="indent"), "tab", "\t", False),
        (TextArea(), "a", "a", False),
        (TextArea(), "ctrl+n", None, True),
        (Static(), "a", "a", True),
    ],
)
def test_a_key_that_is_no_text_here_is_a_binding(
    focused: MessagePump | None, key: str, character: str | None, binds: bool
) -> None:
    assert binds_at_once(focused, Key(key, character)) is binds


class Host(App[None]):
    """Two fields."""

    def compose(self) -> ComposeResult:
        yield Input(id="one")
        yield Input(id="two")


async def test_what_was_sent_before_is_read_first() -> None:
    app = Host()
    async with app.run_test():
        read: list[int] = []
        field = app.query_one("#one", Input)
        field.call_later(read.append, 1)
        await read_by(field)
        assert read == [1]


async def test_a_widget_that_is_stuck_or_gone_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(key_order, "_PATIENCE", 0.01)
    app = Host()
    async with app.run_test():
        field = app.query_one("#one", Input)
        go_on = asyncio.Event()
        field.call_later(go_on.wait)
        await read_by(field)
        assert not go_on.is_set()
        go_on.set()
        await field.remove()
        await read_by(field)


async def test_a_burst_settles_even_where_nothing_has_the_focus() -> None:
    app = Host()
    async with app.run_test():
        read: list[int] = []
        app.set_focus(None)
        app.screen.call_later(read.append, 1)
        await settled(app)
        assert read == [1]
        app.query_one("#two", Input).focus()
        app.query_one("#two", Input).call_later(app.screen.call_later, read.append, 2)
        await settled(app)
        assert read == [1, 2]


async def test_a_key_that_comes_first_beats_the_editor_s_own(place: Place) -> None:
    """^Y repeats what was undone in an editor, and keeps the draft in a post-mortem."""
    place.say("/ic @maria", "5xx over 5 %")
    async with window(place, size=(109, 40)) as seat:
        await seat.press("f9")
        await seat.shows("1 · Owner")
        await seat.press("ctrl+n", "ctrl+n")
        await seat.shows("^Y keeps it as it is")
        await seat.press("ctrl+y")
        await seat.until(lambda: "^Y keeps it" not in seat.text(), "the draft to be kept")


async def test_letters_that_come_with_a_tab_go_to_the_next_field(place: Place) -> None:
    async with window(place, size=(109, 40)) as seat:
        await seat.press("f9")
        await seat.shows("1 · Owner")
        await seat.press(*["ctrl+n"] * 6)
        await seat.shows("7 · What went well")
        for key, letter in (("a", "a"), ("tab", "\t"), ("b", "b")):
            seat.app.post_message(Key(key, letter))
        await seat.until(
            lambda: [each.text for each in seat.app.screen.query(Prose)][:2] == ["a", "b"],
            "a letter in each field",
        )
