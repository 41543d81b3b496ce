"""One glance answers how bad, what, where it stands, how long; always in the same place."""

from collections.abc import Mapping
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from incident_tui.domain.checklists import checklist, unticked
from incident_tui.domain.clocks import Phase
from incident_tui.domain.debt import debt
from incident_tui.domain.incident import COMMANDER, Status, role_title
from incident_tui.domain.next_due import next_due
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.practice import Practice
from incident_tui.domain.state import IncidentState
from incident_tui.domain.text import one_line
from incident_tui.domain.vacancies import overdue
from incident_tui.domain.when import clock, countdown, length
from incident_tui.tui.text import line
from incident_tui.tui.widgets.cell import Cell
from incident_tui.tui.widgets.kinds import PRIVATE

_GAP = 1
_SEVERITIES = {f"sev{n}" for n in range(1, 6)}


class Head(Horizontal):
    """The first line: severity, number, title, status, and how long it has lasted."""

    state: reactive[IncidentState] = reactive(IncidentState())

    def __init__(self, number: int, practice: Practice) -> None:
        super().__init__(id="head")
        self._number = number
        self._practice = practice

    def compose(self) -> ComposeResult:
        """Five cells; only what the last two say moves."""
        yield Static(id="severity")
        yield Static(id="title")
        yield Static(id="status")
        yield Cell(id="due")
        yield Cell(id="elapsed")

    def watch_state(self, state: IncidentState) -> None:
        """Show what changed."""
        if not self.is_mounted:
            return
        severity = self.query_one("#severity", Static)
        severity.update(Content(f" {state.severity.name} "))
        severity.remove_class(*_SEVERITIES).add_class(state.severity.name.lower())
        self.query_one("#title", Static).update(
            Content(f"{incident_name(self._number)}  {_kept(state)}{one_line(state.title)}")
        )
        status = self.query_one("#status", Static)
        status.update(Content(state.status.upper()))
        status.set_class(state.status is Status.RESOLVED, "-resolved")

    def on_mount(self) -> None:
        """Show the state that was bound before there were cells for it."""
        self.watch_state(self.state)

    def tick(self, now: datetime) -> None:
        """Repaint the clocks and nothing else."""
        self.query_one("#elapsed", Cell).tell(Content(clock(self.state.duration(now))))
        due = self.query_one("#due", Cell)
        first = next_due(self.state, now, self._practice)
        due.display = first is not None
        if first is not None:
            told = f"{first.what} {countdown(first.left)}"
            due.styles.width = len(told) + _GAP  # the title has what it leaves
            due.tell(Content(told))
            due.set_class(first.phase is Phase.AMBER, "-amber")
            due.set_class(first.phase is Phase.LATE, "-late")


def _kept(state: IncidentState) -> str:
    return f"{PRIVATE} " if state.members else ""


class Chips(Static):
    """The side panel in one line, for narrow screens."""

    state: reactive[IncidentState] = reactive(IncidentState())

    _told = ""
    _lacking: tuple[str, ...] = ()

    def __init__(self, practice: Practice) -> None:
        super().__init__(id="chips")
        self._practice = practice

    def watch_state(self, state: IncidentState) -> None:
        """Look for the debt when the state changes, and not at every tick."""
        self._lacking = debt(state)

    def tick(self, now: datetime) -> None:
        """Who leads, who writes, who speaks, what is open or late, what will be missing."""
        state = self.state
        held = {role: f"— {long}" for role, long in empty_since(state, now, self._practice).items()}
        held |= {role: f"@{given.person}" for role, given in state.roles.items()}
        parts = [f"{PRIVATE} private"] if state.members else []
        parts += [f"IC {held.get(COMMANDER, '—')}", f"Scribe {held.get('scribe', '—')}"]
        parts += [f"Comms {held.get('comms', '—')}"]
        late = sum(task.late(now) for task in state.open_tasks)
        if state.open_tasks:
            parts.append(f"tasks {len(state.open_tasks)}" + (f" ({late} late)" if late else ""))
        if state.open_actions:
            parts.append(f"actions {len(state.open_actions)}")
        items = checklist(state, self._practice)
        if state.status is not Status.RESOLVED and (left := unticked(items)):
            parts.append(f"checklist {len(items) - len(left)}/{len(items)}")
        if self._lacking:
            parts.append(f"debt: {', '.join(self._lacking)}")
        told = " · ".join(parts)
        if told != self._told:
            self._told = told
            self.update(line(told), layout=False)


def empty_since(state: IncidentState, now: datetime, practice: Practice) -> dict[str, str]:
    """For how long each role that is needed stands empty, once that is worth saying."""
    return {v.role: length(now - v.since) for v in overdue(state, now, practice)}


def roles(state: IncidentState, empty: Mapping[str, str]) -> list[tuple[str, str]]:
    """The three roles an incident needs, then whoever else has one; `empty` as `empty_since`."""
    needed = [COMMANDER, "scribe", "comms"]
    named = needed + sorted(role for role in state.roles if role not in needed)
    short = {COMMANDER: "IC", "comms": "Comms"}
    rows = []
    for role in named:
        held = state.roles.get(role)
        title = short.get(role, role_title(role))
        nobody = f"nobody, {empty[role]}" if role in empty else "—"
        rows.append((title, f"@{held.person}  {held.since:%H:%M}" if held else nobody))
    return rows
