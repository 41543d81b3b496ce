from collections.abc import Iterator
from typing import Any

import pytest

from incident_tui.commands.outcome import OpenPostmortem
from incident_tui.domain.errors import IncidentTuiError, StoreLockedError
from incident_tui.services.store import Store
from incident_tui.storage import connection
from incident_tui.tui.outbox import Outbox, Reports, SentLine
from tests.support.entries import T0
from tests.support.window import Place


class Desk:
    """An outbox, and what it reported in the order in which it did."""

    def __init__(self, place: Place, store: Store) -> None:
        self.log = place.log(store, "jo")
        self.told: list[tuple[str, Any]] = []
        self.errors: list[IncidentTuiError] = []
        self.moving: list[int] = []
        self.outbox = Outbox(
            store,
            self.log,
            Reports(
                moving=lambda lines: self.moving.append(len(lines)),
                stored=self._stored,
                declared=lambda _: self.told.append(("declared", "")),
                refused=self._refused,
                intended=lambda intent: self.told.append(("intended", intent)),
            ),
        )

    def _stored(self) -> None:
        self.told += [("stored", getattr(e.fact, "text", e.fact.KIND)) for e in self.log.catch_up()]

    def _refused(self, sent: SentLine, error: IncidentTuiError) -> None:
        self.told.append(("refused", sent.text))
        self.errors.append(error)

    async def send(self, *lines: str) -> list[tuple[str, Any]]:
        """Send them at once, and wait for what became of them."""
        for line in lines:
            self.outbox.send(line, T0)
        await self.outbox.drained()
        return self.told


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    store = Store(place.db)
    yield store
    store.close()


@pytest.fixture
async def desk(place: Place, store: Store) -> Any:
    made = Desk(place, store)
    yield made
    if store._writer is not None:
        await store._writer.close()


async def test_every_line_has_one_end_and_they_come_in_order(desk: Desk) -> None:
    told = await desk.send("one", "/sev 9", "/postmortem", "/declare Other", "two")
    assert told == [
        ("stored", "one"),
        ("refused", "/sev 9"),
        ("intended", OpenPostmortem()),
        ("declared", ""),
        ("stored", "two"),
    ]
    assert desk.moving == [1, 2, 3, 4, 5, 4, 3, 2, 1, 0]
    assert desk.outbox.idle


async def test_each_line_is_judged_by_the_state_it_meets(desk: Desk) -> None:
    told = await desk.send("/resolve done", "/reopen it is back", "/reopen again")
    assert [what for what, _ in told] == ["stored", "stored", "refused"]


async def test_waiting_for_an_empty_outbox_ends_at_once(desk: Desk) -> None:
    await desk.outbox.drained()
    assert desk.outbox.idle


async def test_a_busy_store_is_tried_again(
    desk: Desk, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE_MS", 1)
    tries: list[str] = []
    recording = desk.log.recording

    def counted(*args: Any, entry_id: str = "", **rest: Any) -> Any:
        tries.append(entry_id)
        if len(tries) == 3:
            held.__exit__(None, None, None)
        return recording(*args, entry_id=entry_id, **rest)

    monkeypatch.setattr(desk.log, "recording", counted)
    held = place.locked("IMMEDIATE")
    held.__enter__()
    assert await desk.send("it burns") == [("stored", "it burns")]
    assert len(tries) == 3
    assert len(set(tries)) == 1, "another id would let the line be stored twice"


async def test_after_four_tries_a_line_is_handed_back(
    desk: Desk, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE_MS", 1)
    with place.locked("IMMEDIATE"):
        assert await desk.send("it burns") == [("refused", "it burns")]
    [error] = desk.errors
    assert isinstance(error, StoreLockedError)
    assert await desk.send("it burns") == [("refused", "it burns"), ("stored", "it burns")]
