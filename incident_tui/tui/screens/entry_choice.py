"""An entry is chosen by typing some of its words; the entries shown are those that hold them."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import TimelineRow
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.entry_row import entry_parts
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.row_list import RowList


class EntryChoice(ModalScreen[int | None]):
    """Gives the number of an entry, or None."""

    CSS_PATH = stylesheets("parts", "entry_choice")

    AUTO_FOCUS = "#filter"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Row above", show=False),
        Binding("down", "move(1)", "Row below", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("escape", "dismiss", "Back", show=False),
    ]

    def __init__(self, title: str, rows: Sequence[TimelineRow]) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self.list: RowList[TimelineRow] = RowList(entry_parts)

    def compose(self) -> ComposeResult:
        """The entries, and the words they are narrowed by."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = line(self._title)
            yield self.list
            yield Static(id="none")
            yield Field(hint="type to filter", id="filter")
            yield KeyLine(("Enter", "choose"), ("Esc", "back"), ("↑↓", "move"))

    def on_mount(self) -> None:
        """The newest is at hand."""
        self.list.can_focus = False
        self.query_one("#none").display = False
        self.list.show(self._rows)
        self.call_after_refresh(self.list.move, len(self._rows))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        words = event.value.casefold().split()
        found = [row for row in self._rows if _holds(row, words)]
        self.list.show(found)
        none = self.query_one("#none", Static)
        none.update(line(f"No entry holds “{event.value}”."))
        none.display = not found

    @on(Input.Submitted)
    @on(LineList.Opened)
    def _choose(self, event: Input.Submitted | LineList.Opened) -> None:
        event.stop()
        if (row := self.list.chosen) is not None:
            self.dismiss(row.entry.seq)

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog leaves it."""
        if event.widget is self:
            self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Move in the list while the filter keeps the focus."""
        self.list.move(by)

    def action_page(self, by: int) -> None:
        """Move by a window."""
        self.list.page(by)


def _holds(row: TimelineRow, words: list[str]) -> bool:
    said = one_line(f"#{row.entry.seq} {row.word} {row.text} @{row.entry.author}").casefold()
    return all(word in said for word in words)
