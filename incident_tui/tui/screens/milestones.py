"""The five milestones are set and corrected on one page, each as people say a time."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from incident_tui.domain.errors import IncidentTuiError, TimeError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import MilestoneMarked
from incident_tui.domain.incident import Milestone
from incident_tui.domain.when import SKEW, length, parse_when
from incident_tui.services.incident_log import IncidentLog
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.key_line import KeyLine

Record = Callable[[Fact, datetime], Awaitable[None]]


class MilestonesDialog(ModalScreen[str]):
    """Dismissed with what to say of it; each changed time is stored as one more mark."""

    CSS_PATH = stylesheets("parts", "milestones")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss('')", "Back", show=False),
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Before", show=False),
    ]

    def __init__(self, log: IncidentLog, record: Record, first: Milestone) -> None:
        super().__init__()
        self._log = log
        self._record = record
        self._first = first
        now = log.session.now()
        self._before = {m: _shown(log.state.milestones.get(m), now) for m in Milestone}

    def compose(self) -> ComposeResult:
        """A row for each, with what was understood beside it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = line(f"Milestones · {self._log.name}")
            for milestone, text in self._before.items():
                with Horizontal():
                    yield Label(line(milestone.capitalize()))
                    yield Field(text, hint="not yet", id=milestone.value)
                    yield Static(id=f"{milestone}-said", classes="said")
            yield Static(id="said")
            yield KeyLine(("Enter", "keep"), ("↑↓", "other"), ("Esc", "back"))

    def on_mount(self) -> None:
        """Begin at the one that was meant."""
        self._understand()
        self.query_one(f"#{self._first}", Field).focus()

    def on_input_changed(self, event: Field.Changed) -> None:
        """Say what is understood."""
        event.stop()
        self._understand()

    async def on_input_submitted(self, event: Field.Submitted) -> None:
        """Store what was changed; what is no time keeps the page open."""
        event.stop()
        try:
            changed = dict(self._changed())
            for milestone, when in changed.items():
                await self._record(MilestoneMarked(milestone), when)
        except IncidentTuiError as error:
            self._say("said", str(error), wrong=True)
        else:
            told = ", ".join(f"{m} at {when:%H:%M:%S}" for m, when in changed.items())
            self.dismiss(f"marked: {told}" if told else "")

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog leaves it."""
        if event.widget is self:
            self.dismiss("")

    def _changed(self) -> Iterator[tuple[Milestone, datetime]]:
        for milestone in Milestone:
            if self._text(milestone) != self._before[milestone]:
                yield milestone, self._read(milestone)

    def _text(self, milestone: Milestone) -> str:
        return self.query_one(f"#{milestone}", Field).value.strip()

    def _read(self, milestone: Milestone) -> datetime:
        text, now = self._text(milestone), self._log.session.now()
        if not text:
            raise TimeError(f"{milestone} was marked; /retract its entry to take that back")
        when = parse_when(text, now)
        if when > now + SKEW:
            raise TimeError(f"{when:%Y-%m-%d %H:%M} is still to come")
        return when

    def _understand(self) -> None:
        """Beside each field: the distance from the milestone before, or why it is no time."""
        before: datetime | None = None
        for milestone in Milestone:
            name = f"{milestone}-said"
            if not self._text(milestone) and not self._before[milestone]:
                self._say(name, "")
                continue
            try:
                when = self._at(milestone)
            except TimeError as error:
                self._say(name, str(error), wrong=True)
                continue
            early = before is not None and when < before
            self._say(name, _distance(before, when), wrong=early)
            before = when if before is None or not early else before

    def _at(self, milestone: Milestone) -> datetime:
        known = self._log.state.milestones.get(milestone)
        unchanged = self._text(milestone) == self._before[milestone]
        return known if known and unchanged else self._read(milestone)

    def _say(self, name: str, text: str, *, wrong: bool = False) -> None:
        said = self.query_one(f"#{name}", Static)
        said.update(line(text))
        said.set_class(wrong, "-wrong")


def _shown(when: datetime | None, now: datetime) -> str:
    if when is None:
        return ""
    today = when.date() == now.date() and when <= now
    return f"{when:%H:%M:%S}" if today else f"{when:%Y-%m-%d %H:%M:%S}"


def _distance(before: datetime | None, when: datetime) -> str:
    if before is None:
        return f"{when:%a} {when.day} {when:%b}"
    if when < before:
        return f"{length(before - when)} before the one above"
    return f"+{length(when - before)}" if when - before >= timedelta(seconds=1) else "the same"
