import asyncio
from collections.abc import Generator
from typing import Any

import pytest

from incident_tui.domain.errors import NotFoundError, StoreAwayError, StoreError
from incident_tui.domain.facts import Redacted
from incident_tui.storage.append import append
from incident_tui.storage.chain import GENESIS
from incident_tui.storage.merging import merge_in
from incident_tui.storage.postgres.team import PostgresTeam
from incident_tui.storage.redact import redact
from incident_tui.storage.team import WHOLE, Team
from tests.storage.stories import declared, noted, said
from tests.support import postgres

Steps = Generator[Any, Any, Any]


async def test_it_is_a_team(burning: PostgresTeam) -> None:
    team: Team = burning
    tips = await team.tips()
    rows = await team.entries("i1", 0, 100)
    assert [(row[0], row[2]) for row in rows] == [("i1", 1), ("n1", 2), ("n2", 3)]
    tip = tips["i1"]
    assert (tip.number, tip.entries, tip.answers) == (1, 3, 0)
    assert tip.hash == dict(zip(WHOLE, rows[-1], strict=True))["hash"]
    assert await team.tips(["i1", "i9"]) == tips
    assert await team.tips([]) == {}
    assert [row[0] for row in await team.entries("i1", 1, 1)] == ["n1"]


async def test_a_retry_gives_back_what_is_stored(burning: PostgresTeam) -> None:
    [first] = await burning.run(append([noted("x", "n9")]))
    [again] = await burning.run(append([noted("x", "n9")]))
    assert (again.seq, again.hash, again.is_new) == (first.seq, first.hash, False)
    assert first.is_new


async def test_answers_are_kept_with_their_revisions(burning: PostgresTeam) -> None:
    await burning.run(merge_in([noted("x", "n9")], {"summary": "It burned."}, "ana", 7))
    [row] = await burning.answers("i1")
    assert row[1:] == ("i1", "summary", 1, "It burned.", 7, "ana", "")
    assert (await burning.tips())["i1"].answers == 1


async def test_a_script_that_fails_leaves_nothing(burning: PostgresTeam) -> None:
    with pytest.raises(NotFoundError, match="declare"):
        await burning.run(append([noted("x", "n9", incident="i9")]))
    with pytest.raises(StoreError, match="not set up"):
        await burning.run(_wrong())
    assert (await burning.tips())["i1"].entries == 3
    assert (await burning.run(append([noted("x", "n9")])))[0].seq == 4


def _wrong() -> Steps:
    yield from append([noted("x", "n8")])
    yield "SELECT * FROM nowhere", {}


async def test_a_redaction_removes_the_text(burning: PostgresTeam) -> None:
    await burning.run(redact(said(Redacted("n1", "a password"), "r1")))
    rows = [dict(zip(WHOLE, row, strict=True)) for row in await burning.entries("i1", 0, 10)]
    assert rows[1]["payload"] == '{"text":"[redacted]"}'
    assert rows[1]["salt"] is None


async def test_writers_at_once_lose_nothing_and_number_without_a_gap(address: str) -> None:
    teams = [PostgresTeam(address) for _ in range(8)]
    await teams[0].run(append([declared()]))

    async def write(team: PostgresTeam, name: str) -> None:
        for n in range(10):
            await team.run(append([noted(f"{name} {n}", f"{name}-{n}")]))
            await team.run(append([noted(f"{name} {n}", f"{name}-{n}")]))  # said again

    async def declare(team: PostgresTeam, name: str) -> None:
        await team.run(append([declared(f"d{name}")]))

    await asyncio.gather(*(write(team, str(n)) for n, team in enumerate(teams)))
    rows = await teams[0].entries("i1", 0, 1000)
    assert [row[2] for row in rows] == list(range(1, 82))
    assert len({row[0] for row in rows}) == 81
    hashes = [dict(zip(WHOLE, row, strict=True)) for row in rows]
    assert [row["prev_hash"] for row in hashes] == [GENESIS, *(r["hash"] for r in hashes[:-1])]
    await asyncio.gather(*(declare(team, str(n)) for n, team in enumerate(teams)))
    tips = await teams[0].tips()
    assert sorted(tip.number for tip in tips.values()) == list(range(1, 10))
    firsts = await teams[0].ask("SELECT prev_hash, hash FROM entry WHERE seq = 1 ORDER BY pos")
    assert [before for before, _ in firsts] == [GENESIS, *(own for _, own in firsts[:-1])]
    for team in teams:
        await team.close()


async def test_the_same_reference_from_two_importers_is_one_entry(address: str) -> None:
    teams = [PostgresTeam(address), PostgresTeam(address)]
    await teams[0].run(append([declared()]))
    placed = await asyncio.gather(
        *(team.run(append([noted("a", f"m{n}", ref="s1")])) for n, team in enumerate(teams))
    )
    assert sorted(each[0].is_new for each in placed) == [False, True]
    assert placed[0][0].seq == placed[1][0].seq == 2
    for team in teams:
        await team.close()


async def test_changes_are_heard_and_a_break_is_told(burning: PostgresTeam, address: str) -> None:
    other = PostgresTeam(address)
    heard = burning.changes()
    assert await asyncio.wait_for(anext(heard), 10) == ""
    await other.run(append([noted("x", "n9")]))
    assert await asyncio.wait_for(anext(heard), 10) == "i1"
    async with postgres.connected() as connection:
        ended = await connection.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid = $1",
            (await burning.ask("SELECT pg_backend_pid()"))[0][0],
        )
    assert ended == 1
    assert await asyncio.wait_for(anext(heard), 10) == ""
    assert (await burning.run(append([noted("y", "n10")])))[0].seq == 5
    assert await asyncio.wait_for(anext(heard), 10) == "i1"
    await heard.aclose()
    await other.close()


async def test_a_server_that_is_not_there_is_away() -> None:
    team = PostgresTeam("postgresql://ana@127.0.0.1:1/test")
    with pytest.raises(StoreAwayError, match="cannot be reached"):
        await team.tips()
    assert "127.0.0.1:1" in repr(team)


async def test_who_gives_up_half_way_has_done_nothing(burning: PostgresTeam) -> None:
    waiting = asyncio.Event()

    def stuck() -> Steps:
        yield from append([noted("x", "n9")])
        waiting.set()
        yield "SELECT pg_sleep(60)", {}

    task = asyncio.create_task(burning.run(stuck()))
    await asyncio.wait_for(waiting.wait(), 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await burning.tips())["i1"].entries == 3
