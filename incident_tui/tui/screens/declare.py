"""An incident is declared in one step: a title is enough, and Enter declares from anywhere."""

from datetime import datetime, timedelta
from typing import ClassVar

import msgspec
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from incident_tui.commands.names import people
from incident_tui.commands.outcome import DeclaredPrivate
from incident_tui.commands.privacy import with_author
from incident_tui.domain.errors import TimeError
from incident_tui.domain.facts import Declared
from incident_tui.domain.incident import Severity
from incident_tui.domain.text import storable
from incident_tui.domain.when import SKEW, length, parse_when
from incident_tui.services.session import Session
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.severity_choice import SeverityChoice


class Typed(msgspec.Struct, frozen=True):
    """The fields as they were left, to begin with when the dialog is opened again."""

    title: str = ""
    severity: Severity = Severity.SEV3
    service: str = ""
    started: str = ""
    private: str = ""


class DeclareDialog(ModalScreen[Declared | None]):
    """Asks for a declaration; None when it was left, and then `typed` holds what was typed.

    Who may see it is asked where the store is a team's, as only that can keep it from others.
    """

    CSS_PATH = stylesheets("parts", "declare")

    AUTO_FOCUS = "#title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("enter", "declare", "Declare", show=False),
        Binding("down", "app.focus_next", "Next field", show=False),
        Binding("up", "app.focus_previous", "Field before", show=False),
    ]

    def __init__(
        self, session: Session, initial: Typed | None = None, *, team: bool = False
    ) -> None:
        super().__init__()
        self._session = session
        self._team = team
        self.typed = initial or Typed()

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
                yield SeverityChoice(typed.severity, self._session.practice)
            with Horizontal():
                yield Label("Service")
                yield Field(typed.service, hint="optional", id="service")
            with Horizontal():
                yield Label("Started")
                yield Field(typed.started, hint="now, or -5m, or 14:02", id="started")
            yield Static(id="started-said", classes="said")
            if self._team:
                with Horizontal():
                    yield Label("Private")
                    yield Field(typed.private, hint="open to all, or @ana @ben", id="private")
                yield Static(id="private-said", classes="said")
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
            self._say("title", "an incident needs a title", wrong=True)
            self.query_one("#title").focus()
        elif wrong := self._understand():
            self.query_one(f"#{wrong}").focus()
        else:
            self.dismiss(self._declared(title))

    def _declared(self, title: str) -> Declared:
        service = storable(self.typed.service).strip()
        declared = (title, self.typed.severity, service, self._started())
        if not (named := self._people()):
            return Declared(*declared)
        return DeclaredPrivate(*declared, with_author(named, self._session.author))

    def _remember(self) -> None:
        typed = {field.id: field.value for field in self.query(Field) if field.id}
        self.typed = Typed(severity=self.query_one(SeverityChoice).value, **typed)

    def _started(self) -> datetime | None:
        said = self.typed.started.strip()
        if not said:
            return None
        moment = parse_when(said, self._session.now())
        if moment > self._session.now() + SKEW:
            raise TimeError(f"{moment:%Y-%m-%d %H:%M} is still to come; leave it empty for now")
        return moment

    def _people(self) -> tuple[str, ...]:
        said = self.typed.private.strip()
        return people(said) if said else ()

    def _understand(self) -> str:
        """Under each field: what was read, or why none was; the name of the first such field."""
        wrong = []
        for name, read in (("started", self._moment_told), ("private", self._people_told)):
            try:
                self._say(name, read())
            except ValueError as error:
                self._say(name, str(error), wrong=True)
                wrong.append(name)
        return next(iter(wrong), "")

    def _moment_told(self) -> str:
        moment = self._started()
        return _told(moment, self._session.now()) if moment else ""

    def _people_told(self) -> str:
        named = " ".join(f"@{who}" for who in self._people())
        return f"only {named} and you may see it" if named else ""

    def _say(self, name: str, text: str, *, wrong: bool = False) -> None:
        for said in self.query(f"#{name}-said").results(Static):
            said.update(line(text))
            said.set_class(wrong, "-wrong")


def _told(moment: datetime, now: datetime) -> str:
    """`Thu 15 Jan 14:02:00 UTC, 12 min ago`."""
    ago = f", {length(now - moment)} ago" if now - moment >= timedelta(seconds=1) else ""
    return f"{moment:%a} {moment.day} {moment:%b %H:%M:%S} UTC{ago}"
