"""An incident that is declared private was at no moment there for others: not one row of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from incident_tui.commands.outcome import DeclaredPrivate
from incident_tui.domain.facts import Noted
from incident_tui.domain.incident import Severity
from incident_tui.services import team_store
from incident_tui.services.courier import Courier
from incident_tui.services.incident_log import declare, open_log
from incident_tui.services.store import Store
from incident_tui.storage import replica
from incident_tui.storage.postgres.team import PostgresTeam
from tests.support.postgres import address, connected, known_as, people, require_server, schema
from tests.support.window import Place, window

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

SECRET: Final = "swordfish"
_TOLD: Final = """
SELECT count(*) FROM {} AS t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%' || $2 || '%'
"""


class Looked(PostgresTeam):
    """Ana's way to the team's store: after each transaction eve looks through every table."""

    def __init__(self, schema: str) -> None:
        super().__init__(address(schema, known_as(f"{schema}_ana")))
        self.schema = schema
        self.incident_id = "?"
        self.told: list[dict[str, int]] = []

    async def run(self, script: "Script[Any]", *, alone: bool = False) -> Any:
        result = await super().run(script, alone=alone)
        self.told.append(await self._seen_by_eve())
        return result

    async def _seen_by_eve(self) -> dict[str, int]:
        async with connected(self.schema, known_as(f"{self.schema}_eve")) as eve:
            tables = await eve.fetch(
                "SELECT tablename FROM pg_tables WHERE schemaname = $1", self.schema
            )
            told = {
                table: await eve.fetchval(_TOLD.format(table), SECRET, self.incident_id)
                for (table,) in tables
            }
        return {table: count for table, count in told.items() if count}


class Overheard(PostgresTeam):
    """Eve's way to the team's store, and all that it ever gave her."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.given: list[object] = []

    async def tips(self, *args: Any) -> Any:
        return self._noted(await super().tips(*args))

    async def entries(self, *args: Any) -> Any:
        return self._noted(await super().entries(*args))

    def _noted(self, given: Any) -> Any:
        self.given.append(given)
        return given


def files(folder: Path, pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in folder.glob(pattern)]


@pytest.fixture
async def team() -> AsyncIterator[Looked]:
    await asyncio.to_thread(require_server)
    async with schema() as name:
        owner = PostgresTeam(address(name))
        await owner.tips()
        await owner.close()
        async with people(name, ana="responder", eve="responder"):
            looked = Looked(name)
            yield looked
            await looked.close()


async def test_neither_a_window_of_others_nor_their_role_ever_sees_a_row(
    team: Looked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eve = Overheard(address(team.schema, known_as(f"{team.schema}_eve")))
    monkeypatch.setattr(team_store, "team_at", lambda _address: eve)
    for name in ("eve", "ana"):
        with closing(Store(tmp_path / f"{name}.db")) as store:
            store.write(replica.join("postgresql://team"))
    place = Place(tmp_path / "eve.db")
    store = Store(tmp_path / "ana.db")
    ana = place.clock.sitting(f"{team.schema}_ana", "cli")
    courier = Courier(store, team, place.clock.now)
    try:
        async with window(place, size=(120, 30), author=f"{team.schema}_eve") as seat:
            await seat.shows(" live")
            await courier.exchange()
            everybodys = open_log(store, ana)
            fact = DeclaredPrivate(SECRET, Severity.SEV1, people=(ana.author,))
            private = declare(store, ana, fact, place.clock.at)
            team.incident_id = private.id
            await courier.exchange()
            private.record(Noted(f"{SECRET} was stolen"), place.clock.at)
            await courier.exchange()
            everybodys.record(Noted("we see it too"), place.clock.at)
            await courier.exchange()
            await seat.shows("we see it too")
            await seat.enter("/incidents")
            await seat.shows("Checkout fails")
            assert "INC-2" not in seat.text()
    finally:
        await store.finish()
    assert team.told == [{}, {}, {}]
    assert private.id not in str(eve.given)
    assert SECRET not in str(eve.given)
    assert not any(SECRET.encode() in held for held in files(tmp_path, "eve.db*"))
    assert any(SECRET.encode() in held for held in files(tmp_path, "ana.db*"))
