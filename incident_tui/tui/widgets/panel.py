"""Beside the timeline stands what is true now: roles, milestones, tasks, open action items."""

from collections.abc import Mapping
from datetime import date, datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.checklists import checklist, unticked
from incident_tui.domain.incident import Status
from incident_tui.domain.practice import Practice
from incident_tui.domain.state import IncidentState
from incident_tui.tui.text import line, plain
from incident_tui.tui.widgets.board import Board
from incident_tui.tui.widgets.head import empty_since, roles
from incident_tui.tui.widgets.kinds import PRIVATE

_NAME_WIDTH = 13
_TEXT_WIDTH = 29
_NEXT = 2
"""Items of the checklist that are shown; /checklist shows all."""


class Panel(Vertical):
    """Drawn anew only when the state changes; a tick repaints the clocks of its board."""

    state: reactive[IncidentState] = reactive(IncidentState())

    def __init__(self, practice: Practice) -> None:
        super().__init__(id="panel")
        self._practice = practice
        self.board = Board(practice)
        self._practice = practice
        self._today = date.min
        self._empty: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """What stands still lies apart from what counts down."""
        yield Static(id="standing")
        yield self.board.data_bind(Panel.state)
        yield Static(id="checklist")
        yield Static(id="follow-ups")

    def on_mount(self) -> None:
        """Show the state that was bound before there was room for it."""
        self.watch_state(self.state)

    def watch_state(self, state: IncidentState) -> None:
        """Show what changed."""
        if not self.is_mounted:
            return
        self.query_one("#standing", Static).update(_lines(standing(state, self._empty)))
        asked = checks(state, self._practice)
        self.query_one("#checklist").display = bool(asked)
        self.query_one("#checklist", Static).update(_lines(asked))
        self.query_one("#follow-ups", Static).update(_lines(follow_ups(state, self._today)))

    def tick(self, now: datetime) -> None:
        """Repaint the countdowns if they moved, and what a new day made late."""
        if now.date() != self._today:
            self._today = now.date()
            self.watch_state(self.state)
        empty = empty_since(self.state, now, self._practice)
        if empty != self._empty:
            self._empty = empty
            self.query_one("#standing", Static).update(_lines(standing(self.state, empty)))
        if self.display:  # beside a narrow timeline there is no room for it
            self.board.tick(now)


def standing(state: IncidentState, empty: Mapping[str, str]) -> list[Content]:
    """Roles and impact; `empty` says for how long a role that is needed has nobody."""
    rows = [line("Roles", "bold")]
    rows += [_pair(title, who, _NAME_WIDTH, _ink(who)) for title, who in roles(state, empty)]
    if state.members:
        named = line(" ".join(f"@{who}" for who in state.members))
        rows += [line(""), line(f"{PRIVATE} Private", "bold"), named]
    if state.impact:
        rows += [line(""), line("Impact", "bold")]
        rows += [_pair(k.replace("_", " "), v, _NAME_WIDTH) for k, v in state.impact.items()]
    return rows


def checks(state: IncidentState, practice: Practice) -> list[Content]:
    """How much of the checklist is done, and what comes next; nothing once all of it is."""
    items = checklist(state, practice)
    left = unticked(items)
    if not left or state.status is Status.RESOLVED:
        return []
    done = f"{len(items) - len(left)}/{len(items)}"
    heading = Content.assemble(line("Checklist", "bold"), " ", line(f"{done} · ^T ticks", "dim"))
    return [line(""), heading] + [
        line(f"☐ {item.number} {item.text}").truncate(_TEXT_WIDTH, ellipsis=True)
        for item in left[:_NEXT]
    ]


def follow_ups(state: IncidentState, today: date) -> list[Content]:
    """The open action items."""
    rows = [line(""), line("Action items", "bold")]
    for item in state.open_actions:
        rows += _action(item, today)
    return rows if state.open_actions else [*rows, line("none yet: /action …", "dim")]


def _action(item: ActionItem, today: date) -> list[Content]:
    due = f"due {item.due:%d %b}" if item.due else "no date"
    owner = f"@{item.owner}" if item.owner else "no owner"
    late = item.overdue(today)
    told = line(f"late: {due}", "$text-error") if late else line(due, "dim")
    about = Content.assemble("   ", line(f"{owner} ·", "dim"), " ", told)
    return [line(f"{item.label} {item.text}").truncate(_TEXT_WIDTH, ellipsis=True), about]


def _ink(who: str) -> str:
    """A role that nobody needs yet is quiet; one that is needed and empty is not."""
    return "dim" if who == "—" else "$text-warning" if who.startswith("nobody") else ""


def _pair(name: str, value: str, wide: int, style: str = "") -> Content:
    label = line(name, "dim").pad_right(max(1, wide - len(name)))
    return Content.assemble(label, plain(value, style))


def _lines(rows: list[Content]) -> Content:
    return Content("\n").join(rows)
