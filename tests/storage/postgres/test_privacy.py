"""A private incident is there for those named in it, and for nobody else, whatever is asked."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from typing import Final

import pytest
from asyncpg import InsufficientPrivilegeError, PostgresError

from incident_tui.domain.errors import NotFoundError, StoreError, StoreReadOnlyError
from incident_tui.domain.facts import ActionItemAdded, Declared, Redacted
from incident_tui.domain.incident import Severity
from incident_tui.domain.learning_facts import RecurrenceConfirmed
from incident_tui.domain.privacy_facts import MadePrivate, PrivacyLifted
from incident_tui.storage.append import append
from incident_tui.storage.chain import GENESIS
from incident_tui.storage.merging import merge_in
from incident_tui.storage.opening import open_store
from incident_tui.storage.postgres.blocking import BlockingTeam
from incident_tui.storage.postgres.migrations import make_current
from incident_tui.storage.postgres.presence import say_here, who_is_here
from incident_tui.storage.postgres.schema import MIGRATIONS
from incident_tui.storage.postgres.team import PostgresTeam
from incident_tui.storage.redact import redact
from incident_tui.storage.script import run
from incident_tui.storage.team import WHOLE
from incident_tui.storage.views import KEPT, rebuild
from tests.storage.stories import declared, noted, said
from tests.support.postgres import address, connected, known_as, people

As = Callable[[str], PostgresTeam]
SECRET: Final = "swordfish"
"""Stands in everything that the private incident holds, and nowhere else."""
WHO: Final = {
    **dict.fromkeys(("ana", "ben", "eve"), "responder"),
    "vic": "viewer",
    "zoe": "viewer",
    "ada": "admin",
}
"""`ana`, `ben` and `vic` are named in the private incident."""
NAMED: Final = ("ana", "ben", "vic")

STATISTICS: Final = (
    "SELECT tablename, most_common_vals::text FROM pg_stats"
    " WHERE schemaname = $1 AND tablename <> 'store'"
)


def named(schema: str, *who: str) -> MadePrivate:
    return MadePrivate(tuple(sorted(f"{schema}_{name}" for name in who)))


@pytest.fixture
async def person(burning: PostgresTeam) -> AsyncIterator[As]:
    """The store as each of them sees it: `i1` is everybody's, `i2` is private, `i3` came after."""
    schema = burning.address.schema
    async with people(schema, **WHO) as seen_by:
        ana = seen_by("ana")
        told = [
            said(Declared(SECRET, Severity.SEV1, SECRET), "i2", incident="i2", minute=0),
            said(ActionItemAdded(f"rotate {SECRET}"), "a2", incident="i2"),
            said(RecurrenceConfirmed("i1", 1, SECRET), "r2", incident="i2"),
            noted(f"{SECRET} was stolen", "n3", incident="i2"),
            said(named(schema, *NAMED), "p2", incident="i2", author=f"{schema}_ana"),
        ]
        await ana.run(merge_in(told, {"summary": SECRET}, "ana", 1))
        await say_here(ana, "w1", SECRET, "laptop", "i2")
        await seen_by("eve").run(append([declared("i3", "Ours")]))
        await burning.ask("ANALYZE entry, incident, action_item, answer, search")
        yield seen_by


async def tables(schema: str) -> list[str]:
    async with connected(schema) as connection:
        found = await connection.fetch(
            "SELECT tablename FROM pg_tables WHERE schemaname = $1 ORDER BY 1", schema
        )
    return [name for (name,) in found]


async def test_every_table_is_guarded_by_a_policy(burning: PostgresTeam) -> None:
    schema = burning.address.schema
    async with connected(schema) as connection:
        guarded = await connection.fetch(
            """
            SELECT relname, relrowsecurity, EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid)
            FROM pg_class c WHERE relnamespace = $1::text::regnamespace AND relkind IN ('r', 'p')
            """,
            schema,
        )
        views = await connection.fetch(
            "SELECT relname FROM pg_class WHERE relnamespace = $1::text::regnamespace"
            " AND relkind IN ('v', 'm', 'f')",
            schema,
        )
    bare = {name for name, *guards in guarded if not all(guards)}
    assert bare == {"store"}  # it holds the version, and tells of no incident
    assert views == []  # one would have to be `security_invoker`, which not every server knows
    assert len(guarded) > 8


