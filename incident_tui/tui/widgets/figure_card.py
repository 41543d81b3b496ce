"""A large figure, where it stands against its target in a word and a sign, and how it went."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Digits, Static

from incident_tui.domain.metrics.headlines import Headline
from incident_tui.domain.metrics.targets import SIGNS, Standing
from incident_tui.tui.text import line
from incident_tui.tui.widgets.bar_chart import spark

_CLASSES: Final = {
    Standing.NONE: "-none",
    Standing.OPEN: "-none",
    Standing.GOOD: "-good",
    Standing.OFF: "-off",
    Standing.FAILING: "-bad",
    Standing.ALARMING: "-bad",
}


class FigureCard(Vertical, can_focus=True):
    """One of the three; Enter or a click opens the incidents behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "Incidents behind it", show=False)
    ]

    class Opened(Message):
        """Somebody wants the incidents behind the figure."""

        def __init__(self, headline: Headline) -> None:
            super().__init__()
            self.headline = headline

    def __init__(self) -> None:
        super().__init__()
        self._headline: Headline | None = None

    def compose(self) -> ComposeResult:
        """The figure is large where there is room for it."""
        yield Static(classes="title")
        yield Digits(classes="large")
        yield Static(classes="standing")
        yield Static(classes="told")
        yield Static(classes="trend")

    def show(self, headline: Headline) -> None:
        """Show another value."""
        self._headline = headline
        self._draw()

    def on_mount(self) -> None:
        """Show what came before there was room for it."""
        self._draw()

    def on_resize(self) -> None:
        """Another size has room for other parts."""
        self._draw()

    def action_open(self) -> None:
        """Ask for the incidents."""
        if self._headline is not None:
            self.post_message(self.Opened(self._headline))

    def on_click(self) -> None:
        """As Enter."""
        self.action_open()

    def _draw(self) -> None:
        headline = self._headline
        if headline is None or not self.is_mounted:
            return
        standing = headline.standing
        self.remove_class(*_CLASSES.values()).add_class(_CLASSES[standing])
        self.query_one(".title", Static).update(line(headline.title))
        large = self.query_one(Digits)
        large.update(value=headline.said)  # digits know no markup
        said = Content("") if large.display else Content.assemble(line(headline.said), "  ")
        word = line(f"{SIGNS[standing]} {standing}")
        self.query_one(".standing", Static).update(Content.assemble(said, word))
        target = headline.target.said.partition(",")[0]
        told = [line(f"target {target}", "dim"), *map(line, headline.told)]
        self.query_one(".told", Static).update(Content("\n").join(told))
        self.query_one(".trend", Static).update(Content(self._trend(headline)))

    def _trend(self, headline: Headline) -> str:
        """A value a month, as wide as there is room for."""
        values = list(headline.trend.values())
        width = self.content_size.width or 12
        wide = max(1, min(3, width // max(1, len(values))))
        return "".join(mark * wide for mark in spark(values, width // wide))
