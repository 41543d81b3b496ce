"""A card says something once: it is read and goes at a key; a letter goes on into the prompt."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from incident_tui.domain.text import visible
from incident_tui.tui.clipboard import copy
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.sheet import Item, Sheet


class CardDialog(ModalScreen[str]):
    """Dismissed with `confirmed` by Enter, else with nothing; `typed` is what was typed over it."""

    CSS_PATH = stylesheets("parts", "card")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "confirm", "Confirm", show=False),
        Binding("ctrl+y", "copy", "Copy it", show=False),
        Binding("escape", "leave", "Back", show=False),
    ]

    def __init__(
        self, title: str, items: Sequence[Item], *, confirm: str = "", confirmed: str = ""
    ) -> None:
        super().__init__()
        self.typed = ""
        self._title = title
        self._items = tuple(items)
        self._confirm = confirm
        self._confirmed = confirmed

    def compose(self) -> ComposeResult:
        """The page, and what a key does."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = line(self._title)
            with VerticalScroll():
                yield Sheet(self._items)
            yield Static(id="said")
            confirm = [("Enter", self._confirm or "read")]
            yield KeyLine(*confirm, ("^Y", "copy"), ("Esc", "later" if self._confirm else "back"))

    def on_key(self, event: events.Key) -> None:
        """What is typed on belongs into the prompt."""
        if event.is_printable and event.character:
            event.stop()
            self.typed += event.character
            if len(self.typed) == 1:
                self.dismiss("")

    def on_click(self, event: events.Click) -> None:
        """A click beside the card puts it away."""
        if event.widget is self:
            self.action_leave()

    def action_confirm(self) -> None:
        """It was read."""
        self.dismiss(self._confirmed)

    def action_leave(self) -> None:
        """Put it away."""
        self.dismiss("")

    def action_copy(self) -> None:
        """Copy the page as text."""
        told = [f"{item.label:<18}{item.text}".rstrip() for item in self._items]
        text = visible("\n".join([self._title, *told]))
        self.query_one("#said", Static).update(Content(visible(copy(self.app, text))))
