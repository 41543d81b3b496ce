"""The entries that stand are chosen, retold and marked; the log itself stays as it was."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from incident_tui.domain.incident import Milestone
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

    hint = "14:20 what nobody logged   /mark …"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "begin_line('/tell')", "Say how it reads", show=False),
        Binding("t", "begin_line('/amend')", "Correct its time", show=False),
        Binding("m", "begin_line('/mark')", "Mark a milestone then", show=False),
        Binding("h", "hide", "Hide the entry, or show it again", show=False),
        Binding("j", "merge", "Merge it with the one above, or part them", show=False),
        Binding("x", "hidden", "Show hidden entries, or not", show=False),
    ]

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[TimelineRow] = RowList(entry_parts)
        self.with_hidden = False
        self._count = Static(classes="count")
        self._strip = Static(classes="strip")

    def body(self) -> ComposeResult:
        """How many are starred, the milestones, the rows, the chosen one in full, and the line."""
        yield self._count
        yield self._strip
        yield from super().body()

    def take(self, record: IncidentRecord) -> None:
        """Show these rows; the cursor stays."""
        super().take(record)
        standing = [row for row in record.rows if not row.overlay.retracted]
        self.rows.show([row for row in standing if self.with_hidden or not row.overlay.hidden])
        hidden = sum(row.overlay.hidden for row in standing)
        stars = line(f"{len(published(standing))} of {len(standing)} starred", "bold")
        noise = f" · {hidden} hidden (x)" if hidden else ""
        keys = (" · Enter stars\ne retell  t time  m mark  h hide  j merge", "dim")
        told = Content.assemble(stars, (noise, "dim"), keys)
        self._count.update(told)
        self._strip.update(Content("\n").join(_strip(record)))
        self.describe()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The letters are keys in the list only."""
        ours = action in {"begin_line", "hide", "merge", "hidden"}
        return super().check_action(action, parameters) and (not ours or self.rows.has_focus)

    def action_begin_line(self, command: str) -> None:
        """Begin a line about the entry under the cursor."""
        if (row := self.rows.chosen) is not None:
            name, at = f"#{row.entry.seq}", f"{row.occurred_at:%Y-%m-%d %H:%M:%S}"
            lines = {
                "/tell": f"/tell {name} {row.told}",
                "/amend": f'/amend {name} at:"{at}"',
                "/mark": f"{at} /mark ",
            }
            self.begin(lines[command])

    def action_hide(self) -> None:
        """Take noise out of sight."""
        if (row := self.rows.chosen) is not None:
            self.say(f"/{'unhide' if row.overlay.hidden else 'hide'} #{row.entry.seq}")

    def action_merge(self) -> None:
        """Tell it as part of the starred entry above, or on its own again."""
        row = self.rows.chosen
        if row is None:
            return
        if row.overlay.merged_into:
            self.say(f"/unmerge #{row.entry.seq}")
            return
        above = [r for r in self.rows.rows[: self.rows.cursor] if not r.overlay.merged_into]
        if above:
            host = next((r for r in reversed(above) if r.starred), above[-1])
            self.say(f"/merge #{row.entry.seq} #{host.entry.seq}")

    def action_hidden(self) -> None:
        """Show what was hidden, or hide it again."""
        self.with_hidden = not self.with_hidden
        self.take(self.record)

    @on(LineList.Opened)
    def _star(self, event: LineList.Opened) -> None:
        event.stop()
        if (row := self.rows.chosen) is not None:
            deed = "unstar" if row.starred else "star"
            self.say(f"/{deed} #{row.entry.seq}")

    def describe(self) -> None:
        """The entry with its number, its day and its author, and how it was logged."""
        row = self.rows.chosen
        if row is None:
            self._chosen.update(line("Nothing is logged yet.", "dim"))
            return
        at = f"#{row.entry.seq} {row.occurred_at:%Y-%m-%d %H:%M:%S} @{row.entry.author}"
        told = [Content.assemble(line(at, "dim"), "  ", line(row.told))]
        if row.overlay.told:
            told.append(Content.assemble(("logged as  ", "dim"), line(row.text)))
        self._chosen.update(Content("\n").join(told))


def _strip(record: IncidentRecord) -> Iterator[Content]:
    """`● started 14:00 ○ detected`: each milestone by glyph, word and time, two a line."""
    reached = record.state.milestones
    told = [
        line(f"● {each} {reached[each]:%H:%M}", "dim")
        if each in reached
        else line(f"○ {each}", "$text-warning")
        for each in Milestone
    ]
    for first in range(0, len(told), 2):
        yield Content("  ").join(told[first : first + 2])
