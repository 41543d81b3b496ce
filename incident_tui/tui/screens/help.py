"""Help shows every command and every key; typing narrows it, Enter takes a command along."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from incident_tui.commands.all import REGISTRY
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.help_list import HelpList, topics
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.sheet import Item, Sheet


class HelpScreen(ModalScreen[str | None]):
    """Opens at a command, or at words to look for; gives the beginning of a line, or None."""

    CSS_PATH = stylesheets("parts", "help")

    AUTO_FOCUS = "#filter"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012  Textual's own type
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Line above", show=False),
        Binding("down", "move(1)", "Line below", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("escape,f1", "dismiss", "Back", show=False),
    ]

    def __init__(self, topic: str = "", keys: Sequence[tuple[str, str, str]] = ()) -> None:
        super().__init__()
        self._topic = topic
        self._topics = topics(REGISTRY, keys)

    def compose(self) -> ComposeResult:
        """The list, more about the line under the cursor, and the filter."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Help"
            yield HelpList(self._topics)
            yield Sheet()
            yield Field(hint="type to filter", id="filter")
            yield KeyLine(("Enter", "use it"), ("Esc", "back"), ("↑↓", "choose"))

    def on_mount(self) -> None:
        """Begin at the topic; one that is no command is looked for."""
        self._list.filter("")
        if self._topic and not self._list.select(self._topic):
            self.query_one("#filter", Field).value = self._topic
        self._explain()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.call_after_refresh(self._list.move, 0)

    def on_input_changed(self, event: Field.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._list.filter(event.value)
        self._explain()

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Take the command under the cursor."""
        event.stop()
        self._list.open()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Say more of the line under the cursor."""
        event.stop()
        self._explain()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Leave with the command; a key has nothing to type."""
        event.stop()
        if self._list.chosen is not None and self._list.chosen.line:
            self.dismiss(self._list.chosen.line)

    def on_click(self, event: events.Click) -> None:
        """A click beside the page leaves it."""
        if event.widget is self:
            self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._list.move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a window."""
        self._list.page(by)

    @property
    def _list(self) -> HelpList:
        return self.query_one(HelpList)

    def _explain(self) -> None:
        chosen = self._list.chosen
        words = self.query_one("#filter", Field).value
        nothing = [Item("", f"No command or key holds “{words}”.")]
        found = [Item("", chosen.summary, "bold"), *chosen.more] if chosen else nothing
        self.query_one(Sheet).show(found)
