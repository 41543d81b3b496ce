"""One step at a time: its question, its fields, and what publishing still needs from it."""

from collections.abc import Iterator
from typing import Final

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.review import Review
from incident_tui.postmortem.fields import Field, FieldKind
from incident_tui.postmortem.progress import StepProgress
from incident_tui.postmortem.steps import STEPS
from incident_tui.tui.text import line, plain
from incident_tui.tui.widgets.actions_box import ActionsBox
from incident_tui.tui.widgets.before_box import BeforeBox
from incident_tui.tui.widgets.field_box import FieldBox
from incident_tui.tui.widgets.findings_box import FindingsBox
from incident_tui.tui.widgets.publish_box import PublishBox
from incident_tui.tui.widgets.readers_box import ReadersBox
from incident_tui.tui.widgets.suggestions_box import SuggestionsBox
from incident_tui.tui.widgets.text_box import TextBox
from incident_tui.tui.widgets.timeline_box import TimelineBox
from incident_tui.tui.widgets.whys_box import WhysBox


class Page(VerticalScroll, can_focus=False):
    """The step that is worked on; its boxes are shown the record it is bound to."""

    record: reactive[IncidentRecord | None] = reactive(None)

    def __init__(self) -> None:
        super().__init__(id="page")
        self._lacking = Static(id="lacking")

    @property
    def boxes(self) -> list[FieldBox]:
        """The fields on it."""
        return list(self.query_children(FieldBox))

    async def turn(self, step: int, record: IncidentRecord, field: str = "") -> None:
        """Show another step; the focus goes to that field, or to the first."""
        at = STEPS[step]
        self._lacking = Static(id="lacking")
        boxes = [box(each, record) for each in at.fields]
        boxes[0].alone = len(boxes) == 1
        async with self.batch():
            await self.remove_children()
            await self.mount(
                Static(line(f"{step + 1} · {at.heading}", "bold"), id="heading"),
                Static(line(at.question, "dim"), id="question"),
                *boxes,
                self._lacking,
            )
        self.scroll_home(animate=False)
        chosen = next((b for b in boxes if b.field.id == field), boxes[0])
        inside = (w for w in chosen.query("*") if w.focusable and w.display)
        if (first := next(inside, None)) is not None:
            first.focus()

    def fresh(self) -> Iterator[tuple[str, str]]:
        """Field and text of everything typed since this was last asked."""
        for each in self.boxes:
            text = each.fresh()
            if text is not None:
                yield each.field.id, text

    def watch_record(self, record: IncidentRecord | None) -> None:
        """Let each field show it."""
        if record is not None:
            for each in self.boxes:
                each.take(record)

    @on(SuggestionsBox.TakenUp)
    def _take_up(self, event: SuggestionsBox.TakenUp) -> None:
        event.stop()
        said = event.suggestion
        for each in self.query(ActionsBox):
            each.begin(f"{said.text} kind:{said.kind} origin:{said.key} ")

    def lacks(self, at: StepProgress) -> None:
        """Say what refuses publishing here."""
        told = [line("Needed to publish", "dim")] if at.missing else []
        told += [plain(f"○ {sentence}") for sentence in at.missing]
        review = self.record.state.review if self.record is not None else Review()
        said = [comment for comment in review.open_comments if comment.step == at.step.id]
        told += [line(f"✎ #{c.seq} @{c.author}: {c.text}", "$text-warning") for c in said]
        self._lacking.display = bool(told) and at.step.id != "publish"
        self._lacking.update(Content("\n").join(told))


_BOXES: Final[dict[FieldKind, type[FieldBox]]] = {
    FieldKind.WHYS: WhysBox,
    FieldKind.TIMELINE: TimelineBox,
    FieldKind.ACTIONS: ActionsBox,
    FieldKind.SUGGESTIONS: SuggestionsBox,
    FieldKind.BEFORE: BeforeBox,
    FieldKind.READERS: ReadersBox,
    FieldKind.FINDINGS: FindingsBox,
    FieldKind.PUBLISH: PublishBox,
}


def box(field: Field, record: IncidentRecord) -> FieldBox:
    """The widget that answers a field of that kind; most are answered by text."""
    return _BOXES.get(field.kind, TextBox)(field, record)
