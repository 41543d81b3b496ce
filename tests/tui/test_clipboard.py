import pyperclip
import pytest
from textual.app import App

from incident_tui.tui.clipboard import copy


class Terminal(App[None]):
    asked = ""

    def copy_to_clipboard(self, text: str) -> None:
        self.asked = text


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The clipboard of this host; no ssh, browser or tmux."""
    for name in ("SSH_CONNECTION", "SSH_TTY", "TEXTUAL_DRIVER", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    return copied


def test_on_this_host_its_own_clipboard_is_used(here: list[str]) -> None:
    app = Terminal()
    assert copy(app, "INC-1") == "Copied to the clipboard."
    assert here == ["INC-1"]
    assert app.asked == ""


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "TEXTUAL_DRIVER"])
def test_elsewhere_the_terminal_is_asked(
    here: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "set")
    app = Terminal()
    assert "it sends no answer" in copy(app, "INC-1")
    assert here == []
    assert app.asked == "INC-1"


@pytest.mark.parametrize("fault", [pyperclip.PyperclipException(), FileNotFoundError()])
def test_without_a_clipboard_the_terminal_is_asked(
    here: list[str], monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def refuse(_text: str) -> None:
        raise fault

    monkeypatch.setattr(pyperclip, "copy", refuse)
    app = Terminal()
    assert copy(app, "INC-1").startswith("Sent to the terminal's clipboard")
    assert app.asked == "INC-1"


def test_in_tmux_the_needed_setting_is_named(
    here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    monkeypatch.setenv("TMUX", "/tmp/tmux")
    assert "set -s set-clipboard on" in copy(Terminal(), "INC-1")
