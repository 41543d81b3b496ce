"""A schema of its own on a real server for each test that needs one, and a reason where none is."""

import asyncio
import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any, Final

import asyncpg
import pytest

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
        return f"no PostgreSQL at {SERVER} ({type(error).__name__}); see INCIDENT_TUI_TEST_POSTGRES"
    return ""


def require_server() -> None:
    """Skip the test, and say why, where no server answers."""
    if reason := unreachable():
        pytest.skip(reason)


def address(schema: str, server: str = SERVER) -> str:
    """The address of a store in that schema."""
    return f"{server}{'&' if '?' in server else '?'}search_path={schema}"


@asynccontextmanager
async def schema() -> AsyncIterator[str]:
    """The name of a schema nobody else uses, which is dropped again."""
    name = f"t_{uuid.uuid4().hex[:20]}"
    yield name
    async with connected() as connection:
        await connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")


@asynccontextmanager
async def connected(schema: str = "public") -> AsyncIterator[Any]:
    """A connection without any of the program's own settings."""
    connection = await asyncpg.connect(SERVER, server_settings={"search_path": schema})
    try:
        yield connection
    finally:
        await connection.close()
