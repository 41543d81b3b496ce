from datetime import timedelta

from textual.app import App, ComposeResult
from textual.widgets import Static

from incident_tui.domain import facts
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Severity, Status
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.state import IncidentState
from incident_tui.tui.widgets.head import Chips, Head, empty_since, roles
from tests.support.entries import T0, at, entry, log
from tests.support.screens import HOSTILE

BUSY = fold(
    log(
        facts.RoleAssigned("ic", "maria"),
        facts.RoleAssigned("db-sme", "li"),
        facts.SeverityChanged(Severity.SEV3, Severity.SEV1),
        facts.ActionItemAdded("look", "li"),
        facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED),
    )
)


class Host(App[None]):
    """The first lines of the window."""

    def __init__(self, state: IncidentState) -> None:
        super().__init__()
        self.head = Head(7, PRACTICE)
        self.chips = Chips(PRACTICE)
        self._state = state

    def compose(self) -> ComposeResult:
        yield self.head
        yield self.chips

    def on_mount(self) -> None:
        self.show(self._state)

    def show(self, state: IncidentState) -> None:
        """Have both say this."""
        self.head.state = self.chips.state = state

    def said(self, name: str) -> str:
        """The text of a cell."""
        return str(self.query_one(name, Static).content)


async def test_it_says_how_bad_what_and_where_it_stands() -> None:
    app = Host(fold(log()))
    async with app.run_test():
        assert [app.said(c) for c in ("#severity", "#title", "#status")] == [
            *(" SEV3 ", "INC-7  Checkout fails", "INVESTIGATING")
        ]
        assert app.query_one("#severity").has_class("sev3")
        app.show(BUSY)
        assert app.said("#status") == "RESOLVED"
        assert app.query_one("#severity").has_class("sev1")
        assert not app.query_one("#severity").has_class("sev3")
        assert app.query_one("#status").has_class("-resolved")


async def test_the_clock_runs_from_the_beginning_and_stops_at_the_end() -> None:
    app = Host(fold([entry(1, facts.Declared("x", Severity.SEV3), minutes=0)]))
    async with app.run_test():
        app.head.tick(T0 + timedelta(minutes=42, seconds=17))
        assert app.said("#elapsed") == "00:42:17"
        app.show(BUSY)
        app.head.tick(T0 + timedelta(hours=9))
        assert app.said("#elapsed") == "00:05:00"


async def test_chips_say_who_leads_and_what_is_open() -> None:
    app = Host(IncidentState())
    async with app.run_test():
        app.chips.tick(T0)
        assert str(app.chips.content) == (
            "IC — · Scribe — · Comms — · checklist 0/4 · "
            "debt: start time, commander, impact, stars, action items"
        )
        app.show(BUSY)
        app.chips.tick(T0)
        assert str(app.chips.content) == (
            "IC @maria · Scribe — · Comms — · actions 1 · debt: start time, impact, updates, stars"
        )


async def test_a_hostile_title_is_only_text() -> None:
    app = Host(fold([entry(1, facts.Declared(HOSTILE + "\nx", Severity.SEV3))]))
    async with app.run_test():
        assert app.said("#title").startswith("INC-7  [/x]␛]52")
        assert "\n" not in app.said("#title")


def test_needed_roles_come_first_and_others_follow() -> None:
    assert [name for name, _ in roles(BUSY, {})[:3]] == ["IC", "Scribe", "Comms"]
    assert [held for _, held in roles(BUSY, {})] == ["@maria  14:02", "—", "—", "@li  14:03"]


def test_a_needed_role_that_nobody_has_says_for_how_long() -> None:
    state = fold(log(facts.SeverityChanged(Severity.SEV3, Severity.SEV1)))
    assert empty_since(state, at(11), PRACTICE) == {}
    empty = empty_since(state, at(38), PRACTICE)
    assert roles(state, empty)[2] == ("Comms", "nobody, 36 min")
