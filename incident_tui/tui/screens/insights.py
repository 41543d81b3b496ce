"""What was learned: three figures against their targets, and from every number to its incidents."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from incident_tui.domain.entries import micros
from incident_tui.domain.errors import StoreError, StoreLockedError
from incident_tui.domain.metrics.figures import Numbers
from incident_tui.domain.metrics.headlines import headlines, incidents
from incident_tui.domain.metrics.insights import Insights
from incident_tui.domain.metrics.window import Window
from incident_tui.domain.metrics.words import period
from incident_tui.services.figures.insight_rows import View
from incident_tui.services.figures.insight_views import MEASURES, views
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.bar_chart import BarChart
from incident_tui.tui.widgets.figure_card import FigureCard
from incident_tui.tui.widgets.figure_list import FigureList
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.tab_line import TabLine

_RETRY_AFTER: Final = 0.1
"""Seconds until a store that was busy is asked again."""
_SPANS: Final = {"12 months": 12, "3 months": 3, "all": 0}
"""Whole months up to now; nought is from the beginning."""


class InsightsScreen(Screen[None]):
    """`read` gives the figures of a window and may raise StoreError; `minutes` the time saved."""

    CSS_PATH = stylesheets("parts", "insights")
    AUTO_FOCUS = "FigureList"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  Textual's own type
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (32, "-high")]  # noqa: RUF012  as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "view(-1)", "View before", show=False),
        Binding("right", "view(1)", "Next view", show=False),
        Binding("m", "measure", "Compare by another figure", show=False, id="insights.measure"),
        Binding("w", "window", "Another window of time", show=False, id="insights.window"),
        Binding("escape", "leave", "Back", show=False),
        *(Binding(str(n), f"view_at({n - 1})", f"View {n}", show=False) for n in range(1, 7)),
    ]

    class Opened(Message):
        """Somebody wants to see these incidents; `told` says which they are."""

        def __init__(self, numbers: Numbers, told: str) -> None:
            super().__init__()
            self.numbers = numbers
            self.told = told

    def __init__(
        self,
        read: Callable[[Window], Insights],
        now: Callable[[], datetime],
        minutes: Callable[[Insights], float | None],
        formula: str,
    ) -> None:
        super().__init__()
        self._read = read
        self._now = now
        self._minutes = minutes
        self._formula = formula
        self._span = next(iter(_SPANS))
        self._at = 0
        self._measure = 0
        self._views: dict[str, Callable[[], View]] = {}
        self._view: View | None = None
        self._stale = False

    def compose(self) -> ComposeResult:
        """The three figures above what the chosen view shows."""
        yield Static(id="summary")
        with Horizontal(id="cards"):
            for _ in range(3):
                yield FigureCard()
        yield TabLine(id="views")
        with Vertical(id="view"):
            yield BarChart()
            yield Static(id="alt")
            yield Static(id="headings")
            yield FigureList()
        yield Static(id="empty")
        yield KeyLine(
            *(("←→", "view"), ("M", "compare by"), ("Enter", "incidents"), ("W", "window")),
            *(("Tab", "figures"), ("Esc", "back")),
        )

    def on_mount(self) -> None:
        """Show the figures."""
        self.refresh_rows()

    def on_screen_resume(self) -> None:
        """What changed while it was covered shows now."""
        if self._stale:
            self.refresh_rows()

    def refresh_rows(self) -> None:
        """Reckon again; a busy store is asked again."""
        self._stale = not self.is_current
        if self._stale:
            return
        try:
            found = self._read(self._window())
        except StoreLockedError:
            self.set_timer(_RETRY_AFTER, self.refresh_rows)
            return
        except StoreError as error:
            self.query_one("#alt", Static).update(line(str(error), "$text-error"))
            return
        self._show(found)

    def on_resize(self) -> None:
        """Other columns need other headings."""
        self.call_after_refresh(self._draw)

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._draw()

    @on(LineList.Opened)
    def _row_opened(self, event: LineList.Opened) -> None:
        event.stop()
        row = self._list.chosen
        if row is not None and row.numbers:
            self.post_message(self.Opened(row.numbers, row.told))

    @on(FigureCard.Opened)
    def _card_opened(self, event: FigureCard.Opened) -> None:
        event.stop()
        asked = event.headline
        if asked.short:
            self.post_message(self.Opened(asked.short, f"Incidents {asked.short_means}"))
        elif asked.counted:
            self.post_message(self.Opened(asked.counted, f"Counted: {asked.title}"))

    @on(TabLine.Chosen)
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        event.stop()
        self.action_view_at(event.at)

    def action_view(self, by: int) -> None:
        """The next view, or the one before."""
        self.action_view_at((self._at + by) % len(self._views))

    def action_view_at(self, at: int) -> None:
        """The view of that place."""
        if at != self._at and at < len(self._views):
            self._at = at
            self._list.cursor = 0
            self._look()

    def action_measure(self) -> None:
        """Compare the groups by the next figure."""
        if self._view is not None and self._view.measured:
            self._measure = (self._measure + 1) % len(MEASURES)
            self._draw()

    def action_window(self) -> None:
        """The next window of time."""
        spans = list(_SPANS)
        self._span = spans[(spans.index(self._span) + 1) % len(spans)]
        self.refresh_rows()

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    @property
    def _list(self) -> FigureList:
        return self.query_one(FigureList)

    def _window(self) -> Window:
        now, months = self._now(), _SPANS[self._span]
        if not months:
            return Window(micros(now))
        first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        for _ in range(months - 1):
            first = (first - timedelta(days=1)).replace(day=1)
        return Window(micros(now), since=micros(first))

    def _show(self, found: Insights) -> None:
        count = len(found.whole.incidents)
        said = f"{period(found.window)} · {incidents(count)}"
        head = (line("Insights", "bold"), "   ", line(self._span), "   ", line(said, "dim"))
        self.query_one("#summary", Static).update(Content.assemble(*head))
        for card, headline in zip(self.query(FigureCard), headlines(found), strict=True):
            card.show(headline)
        self._views = views(found, self._minutes(found), self._formula)
        self.query_one("#view").display = self.query_one("#views").display = bool(count)
        empty = self.query_one("#empty", Static)
        empty.display = not count
        empty.update(_NOTHING)
        if count and self._list.has_focus is False and self.focused is None:
            self._list.focus()
        self._look()

    def _look(self) -> None:
        """Reckon the view that is chosen, and show it."""
        self._view = list(self._views.values())[self._at]()
        self._draw(anew=True)

    def _draw(self, *, anew: bool = False) -> None:
        """Bring tabs, chart, words and rows in step."""
        view = self._view
        if view is None or not self.is_mounted:
            return
        self._list.tell(view, self._measure if view.measured else None, anew=anew)
        self.query_one(TabLine).show(list(self._views), self._at)
        self.query_one("#headings", Static).update(self._list.headings())
        place = min(self._list.cursor, max(0, len(view.rows) - 1))
        bars = view.chart(place, self._measure)
        self.query_one(BarChart).show(bars)
        self.query_one("#alt", Static).update(line(bars.alt, "dim"))


_NOTHING: Final = Content("\n").join(
    (
        line("Nothing was resolved in this window.", "bold"),
        line(""),
        line(
            "Figures appear with the first incident that is resolved: what of its follow-ups was "
            "done, whether it happened before, and how soon its post-mortem was out."
        ),
        line(""),
        Content.assemble("Press ", ("w", "bold"), " to look further back."),
    )
)
