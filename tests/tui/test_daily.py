"""The backup of the day is made beside the window, once, and a failure is said where the eye is."""

import asyncio
from pathlib import Path

from incident_tui.services import upkeep
from incident_tui.services.session import wall_clock
from incident_tui.services.store import SCREEN_MS, Store
from incident_tui.tui.app import IncidentApp
from incident_tui.tui.daily import daily_backup
from tests.support.window import CALM, Place, Seat, window


def test_the_first_window_of_the_day_makes_a_backup(place: Place) -> None:
    assert asyncio.run(daily_backup(place.db)()) == ""
    [made] = Path(f"{place.db}.backups").iterdir()
    assert upkeep.verify(made) == []
    assert asyncio.run(daily_backup(place.db)()) == ""
    assert list(made.parent.iterdir()) == [made]
    assert not upkeep.backup_due(place.db, wall_clock())


def test_a_backup_that_failed_is_said(place: Place) -> None:
    Path(f"{place.db}.backups").write_text("not a folder")
    said = asyncio.run(daily_backup(place.db)())
    assert said.startswith("the backup of today was not made: ")
    assert "cannot be made" in said


async def test_what_went_wrong_stands_under_the_prompt(place: Place) -> None:
    async def aside() -> str:
        return "the backup of today was not made: the disk is full"

    store = Store(place.db, SCREEN_MS)
    app = IncidentApp(store, place.clock.sitting(), aside=aside, config=CALM)
    async with app.run_test(size=(120, 24)) as pilot:
        seat = Seat(app, pilot, place.clock)
        await seat.shows("the backup of today was not made: the disk is full")
        await app.action_quit()


async def test_a_redaction_says_which_copies_keep_the_text(place: Place) -> None:
    place.say("the password is hunterzwei")
    upkeep.rotate(place.db, place.clock.at)
    async with window(place, size=(160, 24)) as seat:
        await seat.enter("/redact #2 a password")
        await seat.shows("keep it: 2026-")
        assert "hunterzwei" not in seat.text()
