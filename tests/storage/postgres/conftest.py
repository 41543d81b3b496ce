import asyncio
from collections.abc import AsyncIterator

import pytest

from incident_tui.storage.append import append
from incident_tui.storage.postgres.team import PostgresTeam
from tests.storage.stories import declared, noted
from tests.support import postgres


@pytest.fixture
async def schema() -> AsyncIterator[str]:
    await asyncio.to_thread(postgres.require_server)
    async with postgres.schema() as name:
        yield name


@pytest.fixture
def address(schema: str) -> str:
    return postgres.address(schema)


@pytest.fixture
async def team(address: str) -> AsyncIterator[PostgresTeam]:
    team = PostgresTeam(address)
    yield team
    await team.close()


@pytest.fixture
async def burning(team: PostgresTeam) -> PostgresTeam:
    """A team's store with incident `i1`: its declaration and the notes `n1` and `n2`."""
    story = [declared(), noted("queue full", "n1"), noted("rolled back", "n2", minute=2)]
    await team.run(append(story))
    return team
