"""A schema of its own on a real server for each test that needs one, and a reason where none is."""

import asyncio
import os
import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from functools import cache
from typing import Any, Final

import asyncpg
import pytest

from incident_tui.storage.postgres.blocking import BlockingTeam
from incident_tui.storage.postgres.grants import ROLES, grants
from incident_tui.storage.postgres.team import PostgresTeam

Row = tuple[Any, ...]

SERVER: Final = os.environ.get(
    "INCIDENT_TUI_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test"
)


@cache
def unreachable() -> str:
    """Why no test can speak to the server; an empty string where it answers."""

    async def reach() -> None:
        connection = await asyncpg.connect(SERVER, timeout=5)
        await connection.close()

    try:
        asyncio.run(reach())
    except (OSError, asyncpg.PostgresError, TimeoutError) as error:
        place = SERVER.rpartition("@")[2]
        return f"no PostgreSQL at {place} ({type(error).__name__}); see INCIDENT_TUI_TEST_POSTGRES"
    return ""


def require_server() -> None:
    """Skip the test, and say why, where no server answers."""
    if reason := unreachable():
        pytest.skip(reason)


def address(schema: str, server: str = SERVER) -> str:
    """The address of a store in that schema."""
    return f"{server}{'&' if '?' in server else '?'}search_path={schema}"


def known_as(role: str) -> str:
    """The server as somebody who logs in under that name reaches it."""
    return SERVER.replace("//postgres@", f"//{role}@")


@asynccontextmanager
async def schema() -> AsyncIterator[str]:
    """The name of a schema nobody else uses, which is dropped again."""
    name = f"t_{uuid.uuid4().hex[:20]}"
    yield name
    async with connected() as connection:
        await connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")


@asynccontextmanager
async def connected(schema: str = "public", server: str = SERVER) -> AsyncIterator[Any]:
    """A connection without any of the program's own settings."""
    connection = await asyncpg.connect(server, server_settings={"search_path": schema})
    try:
        yield connection
    finally:
        await connection.close()


@asynccontextmanager
async def people(schema: str, **roles: str) -> AsyncIterator[Callable[[str], PostgresTeam]]:
    """The store as each person sees it, by name; who it is logs in as `SCHEMA_NAME`."""
    teams: list[PostgresTeam] = []
    async with connected() as owner:
        for statement in grants(schema):
            await owner.execute(statement)
        for who, role in roles.items():
            await owner.execute(f"CREATE ROLE {schema}_{who} LOGIN IN ROLE {schema}_{role}")

        def seen_by(who: str) -> PostgresTeam:
            teams.append(PostgresTeam(address(schema, known_as(f"{schema}_{who}"))))
            return teams[-1]

        try:
            yield seen_by
        finally:
            for team in teams:
                await team.close()
            for who in roles:
                await owner.execute(f"DROP ROLE {schema}_{who}")
            for role in ROLES:
                await owner.execute(f"DROP OWNED BY {schema}_{role}; DROP ROLE {schema}_{role}")


class Answered:
    """Rows that are there, as a cursor gives them."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def fetchall(self) -> list[Row]:
        return self._rows

    def fetchone(self) -> Any:
        return self._rows[0] if self._rows else None


class OnServer(BlockingTeam):
    """A team's store, for a test that says the same of a file: statements and scripts alike."""

    def __init__(self, schema: str) -> None:
        super().__init__(address(schema))
        self.schema = schema

    def execute(self, sql: str, params: Sequence[object] = ()) -> Answered:
        names = [f"p{n}" for n in range(len(params))]
        for name in names:
            sql = sql.replace("?", f":{name}", 1)
        return Answered(self(sql, **dict(zip(names, params, strict=True))))


@contextmanager
def store() -> Iterator[OnServer]:
    """A team's store in a schema of its own."""
    with asyncio.Runner() as runner:
        place = schema()
        opened = OnServer(runner.run(place.__aenter__()))
        try:
            with closing(opened):
                yield opened
        finally:
            runner.run(place.__aexit__(None, None, None))
