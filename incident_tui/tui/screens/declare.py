"""An incident is declared in one step: a title is enough, and Enter declares from anywhere."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import ClassVar

import msgspec
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from incident_tui.domain.errors import TimeError
from incident_tui.domain.incident import Severity
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.domain.text import storable
from incident_tui.domain.when import SKEW, length, parse_when
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.severity_choice import SeverityChoice


class Declaration(msgspec.Struct, frozen=True):
    """What was declared; `started_at` is aware UTC, None means that nobody said."""

    title: str
    severity: Severity
    service: str = ""
    started_at: datetime | None = None


class Typed(msgspec.Struct, frozen=True):
    """The fields as they were left, to begin with when the dialog is opened again."""

    title: str = ""
    severity: Severity = Severity.SEV3
    service: str = ""
    started: str = ""


class DeclareDialog(ModalScreen[Declaration | None]):
    """Asks for a declaration; None when it was left, and then `typed` holds what was typed."""

    CSS_PATH = stylesheets("parts", "declare")

    AUTO_FOCUS = "#title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("enter", "declare", "Declare", show=False),
        Binding("down", "app.focus_next", "Next field", show=False),
        Binding("up", "app.focus_previous", "Field before", show=False),
    ]

    def __init__(
        self,
        now: Callable[[], datetime],
        initial: Typed | None = None,
        practice: Practice = PRACTICE,
    ) -> None:
        super().__init__()
        self._practice = practice
        self.typed = initial or Typed()
        self._now = now

    def compose(self) -> ComposeResult:
        """One row a field, with what it understood below it."""
        typed = self.typed
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Declare an incident"
            with Horizontal():
                yield Label("Title")
                yield Field(typed.title, hint="what is broken, for whom", id="title")
            yield Static(id="title-said", classes="said")
            with Horizontal(id="severity"):
                yield Label("Severity")
                yield SeverityChoice(typed.severity, self._practice)
            with Horizontal():
                yield Label("Service")
                yield Field(typed.service, hint="optional", id="service")
            with Horizontal():
                yield Label("Started")
                yield Field(typed.started, hint="now, or -5m, or 14:02", id="started")
            yield Static(id="started-said", classes="said")
            yield KeyLine(("Enter", "declare"), ("Esc", "back"), ("Tab", "next field"))

    def on_mount(self) -> None:
        """Say what the fields already hold."""
        self._understand()

    def on_input_changed(self, event: Field.Changed) -> None:
        """Remember what is typed, and say what was understood."""
        event.stop()
        self._remember()
        if event.input.id == "title":
            self._say("title", "")
        self._understand()

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Enter declares from any field."""
        event.stop()
        self.action_declare()

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog leaves it."""
        if event.widget is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Back, declaring nothing."""
        self._remember()
        self.dismiss(None)

    def action_declare(self) -> None:
        """Declare, or go to the field that does not allow it yet."""
        self._remember()
        title = storable(self.typed.title).strip()
        if not title:
            self._refuse("title", "an incident needs a title")
            return
        try:
            started = self._started()
        except TimeError as error:
            self._refuse("started", str(error))
            return
        service = storable(self.typed.service).strip()
        self.dismiss(Declaration(title, self.typed.severity, service, started))

    def _remember(self) -> None:
        title, service, started = (
            self.query_one(f"#{name}", Field).value for name in ("title", "service", "started")
        )
        self.typed = Typed(title, self.query_one(SeverityChoice).value, service, started)

    def _started(self) -> datetime | None:
        said = self.typed.started.strip()
        if not said:
            return None
        moment = parse_when(said, self._now())
        if moment > self._now() + SKEW:
            raise TimeError(f"{moment:%Y-%m-%d %H:%M} is still to come; leave it empty for now")
        return moment

    def _understand(self) -> None:
        """Under the time field: which moment was read, or why none was."""
        try:
            moment = self._started()
        except TimeError as error:
            self._say("started", str(error), wrong=True)
        else:
            self._say("started", _told(moment, self._now()) if moment else "")

    def _refuse(self, name: str, why: str) -> None:
        self._say(name, why, wrong=True)
        self.query_one(f"#{name}").focus()

    def _say(self, name: str, text: str, *, wrong: bool = False) -> None:
        said = self.query_one(f"#{name}-said", Static)
        said.update(line(text))
        said.set_class(wrong, "-wrong")


def _told(moment: datetime, now: datetime) -> str:
    """`Thu 15 Jan 14:02:00 UTC, 12 min ago`."""
    ago = f", {length(now - moment)} ago" if now - moment >= timedelta(seconds=1) else ""
    return f"{moment:%a} {moment.day} {moment:%b %H:%M:%S} UTC{ago}"
