"""What counts down stands on one board: decisions, then tasks, a clock beside each."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive

from incident_tui.domain.decisions import Decision, Stage
from incident_tui.domain.practice import Practice
from incident_tui.domain.state import IncidentState
from incident_tui.domain.tasks import Task
from incident_tui.domain.when import countdown
from incident_tui.tui.text import line
from incident_tui.tui.widgets.cell import Cell

_WIDTH: Final = 20
_DECISIONS: Final = 2
"""The newest ones; those before them are in the timeline."""
_ROOMY: Final = 4
"""So many tasks have two lines each, more have one."""


class Row(NamedTuple):
    """A clock, and the text beside it; either may be empty."""

    clock: Content
    text: Content


class Board(Horizontal):
    """How many lines it has depends on the state alone, so a tick repaints clocks and no more."""

    state: reactive[IncidentState] = reactive(IncidentState())

    def __init__(self, practice: Practice) -> None:
        super().__init__(id="board")
        self._practice = practice
        self._height = 0

    def compose(self) -> ComposeResult:
        """The clocks lie apart from the texts, which stand still."""
        yield Cell(id="clocks")
        yield Cell(id="clocked")

    def tick(self, now: datetime) -> None:
        """Repaint the clocks if they moved, and what they say of a window that closed."""
        rows = list(board(self.state, now, self._practice))
        taller = len(rows) != self._height
        self._height = len(rows)
        self.display = bool(rows)
        for name, contents in (
            ("#clocks", [row.clock for row in rows]),
            ("#clocked", [row.text for row in rows]),
        ):
            cell = self.query_one(name, Cell)
            cell.tell(Content("\n").join(contents))
            if taller:
                cell.refresh(layout=True)


def board(state: IncidentState, now: datetime, practice: Practice) -> Iterator[Row]:
    """Every line of it."""
    decisions, tasks = state.running, state.open_tasks
    if decisions:
        yield from _heading("Decisions" if len(decisions) > 1 else "Decision")
    for decision in decisions[:_DECISIONS]:
        yield from _decided(decision, now, practice)
    if len(decisions) > _DECISIONS:
        yield Row(line(""), line(f"and {len(decisions) - _DECISIONS} more", "dim"))
    if tasks:
        yield from _heading("Tasks")
    for task in tasks:
        yield from _assigned(task, now, roomy=len(tasks) <= _ROOMY)


def _heading(text: str) -> Iterator[Row]:
    yield Row(line(""), line(""))
    yield Row(line(""), line(text, "bold"))


def _decided(decision: Decision, now: datetime, practice: Practice) -> Iterator[Row]:
    match decision.stage(now, practice):
        case Stage.OPEN:
            clock = line(countdown(decision.closes(practice) - now), "$text-warning")
            stands = f"{decision.label} objections?"
        case Stage.UNOPPOSED:
            clock, stands = line("—"), f"{decision.label} ^Y carries it"
        case Stage.OBJECTED:
            clock, stands = line("—"), f"{decision.label} @{decision.objections[-1].person} objects"
        case _:
            by = f"@{decision.executor}" if decision.executor else "executing"
            clock, stands = _executing(decision, now), f"{decision.label} {by}"
    yield Row(clock, _clipped(stands))
    yield Row(line(""), _clipped(decision.text, "dim"))


def _executing(decision: Decision, now: datetime) -> Content:
    """The time left, or without a promise the time that has passed."""
    if decision.due is not None:
        late = decision.late(now)
        return line(countdown(decision.due - now), "$text-error" if late else "")
    began = decision.carried_at or decision.at
    return line(countdown(now - began), "dim")


def _assigned(task: Task, now: datetime, *, roomy: bool) -> Iterator[Row]:
    left = countdown(task.due - now) if task.due else "—"
    clock = line(left, "$text-error" if task.late(now) else "")
    heard = "" if task.acknowledged_at else " · no ack"
    if roomy:
        yield Row(clock, _clipped(f"{task.label} @{task.owner}{heard}"))
        yield Row(line(""), _clipped(task.text, "dim"))
    else:
        yield Row(clock, _clipped(f"{task.label} @{task.owner} {task.text}"))


def _clipped(text: str, style: str = "") -> Content:
    return line(text, style).truncate(_WIDTH, ellipsis=True)
