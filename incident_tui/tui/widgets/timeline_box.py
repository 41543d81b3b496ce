"""The entries that stand are chosen, corrected and marked; the log itself stays as it was."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.timeline import TimelineRow, published
from incident_tui.postmortem import fields
from incident_tui.tui.text import line
from incident_tui.tui.widgets.entry_row import entry_parts
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.log_box import LogBox
from incident_tui.tui.widgets.row_list import RowList


class TimelineBox(LogBox):
    """The entries that stand, each with or without its star."""

    hint = "/mark detected 14:03   /amend #6 …   14:20 what nobody logged"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "amend", "Amend the entry", show=False),
    ]

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[TimelineRow] = RowList(entry_parts)
        self._count = Static(classes="count")

    def body(self) -> ComposeResult:
        """How many are starred, the rows, the chosen one in full, and the line."""
        yield self._count
        yield self.rows
        yield self._chosen
        yield self.entry
        yield self.reading

    def take(self, record: IncidentRecord) -> None:
        """Show these rows; the cursor stays."""
        super().take(record)
        standing = [row for row in record.rows if not row.overlay.retracted]
        self.rows.show(standing)
        stars = line(f"{len(published(standing))} of {len(standing)} starred", "bold")
        self._count.update(Content.assemble(stars, ("   Enter stars · e amends", "dim")))
        self.describe()

    def action_amend(self) -> None:
        """Begin to correct the entry under the cursor."""
        if (row := self.rows.chosen) is not None and self.rows.has_focus:
            self.begin(f"/amend #{row.entry.seq} {row.text}")

    @on(LineList.Opened)
    def _star(self, event: LineList.Opened) -> None:
        event.stop()
        if (row := self.rows.chosen) is not None:
            deed = "unstar" if row.starred else "star"
            self.say(f"/{deed} #{row.entry.seq}")

    def describe(self) -> None:
        """The entry with its number, its day and its author."""
        row = self.rows.chosen
        if row is None:
            self._chosen.update(line("Nothing is logged yet.", "dim"))
            return
        at = f"#{row.entry.seq} {row.occurred_at:%Y-%m-%d %H:%M:%S} @{row.entry.author}"
        self._chosen.update(Content.assemble(line(at, "dim"), "  ", line(row.text)))
