"""The last line: the keys that matter here, the team's store, what the post-mortem would lack."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Static

from incident_tui.domain.debt import debt
from incident_tui.domain.state import IncidentState
from incident_tui.tui.text import line

_KEYS: Final = " ^P palette   F1 help   ^F find   ^S star   F9 post-mortem"


class Foot(Horizontal):
    """Drawn anew only when the state changes."""

    state: reactive[IncidentState] = reactive(IncidentState())

    def __init__(self) -> None:
        super().__init__(id="foot")

    def compose(self) -> ComposeResult:
        """The keys never change; the debt does."""
        yield Static(_KEYS, id="keys", markup=False)
        yield Static(id="team")
        yield Static(id="debt")

    def on_mount(self) -> None:
        """Show the state that was bound before there was room for it."""
        self.watch_state(self.state)

    def tell_team(self, text: str) -> None:
        """Say how it stands with the team's store, at some distance from what follows."""
        self.query_one("#team", Static).update(line(f"{text}  "))

    def watch_state(self, state: IncidentState) -> None:
        """Say what the post-mortem would lack if the call ended now."""
        if self.is_mounted:
            lacking = debt(state)
            told = f"debt: {' · '.join(lacking)}" if lacking else ""
            self.query_one("#debt", Static).update(line(told))
