"""The guided post-mortem: a record goes down to its parts; what is typed comes up and is saved."""

import asyncio
from collections.abc import Awaitable, Mapping
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Static

from incident_tui.commands.outcome import ExportDocument
from incident_tui.domain.errors import IncidentTuiError, StoreLockedError
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem.meeting import agenda_line
from incident_tui.postmortem.progress import progress, resume
from incident_tui.postmortem.steps import STEPS
from incident_tui.services import postmortems
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.store import Store
from incident_tui.tui.debounce import Debounce
from incident_tui.tui.key_order import settled
from incident_tui.tui.manuscript import Manuscript
from incident_tui.tui.messages import Asked, Unsaved
from incident_tui.tui.screens.postmortem_frame import Foot, Head
from incident_tui.tui.screens.postmortem_page import Page
from incident_tui.tui.screens.score import Scored
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field_box import FieldBox
from incident_tui.tui.widgets.log_box import LogBox
from incident_tui.tui.widgets.preview import Preview
from incident_tui.tui.widgets.step_list import GoTo, StepList, folded

_SHOW_AFTER: Final = 0.3
"""Seconds of rest before marks, advice and preview follow what was typed."""
_SAVE_AFTER: Final = 0.8
"""Seconds of rest before it is saved."""
_AGAIN_AFTER: Final = 5.0
"""Seconds until a refused save is tried again."""
_READ_AGAIN_AFTER: Final = 0.1
"""Seconds until a store that was busy is asked again."""
_TICK: Final = 30.0


