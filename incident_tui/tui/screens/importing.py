"""What was said elsewhere is seen before it comes in, and comes in whole or not at all."""

from typing import ClassVar, Final

import msgspec
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static
from textual.worker import get_current_worker

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.intake import previewing, taking
from incident_tui.services.intake.import_facts import Choice
from incident_tui.services.intake.previewing import Preview, Wanted
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.key_line import KeyLine, key_line
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.path_picker import PathPicker
from incident_tui.tui.widgets.preview_list import PreviewList

_FIELDS: Final = (
    ("title", "Title", "of the incident it becomes"),
    ("format", "Format", "told by the file itself"),
    ("zone", "Zone", "of its times: Europe/London, UTC or +02:00"),
    ("start", "Began", "the day, or when the recording began: 2026-01-15T14:00"),
    ("channel", "Channel", "all; or name one"),
)
_PATH_KEYS: Final = (("Enter", "look at it"), ("Tab", "into the folder"), ("Esc", "back"))
_LIST_KEYS: Final = (
    *(("Enter", "import"), ("Space", "take"), ("a d", "all, none")),
    *(("s", "stars"), ("f", "fewer"), ("Esc", "back")),
)
_HINT: Final = "a file or a folder: Slack export, chat, alerts, transcript, CSV"


class CameIn(msgspec.Struct, frozen=True):
    """What an import did, as a sentence, and the incident it went to."""

    said: str
    incident_id: str


