"""One line at the foot of a screen filters, or answers what a key has asked."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from incident_tui.domain.text import one_line
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field

_FILTER = "filter"


class AskLine(Horizontal):
    """Shows the filter, until something is asked; Esc leaves the question."""

    BINDINGS = [Binding("escape", "leave", "Back", show=False)]  # noqa: RUF012  Textual's own type

    class Filtered(Message):
        """The filter reads differently."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Answered(Message):
        """Enter was pressed under a question."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """Enter under the filter, or Esc: the list has the word again."""

    def __init__(self, hint: str) -> None:
        super().__init__(id="line")
        self._hint = hint
        self.filter = ""
        self.asking = False

    def compose(self) -> ComposeResult:
        """What is typed here, and where."""
        yield Static(id="what")
        yield Field(hint=self._hint)

    def on_mount(self) -> None:
        """Begin as the filter."""
        self._label(_FILTER)

    @property
    def field(self) -> Field:
        """Where it is typed."""
        return self.query_one(Field)

    def ask(self, what: str, hint: str) -> None:
        """Ask; what is typed next is the answer."""
        self.asking = True
        self._label(what)
        self.field.placeholder = hint
        self._put("")
        self.field.focus()

    def rest(self) -> None:
        """Be the filter again."""
        self.asking = False
        self._label(_FILTER)
        self.field.placeholder = self._hint
        self._put(self.filter)

    def type_filter(self) -> None:
        """Go on with the filter, at its end."""
        self.rest()
        if self.filter.strip():
            self._put(f"{self.filter.rstrip()} ")
        self.field.focus()

    def set_filter(self, text: str) -> None:
        """Filter by this text."""
        self.filter = one_line(text)
        if not self.asking:
            self._put(self.filter)
        self.post_message(self.Filtered(self.filter))

    def action_leave(self) -> None:
        """Leave the question, or the filter as it stands."""
        self.rest()
        self.post_message(self.Left())

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if not self.asking and event.value != self.filter:
            self.filter = event.value
            self.post_message(self.Filtered(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(event.value) if self.asking else self.Left())

    def _put(self, text: str) -> None:
        with self.prevent(Input.Changed):
            self.field.value = text
        self.field.cursor_position = len(text)

    def _label(self, what: str) -> None:
        self.query_one("#what", Static).update(line(f"{what} ▸", "bold" if self.asking else "dim"))
