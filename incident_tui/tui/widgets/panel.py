"""Beside the timeline stands what is true now: roles, milestones, tasks, open action items."""

from datetime import date, datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.state import IncidentState
from incident_tui.domain.when import countdown
from incident_tui.tui.text import line, plain
from incident_tui.tui.widgets.cell import Cell
from incident_tui.tui.widgets.head import reached, roles

_NAME_WIDTH = 13
_TEXT_WIDTH = 29


class Panel(Vertical):
    """Drawn anew only when the state changes; a tick repaints the countdowns of the tasks."""

    state: reactive[IncidentState] = reactive(IncidentState())

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self._today = date.min

    def compose(self) -> ComposeResult:
        """What stands still lies apart from what counts down."""
        yield Static(id="standing")
        with Horizontal(id="tasks"):
            yield Cell(id="task-clocks")
            yield Static(id="task-texts")
        yield Static(id="follow-ups")

    def on_mount(self) -> None:
        """Show the state that was bound before there was room for it."""
        self.watch_state(self.state)

    def watch_state(self, state: IncidentState) -> None:
        """Show what changed."""
        if not self.is_mounted:
            return
        self.query_one("#standing", Static).update(_lines(standing(state)))
        self.query_one("#tasks").display = bool(state.open_tasks)
        self.query_one("#task-texts", Static).update(_lines(task_texts(state)))
        self.query_one("#follow-ups", Static).update(_lines(follow_ups(state, self._today)))

    def tick(self, now: datetime) -> None:
        """Repaint the countdowns if they moved, and what a new day made late."""
        if now.date() != self._today:
            self._today = now.date()
            self.watch_state(self.state)
        self.query_one("#task-clocks", Cell).tell(_lines(task_clocks(self.state, now)))


def standing(state: IncidentState) -> list[Content]:
    """Roles, milestones and impact."""
    rows = [line("Roles", "bold")]
    rows += [_pair(title, who, _NAME_WIDTH, dim=who == "—") for title, who in roles(state)]
    rows += [line(""), line("Milestones", "bold")]
    for mark, name, at in reached(state):
        rows.append(_pair(f"{mark} {name}", at, _NAME_WIDTH + 2, dim=at == "—"))
    if state.impact:
        rows += [line(""), line("Impact", "bold")]
        rows += [_pair(k.replace("_", " "), v, _NAME_WIDTH) for k, v in state.impact.items()]
    return rows


def task_texts(state: IncidentState) -> list[Content]:
    """Who does what, two lines a task."""
    rows = [line(""), line("Tasks", "bold")]
    for task in state.open_tasks:
        heard = "" if task.acknowledged_at else " · no ack"
        who = line(f"{task.label} @{task.owner}{heard}")
        rows.append(who.truncate(_TEXT_WIDTH - 9, ellipsis=True))
        rows.append(line(task.text, "dim").truncate(_TEXT_WIDTH - 9, ellipsis=True))
    return rows


def task_clocks(state: IncidentState, now: datetime) -> list[Content]:
    """The countdown of each task beside its first line; red once it is late."""
    rows = [line(""), line("")]
    for task in state.open_tasks:
        left = countdown(task.due - now) if task.due else "—"
        rows += [line(left, "$text-error" if task.late(now) else ""), line("")]
    return rows


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


def _pair(name: str, value: str, wide: int, *, dim: bool = False) -> Content:
    label = line(name, "dim").pad_right(max(1, wide - len(name)))
    return Content.assemble(label, plain(value, "dim" if dim else ""))


def _lines(rows: list[Content]) -> Content:
    return Content("\n").join(rows)
