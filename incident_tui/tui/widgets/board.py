"""What counts down stands on one board: updates, decisions, tasks, each behind its clock."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from textual.content import Content
from textual.reactive import reactive

from incident_tui.domain.clocks import Phase, clocks
from incident_tui.domain.decisions import Decision, Stage
from incident_tui.domain.practice import Practice
from incident_tui.domain.state import IncidentState
from incident_tui.domain.tasks import Task
from incident_tui.domain.when import countdown
from incident_tui.tui.text import line
from incident_tui.tui.widgets.cell import Cell

_CLOCK: Final = 7
_TEXT: Final = 21
_DECISIONS: Final = 2
"""The newest ones; those before them are in the timeline."""
_ROOMY: Final = 4
"""So many tasks have two lines each, more have one."""
_INKS: Final = {Phase.CALM: "", Phase.AMBER: "$text-warning", Phase.LATE: "$text-error"}


class Board(Cell):
    """How many lines it has depends on the state alone, so a tick repaints clocks and no more."""

    state: reactive[IncidentState] = reactive(IncidentState())

    def __init__(self, practice: Practice) -> None:
        super().__init__(id="clocks")
        self._practice = practice
        self._lines = 0

    def tick(self, now: datetime) -> None:
        """Repaint the clocks if they moved, and what they say of a window that closed."""
        rows = list(board(self.state, now, self._practice))
        self.tell(Content("\n").join(rows))
        if len(rows) != self._lines:
            self._lines = len(rows)
            self.display = bool(rows)
            self.refresh(layout=True)


def board(state: IncidentState, now: datetime, practice: Practice) -> Iterator[Content]:
    """Every line of it."""
    updates, decisions, tasks = clocks(state, practice), state.running, state.open_tasks
    if updates:
        yield from _heading("Updates due")
    for clock in updates:
        ink = _INKS[clock.phase(now)]
        put_off = " · put off" if clock.snoozed else ""
        yield _row(countdown(clock.left(now)), f"{clock.audience}{put_off}", ink)
    if decisions:
        yield from _heading("Decisions" if len(decisions) > 1 else "Decision")
    for decision in decisions[:_DECISIONS]:
        yield from _decided(decision, now, practice)
    if len(decisions) > _DECISIONS:
        yield _row("", f"and {len(decisions) - _DECISIONS} more", dim=True)
    if tasks:
        yield from _heading("Tasks")
    for task in tasks:
        yield from _assigned(task, now, roomy=len(tasks) <= _ROOMY)


def _heading(text: str) -> Iterator[Content]:
    yield line("")
    yield line(text, "bold")


def _row(clock: str, text: str, ink: str = "", *, dim: bool = False) -> Content:
    """The clock at the right of its column, then the text as far as there is room."""
    shown = Content.styled(clock.rjust(_CLOCK), ink)
    told = line(text, "dim" if dim else "").truncate(_TEXT, ellipsis=True)
    return Content.assemble(shown, " ", told)


def _decided(decision: Decision, now: datetime, practice: Practice) -> Iterator[Content]:
    label = decision.label
    match decision.stage(now, practice):
        case Stage.OPEN:
            left = countdown(decision.closes(practice) - now)
            yield _row(left, f"{label} objections?", "$text-warning")
        case Stage.UNOPPOSED:
            yield _row("—", f"{label} ^Y carries it")
        case Stage.OBJECTED:
            yield _row("—", f"{label} @{decision.objections[-1].person} objects")
        case _:
            by = f"@{decision.executor}" if decision.executor else "executing"
            clock, ink = _executing(decision, now)
            yield _row(clock, f"{label} {by}", ink)
    yield _row("", decision.text, dim=True)


def _executing(decision: Decision, now: datetime) -> tuple[str, str]:
    """The time left and its ink, or without a promise the time that has passed."""
    if decision.due is not None:
        return countdown(decision.due - now), "$text-error" if decision.late(now) else ""
    return countdown(now - (decision.carried_at or decision.at)), "dim"


def _assigned(task: Task, now: datetime, *, roomy: bool) -> Iterator[Content]:
    clock = countdown(task.due - now) if task.due else "—"
    ink = "$text-error" if task.late(now) else ""
    heard = "" if task.acknowledged_at else " · no ack"
    if roomy:
        yield _row(clock, f"{task.label} @{task.owner}{heard}", ink)
        yield _row("", task.text, dim=True)
    else:
        yield _row(clock, f"{task.label} @{task.owner} {task.text}", ink)