async def test_what_answers_for_the_owner_tells_no_word_and_is_led_astray_by_nobody(
    burning: PostgresTeam,
) -> None:
    schema = burning.address.schema
    async with connected(schema) as connection:
        rows = await connection.fetch(
            "SELECT proname, proconfig, pg_get_function_result(oid) FROM pg_proc"
            " WHERE pronamespace = $1::text::regnamespace AND prosecdef ORDER BY 1",
            schema,
        )
    assert [(name, result) for name, _, result in rows] == [
        ("declared", "TABLE(id text, prev_hash bytea, hash bytea)"),
        ("hidden", "text[]"),
        ("last_declared", "bytea"),
        ("next_number", "bigint"),
    ]
    assert {tuple(config) for _, config, _ in rows} == {("search_path=pg_catalog, pg_temp",)}


@pytest.mark.parametrize("who", [*WHO, "owner"])
async def test_no_table_tells_a_word_of_it_to_others(
    burning: PostgresTeam, person: As, who: str
) -> None:
    schema = burning.address.schema
    sees = who in {*NAMED, "ada", "owner"}
    server = known_as(f"{schema}_{who}") if who != "owner" else known_as("postgres")
    holding = set()
    async with connected(schema, server) as connection:
        for table in await tables(schema):
            sql = f"SELECT count(*) FROM {table} AS t WHERE t::text LIKE $1 OR t::text LIKE $2"
            if await connection.fetchval(sql, f"%{SECRET}%", "%,i2,%"):
                holding.add(table)
        assert await connection.fetchval("SELECT count(*) FROM entry WHERE incident_id = 'i1'") == 3
        assert await connection.fetchval("SELECT count(*) FROM incident") == (3 if sees else 2)
    everything = {"entry", "incident", "action_item", "recurrence", "answer", "presence", "search"}
    assert holding == (everything if sees else set())


@pytest.mark.parametrize("who", ["eve", "zoe"])
async def test_no_other_way_leads_to_it(burning: PostgresTeam, person: As, who: str) -> None:
    schema = burning.address.schema
    team = person(who)
    assert sorted(await team.tips()) == ["i1", "i3"]
    assert await team.tips(["i2"]) == {}
    assert await team.entries("i2", 0, 9) == []
    assert await team.answers("i2") == []
    assert await team.hidden() == {"i2"}
    assert await person("ana").hidden() == set()
    assert await who_is_here(team) == []
    found = "SELECT rowid FROM search WHERE search MATCH :match"
    assert await team.ask(found, match=f'"{SECRET}"') == []
    assert len(await person("ben").ask(found, match=f'"{SECRET}"')) > 1
    heard: list[str] = []
    async with connected(schema, known_as(f"{schema}_{who}")) as connection:
        connection.add_log_listener(lambda _, message: heard.append(str(message)))
        # A cheap function is asked before others; it must not be given what it may not see.
        await connection.execute(
            "CREATE FUNCTION pg_temp.tell(said text) RETURNS bool COST 0.0000001 LANGUAGE plpgsql"
            " AS $$ BEGIN RAISE NOTICE '%', said; RETURN true; END $$"
        )
        for table in ("entry", "incident", "answer", "action_item", "search"):
            await connection.fetch(f"SELECT FROM {table} AS t WHERE pg_temp.tell(t::text)")
        assert await connection.fetch(STATISTICS, schema) == []
        for trick in (
            "SET row_security = off; SELECT * FROM entry",
            f"SET ROLE {schema}_ana",
            "SET ROLE postgres",
            "SET SESSION AUTHORIZATION postgres",
        ):
            with pytest.raises(InsufficientPrivilegeError):
                await connection.execute(trick)
    async with connected(schema) as connection:
        assert await connection.fetch(STATISTICS, schema)
    assert heard
    assert not [said for said in heard if SECRET in said]


