"""What the log answers is answered through the log: a line as at the prompt, and what it means."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.domain.fact import Fact
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.wording import word, wording
from incident_tui.postmortem import fields
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.field_box import FieldBox
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.row_list import RowList


class LogBox(FieldBox):
    """Rows of the log, the chosen one in full, and a line that adds to the log or corrects it."""

    hint: ClassVar[str]
    rows: RowList[Any]

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.entry = Field(hint=self.hint)
        self.reading = Static(classes="reading")
        """What the line that is being typed would come to."""
        self._chosen = Static(classes="chosen")
        self._sent = ""

    def body(self) -> ComposeResult:
        """The rows, the chosen one in full, and the line."""
        yield self.rows
        yield self._chosen
        yield self.entry
        yield self.reading

    def accepted(self) -> None:
        """The line is stored: what was typed behind it stays."""
        super().accepted()
        self.entry.value = self.entry.value.removeprefix(self._sent)
        self._sent = ""

    def refuse(self, error: Exception) -> None:
        """The line stays where it is."""
        super().refuse(error)
        self._sent = ""

    def begin(self, text: str) -> None:
        """Put a line into the field, to be finished by hand."""
        self.entry.value = text
        self.entry.focus()
        self.entry.action_end()

    def said(self, text: str) -> str:
        """The line of the log that the text stands for."""
        return text

    def on_mount(self) -> None:
        """There is no line yet."""
        super().on_mount()
        self.reading.display = False

    def say(self, said: str) -> None:
        """Have a line of the log recorded."""
        self.post_message(self.Asked(self, lambda manuscript: manuscript.say(said)))

    def understand(self, meant: Fact | IncidentTuiError | None) -> None:
        """Say what the line would come to, or what it lacks, as long as it is being typed."""
        if isinstance(meant, Fact):
            self.reading.update(
                Content.assemble(("Enter → ", "$text-success"), line(self.told(meant)))
            )
        else:
            self.reading.update(line(f"… {meant}" if meant else "", "dim"))
        self.reading.display = bool(self.entry.value.strip())

    def told(self, fact: Fact) -> str:
        """The fact in words."""
        return f"{word(fact)}: {wording(fact)}"

    def describe(self) -> None:
        """Show the chosen row in full."""
        raise NotImplementedError

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self.describe()

    @on(Input.Submitted)
    def _say(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip() and not self._sent:
            self._sent = event.value
            self.say(self.said(event.value.strip()))

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        self.note(refused="")
        self.post_message(self.Reading(self, self.said(event.value.strip())))
