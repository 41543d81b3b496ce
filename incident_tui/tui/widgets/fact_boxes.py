"""What the log answers is answered through the log: rows to act on, and a line as at the prompt."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import TimelineRow, published
from incident_tui.postmortem import fields
from incident_tui.tui.text import line
from incident_tui.tui.widgets.entry_row import entry_parts
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.field_box import FieldBox
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.row_list import Part, RowList

_BOXES: Final = {ActionStatus.OPEN: "☐", ActionStatus.DONE: "☑", ActionStatus.DECLINED: "☒"}


class LogBox(FieldBox):
    """Rows of the log, the chosen one in full, and a line that adds to the log or corrects it."""

    hint: ClassVar[str]

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.entry = Field(hint=self.hint)
        self._chosen = Static(classes="chosen")
        self._sent = ""

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

    def say(self, said: str) -> None:
        """Have a line of the log recorded."""
        self.post_message(self.Asked(self, lambda manuscript: manuscript.say(said)))

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


class ActionsBox(LogBox):
    """The action items with what each still needs, and a line that adds or changes one."""

    hint = "what will exist @who due:2w priority:high kind:preventative"

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[ActionItem] = RowList(_item)

    def body(self) -> ComposeResult:
        """The items, the chosen one in full, and the line."""
        yield self.rows
        yield self._chosen
        yield self.entry

    def take(self, record: IncidentRecord) -> None:
        """Show these items; the cursor stays."""
        super().take(record)
        self.rows.show(record.state.actions)
        self.rows.display = bool(record.state.actions)
        self.describe()

    def said(self, text: str) -> str:
        """A text without a command is a new item."""
        return text if text.startswith("/") else f"/action {text}"

    @on(LineList.Opened)
    def _change(self, event: LineList.Opened) -> None:
        event.stop()
        if (item := self.rows.chosen) is not None:
            self.begin(f"/change {item.label} ")

    def describe(self) -> None:
        """The item in its own words."""
        item = self.rows.chosen
        if item is None:
            self._chosen.update(line("None yet: type one below, Enter adds it.", "dim"))
            return
        keys = ("   Enter changes it; also /done A1, /decline A1 why", "dim")
        told = " · ".join(str(part) for part in (item.text, item.priority, item.kind) if part)
        self._chosen.update(Content.assemble(line(f"{item.label} {told}"), keys))


def _item(item: ActionItem) -> Iterator[Part]:
    yield f"{_BOXES[item.status]} ", "quiet"
    yield f"{item.label:<4}", "strong"
    settled = item.status is not ActionStatus.OPEN
    yield from _needs(item) if not settled else [(f"{item.status}  ", "quiet")]
    yield one_line(item.text), "quiet" if settled else "plain"


def _needs(item: ActionItem) -> Sequence[Part]:
    """Owner and date; what refuses publishing stands out."""
    owner = (f"@{item.owner}", "plain") if item.owner else ("no owner", "late")
    due = (f"{item.due:%d %b}", "plain") if item.due else ("no date", "late")
    gap = ("  ", "plain")
    return [owner, gap, due, gap]
