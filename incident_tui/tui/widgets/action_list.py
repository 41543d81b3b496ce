"""The tracker's list: marks stay with their items, whatever is filtered or sorted around them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar, Final

from rich.segment import Segment
from textual.binding import Binding, BindingType

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.incident import Priority
from incident_tui.domain.postmortem import incident_name
from incident_tui.services.action_items.tracker import ActionRow, grouped, when_due
from incident_tui.tui.widgets.action_columns import columns
from incident_tui.tui.widgets.incident_columns import Column, cell, headings
from incident_tui.tui.widgets.line_list import LineList

_STYLES: Final = ("plain", "quiet", "late", "soon", "marked", "group")
_SIGNS: Final = {Priority.HIGH: "↑ high", Priority.MEDIUM: "· medium", Priority.LOW: "↓ low"}


class ActionList(LineList):
    """Rows under the headings of their group; `today` is asked whenever a row is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"actions--{name}" for name in _STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Item above", show=False),
        Binding("down,j", "move(1)", "Item below", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "First item", show=False),
        Binding("end", "edge(1)", "Last item", show=False),
        Binding("enter", "open", "Go to its incident", show=False),
        Binding("space", "mark", "Mark", show=False, id="actions.mark"),
        Binding("ctrl+a", "mark_all", "Mark all that are shown", show=False, id="actions.mark_all"),
    ]

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.can_focus = True
        self._today = today
        self._lines: Sequence[ActionRow | str] = ()
        self._group = ""
        self._widest = 10
        self.marked: dict[str, ActionRow] = {}

    @property
    def count(self) -> int:
        """How many lines there are, headings included."""
        return len(self._lines)

    @property
    def chosen(self) -> ActionRow | None:
        """The item under the cursor."""
        line = self._lines[self.cursor] if self._lines else None
        return None if isinstance(line, str) else line

    @property
    def meant(self) -> list[ActionRow]:
        """What a deed is done to: the marked items, else the one under the cursor."""
        if self.marked:
            return list(self.marked.values())
        return [self.chosen] if self.chosen else []

    def show(self, rows: Sequence[ActionRow], group: str) -> None:
        """Replace the rows; the cursor and the marks stay on their items."""
        chosen = self.chosen
        self._group = group
        lines: list[ActionRow | str] = []
        heading = None
        for row in rows:
            if group and (name := grouped(row, group)) != heading:
                heading = name
                lines.append(name)
            lines.append(row)
        self._lines = lines
        by_id = {row.item.id: row for row in rows}
        self.marked = {id_: by_id.get(id_, row) for id_, row in self.marked.items()}
        self._widest = max((len(_name(row)) for row in rows), default=6)
        wanted = chosen.item.id if chosen else ""
        places = (i for i, each in enumerate(lines) if _is(each, wanted))
        self.changed(next(places, min(self.cursor, len(lines))))

    def holds(self, row: int) -> bool:
        """A heading is no item."""
        return not isinstance(self._lines[row], str)

    def headings(self) -> str:
        """The line above the list."""
        return headings(self._columns(self.scrollable_content_region.width - 2))

    def draw(self, row: int, width: int) -> list[Segment]:
        """One item, or the heading of a group."""
        line = self._lines[row]
        if isinstance(line, str):
            shown = cell(line, Column("", "", max(1, width - 1)))
            return [Segment(f" {shown}", self.ink("actions--group"))]
        cells = self._cells(line)
        segments = []
        for column in self._columns(width - 1):
            text, style = cells[column.name]
            segments.append(Segment(cell(text, column), self.ink(f"actions--{style}")))
            segments.append(Segment("  ", self.ink("actions--plain")))
        return segments[:-1]

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a window."""
        self.page(by)

    def action_edge(self, towards: int) -> None:
        """To the first or the last item."""
        self.move(towards * self.count)

    def action_open(self) -> None:
        """Go to the incident of the item."""
        self.open()

    def action_mark(self) -> None:
        """Mark the item under the cursor, or take its mark away, and go on to the next."""
        if self.chosen is None:
            return
        if self.marked.pop(self.chosen.item.id, None) is None:
            self.marked[self.chosen.item.id] = self.chosen
        self.refresh_line(self.cursor)
        self.move(1)
        self.post_message(self.Moved())

    def action_mark_all(self) -> None:
        """Mark every item that is shown; if all are, none."""
        shown = {row.item.id: row for row in self._lines if not isinstance(row, str)}
        self.marked = {} if shown.keys() <= self.marked.keys() else {**self.marked, **shown}
        self.refresh()
        self.post_message(self.Moved())

    def unmark(self) -> None:
        """Take all marks away."""
        self.marked = {}
        self.refresh()

    def _columns(self, width: int) -> tuple[Column, ...]:
        without = {"owner": ("owner",), "service": ("service",)}.get(self._group, ())
        return columns(width, self._widest, without)

    def _cells(self, row: ActionRow) -> dict[str, tuple[str, str]]:
        item, today = row.item, self._today()
        open_ = item.status is ActionStatus.OPEN
        plain = "plain" if open_ else "quiet"
        late = item.overdue(today)
        soon = open_ and not late and item.due is not None and (item.due - today).days <= 7
        when = "late" if late else "soon" if soon else plain if item.due else "quiet"
        marked = item.id in self.marked
        return {
            "mark": ("●" if marked else " ", "marked"),
            "name": (_name(row), "marked" if marked else plain),
            "when": (when_due(item, today) or "no date", when),
            "due": (item.due.isoformat() if item.due else "", plain),
            "owner": (f"@{item.owner}", plain) if item.owner else ("nobody", "quiet"),
            "priority": (_SIGNS[item.priority] if item.priority else "", plain),
            "kind": (str(item.kind or ""), "quiet"),
            "text": (item.text, plain),
            "service": (row.service, "quiet"),
            "severity": (row.severity.name, "quiet"),
        }


def _name(row: ActionRow) -> str:
    return f"{incident_name(row.incident_number)} {row.item.label}"


def _is(line: ActionRow | str, item: str) -> bool:
    return not isinstance(line, str) and line.item.id == item