class ImportDialog(ModalScreen[CameIn | None]):
    """Asks what to bring in and shows it; without a log it becomes an incident of its own."""

    CSS_PATH = stylesheets("parts", "importing")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("down", "app.focus_next", "Next field", show=False),
        Binding("up", "app.focus_previous", "Field before", show=False),
    ]

    def __init__(
        self, store: Store, session: Session, log: IncidentLog | None, wanted: Wanted
    ) -> None:
        super().__init__()
        self._store = store
        self._session = session
        self._log = log
        self._wanted = wanted
        self._preview: Preview | None = None
        self._picker = PathPicker(wanted.path, label="From", hint=_HINT)
        self._list = PreviewList()
        self._busy = False

    def compose(self) -> ComposeResult:
        """The fields, what was understood, and what would come in."""
        with Vertical(classes="dialog") as dialog:
            into = f"into {self._log.name}" if self._log else "a new incident"
            dialog.border_title = line(f"Import {into}")
            yield self._picker
            with Vertical(id="fields"):
                for name, label, hint in _FIELDS:
                    with Horizontal(id=f"{name}-row"):
                        yield Label(line(label))
                        yield Field("", hint=hint, id=name)
            yield Static(id="said")
            yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        """Read what was named, or ask for it."""
        known = bool(self._wanted.path or self._wanted.pasted)
        self._picker.display = not self._wanted.pasted
        self._choosing(not known)
        self.query_one("#fields").display = self._list.display = False
        if known:
            self._read()
        else:
            self._say("Type a path, or choose with \u2191 \u2193; Tab goes on into a folder.")
        if not self._wanted.pasted:
            self._picker.field.focus()

    def on_unmount(self) -> None:
        """Let the file go."""
        if self._preview is not None:
            self._preview.capture.source.close()

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog leaves it."""
        if event.widget is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Bring nothing in; what is coming in comes in whole."""
        if not self._busy:
            self.dismiss(None)

    @on(PathPicker.Chosen)
    @on(Input.Submitted)
    def _entered(self, event: PathPicker.Chosen | Input.Submitted) -> None:
        """Read again, with what the fields say."""
        event.stop()
        self._read()

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()

    @on(PreviewList.Changed)
    def _changed(self, event: PreviewList.Changed) -> None:
        event.stop()
        self._summarise()

    @on(PreviewList.Asked)
    def _asked(self, event: PreviewList.Asked) -> None:
        event.stop()
        if self._preview is not None and not self._busy and not self._ask(self._preview):
            self._busy = True
            self.run_worker(self._import(self._preview), group="import")

    def _read(self) -> None:
        said = {name: _typed(self, name) for name, *_ in _FIELDS if name != "title"}
        path = self._picker.field.value.strip()
        self._wanted = msgspec.structs.replace(self._wanted, path=path, **said)
        self._say("reading \u2026")
        self._survey(self._wanted)

    @work(thread=True, exclusive=True, group="read")
    def _survey(self, wanted: Wanted) -> None:
        worker = get_current_worker()
        shown = 0

        def watch(done: int, size: int) -> None:
            nonlocal shown
            percent = done * 100 // max(size, 1)
            if percent >= shown + 5 and not worker.is_cancelled:
                shown = percent
                self.app.call_from_thread(self._say, f"reading {percent} %")

        try:
            made = previewing.previewed(wanted, self._session, watch)
        except IncidentTuiError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._refuse, str(error))
            return
        if worker.is_cancelled:
            made.capture.source.close()
        else:
            self.app.call_from_thread(self._show, made)

    def _choosing(self, choosing: bool) -> None:
        self._picker.choose(choosing=choosing)
        self.query_one(KeyLine).update(key_line(*(_PATH_KEYS if choosing else _LIST_KEYS)))

    def _refuse(self, why: str) -> None:
        """Say what is wrong, and go back to where it can be put right."""
        self._say(why, wrong=True)
        if not self._wanted.pasted and self._preview is None:
            self._choosing(True)
            self._picker.field.focus()

    def _show(self, made: Preview) -> None:
        if self._preview is not None:
            self._preview.capture.source.close()
        self._preview = made
        self._choosing(False)
        self.query_one("#fields").display = self._list.display = True
        self.query_one("#title-row").display = self._log is None
        if not _typed(self, "title"):
            named = made.seen.found.title or made.capture.source.name
            self.query_one("#title", Field).value = named
        self.query_one("#zone-row").display = made.seen.found.zone is None
        self.query_one("#start-row").display = not made.seen.found.dated
        self.query_one("#channel-row").display = made.capture.importer.name == "slack"
        self.query_one("#format", Field).value = made.capture.importer.name
        self._list.take(made.rows)
        self._summarise()
        if self._log and previewing.wants_day(made):
            self.query_one("#start", Field).value = previewing.day_of(self._log)
            self._read()
        elif not self._ask(made):
            self._list.focus()

    def _ask(self, made: Preview) -> bool:
        """Whether something must be said first; then the field for it has the focus."""
        for name, missing in (
            ("zone", made.seen.found.clocked and not (made.seen.found.zone or self._wanted.zone)),
            ("start", not made.seen.found.dated and not self._wanted.start),
        ):
            if missing and made.questions:
                self.query_one(f"#{name}").focus()
                return True
        return False

    def _summarise(self) -> None:
        if self._preview is not None:
            starred, taken = len(self._list.starred), len(self._list.taken)
            self._say(previewing.summary(self._preview, starred, taken))

    async def _import(self, made: Preview) -> None:
        def watch(done: int, size: int) -> None:
            self.app.call_from_thread(self._say, f"importing {done * 100 // max(size, 1)} %")

        chosen = self._list.starred
        choice = Choice(
            lambda entry: entry.external_ref in chosen,
            self._list.taken,
            declare=None if self._log else _typed(self, "title"),
        )
        try:
            number = self._log.number if self._log else None
            prepared = taking.prepare(
                self._store, self._session, made.capture, made.seen, number, choice, watch
            )
            taken = await taking.record(self._store, prepared)
        except IncidentTuiError as error:
            self._busy = False
            self._say(str(error), wrong=True)
            return
        said = previewing.came_in(taken, prepared.refused)
        self.dismiss(CameIn(said, prepared.incident_id))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(line(text))
        said.set_class(wrong, "-wrong")


def _typed(dialog: ImportDialog, name: str) -> str:
    return dialog.query_one(f"#{name}", Field).value.strip()
