"""A file or folder is typed or chosen, or a little of both; Tab goes on with what is chosen."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label

from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.path_list import PathList


class PathPicker(Vertical):
    """A field, and below it, while something is to be chosen, what the path could go on with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Row below", show=False),
        Binding("up", "move(-1)", "Row above", show=False),
        Binding("tab", "go_on", "Go on with the path", show=False),
        Binding("pagedown", "move(9)", "Page down", show=False),
        Binding("pageup", "move(-9)", "Page up", show=False),
    ]

    class Chosen(Message):
        """It was decided: read what is there."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    def __init__(self, value: str, *, label: str, hint: str) -> None:
        super().__init__()
        self.field = Field(value, hint=hint, id="path")
        self.list = PathList()
        self._label = label

    def compose(self) -> ComposeResult:
        """The field and the list."""
        with Horizontal():
            yield Label(line(self._label))
            yield self.field
        yield self.list

    def choose(self, *, choosing: bool) -> None:
        """Show the list, or put it away."""
        self.list.display = choosing
        if choosing:
            self.list.look(self.field.value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.list.look(event.value)

    @on(Input.Submitted)
    @on(LineList.Opened)
    def _enter(self, event: Message) -> None:
        """A typed file that is there is taken; else what is under the cursor."""
        event.stop()
        chosen = self.list.chosen
        clicked = isinstance(event, LineList.Opened)
        typed = _is_file(self.field.value.strip())
        if self.list.display and chosen not in (None, self.list.whole) and (clicked or not typed):
            self._go_on(chosen)
            if chosen.is_dir():
                return
        self.post_message(self.Chosen(self.field.value.strip()))

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()

    def action_move(self, by: int) -> None:
        """Move in the list while the field keeps the focus."""
        self.list.move(by)

    def action_go_on(self) -> None:
        """Go on with the path under the cursor, or, where nothing is chosen, to the next field."""
        if self.list.display and self.list.chosen not in (None, self.list.whole):
            self._go_on(self.list.chosen)
        else:
            self.screen.focus_next()

    def _go_on(self, path: Path) -> None:
        self.field.value = f"{path}/" if path.is_dir() else str(path)
        self.field.cursor_position = len(self.field.value)


def _is_file(typed: str) -> bool:
    try:
        return bool(typed) and Path(typed).expanduser().is_file()
    except OSError:
        return False
