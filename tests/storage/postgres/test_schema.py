import asyncio

import pytest
from asyncpg import PostgresError

from incident_tui.domain.errors import StoreError, StoreNewerError
from incident_tui.storage.opening import open_store
from incident_tui.storage.postgres.schema import MIGRATIONS
from incident_tui.storage.postgres.team import PostgresTeam
from tests.support.postgres import connected

TABLES = ("entry", "incident", "action_item", "recurrence", "answer", "redaction")


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("DELETE FROM entry WHERE id = 'n1'", "never deleted"),
        ("TRUNCATE entry CASCADE", "never deleted"),
        ("UPDATE entry SET payload = '{}' WHERE id = 'n1'", "never changes"),
        ("UPDATE entry SET payload = '{}', salt = NULL WHERE id = 'n1'", "never changes"),
        (
            "INSERT INTO redaction VALUES (1, 'n2');"
            "UPDATE entry SET payload = '{}', salt = NULL WHERE id = 'n1'",
            "never changes",
        ),
        (
            "INSERT INTO redaction VALUES (1, 'n1');"
            "UPDATE entry SET payload = '{}', salt = NULL, author = 'bo' WHERE id = 'n1'",
            "never changes",
        ),
        (
            "INSERT INTO entry SELECT 99, 'n9', incident_id, 5, kind, version, payload, 1, 1, "
            "author, source, NULL, hash, hash, commitment, salt FROM entry WHERE id = 'n1'",
            "GENERATED ALWAYS|non-DEFAULT",
        ),
        (
            "INSERT INTO entry OVERRIDING SYSTEM VALUE SELECT 99, 'n9', incident_id, 5, kind, "
            "version, payload, 1, 1, author, source, NULL, hash, hash, commitment, salt "
            "FROM entry WHERE id = 'n1'",
            "only be appended",
        ),
    ],
)
async def test_entries_are_only_ever_appended(burning: PostgresTeam, sql: str, says: str) -> None:
    async with connected(burning.address.schema) as connection:
        with pytest.raises(PostgresError, match=says):
            await connection.execute(sql)
    assert [row[0] for row in await burning.entries("i1", 0, 9)] == ["i1", "n1", "n2"]


async def test_the_tables_are_those_of_a_file(team: PostgresTeam, tmp_path: object) -> None:
    await team.tips()
    store = open_store(f"{tmp_path}/incidents.db")
    for table in TABLES:
        here = [row[1] for row in store.execute(f"PRAGMA table_info({table})").fetchall()]
        there = await team.ask(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = current_schema() AND table_name = :table "
            "ORDER BY ordinal_position",
            table=table,
        )
        assert [name for (name,) in there] == here
    store.close()


async def test_text_compares_byte_by_byte_whatever_the_database_was_made_with(
    team: PostgresTeam,
) -> None:
    await team.tips()
    others = await team.ask(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND data_type = 'text' "
        "AND collation_name IS DISTINCT FROM 'C'"
    )
    assert others == []


async def test_many_that_open_it_first_make_it_once(address: str) -> None:
    teams = [PostgresTeam(address) for _ in range(6)]
    assert await asyncio.gather(*(team.tips() for team in teams)) == [{}] * 6
    assert await teams[0].ask("SELECT version FROM store") == [(len(MIGRATIONS),)]
    for team in teams:
        await team.close()


async def test_a_store_of_a_newer_program_is_left_alone(burning: PostgresTeam) -> None:
    async with connected(burning.address.schema) as connection:
        await connection.execute("UPDATE store SET version = 99")
    other = PostgresTeam(burning.address)
    with pytest.raises(StoreNewerError, match="upgrade incident-tui"):
        await other.tips()
    await other.close()


async def test_who_may_not_make_a_store_is_told_who_may(address: str, schema: str) -> None:
    async with connected() as connection:
        await connection.execute(f"CREATE ROLE {schema} LOGIN")
        try:
            team = PostgresTeam(address.replace("//postgres@", f"//{schema}@"))
            with pytest.raises(StoreError, match="administrator"):
                await team.tips()
            await team.close()
        finally:
            await connection.execute(f"DROP ROLE {schema}")
