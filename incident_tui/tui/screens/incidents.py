"""The list answers what burns now and what is still owed; any key typed narrows it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from incident_tui.domain.errors import StoreError, StoreLockedError
from incident_tui.domain.metrics.words import many
from incident_tui.domain.postmortem import incident_name
from incident_tui.services.catalogue import IncidentRow, due, listed, live
from incident_tui.tui import imports
from incident_tui.tui.follow_ups import open_tracker
from incident_tui.tui.messages import DeclareAsked
from incident_tui.tui.styles import stylesheets
from incident_tui.tui.text import line
from incident_tui.tui.widgets.field import Field
from incident_tui.tui.widgets.headings import Headings
from incident_tui.tui.widgets.incident_list import IncidentList
from incident_tui.tui.widgets.key_line import KeyLine, key_line
from incident_tui.tui.widgets.line_list import LineList

_RETRY_AFTER = 0.1
"""Seconds until a store that was busy is asked again."""


class IncidentsScreen(Screen[None]):
    """All incidents; `read` gives their rows and may raise StoreError, `now` is aware UTC.

    Where they are only some, `told` says which, and Esc goes back.
    """

    CSS_PATH = stylesheets("parts", "incidents")

    AUTO_FOCUS = "#filter"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012  Textual's own type
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Incident above", show=False),
        Binding("down", "move(1)", "Incident below", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "First incident", show=False, priority=True),
        Binding("end", "edge(1)", "Last incident", show=False, priority=True),
        Binding("f6", "go('tracker')", "Action items of all of them", id="incidents.actions"),
        Binding("ctrl+n", "declare", "Declare", show=False, id="incidents.declare"),
        Binding("ctrl+o", "go('import')", "Import as an incident", id="incidents.import"),
        Binding("escape", "clear", "Show all", show=False),
    ]

    class Opened(Message):
        """Somebody wants to go to this incident."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(
        self,
        read: Callable[[], Sequence[IncidentRow]],
        now: Callable[[], datetime],
        told: str = "",
    ) -> None:
        super().__init__()
        self._told = told
        self._read = read
        self._now = now
        self._counts = Content("")

    def compose(self) -> ComposeResult:
        """The list between its headings and the line that is typed."""
        yield Static(id="summary")
        yield Headings(lambda: self._list.headings() if self._list.count else "")
        yield IncidentList(self._now)
        yield Static(id="empty")
        yield Static(id="chosen")
        yield Field(hint="type to filter", id="filter")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what there is, and keep its clocks going."""
        self.refresh_rows()
        self.set_interval(1, self.tick)

    def refresh_rows(self) -> None:
        """Read the rows again; the cursor stays on its incident. A busy store is asked again."""
        try:
            rows = listed(self._read())
        except StoreLockedError:
            self.set_timer(_RETRY_AFTER, self.refresh_rows)
            return
        except StoreError as error:
            self.query_one("#chosen", Static).update(line(str(error), "$text-error"))
            return
        self._list.show(rows)
        self._counts = _counts(rows, self._now()) if rows else Content("")
        words = self.query_one("#filter", Field)
        words.disabled = not rows
        words.display = self.query_one("#chosen").display = bool(rows)
        keys = (*_KEYS, ("Esc", "back" if self._told else "all")) if rows else _FIRST_KEYS
        self.query_one(KeyLine).update(key_line(*keys))
        if rows:
            words.focus()
        self._describe()

    def tick(self) -> None:
        """Let time pass: cells that read the same are not painted."""
        if self.is_current:
            self._list.tick()

    def on_input_changed(self, event: Field.Changed) -> None:
        """Narrow the list."""
        event.stop()
        if not self._list.rows:
            return
        self._list.filter(event.value)
        self._describe()

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Open the incident under the cursor."""
        event.stop()
        self._list.open()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Say more of the incident under the cursor."""
        event.stop()
        self._choose()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Go to the incident under the cursor."""
        event.stop()
        if self._list.chosen is not None:
            self.post_message(self.Opened(self._list.chosen.number))

    def key_n(self) -> None:
        """On an empty list the first key begins; otherwise it is a letter of the filter."""
        if not self._list.rows:
            self.action_declare()

    def action_declare(self) -> None:
        """Ask for the declare dialog."""
        self.post_message(DeclareAsked())

    def action_go(self, where: str) -> None:
        """Go to the action items of all incidents, or bring in an incident told elsewhere."""
        (open_tracker if where == "tracker" else imports.become_incident)(self.app)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._list.move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a window."""
        self._list.page(by)

    def action_edge(self, towards: int) -> None:
        """To the first or the last incident."""
        self._list.move(towards * self._list.count)

    def action_clear(self) -> None:
        """Take the filter away; where only some are listed and all of them show, go back."""
        words = self.query_one("#filter", Field)
        if self._told and not words.value:
            self.dismiss()
        words.clear()

    @property
    def _list(self) -> IncidentList:
        return self.query_one(IncidentList)

    def _describe(self) -> None:
        """Bring the lines around the list in step with it."""
        rows, found = self._list.rows, self._list.count
        words = self.query_one("#filter", Field).value
        self._list.display = bool(found)
        shown = f"{found} of {len(rows)} shown" if found < len(rows) else ""
        head = (line(self._told or "Incidents", "bold"), "   ", self._counts, "   ", line(shown))
        self.query_one("#summary", Static).update(Content.assemble(*head))
        self.query_one(Headings).refresh()
        empty = self.query_one("#empty", Static)
        empty.display = not found
        empty.update(_nothing(words) if rows else _FIRST)
        self._choose()

    def _choose(self) -> None:
        chosen = self._list.chosen
        self.query_one("#chosen", Static).update(_told(chosen) if chosen else "")


_KEYS = (
    ("Enter", "open"),
    ("^N", "declare"),
    ("F6", "actions"),
    ("F5", "insights"),
    ("F1", "help"),
)
_FIRST_KEYS = (("n", "declare"), ("^O", "import"), ("F1", "help"), ("^Q", "leave"))
_FIRST = Content("\n").join(
    (
        line("No incidents yet.", "bold"),
        line(""),
        line("Declare one when something breaks. From then on every line you type"),
        line("goes on its timeline, and the post-mortem is drafted from it."),
        line(""),
        Content.assemble("Press ", ("n", "bold"), " to declare the first one,"),
        Content.assemble(
            "or ", ("^O", "bold"), " to bring in one from a chat, a call or a document."
        ),
    )
)


def _nothing(words: str) -> Content:
    missing = line(f"No incident holds “{words}”.")
    return Content("\n").join(
        (missing, line("Esc shows all of them again, ^N declares one.", "dim"))
    )


def _counts(rows: Sequence[IncidentRow], now: datetime) -> Content:
    """`2 live · 1 post-mortem late · 14 actions open`."""
    burning, owed = sum(map(live, rows)), sum(due(row, now).late for row in rows)
    open_actions = sum(row.open_actions for row in rows)
    parts = [line(f"{burning} live", "" if burning else "dim")]
    if owed:
        parts.append(line(f"{many(owed, 'post-mortem')} late", "$text-error"))
    parts.append(line(f"{many(open_actions, 'action')} open", "dim"))
    return Content.styled(" · ", "dim").join(parts)


def _told(row: IncidentRow) -> Content:
    """What the columns had no room for: the whole title, whose it is, since when."""
    told = [f"private: {' '.join(f'@{who}' for who in row.members)}"] if row.members else []
    told += [row.service] if row.service else []
    told.append(f"IC @{row.commander}" if row.commander else "no IC")
    began = row.started_at or row.declared_at
    told += [f"since {began:%a} {began.day} {began:%b %Y %H:%M}"] if began else []
    told += [f"post-mortem @{row.owner}"] if row.owner else []
    name = line(f"{incident_name(row.number)} {row.title}", "bold")
    return Content.assemble(name, "   ", line(" · ".join(told), "dim"))
