"""A team's store changes version in one transaction, one program at a time, and never backwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from incident_tui.domain.errors import StoreError, StoreNewerError
from incident_tui.storage.postgres.door import drive
from incident_tui.storage.postgres.schema import MIGRATIONS
from incident_tui.storage.views import catch_up

Scripts = Sequence[Iterable[str]]


async def make_current(connection: Any, schema: str, scripts: Scripts = MIGRATIONS) -> None:
    """Bring the schema to the newest version; on StoreError the connection is to be ended."""
    if await _version(connection) == len(scripts):
        return
    key = f"incident-tui migrates {schema}"
    # Outside of the transaction: what another made is seen by the next one only.
    await connection.execute("SELECT pg_advisory_lock(hashtextextended($1, 0))", key)
    async with connection.transaction():
        await _migrate(connection, schema, scripts)
    await connection.execute("SELECT pg_advisory_unlock(hashtextextended($1, 0))", key)


async def _migrate(connection: Any, schema: str, scripts: Scripts) -> None:
    version = await _version(connection)
    if version > len(scripts):
        raise StoreNewerError(
            f"the team's store is of a newer version ({version}, this program reads up to "
            f"{len(scripts)}); upgrade incident-tui, nothing was changed"
        )
    if version == len(scripts):  # another program was quicker
        return
    await _require_right(connection, schema, version)
    if version == 0:
        if await connection.fetchval("SELECT to_regnamespace($1) IS NULL", schema):
            await connection.execute(f"CREATE SCHEMA {schema}")
        await connection.execute("CREATE TABLE store (version bigint NOT NULL)")
        await connection.execute("INSERT INTO store VALUES (0)")
    for script in scripts[version:]:
        for statement in script:
            await connection.execute(statement)
    if version:
        await drive(connection, catch_up(), alone=True)
    await connection.execute("UPDATE store SET version = $1", len(scripts))


async def _version(connection: Any) -> int:
    """The version of the store in the connection's schema, 0 where there is none."""
    if await connection.fetchval("SELECT to_regclass('store') IS NULL"):
        return 0
    version: int = await connection.fetchval("SELECT max(version) FROM store")
    return version


async def _require_right(connection: Any, schema: str, version: int) -> None:
    may = await connection.fetchval(
        "SELECT CASE WHEN to_regnamespace($1) IS NULL"
        " THEN has_database_privilege(current_database(), 'CREATE')"
        " ELSE has_schema_privilege($1, 'CREATE') END",
        schema,
    )
    if not may:
        what = "is of an older version" if version else f"has not been made in schema {schema}"
        raise StoreError(
            f"the team's store {what}; its administrator opens it once with this program"
        )
