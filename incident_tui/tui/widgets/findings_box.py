"""Each finding is reworded where it stands, or stays for a reason that is written below."""

from collections.abc import Iterator
from typing import ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.postmortem import fields, steps
from incident_tui.postmortem.allowances import kept_line
from incident_tui.postmortem.blameless import findings, kept_findings, reworded
from incident_tui.postmortem.findings import Finding
from incident_tui.tui.manuscript import Manuscript
from incident_tui.tui.text import line
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.prose import Prose
from incident_tui.tui.widgets.row_list import Part, RowList
from incident_tui.tui.widgets.step_list import GoTo
from incident_tui.tui.widgets.text_box import TextBox

_HOME: Final = {field.id: step.id for step in steps.STEPS for field in step.fields}
"""On which step each field is."""


class Judged(NamedTuple):
    """A finding, and why its words stay, where they do."""

    finding: Finding
    reason: str


class FindingsBox(TextBox):
    """The findings, and below them the reasons why some words stay."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "reword", "Reword it", show=False),
        Binding("k", "stay", "Keep it, with a reason", show=False),
    ]

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[Judged] = RowList(_told)
        self._chosen = Static(classes="chosen")

    def body(self) -> ComposeResult:
        """The findings, what to ask instead of the chosen one, the reasons."""
        yield self.rows
        yield self._chosen
        yield from super().body()

    def take(self, record: IncidentRecord) -> None:
        """Show what is found in this record."""
        super().take(record)
        stay = kept_findings(record)
        self.rows.show([Judged(each, stay.get(each, "")) for each in findings(record)])
        self.rows.display = bool(self.rows.rows)
        self.editor.display = bool(self.text)
        self._describe()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A finding is chosen in the list."""
        if action in {"reword", "stay"}:
            return self.rows.chosen is not None
        return super().check_action(action, parameters)

    def action_reword(self) -> None:
        """Rewrite the clause where it stands, and go there for what is left to say."""
        if (chosen := self.rows.chosen) is None:
            return
        found = chosen.finding

        async def rewrite(manuscript: Manuscript) -> None:
            record = manuscript.record
            before = record.postmortem.answers.get(found.where, "") if record else ""
            manuscript.type(found.where, reworded(before, found))
            await manuscript.save()

        if found.rewrite is not None:
            self.post_message(self.Asked(self, rewrite))
        self._visit(found)

    def action_stay(self) -> None:
        """Write the line that keeps it, but for the reason."""
        chosen = self.rows.chosen
        if chosen is None or chosen.reason or not isinstance(self.editor, Prose):
            return
        before = self.editor.text.rstrip()
        self.editor.display = True
        self.editor.load_text(f"{before}\n{kept_line(chosen.finding)}".lstrip())
        self.editor.move_cursor(self.editor.document.end)
        self.editor.focus()

    @on(LineList.Opened)
    def _go(self, event: LineList.Opened) -> None:
        event.stop()
        if (chosen := self.rows.chosen) is not None:
            self._visit(chosen.finding)

    def _visit(self, found: Finding) -> None:
        self.post_message(GoTo(_HOME.get(found.where, ""), found.where))

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._describe()

    def _describe(self) -> None:
        chosen = self.rows.chosen
        if chosen is None:
            self._chosen.update(line("✔ No sentence blames a person.", "$text-success"))
            return
        found = chosen.finding
        if chosen.reason:
            told = line(f"It stays: {chosen.reason}", "$text-success")
            keys = "Enter goes there"
        else:
            question = found.suggestion.partition(" Try: ")[0]
            told = line(f"It {found.reason}. {question}")
            if found.rewrite is not None:
                told = Content.assemble(told, "\n", line(f"Try: “{found.rewrite.text}”", "bold"))
            take = "f takes the rewrite · " if found.rewrite else ""
            keys = f"{take}k keeps it, with a reason · Enter goes there"
        self._chosen.update(Content.assemble(told, "\n", line(keys, "dim")))


def _told(row: Judged) -> Iterator[Part]:
    found = row.finding
    yield ("✔ ", "good") if row.reason else ("! ", "late")
    yield f"“{one_line(found.text)}”", "plain" if row.reason else "strong"
    yield f"  {steps.field(found.where).label}  {found.rule}", "quiet"
