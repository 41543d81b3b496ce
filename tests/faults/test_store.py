"""Whatever befalls the store while a window is open, the line is kept and the message helps."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from incident_tui.domain.errors import StoreError, StoreFullError
from incident_tui.services.store import Store
from incident_tui.storage import connection, writer
from incident_tui.storage.schema import VERSION
from incident_tui.tui.screens.live import LiveScreen
from tests.cli.conftest import Shell
from tests.support.window import Place, window

Harm = Callable[[Path, pytest.MonkeyPatch], None]


def read_only(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system lets nobody write; permissions would not hinder an administrator."""
    for module in (connection, writer):
        monkeypatch.setattr(module, "uri", lambda path: f"file:{path}?mode=ro")


def full(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not one page more may be taken."""
    settings = (*connection.PRAGMAS, "PRAGMA max_page_count = 1")
    monkeypatch.setattr(connection, "PRAGMAS", settings)


def damaged(db: Path, _: pytest.MonkeyPatch) -> None:
    """Everything after the header is noise."""
    db.write_bytes(db.read_bytes()[:100] + b"\xa5" * (db.stat().st_size - 100))


def no_store(db: Path, _: pytest.MonkeyPatch) -> None:
    db.write_bytes(b"not a store at all " * 100)


def empty(db: Path, _: pytest.MonkeyPatch) -> None:
    db.write_bytes(b"")


def newer(db: Path, _: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(db)
    other.execute(f"PRAGMA user_version = {VERSION + 1}")
    other.close()


def deleted(db: Path, _: pytest.MonkeyPatch) -> None:
    db.unlink()


def moved(db: Path, _: pytest.MonkeyPatch) -> None:
    db.rename(db.with_name("elsewhere.db"))


TEXT = "it burns " * 2000
"""Longer than what is free in the pages that a store has."""
WHILE_OPEN = [
    (read_only, "the store cannot be written; give yourself write permission"),
    (full, "the disk is full; nothing was saved, free some space"),
    (damaged, "the store is damaged; `incident-tui restore` puts a backup in its place"),
    (no_store, "is not a store of incident-tui; `incident-tui restore BACKUP`"),
    (empty, "is empty; `incident-tui restore BACKUP`"),
    (newer, "was written by a newer incident-tui"),
    (deleted, "put it back or start again"),
    (moved, "put it back or start again"),
]


@pytest.mark.fault(14)
@pytest.mark.parametrize(("harm", "said"), WHILE_OPEN)
async def test_a_line_that_cannot_be_stored_is_handed_back(
    place: Place, harm: Harm, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window(place, size=(220, 24)) as seat:
        with monkeypatch.context() as harmed:
            harm(place.db, harmed)
            await seat.paste(TEXT)
            await seat.press("enter")
            await seat.live.outbox.drained()
            await seat.pilot.pause()
            assert said in seat.hint
            assert said in seat.text()
            assert seat.prompt.value == TEXT
            assert seat.prompt.typed_at == place.clock.at
            assert "saving" not in seat.text()
            assert seat.live.outbox.idle


@pytest.mark.parametrize(("harm", "said"), WHILE_OPEN)
async def test_the_window_lives_on_and_its_keys_work(
    place: Place, harm: Harm, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.say("first", "second")
    async with window(place, size=(120, 24)) as seat:
        with monkeypatch.context() as harmed:
            harm(place.db, harmed)
            for key in ("ctrl+f", *"fir", "escape", "shift+up", "ctrl+s", "enter", "escape"):
                await seat.press(key)
            await seat.press("f1", "escape", "escape", "f3")
            for _ in range(5):
                await seat.pilot.pause()
            assert seat.app.is_running
            assert seat.app.return_code is None or seat.app.return_code == 0


@pytest.mark.fault(15)
async def test_a_store_that_is_put_back_takes_the_line(place: Place) -> None:
    away = place.db.with_name("away.db")
    async with window(place) as seat:
        place.db.rename(away)
        await seat.enter("it burns")
        assert seat.prompt.value == "it burns"
        away.rename(place.db)
        await seat.press("enter")
        await seat.until(lambda: place.said() == ["it burns"], "the line in the store")


@pytest.mark.fault(15)
async def test_a_store_that_was_moved_after_a_line_was_stored_takes_no_other(place: Place) -> None:
    async with window(place, size=(160, 24)) as seat:
        await seat.enter("it burns")
        place.db.rename(place.db.with_name("away.db"))
        await seat.enter("and on")
        assert "the store was moved or replaced while it was open" in seat.hint
        assert seat.prompt.value == "and on"


async def test_a_line_refused_while_another_is_typed_waits_behind_the_up_arrow(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = asyncio.Event()

    async def record(_: object) -> None:
        await refused.wait()
        raise StoreFullError("the disk is full")

    async with window(place, size=(160, 24)) as seat:
        monkeypatch.setattr(seat.app.store, "record", record)
        await seat.press(*"it burns", "enter", *"half")
        refused.set()
        await seat.live.outbox.drained()
        await seat.pilot.pause()
        assert seat.hint == "the disk is full (your line is behind the up arrow)"
        assert seat.prompt.value == "half"
        await seat.press("up")
        assert seat.prompt.value == "it burns"
        await seat.press("down")
        assert seat.prompt.value == "half"
    assert place.said() == []


async def test_a_store_that_nobody_can_read_leaves_the_prompt_usable(place: Place) -> None:
    place.say("first", "second")
    async with window(place) as seat:
        with place.locked("EXCLUSIVE"):
            await seat.press(*"it burns", "enter", "shift+up")
            await seat.press(*"/find se")
            await seat.press("escape", "escape", "ctrl+end", *" and on")
            assert seat.prompt.value == "/find se and on"
            await seat.shows("saving… it burns")
            assert isinstance(seat.app.screen, LiveScreen)
        await seat.until(lambda: place.said() == ["first", "second", "it burns"], "the line")
        await seat.until(lambda: "saving" not in seat.text(), "the row")


async def test_details_of_a_store_that_nobody_can_read_are_refused(place: Place) -> None:
    place.say("first")
    async with window(place) as seat:
        await seat.press("shift+up")
        with place.locked("EXCLUSIVE"):
            await seat.press("enter")
            await seat.until(lambda: "another program" in seat.hint, "the reason")
        await seat.press("enter")
        await seat.until(lambda: not isinstance(seat.app.screen, LiveScreen), "the details")


async def test_a_declaration_that_cannot_be_stored_is_there_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE_MS", 1)
    async with window(place) as seat:
        with place.locked("IMMEDIATE"):
            await seat.enter("/declare Login is down")
            assert seat.prompt.value == "/declare Login is down"
            assert "another program is writing" in seat.hint


@pytest.mark.fault(14)
@pytest.mark.parametrize(
    ("harm", "said"),
    [pair for pair in WHILE_OPEN if pair[0] not in {deleted, moved}],
)
def test_the_command_line_says_the_same_and_repeats_the_line(
    burning: Shell, harm: Harm, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    harm(burning.db, monkeypatch)
    before = burning.db.read_bytes()
    told = burning.refused(4, "log", TEXT)
    assert said in told
    assert f"not saved: {TEXT.strip()}" in told
    assert burning.db.read_bytes() == before


@pytest.mark.fault(16)
@pytest.mark.parametrize("harm", [damaged, no_store, empty, newer])
def test_a_window_on_what_is_no_store_does_not_open(
    place: Place, harm: Harm, monkeypatch: pytest.MonkeyPatch
) -> None:
    harm(place.db, monkeypatch)
    before, beside = place.db.read_bytes(), sorted(place.db.parent.iterdir())
    with pytest.raises(StoreError, match=r"restore|upgrade"):
        Store(place.db)
    assert place.db.read_bytes() == before
    assert sorted(place.db.parent.iterdir()) == beside
