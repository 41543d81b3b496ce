"""Every saved version of an answer can be seen beside the one before it, and taken up again."""

from collections.abc import Sequence
from difflib import ndiff
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from incident_tui.services.postmortems import Revision
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line, plain
from incident_tui.tui.widgets.key_line import KeyLine
from incident_tui.tui.widgets.line_list import LineList
from incident_tui.tui.widgets.row_list import Part, RowList

_STYLES: Final = {"+": "$text-success", "-": "$text-error", " ": ""}


class HistoryScreen(ModalScreen[str | None]):
    """The versions, newest first, and what changed in the chosen one; gives the text to take up."""

    CSS_PATH = stylesheets("parts", "history")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+r", "dismiss", "Back", show=False),
    ]

    def __init__(self, label: str, revisions: Sequence[Revision]) -> None:
        super().__init__()
        self._label = label
        self._revisions = list(reversed(revisions))
        self.list: RowList[Revision] = RowList(_parts)

    def compose(self) -> ComposeResult:
        """The versions above, the difference below."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = line(f"History of {self._label}")
            yield self.list
            with VerticalScroll(id="changes", can_focus=False):
                yield Static(id="difference")
            yield KeyLine(("↑↓", "version"), ("Enter", "take it up again"), ("Esc", "back"))

    def on_mount(self) -> None:
        """Begin at the newest."""
        self.list.show(self._revisions)
        self.list.focus()
        self._show()

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._show()

    @on(LineList.Opened)
    def _chosen(self, event: LineList.Opened) -> None:
        event.stop()
        if (chosen := self.list.chosen) is not None:
            self.dismiss(chosen.text)

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog leaves it."""
        if event.widget is self:
            self.dismiss(None)

    def _show(self) -> None:
        at = self.list.cursor
        if not self._revisions:
            self.query_one("#difference", Static).update(line("Nothing is saved yet.", "dim"))
            return
        before = self._revisions[at + 1].text if at + 1 < len(self._revisions) else ""
        told = difference(before, self._revisions[at].text)
        shown = [plain(f"{sign} {text}", _STYLES[sign]) for sign, text in told]
        self.query_one("#difference", Static).update(Content("\n").join(shown))


def difference(before: str, after: str) -> list[tuple[str, str]]:
    """The lines of both, each with `+`, `-` or a blank for what stayed."""
    lines = ndiff(before.split("\n"), after.split("\n"))
    told = [(each[0], each[2:]) for each in lines if each[0] in _STYLES]
    return [(sign, text) for sign, text in told if text or sign == " "]


def _parts(revision: Revision) -> list[Part]:
    draft = "  draft from the record" if revision.drafted else ""
    said = f"{len(revision.text.split())} words"
    return [
        (f"{revision.saved_at:%Y-%m-%d %H:%M} ", "quiet"),
        (f"@{revision.author}  ", "plain"),
        (said + draft, "quiet"),
    ]