class PostmortemScreen(Scored):
    """Eleven steps beside the document they make."""

    CSS_PATH = stylesheets("parts", "postmortem")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-middle"), (110, "-wide")]  # noqa: RUF012  Textual's own type
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (32, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "step(1)", "Next step", id="postmortem.next"),
        Binding("ctrl+b", "step(-1)", "Step before", id="postmortem.back"),
        Binding("ctrl+g", "score", "What the score lacks", id="postmortem.score"),
        Binding("f4", "preview", "Preview", id="postmortem.preview"),
        # In a field this key would go to the end of the line.
        Binding("ctrl+e", "export", "Export", id="postmortem.export", priority=True),
        Binding("f2", "begin('actions')", "Add an action item", id="postmortem.action"),
        Binding("f8", "begin('readers')", "Comment on this step", id="postmortem.comment"),
        Binding("escape", "leave", "Back to the timeline", id="postmortem.leave"),
    ]

    record: reactive[IncidentRecord | None] = reactive(None)

    def __init__(
        self, store: Store, log: IncidentLog, drafts: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(id="postmortem")
        self.log_ = log
        self.manuscript = Manuscript(store, log, drafts or {})
        self.step = 0
        self.head = Head(log.name)
        self.fold = Static(id="fold")
        self.agenda = Static(id="agenda")
        self.steps = StepList()
        self.page = Page()
        self.preview = Preview()
        self.foot = Foot()
        self._turning = asyncio.Lock()
        self._show_soon = Debounce(self, _SHOW_AFTER, self.show)
        self._save_soon = Debounce(self, _SAVE_AFTER, lambda: self.run_worker(self.save()))

    def compose(self) -> ComposeResult:
        """Steps, page and preview side by side; how many fit is the stylesheet's to say."""
        yield self.head
        yield self.fold
        yield self.agenda
        with Horizontal(id="desk"):
            yield self.steps
            yield self.page.data_bind(PostmortemScreen.record)
            yield self.preview
        yield self.foot

    def on_mount(self) -> None:
        """The frame is shown at once; the fields come when the answers are read."""
        self.refresh_rows()
        self.set_interval(_TICK, self.show)

    def unsaved(self) -> dict[str, str]:
        """What would be lost if the program stopped now, by `incident id/field id`."""
        self._gather()
        return self.manuscript.drafts

    @work(group="read")
    async def refresh_rows(self) -> None:
        """Read what this window or another one changed."""
        try:
            await self.manuscript.read()
        except StoreLockedError:
            self.set_timer(_READ_AGAIN_AFTER, self.refresh_rows)
        except IncidentTuiError as error:
            self.foot.show(unsaved=bool(self.manuscript.unsaved), refused=str(error))
        else:
            if self.record is None and (record := self.manuscript.record) is not None:
                self.step = STEPS.index(resume(record))
                await self._turn()
            self.show()

    async def save(self) -> bool:
        """Store all that was typed; what is refused stays here, and is tried again."""
        self._gather()
        try:
            await self.manuscript.save()
        except IncidentTuiError as error:
            self.foot.show(unsaved=True, refused=str(error))
            self._save_soon.ask(_AGAIN_AFTER)
            return False
        self.show()
        return True

    def show(self) -> None:
        """Bring every part in step with the manuscript."""
        self._gather()
        record = self.manuscript.record
        if record is None or not self.is_running:
            return
        self.record = record
        steps = progress(record)
        self.head.show(record, steps, self.log_.session.now())
        self.steps.show(steps, self.step)
        self.fold.update(folded(steps, self.step))
        now, at = self.log_.session.now(), STEPS[self.step].id
        self.agenda.display = record.state.review.meeting
        self.agenda.update(line(agenda_line(record.state.review, at, now)))
        self.page.lacks(steps[self.step])
        self.foot.show(unsaved=bool(self.manuscript.unsaved))
        if self.preview.display:
            self.preview.show(postmortems.document(record), STEPS[self.step].heading)

    def _gather(self) -> None:
        """Take what was typed in the fields, even what no message has told of yet."""
        for field, text in self.page.fresh():
            self.manuscript.type(field, text)

    @on(FieldBox.Typed)
    def _typed(self) -> None:
        self._gather()
        self.foot.show(unsaved=True)
        self._show_soon.ask()
        self._save_soon.ask()
        self.post_message(Unsaved())

    @on(FieldBox.Reading)
    def _reading(self, event: FieldBox.Reading) -> None:
        event.box.understand(self.manuscript.understood(event.line))

    @on(FieldBox.Left)
    def _left(self) -> None:
        self._gather()
        if self.manuscript.unsaved:
            self.run_worker(self.save())

    @on(FieldBox.Asked)
    def _asked(self, event: FieldBox.Asked) -> None:
        self._gather()
        self._do(event.box, event.deed(self.manuscript))

    @work(group="do")
    async def _do(self, box: FieldBox, deed: Awaitable[None]) -> None:
        try:
            await deed
        except IncidentTuiError as error:
            box.refuse(error)
        else:
            box.accepted()
        self.show()

    @on(GoTo)
    def _go(self, event: GoTo) -> None:
        self.step = next((n for n, s in enumerate(STEPS) if s.id == event.step), self.step)
        self.run_worker(self._turn(event.field))

    async def _turn(self, field: str = "") -> None:
        async with self._turning:
            self._gather()
            record = self.manuscript.record
            if record is not None:
                await self.page.turn(self.step, record, field)
        self.show()
        if self.manuscript.unsaved:
            await self.save()

    def action_step(self, by: int) -> None:
        """To the next step, or to the one before."""
        step = max(0, min(self.step + by, len(STEPS) - 1))
        if step != self.step:
            self._go(GoTo(STEPS[step].id))

    @work(group="turn")
    async def action_begin(self, field: str) -> None:
        """Begin an action item, or a comment on the step one is at."""
        at = STEPS[self.step].id
        step = next(s.id for s in STEPS if any(f.id == field for f in s.fields))
        self.step = next(n for n, s in enumerate(STEPS) if s.id == step)
        text = f"/comment {at} " if field == "readers" else ""
        await self._turn(field)
        for box in self.page.boxes:
            if box.field.id == field and isinstance(box, LogBox):
                box.begin(text)

    def action_preview(self) -> None:
        """Show the document or hide it; where there is room for one only, instead of the fields."""
        self.toggle_class("-turned")
        self.call_after_refresh(self.show)

    @work(group="export")
    async def action_export(self) -> None:
        """Choose a format, and see the document before it leaves."""
        await settled(self.app)
        if await self.save():
            self.post_message(Asked(ExportDocument(), self.log_))

    @work(group="leave")
    async def action_leave(self) -> None:
        """Save and go back; what cannot be saved is not left behind."""
        if await self.save():
            self.dismiss()
