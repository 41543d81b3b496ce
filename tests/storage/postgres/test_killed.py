"""The server is killed while a team writes: what was said to be stored is, and is there once."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from incident_tui.domain.errors import StoreAwayError
from incident_tui.storage.append import append
from incident_tui.storage.postgres.blocking import BlockingTeam
from incident_tui.storage.postgres.team import PostgresTeam
from tests.storage.stories import declared, noted
from tests.support.own_server import Server, programs


@pytest.fixture
def server() -> Iterator[Server]:
    if programs() is None:
        pytest.skip("PostgreSQL's programs are not installed")
    server = Server()
    server.make()
    server.start()
    yield server
    server.remove()


async def write(address: str, name: str, done: asyncio.Event) -> int:
    """Write until told, each note until it is said to be stored; how many were."""
    team, count = PostgresTeam(address), 0
    while not done.is_set():
        with suppress(StoreAwayError):
            await team.run(append([noted(f"{name} {count}", f"{name}-{count}")]))
            count += 1
        await asyncio.sleep(0.001)
    await team.close()
    return count


async def play(address: str, *breaks: Callable[[], None]) -> list[int]:
    """Four writers, and one that listens when each break has come; what each has stored."""
    watcher, done = PostgresTeam(address), asyncio.Event()
    await watcher.run(append([declared()]))
    writers = [asyncio.create_task(write(address, f"w{n}", done)) for n in range(4)]
    changes = watcher.changes()
    for breaks_off in (*breaks, None):
        for wanted in ("", "i1"):  # that all may have changed, and then a change
            while await anext(changes) != wanted:
                pass
        if breaks_off is not None:
            await asyncio.to_thread(breaks_off)
    done.set()
    counts = await asyncio.gather(*writers)
    await changes.aclose()
    await watcher.close()
    return counts


def check(address: str, counts: list[int]) -> None:
    """Every note that was said to be stored is there once, and nothing else is."""
    assert min(counts) > 0
    store = BlockingTeam(address)
    rows = store("SELECT seq, id FROM entry ORDER BY seq")
    assert [seq for seq, _ in rows] == list(range(1, len(rows) + 1))
    said = {"i1", *(f"w{n}-{k}" for n, count in enumerate(counts) for k in range(count))}
    assert {id_ for _, id_ in rows} == said
    assert store.verify() == []
    store.close()


@pytest.mark.fault(27)
def test_a_server_that_is_killed_loses_and_doubles_nothing(server: Server) -> None:
    address = f"postgresql://postgres@127.0.0.1:{server.port}/postgres"

    def kill() -> None:
        server.kill()
        server.start()

    check(address, asyncio.run(asyncio.wait_for(play(address, kill, kill), 90)))


@pytest.mark.fault(27)
def test_a_standby_takes_over_and_nothing_is_lost_or_doubled(server: Server) -> None:
    standby = server.copied()
    try:
        ports = f"127.0.0.1:{server.port},127.0.0.1:{standby.port}"
        address = f"postgresql://postgres@{ports}/postgres"

        def fail_over() -> None:
            server.kill()
            standby.promote()

        check(address, asyncio.run(asyncio.wait_for(play(address, fail_over), 90)))
    finally:
        standby.remove()