async def test_others_write_nothing_to_it_and_learn_nothing_by_trying(
    burning: PostgresTeam, person: As
) -> None:
    eve, schema = person("eve"), burning.address.schema
    with pytest.raises(NotFoundError):
        await eve.run(append([noted("x", "n9", incident="i2")]))
    with pytest.raises(StoreReadOnlyError, match="is private in the team's store"):
        await eve.run(append([declared("i2")]))
    with pytest.raises(NotFoundError):
        await eve.run(redact(said(Redacted("n3", "x"), "r9", incident="i2")))
    for sql in (
        "INSERT INTO answer VALUES ('x', 'i2', 'summary', 9, 'x', 1, 'eve', '')",
        "INSERT INTO search (rowid, text) SELECT max(pos) + 1, 'x' FROM entry",
        "INSERT INTO redaction VALUES (1, 'n3')",
        "INSERT INTO recurrence VALUES ('i2', 'i3', 1, 'x', 1)",
        "INSERT INTO presence (window_id, author, host, incident_id) VALUES ('w9', '', '', 'i2')",
        "INSERT INTO entry (id, incident_id, seq, kind, version, payload, occurred_at, recorded_at,"
        " author, source, prev_hash, hash, commitment) SELECT 'n3', 'i1', 4, kind, version,"
        " payload, 1, 1, author, source, hash, hash, hash FROM entry WHERE id = 'n1'",
    ):
        async with connected(schema, known_as(f"{schema}_eve")) as connection:
            with pytest.raises(PostgresError) as refused:
                await connection.execute(sql)
            assert SECRET not in f"{refused.value} {refused.value.detail}"
    assert await eve.ask("UPDATE incident SET members = '' RETURNING id") == [("i1",), ("i3",)]
    assert (await person("ana").tips())["i2"].entries == 5


async def test_incidents_are_one_chain_and_number_without_a_gap_for_all(
    burning: PostgresTeam, person: As
) -> None:
    assert {id_: tip.number for id_, tip in (await burning.tips()).items()} == {
        "i1": 1,
        "i2": 2,
        "i3": 3,
    }
    firsts = await burning.ask("SELECT prev_hash, hash FROM entry WHERE seq = 1 ORDER BY pos")
    assert [before for before, _ in firsts] == [GENESIS, *(own for _, own in firsts[:-1])]


@pytest.mark.parametrize(("who", "unseen"), [("eve", 1), ("ana", 0), ("owner", 0)])
async def test_what_is_verified_and_what_is_not_is_told(
    burning: PostgresTeam, person: As, who: str, unseen: int
) -> None:
    schema = burning.address.schema
    server = known_as("postgres" if who == "owner" else f"{schema}_{who}")

    def verified() -> tuple[object, int]:
        with closing(BlockingTeam(address(schema, server))) as team:
            return team.verify(), team.unseen()

    assert await asyncio.to_thread(verified) == ([], unseen)


async def test_those_who_are_named_work_in_it_as_in_any_other(
    burning: PostgresTeam, person: As
) -> None:
    ben, schema = person("ben"), burning.address.schema
    await ben.run(merge_in([noted("y", "n4", incident="i2")], {"factors": "one"}, "ben", 2))
    await ben.run(redact(said(Redacted("n3", "its name"), "r3", incident="i2")))
    await say_here(ben, "w2", "ben", "laptop", "i2")
    assert sorted(each.author for each in await who_is_here(ben)) == ["ben", SECRET]
    with pytest.raises(StoreReadOnlyError):
        await person("vic").run(append([noted("z", "n5", incident="i2")]))
    await ben.run(append([said(named(schema, "ben", "eve"), "p3", incident="i2")]))
    assert "i2" in await person("eve").tips()
    assert "i2" not in await person("ana").tips()
    await ben.run(append([said(PrivacyLifted(), "p4", incident="i2")]))
    assert "i2" in await person("ana").tips()
    assert await person("zoe").hidden() == set()


async def test_nobody_hides_an_incident_from_themselves(burning: PostgresTeam, person: As) -> None:
    eve, schema = person("eve"), burning.address.schema
    hiding = said(named(schema, "ana"), "p5")
    with pytest.raises(StoreReadOnlyError, match="name your role on the server too"):
        await eve.run(append([hiding]))
    assert (await eve.tips())["i1"].entries == 3
    # Both wait in a copy; what is said after the mistake mends it.
    await eve.run(append([hiding, said(named(schema, "ana", "eve"), "p6", minute=2)]))
    assert (await eve.tips())["i1"].entries == 5


