from datetime import date, timedelta

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from incident_tui.domain import facts
from incident_tui.domain.fold import fold
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.state import IncidentState
from incident_tui.tui.widgets.panel import Panel
from tests.support.entries import T0, log
from tests.support.screens import HOSTILE


class Host(App[None]):
    """Only the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.now = T0
        self.panel = Panel(PRACTICE)

    def compose(self) -> ComposeResult:
        yield self.panel

    def said(self, state: IncidentState) -> list[str]:
        """Its lines in that state."""
        self.panel.state = state
        self.panel.tick(self.now)
        return [line for part in self.query(Static) for line in str(part.content).splitlines()]


@pytest.fixture
def app() -> Host:
    return Host()


async def test_an_empty_panel_teaches(app: Host) -> None:
    async with app.run_test():
        lines = app.said(fold(log()))
        assert lines[0] == "Roles"
        assert lines[-1] == "none yet: /action …"
        assert "Impact" not in lines


async def test_impact_and_action_items_stand_below_roles_and_milestones(app: Host) -> None:
    async with app.run_test():
        lines = app.said(
            fold(
                log(
                    facts.RoleAssigned("ic", "maria"),
                    facts.ImpactRecorded({"error_rate": "5 %"}),
                    facts.ActionItemAdded("look", "li", date(2026, 1, 20)),
                    facts.ActionItemAdded("wait"),
                )
            )
        )
        assert "IC           @maria  14:02" in lines
        assert "error rate   5 %" in lines
        assert lines[-4:] == ["A1 look", "   @li · due 20 Jan", "A2 wait", "   no owner · no date"]


async def test_what_is_late_says_so(app: Host) -> None:
    state = fold(log(facts.ActionItemAdded("look", "li", date(2026, 1, 20))))
    async with app.run_test():
        app.now = T0 + timedelta(days=6)
        assert app.said(state)[-1] == "   @li · late: due 20 Jan"


async def test_long_and_hostile_texts_stay_in_their_line(app: Host) -> None:
    async with app.run_test():
        hostile = facts.ActionItemAdded(HOSTILE * 3, HOSTILE)
        lines = app.said(fold(log(hostile, facts.ImpactRecorded({"users": HOSTILE}))))
        [action] = [line for line in lines if line.startswith("A1 [/x]")]
        assert len(action) <= 29
        assert "\x1b" not in "".join(lines)
