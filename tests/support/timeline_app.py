"""The timeline on a screen of its own, as pilot tests want it."""

from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Input

from incident_tui.tui.widgets.timeline import Timeline
from tests.support.timeline import Shelf, order, row, today

STYLES = Path(__file__).parents[2] / "styles" / "timeline.tcss"
LOG = [row(seq, f"entry {seq} " + "word " * (seq % 30)) for seq in range(1, 201)]


class Live(App[None]):
    """A timeline above a prompt that has the focus; `said` is what the timeline told, in order."""

    CSS_PATH = STYLES

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.timeline = Timeline(shelf, today=today)
        self.said: list[tuple[str, int | None]] = []

    def compose(self) -> ComposeResult:
        yield self.timeline
        yield Input(compact=True)

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.timeline.show(order(LOG[-60:]))

    def on_timeline_selected(self, message: Timeline.Selected) -> None:
        """Note it down, as the three below."""
        self.said.append(("selected", message.seq))

    def on_timeline_opened(self, message: Timeline.Opened) -> None:
        self.said.append(("opened", message.seq))

    def on_timeline_left(self) -> None:
        self.said.append(("left", None))

    def on_timeline_behind(self, message: Timeline.Behind) -> None:
        self.said.append(("behind", message.count))


def screen(app: Live) -> list[str]:
    """The timeline as it is seen, a string a line."""
    view = app.timeline
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]
