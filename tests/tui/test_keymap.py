import pytest
from textual.binding import Binding, BindingType

from incident_tui.tui.keymap import described, shown
from incident_tui.tui.screens.live import LiveScreen


@pytest.mark.parametrize(
    ("key", "name"),
    [
        *(("ctrl+f", "^F"), ("f9", "F9"), ("f12", "F12"), ("pageup", "PgUp"), ("escape", "Esc")),
        *(("escape,f1", "Esc"), ("shift+up", "shift+up"), ("ctrl+home", "ctrl+home"), ("f", "f")),
    ],
)
def test_a_key_is_named_as_people_read_it(key: str, name: str) -> None:
    assert shown(key) == name


def test_what_is_described_is_listed() -> None:
    bindings: list[BindingType] = [Binding("f2", "x", "Do it"), Binding("f3", "y"), ("f4", "z")]
    assert list(described("Here", bindings)) == [("Here", "F2", "Do it")]


def test_every_key_of_the_live_screen_can_be_remapped_and_says_what_it_does() -> None:
    for binding in LiveScreen.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.id is not None
        assert binding.id.startswith("live.")
        assert binding.description
