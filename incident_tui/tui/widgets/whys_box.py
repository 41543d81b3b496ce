"""A tree of whys is written as lines; what the line under the cursor rests on is shown below it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.timeline import TimelineRow
from incident_tui.postmortem import fields
from incident_tui.postmortem.whys import Why, ends_at_person, indented, is_factor, whys
from incident_tui.tui.manuscript import Manuscript
from incident_tui.tui.screens.entry_choice import EntryChoice
from incident_tui.tui.text import line
from incident_tui.tui.widgets.prose import Prose
from incident_tui.tui.widgets.text_box import TextBox


class WhysEditor(Prose):
    """Lines whose place in the tree Tab changes; what hangs below a line moves with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "indent(1)", "One why deeper", show=False),
        Binding("shift+tab", "indent(-1)", "One why back", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__(text, indents=True, items=True)

    def on_mount(self) -> None:
        """Go on below the last answer."""
        self.move_cursor(self.document.end)

    def action_indent(self, by: int) -> None:
        """Move the line, and all below it, one level."""
        row, column = self.cursor_location
        before = self.document.get_line(row)
        moved = indented(self.text, row, by)
        end = self.document.end
        if moved != self.text:
            self.replace(moved, (0, 0), end)
            shift = len(self.document.get_line(row)) - len(before)
            self.move_cursor((row, max(0, column + shift)))


class WhysBox(TextBox):
    """Chains of whys; a key attaches evidence to an answer, another makes it a factor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "evidence", "Attach evidence", show=False, priority=True),
        Binding("f6", "factor", "Make it a factor", show=False, priority=True),
    ]

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self._chosen = Static(classes="chosen")

    def editor_of(self, text: str) -> WhysEditor:
        """An editor that knows levels."""
        return WhysEditor(text)

    def body(self) -> ComposeResult:
        """The lines, and what is known of the one under the cursor."""
        yield from super().body()
        yield self._chosen

    def take(self, record: IncidentRecord) -> None:
        """Show this record."""
        super().take(record)
        self._describe()

    @property
    def why(self) -> Why | None:
        """The answer under the cursor."""
        row = self.editor.cursor_location[0] if isinstance(self.editor, TextArea) else 0
        return next((why for why in whys(self.text) if why.row == row), None)

    def action_evidence(self) -> None:
        """Choose an entry that proves the answer."""
        rows = [row for row in self.record.rows if not row.overlay.retracted]
        self.app.push_screen(EntryChoice("Evidence for this answer", rows), self._prove)

    def action_factor(self) -> None:
        """The answer is one of the contributing factors from here on."""
        why = self.why
        if why is None or not why.answers or is_factor(why, self._factors):
            return

        async def promote(manuscript: Manuscript) -> None:
            await manuscript.append("factors", why.said)

        self.post_message(self.Asked(self, promote))

    @property
    def _factors(self) -> tuple[str, ...]:
        return self.record.postmortem.lines("factors")

    def _prove(self, seq: int | None) -> None:
        if seq is not None and isinstance(self.editor, TextArea):
            row = self.editor.cursor_location[0]
            end = len(self.editor.document.get_line(row).rstrip())
            self.editor.insert(f" #{seq}", (row, end))
        self.editor.focus()

    @on(TextArea.SelectionChanged)
    def _moved(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        self._describe()

    def _describe(self) -> None:
        self._chosen.update(Content("\n").join(self._known_of_it()))

    def _known_of_it(self) -> list[Content]:
        keys = "Tab deeper · Shift+Tab back · ^O evidence"
        why = self.why
        if why is None or not why.answers:
            return [line(keys, "dim")]
        if is_factor(why, self._factors):
            what = line("✔ a contributing factor", "$text-success")
        elif ends_at_person(why, self.record.state.people):
            what = line("ends at a person", "$text-warning")
        else:
            what = line("F6 makes it a factor" if why.leaf else "", "dim")
        told = [Content(" · ").join(part for part in (what, line(keys, "dim")) if part.plain)]
        rows = {row.entry.seq: row for row in self.record.rows}
        proofs = [row for seq in why.entries if (row := rows.get(seq)) is not None]
        return [*told, *(_proof(row) for row in proofs)]


def _proof(row: TimelineRow) -> Content:
    at = f"#{row.entry.seq} {row.occurred_at:%H:%M} {row.word}"
    return Content.assemble(line(at, "dim"), "  ", line(row.text))