async def test_an_admin_makes_the_views_anew_and_all_stays_private(
    burning: PostgresTeam, person: As
) -> None:
    assert await person("ada").run(rebuild(), alone=True) == 3
    assert "i2" in await person("ana").tips()
    assert "i2" not in await person("eve").tips()


async def test_a_window_leaves_an_incident_that_was_closed_to_it(
    burning: PostgresTeam, person: As
) -> None:
    eve, schema = person("eve"), burning.address.schema
    await say_here(eve, "w3", "eve", "laptop", "i1")
    await person("ana").run(append([said(named(schema, "ana"), "p7")]))
    with pytest.raises(StoreError):
        await say_here(eve, "w3", "eve", "laptop", "i1")
    await say_here(eve, "w3", "eve", "laptop", "i3")
    assert [each.incident_id for each in await who_is_here(eve)] == ["i3"]


async def test_a_store_of_the_first_version_is_brought_up_to_date(
    schema: str, tmp_path: object
) -> None:
    with closing(open_store(f"{tmp_path}/incidents.db")) as file:
        run(file, append([declared(), noted("queue full", "n1")]))
        rows = [dict(zip(WHOLE, row, strict=True)) for row in file.execute(_ENTRIES)]
        listed = file.execute(f"SELECT {_LISTED} FROM incident").fetchall()
    async with connected(schema) as connection:
        await make_current(connection, schema, MIGRATIONS[:1])
        for row in rows:
            places = ", ".join(f"${n}" for n in range(1, len(WHOLE) + 1))
            sql = f"INSERT INTO entry ({', '.join(WHOLE)}) VALUES ({places})"
            await connection.execute(sql, *row.values())
        places = ", ".join(f"${n}" for n in range(1, len(listed[0]) + 1))
        await connection.execute(f"INSERT INTO incident ({_LISTED}) VALUES ({places})", *listed[0])
        await connection.execute(
            "INSERT INTO search SELECT pos, CASE seq WHEN 1 THEN 'SEV2 Checkout down'"
            " ELSE 'queue full' END FROM entry"
        )

    def verified() -> object:
        with closing(BlockingTeam(address(schema))) as team:
            return team.verify()

    assert await asyncio.to_thread(verified) == []
    team = PostgresTeam(address(schema))
    async with people(schema, ana="responder", eve="responder") as seen_by:
        await seen_by("ana").run(append([said(named(schema, "ana"), "p1")]))
        assert await seen_by("eve").tips() == {}
    await team.close()


async def test_an_owner_need_not_be_a_superuser(schema: str) -> None:
    async with connected() as connection:
        await connection.execute(f"CREATE ROLE {schema}_own LOGIN")
        await connection.execute(f"CREATE SCHEMA {schema} AUTHORIZATION {schema}_own")
    try:
        owner = PostgresTeam(address(schema, known_as(f"{schema}_own")))
        await owner.run(append([declared()]))
        async with people(schema, ana="responder", eve="responder") as seen_by:
            await seen_by("ana").run(append([said(named(schema, "ana"), "p1")]))
            await seen_by("eve").run(append([declared("i2", "Ours")]))
            assert {k: v.number for k, v in (await seen_by("eve").tips()).items()} == {"i2": 2}
            assert sorted(await seen_by("ana").tips()) == ["i1", "i2"]
            assert await owner.run(rebuild(), alone=True) == 2
        await owner.close()
    finally:
        async with connected() as connection:
            await connection.execute(f"DROP OWNED BY {schema}_own CASCADE")
            await connection.execute(f"DROP ROLE {schema}_own")


_ENTRIES: Final = f"SELECT {', '.join(WHOLE)} FROM entry ORDER BY seq"
_LISTED: Final = ", ".join(("id", "number", "entries", "tip", "updated_at", *KEPT[:-1]))
"""The columns of the first version: only the last one came later."""
