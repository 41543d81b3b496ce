"""A resolve asks once for what is missing; Enter resolves all the same."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from incident_tui.domain.ending import Lack
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.key_line import KeyLine

_ANYWAY = "resolve"


class EndingDialog(ModalScreen[Lack | bool]):
    """Dismissed with what is to be answered first, or whether to resolve."""

    CSS_PATH = stylesheets("parts", "ending")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Not yet", show=False),
    ]

    def __init__(self, lacks: Sequence[Lack]) -> None:
        super().__init__()
        self._lacks = tuple(lacks)

    def compose(self) -> ComposeResult:
        """To go on, then a line for each thing that is missing."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Resolve: this is not known yet"
            yield OptionList(
                Option(Content("Resolve now; the post-mortem asks for it again"), _ANYWAY),
                *(Option(_told(lack), lack.what) for lack in self._lacks),
                compact=True,
            )
            yield KeyLine(("Enter", "resolve, or answer first"), ("Esc", "not yet"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Leave with the choice."""
        event.stop()
        chosen = next((lack for lack in self._lacks if lack.what == event.option_id), None)
        self.dismiss(True if chosen is None else chosen)

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog leaves it."""
        if event.widget is self:
            self.dismiss(False)


def _told(lack: Lack) -> Content:
    name = line(lack.what, "bold").pad_right(max(1, 14 - len(lack.what)))
    return Content.assemble(name, line(lack.asks), "  ", line(lack.line, "dim"))
