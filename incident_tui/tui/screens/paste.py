"""Several lines were pasted where one belongs; nothing of them is lost whatever is chosen."""

from typing import ClassVar, Final, Literal, get_args

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.key_line import KeyLine

Use = Literal["one", "each", "line", "import"]

_SHOWN: Final = 4


class PasteDialog(ModalScreen[Use | None]):
    """Asks what becomes of the text: one note, an entry a line, or one line back in the prompt.

    Where it was `spoken` elsewhere, with times, importing it comes first.
    """

    CSS_PATH = stylesheets("parts", "paste")

    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012  Textual's own type
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "put_back", "Back to the prompt", show=False),
    ]

    def __init__(self, text: str, *, spoken: bool = False) -> None:
        super().__init__()
        self._spoken = spoken
        self._lines = [said for said in text.split("\n") if said.strip()]

    def compose(self) -> ComposeResult:
        """The first lines, and three ways to go on."""
        count = len(self._lines)
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(f"{count} lines pasted")
            yield Static(Content("\n").join(self._beginning()), id="beginning")
            yield OptionList(
                *([Option(Content("import it: these lines have times"), "import")] * self._spoken),
                Option(Content("one note, with its line breaks"), "one"),
                Option(Content(f"{count} entries, one a line"), "each"),
                Option(Content("back to the prompt, as one line"), "line"),
                compact=True,
            )
            yield KeyLine(("Enter", "choose"), ("Esc", "back to the prompt"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Leave with the choice."""
        event.stop()
        uses: tuple[Use, ...] = get_args(Use)
        self.dismiss(next(use for use in uses if use == event.option_id))

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog puts the text back."""
        if event.widget is self:
            self.action_put_back()

    def action_put_back(self) -> None:
        """Nothing is logged; the text returns to the prompt."""
        self.dismiss("line")

    def _beginning(self) -> list[Content]:
        shown = [line(said) for said in self._lines[:_SHOWN]]
        more = len(self._lines) - _SHOWN
        return [*shown, line(f"and {more} more", "dim")] if more > 0 else shown
