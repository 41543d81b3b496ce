from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from incident_tui.services.config import Config
from incident_tui.services.incident_log import open_log
from incident_tui.services.scenario import parse
from incident_tui.services.session import Session
from incident_tui.services.store import SCREEN_MS, Store
from incident_tui.tui import replaying
from tests.support.window import Clock, Seat

TRANSCRIPT = parse(
    "start: 2026-01-15 14:00\nauthor: ana\n"
    "14:00 /declare Checkout fails sev:2\n14:02 it burns\n14:03 <li> /sev 1\n"
    "== summary ==\nIt burned.\n"
)


@asynccontextmanager
async def replayed(db: Path) -> AsyncIterator[Seat]:
    """A window into which the transcript is being typed, a day in an instant."""
    store = Store(db, SCREEN_MS)
    app = replaying.replaying(store, "jo", Config(), TRANSCRIPT, 86_400)
    async with app.run_test(size=(80, 24)) as pilot:
        yield Seat(app, pilot, Clock())
        if app.is_running and app.return_value is None:
            await app.action_quit()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replaying, "_STROKE", 0)


async def test_a_transcript_types_itself_and_leaves_the_prompt_to_the_person(
    tmp_path: Path,
) -> None:
    async with replayed(tmp_path / "store.db") as seat:
        await seat.until(lambda: "that was the transcript" in seat.hint, "the end")
        assert [row.split()[-1] for row in seat.rows()] == ["fails", "burns", "SEV1"]
        assert seat.prompt.value == ""
        log = seat.live.log_
        entries = [row.entry for row in log.newest(9)]
        assert [(e.author, f"{e.occurred_at:%H:%M}") for e in entries] == [
            *(("ana", "14:00"), ("ana", "14:02"), ("li", "14:03"))
        ]
        answers = await (await seat.app.store.documents()).answers(log.id)
        assert answers["summary"].text == "It burned."
        assert log.session.author == "jo"


async def test_what_the_person_types_is_never_typed_over(tmp_path: Path) -> None:
    async with replayed(tmp_path / "store.db") as seat:
        seat.live.bar.begin("mine")
        await seat.until(lambda: "that was the transcript" in seat.hint, "the end")
        assert seat.prompt.value == "mine"
    store = Store(tmp_path / "store.db")
    assert len(open_log(store, Session("jo", "cli"), number=1).newest(9)) == 3
    store.close()
