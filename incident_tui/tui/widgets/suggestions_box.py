"""What the record suggests is taken up, to be finished by hand, or dismissed for good."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem import fields
from incident_tui.postmortem.suggestions import Suggestion, suggestions
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field_box import FieldBox
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.row_list import Part, RowList


class SuggestionsBox(FieldBox):
    """Suggested follow-ups, and the entries that the chosen one comes from."""

    class TakenUp(Message):
        """The suggestion is to be the beginning of an action item."""

        def __init__(self, suggestion: Suggestion) -> None:
            super().__init__()
            self.suggestion = suggestion

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,delete", "dismiss", "Dismiss the suggestion", show=False),
    ]

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[Suggestion] = RowList(_parts)
        self._chosen = Static(classes="chosen")

    def body(self) -> ComposeResult:
        """The suggestions, and where the chosen one comes from."""
        yield self.rows
        yield self._chosen

    def take(self, record: IncidentRecord) -> None:
        """Show what this record suggests; the cursor stays."""
        super().take(record)
        self.rows.show(suggestions(record))
        self.display = bool(self.rows.rows)
        self._describe()

    def action_dismiss(self) -> None:
        """It is not wanted, and is not shown again."""
        if (chosen := self.rows.chosen) is not None:
            said = f"/dismiss {chosen.key}"
            self.post_message(self.Asked(self, lambda manuscript: manuscript.say(said)))

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._describe()

    @on(LineList.Opened)
    def _take_up(self, event: LineList.Opened) -> None:
        event.stop()
        if (chosen := self.rows.chosen) is not None:
            self.post_message(self.TakenUp(chosen))

    def _describe(self) -> None:
        chosen = self.rows.chosen
        if chosen is None:
            return
        rows = {row.entry.seq: row for row in self.record.rows}
        keys = "Enter takes it up · x dismisses it"
        told = [line(f"because {chosen.reason} · {keys}", "dim")]
        for seq in chosen.entries:
            at = f"#{seq} {rows[seq].occurred_at:%H:%M}"
            told.append(Content.assemble(line(at, "dim"), "  ", line(rows[seq].text)))
        self._chosen.update(Content("\n").join(told))


def _parts(suggestion: Suggestion) -> Iterator[Part]:
    yield "+ ", "good"
    yield suggestion.text, "plain"
    yield "  " + " ".join(f"#{seq}" for seq in suggestion.entries), "quiet"
