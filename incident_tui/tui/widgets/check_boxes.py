"""What is still wrong is a list whose every row leads to the place where it can be put right."""

from collections.abc import Iterable
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem import fields
from incident_tui.postmortem.progress import progress
from incident_tui.tui.manuscript import Manuscript
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field_box import FieldBox
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.row_list import Part, RowList
from incident_tui.tui.widgets.step_list import GoTo


class Check(NamedTuple):
    """What is missing at a step, or, without one, that the document may go out."""

    step: str
    heading: str
    said: str


class PublishBox(FieldBox):
    """What refuses publishing; where nothing does, the row that publishes."""

    def __init__(self, field: fields.Field, record: IncidentRecord) -> None:
        super().__init__(field, record)
        self.rows: RowList[Check] = RowList(_check)

    def body(self) -> ComposeResult:
        """The rows."""
        yield self.rows

    def take(self, record: IncidentRecord) -> None:
        """Show what this record lacks."""
        super().take(record)
        self.rows.show(checklist(record))

    def remarks(self) -> list[Content]:
        """Where it stands, and what to do next."""
        out = self.record.state.published
        if out is not None:
            by = f" by @{out.owner}" if out.owner else ""
            said = f"✔ Published {out.at:%Y-%m-%d %H:%M} UTC{by}."
            return [
                line(said, "$text-success"),
                line("^E writes it to a file and copies it.", "dim"),
            ]
        if checklist(self.record)[0].step:
            return [line("Enter goes to the step of a row.", "dim")]
        return [line("Nothing is missing. Enter publishes it.", "$text-success")]

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()

    @on(LineList.Opened)
    def _act(self, event: LineList.Opened) -> None:
        event.stop()
        chosen = self.rows.chosen
        if chosen is not None:
            publish = self.Asked(self, Manuscript.publish)
            self.post_message(GoTo(chosen.step) if chosen.step else publish)


def checklist(record: IncidentRecord) -> tuple[Check, ...]:
    """A row for each sentence that refuses publishing, else the one that publishes."""
    lacking = tuple(
        Check(at.step.id, at.step.heading, sentence)
        for at in progress(record)
        for sentence in at.missing
    )
    again = record.state.published is not None
    said = "Publish it again, as it is now" if again else "Publish this post-mortem"
    return lacking or (Check("", "", said),)


def _check(check: Check) -> Iterable[Part]:
    if not check.step:
        return [("✔ ", "good"), (check.said, "strong")]
    return [("○ ", "quiet"), (check.said, "plain")]
