"""Seen before? Suggested with reasons, said by a person at one key; both ways are facts."""

from datetime import timedelta
from pathlib import Path

from incident_tui.domain.facts import DecisionMade, Declared
from incident_tui.domain.incident import Severity
from incident_tui.domain.learning_facts import RecurrenceConfirmed, RecurrenceRejected
from incident_tui.services.incident_log import declare
from incident_tui.tui.widgets.before_box import BeforeBox
from tests.support.entries import T0
from tests.tui.screens.postmortem_desk import Desk, opened, until

LATER = T0 + timedelta(days=30)


def desk(folder: Path) -> Desk:
    """Two earlier incidents, and one whose post-mortem is written: INC-3."""
    app = Desk(folder / "store.db", "The disk of the shop is full")
    declare(app.store, app.sitting("jo"), Declared("Login needs a cert", Severity.SEV3), T0)
    app.log_.record(DecisionMade("drop old dumps"), T0)
    fact = Declared("Search has no space left on its volume", Severity.SEV3)
    app.now = LATER
    app.log_ = declare(app.store, app.sitting("jo"), fact, LATER)
    return app


async def test_an_earlier_incident_is_confirmed_by_one_key_and_rejected_by_another(
    tmp_path: Path,
) -> None:
    app = desk(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app, "factors")
        box = app.screen.query_one(BeforeBox)
        await until(pilot, lambda: box.rows.rows)
        await until(pilot, lambda: "worked then  drop old dumps" in app.text())
        assert "? INC-1  2026-01-15  disk full  The disk" in app.text()
        box.rows.focus()
        await pilot.press("enter")
        await until(pilot, lambda: "✔ INC-1" in app.text())
        await pilot.press("enter", "x")
        await until(pilot, lambda: "INC-1" not in app.text().split("Seen before?")[-1])
    said = [e.fact for e in app.store.log.state_rows(app.log_.id)][1:]
    first = app.store.read.incident(1)
    assert first is not None
    assert said == [
        RecurrenceConfirmed(first.id, 1, "disk full"),
        RecurrenceRejected(first.id, 1),
    ]
    await app.store.finish()
