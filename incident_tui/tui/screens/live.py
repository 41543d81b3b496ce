"""The live incident: the timeline, what is true now beside it, and the prompt that changes both."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input

from incident_tui.commands.outcome import (
    AskBeforeEnding,
    EditMilestones,
    FindText,
    Intended,
    Intent,
)
from incident_tui.domain.alarms import Alarm, alarms
from incident_tui.domain.ending import unsettled
from incident_tui.domain.errors import CommandError, IncidentTuiError, StoreError
from incident_tui.domain.state import IncidentState
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.store import Store
from incident_tui.tui.feed import Feed, rows_of
from incident_tui.tui.messages import Asked, DeclaredAnother, EntryOpened, Recorded, Unsaved
from incident_tui.tui.one_frame import OneFrame
from incident_tui.tui.outbox import Outbox, Reports, SentLine, by_whom, resolves
from incident_tui.tui.search import FIND, Search
from incident_tui.tui.styles import SHAPES, shape
from incident_tui.tui.widgets.foot import Foot
from incident_tui.tui.widgets.head import Chips, Head
from incident_tui.tui.widgets.panel import Panel
from incident_tui.tui.widgets.prompt_bar import PromptBar
from incident_tui.tui.widgets.strip import Strip
from incident_tui.tui.widgets.timeline import Timeline

_SAVING_AFTER: Final = 0.1
"""Seconds after which a line that is not stored yet is shown as being saved."""
_AGAIN_AFTER: Final = 1.0
"""Seconds until a store that could not be read is asked for the whole order again."""

Ring = Callable[[int, IncidentState, frozenset[Alarm], tuple[Alarm, ...]], object]
"""Told the number of an incident, its state, what is late in it, and what just became so."""


class LiveScreen(OneFrame[None]):
    """One incident as it burns; every key lands in the prompt."""

    AUTO_FOCUS = "#prompt"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+f", "find", "Find in the timeline", id="live.find"),
        Binding("ctrl+s", "line('/star')", "Star the entry", id="live.star"),
        Binding("ctrl+y", "line('/carried')", "Carry the proposal", id="live.carry"),
        Binding("ctrl+t", "line('/check')", "Tick the next of the checklist", id="live.check"),
        Binding("f9", "line('/postmortem')", "Post-mortem", id="live.postmortem"),
        Binding("f7", "line('/mark')", "Milestones", id="live.milestones"),
        Binding("f8", "line('/replay')", "Replay", id="live.replay"),
        Binding("f6", "line('/actions')", "Action items of all incidents", id="live.actions"),
        Binding("f3", "line('/incidents')", "All incidents", id="live.incidents"),
        Binding("shift+up", "timeline('cursor_up')", "Select the entry above", id="live.up"),
        Binding("shift+down", "timeline('cursor_down')", "Select the entry below", id="live.down"),
        Binding("pageup", "timeline('page_up')", "Scroll up", id="live.page_up"),
        Binding("pagedown", "timeline('page_down')", "Scroll down", id="live.page_down"),
        Binding("ctrl+home", "timeline('home')", "First entry", id="live.first"),
        Binding("ctrl+end", "timeline('end')", "Newest entry", id="live.newest"),
        Binding("escape", "back", "Back to the prompt", id="live.back"),
    ]

    state: reactive[IncidentState] = reactive(IncidentState())

    def __init__(self, store: Store, log: IncidentLog, size: Size, ring: Ring) -> None:
        # Known from the start, the shape costs no second styling of every widget.
        super().__init__(classes=" ".join(shape(size)))
        self.log_ = log
        self._ring = ring
        self._now = log.session.now
        self._practice = log.session.practice
        self.bar = PromptBar(self._take, self._now, log.situation)
        self.timeline = Timeline(rows_of(log), today=lambda: self._now().date(), id="timeline")
        self.timeline.lie_under(self.bar.suggestions)
        self.head = Head(log.number, self._practice)
        self.panel = Panel(self._practice)
        self.chips = Chips(self._practice)
        self._rung = alarms(log.state, self._now(), self._practice)
        self._told: IncidentState | None = None
        self.feed = Feed(store, log, self.timeline)
        self.search = Search(self.feed, self.bar, reload=self._load)
        self.outbox = Outbox(
            store,
            log,
            Reports(
                moving=self._moving,
                stored=self.catch_up,
                declared=lambda incident_id: self.post_message(DeclaredAnother(incident_id)),
                refused=lambda sent, error: self.bar.hand_back(sent.text, sent.typed_at, error),
                intended=self._intended,
            ),
        )
        self.set_reactive(LiveScreen.state, log.state)

    def compose(self) -> ComposeResult:
        """Few widgets: each costs a part of the first frame."""
        yield self.head.data_bind(LiveScreen.state)
        yield self.chips.data_bind(LiveScreen.state)
        yield Strip(lambda at: self._intended(EditMilestones(at))).data_bind(LiveScreen.state)
        with Horizontal(id="middle"):
            yield self.timeline
            yield self.panel.data_bind(LiveScreen.state)
        yield self.bar
        yield Foot().data_bind(LiveScreen.state)

    def on_mount(self) -> None:
        """Show the newest rows in the first frame; all else follows it."""
        if self.feed.begin():
            self.call_after_refresh(self._load)
        self._tick()
        self.set_interval(1, self._tick)

    def on_resize(self, event: events.Resize) -> None:
        """Show what there is room for."""
        wanted = shape(event.size)
        if wanted != self.classes & SHAPES:
            self.set_classes(self.classes - SHAPES | wanted)

    def catch_up(self) -> None:
        """Show what was recorded since, by this window or any other."""
        try:
            new = self.feed.new()
        except StoreError:
            return  # held by a writer at this very moment; the next look is a quarter second away
        if new:
            self.state = self.log_.state
            self._tick()
            if self.feed.add(new):
                self._load()
            self.post_message(Recorded(*by_whom(new, self.log_.session), self.log_))

    def _tick(self) -> None:
        now = self._now()
        for clocks in (self.head, self.chips, self.panel, self.bar):
            clocks.tick(now)
        late = alarms(self.state, now, self._practice)
        fresh = late - self._rung
        new = tuple(sorted(fresh, key=lambda alarm: (not alarm.urgent, alarm.since, alarm.what)))
        if new:  # in one line: two sayings would hide each other
            self.bar.say(" · ".join(alarm.text for alarm in new))
        if late != self._rung or self.state is not self._told:
            self._ring(self.log_.number, self.state, late, new)
        self._rung, self._told = late, self.state

    @work(thread=True, exclusive=True, group="order")
    def _load(self) -> None:
        try:
            self.feed.load(lambda *loaded: self.app.call_from_thread(self.feed.take, *loaded))
        except StoreError:  # what is shown stays
            self.app.call_from_thread(self.set_timer, _AGAIN_AFTER, self._load)

    # What is typed -----------------------------------------------------------------------------

    def _take(self, text: str, typed_at: datetime) -> bool:
        """Judge a line at Enter: refused ones stay, the others are on their way to the disk."""
        if self.outbox.idle:
            try:
                decided = self.log_.decide(text, typed_at, self.timeline.selected)
            except IncidentTuiError as error:
                self.bar.refuse(error)
                return False
            if isinstance(decided.outcome, Intent):
                self._intended(decided.outcome)
                return True
            if resolves(decided.outcome) and unsettled(self.state):
                self._intended(AskBeforeEnding(text, typed_at))
                return False  # the line stays until it is said what becomes of it
            self.hold_frame()  # one frame shows the line gone here and stored there
        self.outbox.send(text, typed_at, self.timeline.selected)
        return True

    def _moving(self, lines: tuple[SentLine, ...]) -> None:
        def show() -> None:
            self.timeline.set_pending([sent.text for sent in self.outbox.lines])

        if not lines:
            self.draw_now()
        # Most lines are stored before anybody could read that they are on their way.
        self.set_timer(_SAVING_AFTER, show)
        if len(lines) < len(self.timeline.pending):
            show()
        self.post_message(Unsaved())

    def _intended(self, intent: Intended) -> None:
        if isinstance(intent, FindText):
            self.search.ask(intent)
        else:
            self.post_message(Asked(intent, self.log_))

    @on(PromptBar.Typing)
    def _typing(self, event: PromptBar.Typing) -> None:
        if event.line.startswith(FIND) and event.line != FIND:
            with suppress(CommandError):
                intent = self.log_.decide(event.line).outcome
                if isinstance(intent, FindText):
                    self.search.ask(intent)
        self.post_message(Unsaved())

    @on(Input.Submitted)
    def _empty_line(self) -> None:
        self.timeline.action_open() if self.timeline.selected is not None else self.bar.say("")

    @on(Timeline.Opened)
    def _open(self, event: Timeline.Opened) -> None:
        try:
            entry = self.log_.entry(event.seq)
        except StoreError as error:
            self.bar.refuse(error)
            return
        if entry is not None:
            self.post_message(EntryOpened(entry, self.log_))

    @on(Timeline.Behind)
    def _behind(self, event: Timeline.Behind) -> None:
        self.bar.say(f"{event.count} new below · ^End" if event.count else "")

    def action_find(self) -> None:
        """Find as you type."""
        self.bar.begin(FIND)

    def action_line(self, text: str) -> None:
        """Run a line as if it had been typed, and leave the one in the prompt alone."""
        self._take(text, self._now())

    def action_timeline(self, action: str) -> None:
        """Move in the timeline without leaving the prompt."""
        getattr(self.timeline, f"action_{action}")()

    def action_back(self) -> None:
        """Esc takes back one thing at a time: the choices, the search, the cursor."""
        if self.bar.dismiss_list():
            return
        if self.search.active:
            self.search.end()
        elif self.timeline.selected is not None:
            self.timeline.action_leave()
        else:
            self.timeline.action_end()
