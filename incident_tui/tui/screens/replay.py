"""The incident moment by moment: what was known then, what was true then, and nothing of later."""

from array import array
from bisect import bisect_right
from datetime import date, datetime, timedelta
from typing import ClassVar, Final

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen

from incident_tui.domain.entries import micros, moment
from incident_tui.domain.errors import StoreError
from incident_tui.domain.reel import Reel
from incident_tui.domain.state import IncidentState
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.store import Store
from incident_tui.tui.feed import Feed, rows_of
from incident_tui.tui.styles import SHAPES, shape, stylesheets
from incident_tui.tui.widgets.head import Chips, Head
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.order import Order
from incident_tui.tui.widgets.panel import Panel
from incident_tui.tui.widgets.slider import Slider
from incident_tui.tui.widgets.strip import Strip
from incident_tui.tui.widgets.timeline import Timeline

_STRIDE: Final = 5
_MINUTE: Final = timedelta(minutes=1)


class ReplayScreen(Screen[None]):
    """Keys move through time; the rows end, and the state stands, at the moment that is shown."""

    CSS_PATH = stylesheets("parts", "replay")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Entry before", id="replay.back"),
        Binding("right", "step(1)", "Entry after", id="replay.on"),
        Binding("shift+left", f"step(-{_STRIDE})", "Five entries back", id="replay.back_more"),
        Binding("shift+right", f"step({_STRIDE})", "Five entries on", id="replay.on_more"),
        Binding("down", "minute(1)", "A minute on", id="replay.minute_on"),
        Binding("up", "minute(-1)", "A minute back", id="replay.minute_back"),
        Binding("home", "end(0)", "The beginning", id="replay.first"),
        Binding("end", "end(1)", "The end", id="replay.last"),
        Binding("escape,f8", "app.pop_screen", "Back", id="replay.leave"),
    ]

    state: reactive[IncidentState] = reactive(IncidentState())

    def __init__(self, store: Store, log: IncidentLog, reel: Reel, size: Size) -> None:
        super().__init__(classes=" ".join(shape(size)))
        self._store = store
        self._log = log
        self._seen = (log.seq, log.state)
        self._reel = reel
        self._order = Order()
        self._count = 0
        self._at = log.state.began_at or log.session.now()
        self.timeline = Timeline(rows_of(log), today=self._today, id="timeline")
        self.timeline.can_focus = False  # its keys would be taken before those of this screen
        self._feed = Feed(store, log, self.timeline)
        self.head = Head(log.number, log.session.practice)
        self.panel = Panel(log.session.practice)
        self.chips = Chips(log.session.practice)
        self.slider = Slider()

    def compose(self) -> ComposeResult:
        """As the live incident looked, with the slider where the prompt was."""
        yield self.head.data_bind(ReplayScreen.state)
        yield self.chips.data_bind(ReplayScreen.state)
        yield Strip().data_bind(ReplayScreen.state)
        with Horizontal(id="middle"):
            yield self.timeline
            yield self.panel.data_bind(ReplayScreen.state)
        yield self.slider
        yield KeyLine(
            *(("←→", "entry"), ("⇧←→", f"{_STRIDE} entries"), ("↑↓", "minute")),
            *(("Home End", "begin, end"), ("Esc", "back")),
        )

    def on_mount(self) -> None:
        """Read the whole order, and begin at the beginning."""
        self._load()

    def refresh_rows(self) -> None:
        """Take in what was recorded meanwhile; the moment that is shown stays."""
        seen = (self._log.seq, self._log.state)
        if seen != self._seen:
            self._reel = Reel(self._store.log.state_rows(self._log.id))
            self._seen = seen
            self._load()

    def on_resize(self, event: events.Resize) -> None:
        """Show what there is room for."""
        self.set_classes(self.classes - SHAPES | shape(event.size))

    def on_slider_moved(self, event: Slider.Moved) -> None:
        """To the moment under the mouse."""
        event.stop()
        self._go_to(event.when)

    def action_step(self, by: int) -> None:
        """So many entries on, or back."""
        place = max(1, min(self._count + by, len(self._order)))
        if len(self._order):
            self._show(place, moment(self._order.times[place - 1]))

    def action_minute(self, by: int) -> None:
        """So many minutes on, or back, whether anything was said in them or not."""
        self._go_to(self._at + by * _MINUTE)

    def action_end(self, at: int) -> None:
        """To the first entry, or the last."""
        self.action_step(len(self._order) if at else -len(self._order))

    @work(thread=True, exclusive=True, group="order")
    def _load(self) -> None:
        try:
            self._feed.load(lambda order, _: self.app.call_from_thread(self._take, order))
        except StoreError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)

    def _today(self) -> date:
        return self._at.date()

    def _take(self, order: Order) -> None:
        is_first = not len(self._order)
        self._order = order
        if not len(order):
            return
        self.slider.span = (moment(order.times[0]), moment(order.times[-1]))
        self.slider.marks = tuple(sorted(self._log.state.milestones.values()))
        if is_first:
            self.action_end(0)
        else:
            self.timeline.invalidate()
            self._go_to(self._at)

    def _go_to(self, when: datetime) -> None:
        if not len(self._order):
            return
        first, last = self.slider.span
        when = max(first, min(when, last))
        self._show(bisect_right(self._order.times, micros(when)), when)

    def _show(self, count: int, when: datetime) -> None:
        """The first so many rows, and the state at that moment."""
        order = self._order
        self._count, self._at = count, when
        same = count < len(order) and order.times[count] == order.times[count - 1]
        self.state = self._reel.at(when, order.seqs[count - 1]) if same else self._reel.at(when)
        seqs, times, lengths = order.seqs[:count], order.times[:count], order.lengths[:count]
        self.timeline.show(Order(array("I", seqs), array("q", times), array("I", lengths)))
        for clocks in (self.head, self.chips, self.panel):
            clocks.tick(when)
        self.slider.tell(when, count, len(order))
