"""An update is begun from the record, checked as it is typed, and logged when it was posted."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static, TextArea

from incident_tui.commands.names import person
from incident_tui.commands.updates import sent
from incident_tui.domain.errors import CommandError, IncidentTuiError, TimeError
from incident_tui.domain.fact import Fact
from incident_tui.domain.flavours import WRITTEN, Flavour
from incident_tui.domain.text import storable
from incident_tui.domain.when import SKEW, parse_when
from incident_tui.services.incident_log import IncidentLog
from incident_tui.tui.clipboard import copy
from incident_tui.tui.messages import Unsaved
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.update_texts import UpdateTexts
from incident_tui.tui.widgets.choice_line import ChoiceLine
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.prose import Prose
from incident_tui.tui.widgets.warnings import Warnings

_TO_APPROVE: Final = "Has it been approved? Enter says by whom, and that it is posted"
_NEEDS: Final = "^T makes the need under the cursor a task, where it names @somebody"
"""What is said of a report while nothing else is."""

Record = Callable[[Fact, datetime], Awaitable[None]]


class UpdateDialog(ModalScreen[str]):
    """Writes one update; dismissed with what to say of it, empty when it was only left.

    `kept` holds the texts that were begun and not logged, by flavour.
    """

    CSS_PATH = stylesheets("parts", "update")

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012  Textual's own type
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012  Textual's own type
    AUTO_FOCUS = "Prose"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "log", "Log it as posted", priority=True, id="update.log"),
        Binding("ctrl+y", "copy", "Copy the text", priority=True, id="update.copy"),
        Binding("ctrl+r", "rewrite", "Write it anew", priority=True, id="update.rewrite"),
        Binding("ctrl+t", "task", "Make a need a task", priority=True, id="update.task"),
        Binding("f2", "turn(1)", "The next kind of update", priority=True, id="update.next"),
        Binding("escape", "leave", "Back; the text is kept", id="update.back"),
    ]

    def __init__(
        self, log: IncidentLog, record: Record, kept: dict[str, str], flavour: Flavour
    ) -> None:
        super().__init__()
        first = flavour if flavour in WRITTEN else Flavour.CALL
        self._log = log
        self._record = record
        self._texts = UpdateTexts(log, kept, first)
        self._choice = ChoiceLine(WRITTEN, first)
        self._editor = Prose(self._texts.text)
        self._warnings = Warnings()
        self._logging = False

    def compose(self) -> ComposeResult:
        """The kind, the text, what is wrong with it, and who vouches for it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = line(f"Update · {self._log.name}")
            yield self._choice
            yield self._editor
            yield self._warnings
            with Horizontal(id="vouched"):
                yield Label("Approved by")
                yield Field(hint="nobody", id="approver")
                yield Label("Posted")
                yield Field(hint="now", id="posted")
                yield Label("Where", classes="where")
                yield Field(hint="anywhere", id="channel")
            yield Static(id="said")
            yield KeyLine(
                *(("^S", "log"), ("^Y", "copy"), ("^R", "write anew"), ("F2", "other kind")),
                *(("^T", "need → task"), ("Esc", "keep")),
            )

    def on_mount(self) -> None:
        """Begin at the end of what is there already."""
        self._shown()

    def unsaved(self) -> dict[str, str]:
        """The texts that were begun, as a draft keeps them."""
        return self._texts.unsaved()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Check what is typed, and keep it."""
        event.stop()
        self._texts.text = self._editor.text
        self._warnings.check(self._texts.flavour, self._editor.text, self._log.state)
        self.post_message(Unsaved())

    def on_choice_line_chosen(self, event: ChoiceLine.Chosen) -> None:
        """Show the text of that kind; the one before is kept."""
        event.stop()
        self._texts.flavour = Flavour(event.value)
        self._shown()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a field beside the text logs it."""
        event.stop()
        await self._log_it()

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog leaves it."""
        if event.widget is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Back; what was begun waits for the next time."""
        self._texts.keep()
        self.dismiss("the update you began is kept: /update" if self.unsaved() else "")

    def action_copy(self) -> None:
        """Copy the text as it stands."""
        self._say(copy(self.app, self._editor.text))

    def action_rewrite(self) -> None:
        """Forget what was typed, and write from the record of this moment."""
        self._texts.rewrite()
        self._shown()

    def action_turn(self, by: int) -> None:
        """The kind beside this one."""
        self._choice.turn(by)

    async def action_log(self) -> None:
        """Log it; a public one goes by the field that says who approved it."""
        approver = self.query_one("#approver", Field)
        if self._texts.flavour is Flavour.PUBLIC and not approver.has_focus:
            approver.focus()
            self._say(_TO_APPROVE)
        else:
            await self._log_it()

    async def action_task(self) -> None:
        """Ask somebody for what the line under the cursor says is needed."""
        row = self._editor.cursor_location[0]
        before = self._editor.document.get_line(row)
        need = before.strip().removeprefix("-").strip()
        try:
            decided = self._log.decide(f"/task {need}")
            assert isinstance(decided.outcome, Fact)  # noqa: S101  by the command's annotation
            await self._record(decided.outcome, self._log.session.now())
        except IncidentTuiError as error:
            self._say(f"{error}; name one person in the line: @ana …", wrong=True)
            return
        label = max(self._log.state.tasks, key=lambda task: task.number).label
        end = (row, len(before))
        self._editor.insert(f" ({label})", end)
        self._say(f"{label} is on the board")

    async def _log_it(self) -> None:
        """Store it, then leave; what refuses it is said, and the text stays."""
        if self._logging:
            return
        self._logging = True
        try:
            fact, posted = self._fact()
            await self._record(fact, posted)
        except (IncidentTuiError, ValueError) as error:
            self._say(str(error), wrong=True)
        else:
            self._texts.forget()
            self._texts.keep()
            self.post_message(Unsaved())
            self.dismiss(f"the {self._texts.flavour} update is logged")
        finally:
            self._logging = False

    def _fact(self) -> tuple[Fact, datetime]:
        text = storable(self._editor.text).strip()
        approver, said, channel = (
            self.query_one(f"#{name}", Field).value.strip()
            for name in ("approver", "posted", "channel")
        )
        if not text:
            raise CommandError("nothing is written yet; ^R writes it from the record")
        now = self._log.session.now()
        posted = parse_when(said, now) if said else now
        if posted > now + SKEW:
            raise TimeError(f"{posted:%H:%M} is still to come; log it when it is posted")
        situation = self._log.situation(posted)
        name = person(approver) if approver else ""
        return sent(situation, self._texts.flavour, text, name, channel), posted

    def _shown(self) -> None:
        """Bring the text of the chosen kind to the screen."""
        flavour, state = self._texts.flavour, self._log.state
        self._editor.load_text(self._texts.text)
        self._editor.move_cursor(self._editor.document.end)
        self._warnings.check(flavour, self._texts.text, state)
        approver = self.query_one("#approver", Field)
        if flavour is Flavour.PUBLIC and not approver.value and state.commander:
            approver.value = f"@{state.commander}"
        self._editor.focus()
        begun = self._texts.begun
        self._say(
            "this is the text you began; ^R writes it anew from the record"
            if begun
            else (_NEEDS if flavour is Flavour.CAN else "")
        )

    def _say(self, text: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(line(text))
        said.set_class(wrong, "-wrong")
