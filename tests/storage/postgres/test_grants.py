"""Each role can do its work, and not one thing more."""

from collections.abc import AsyncIterator, Callable

import pytest
from asyncpg import InsufficientPrivilegeError

from incident_tui.domain.errors import StoreError, StoreReadOnlyError
from incident_tui.domain.facts import ActionItemAdded, Redacted
from incident_tui.storage.append import append
from incident_tui.storage.merging import merge_in
from incident_tui.storage.postgres.grants import ROLES, grants
from incident_tui.storage.postgres.presence import say_here, who_is_here
from incident_tui.storage.postgres.team import PostgresTeam
from incident_tui.storage.redact import redact
from incident_tui.storage.views import rebuild
from tests.storage.stories import declared, noted, said
from tests.support.postgres import connected, people

As = Callable[[str], PostgresTeam]


@pytest.fixture
async def person(burning: PostgresTeam) -> AsyncIterator[As]:
    """The store as somebody who holds one of the roles sees it."""
    names = {f"a_{role}": role for role in ROLES}
    async with people(burning.address.schema, **names) as seen_by:
        yield lambda role: seen_by(f"a_{role}")


async def test_a_responder_does_all_that_a_call_needs(person: As) -> None:
    team = person("responder")
    await team.run(append([declared("i2")]))
    await team.run(append([noted("x", "n9"), said(ActionItemAdded("fix"), "a1")]))
    await team.run(merge_in([noted("y", "n10")], {"summary": "It burned."}, "ana", 1))
    await team.run(redact(said(Redacted("n1", "a password"), "r1")))
    assert (await team.tips())["i1"].entries == 7
    heard = team.changes()
    assert await anext(heard) == ""
    await heard.aclose()


async def test_they_are_made_again_where_some_are_there(burning: PostgresTeam, person: As) -> None:
    async with connected() as owner:
        for statement in grants(burning.address.schema):
            await owner.execute(statement)
    assert (await person("viewer").tips())["i1"].entries == 3


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM entry",
        "TRUNCATE entry CASCADE",
        "UPDATE entry SET author = 'eve'",
        "ALTER TABLE entry DISABLE TRIGGER ALL",
        "DROP TABLE entry CASCADE",
        "DELETE FROM answer",
        "UPDATE answer SET text = ''",
        "UPDATE store SET version = 0",
        "ALTER TABLE entry DISABLE ROW LEVEL SECURITY",
        "DROP POLICY entry_seen ON entry",
        "CREATE POLICY everybody ON entry USING (true)",
        "CREATE OR REPLACE FUNCTION hidden() RETURNS text[] LANGUAGE sql AS 'SELECT NULL::text[]'",
        "CREATE TABLE beside (a text)",
        "CREATE OR REPLACE FUNCTION entry_kept() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    ],
)
async def test_nobody_unmakes_the_record(
    burning: PostgresTeam, person: As, role: str, sql: str
) -> None:
    schema = burning.address.schema
    async with connected(schema) as connection:
        await connection.execute(f"SET ROLE {schema}_{role}")
        with pytest.raises(InsufficientPrivilegeError):
            await connection.execute(sql)


async def test_a_viewer_reads_and_is_seen_and_writes_nothing(person: As) -> None:
    team = person("viewer")
    assert len(await team.entries("i1", 0, 9)) == 3
    await say_here(team, "w1", "vi", "laptop", "i1")
    assert [each.author for each in await who_is_here(team)] == ["vi"]
    with pytest.raises(StoreReadOnlyError, match="administrator"):
        await team.run(append([noted("x", "n9")]))


async def test_an_admin_makes_the_views_anew_and_a_responder_does_not(person: As) -> None:
    assert await person("admin").run(rebuild(), alone=True) == 1
    with pytest.raises(StoreReadOnlyError):
        await person("responder").run(rebuild(), alone=True)


def test_names_that_would_need_quotes_are_refused() -> None:
    with pytest.raises(StoreError, match="small letters"):
        grants("ops; DROP SCHEMA ops")
