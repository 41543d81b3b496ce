import asyncio
import sqlite3
from collections.abc import Generator
from typing import Any

import pytest

from incident_tui.domain.errors import StoreError, StoreLockedError, StoreMovedError
from incident_tui.storage.append import append
from incident_tui.storage.backup import backup, restore
from incident_tui.storage.integrity import verify
from incident_tui.storage.opening import open_store
from incident_tui.storage.script import run
from incident_tui.storage.writer import Writer
from tests.storage.stories import declared, move, noted, there

NOTES = "SELECT id FROM entry WHERE seq > 3 ORDER BY seq"


async def test_jobs_are_done_one_after_another(path: str, burning: sqlite3.Connection) -> None:
    writer = Writer(path)
    jobs = [writer.append([noted("x", f"m{n}")]) for n in range(20)]
    done = await asyncio.gather(*jobs)
    await writer.close()
    assert [appended.seq for [appended] in done] == list(range(4, 24))
    assert verify(burning) == []


@pytest.mark.fault(20)
async def test_a_caller_that_gives_up_stops_nothing(path: str, burning: sqlite3.Connection) -> None:
    writer = Writer(path)
    callers = []
    for n in range(40):
        callers.append(asyncio.create_task(writer.append([noted("x", f"m{n}")])))
        for _ in range(n % 7):
            await asyncio.sleep(0)
        callers[-1].cancel()
    await asyncio.gather(*callers, return_exceptions=True)
    await writer.append([noted("after", "z")])
    await writer.close()
    started = [f"m{n}" for n in range(40) if n % 7]
    assert [id_ for (id_,) in burning.execute(NOTES)] == [*started, "z"]
    assert verify(burning) == []


async def test_closing_finishes_what_was_asked_for(path: str, burning: sqlite3.Connection) -> None:
    writer = Writer(path)
    asked = [asyncio.create_task(writer.append([noted("x", f"m{n}")])) for n in range(10)]
    await asyncio.sleep(0)
    await writer.close()
    assert all(appended.is_new for task in asked for appended in task.result())
    assert len(burning.execute(NOTES).fetchall()) == 10
    with pytest.raises(StoreError, match="closed"):
        await writer.append([noted("x", "late")])
    await writer.close()


async def test_a_writer_never_used_closes(path: str) -> None:
    await Writer(path).close()


async def test_a_script_that_fails_is_its_callers_alone(
    path: str, burning: sqlite3.Connection
) -> None:
    def broken() -> Generator[Any, Any, None]:
        yield "INSERT INTO entry DEFAULT VALUES", {}

    writer = Writer(path)
    results = await asyncio.gather(
        writer.append([noted("a", "m1")]),
        writer.run(broken()),
        writer.append([noted("b", "m2")]),
        return_exceptions=True,
    )
    await writer.close()
    assert isinstance(results[1], StoreError)
    assert [id_ for (id_,) in burning.execute(NOTES)] == ["m1", "m2"]


@pytest.mark.fault(20)
async def test_a_locked_store_is_refused_and_the_retry_saves_once(
    path: str, burning: sqlite3.Connection
) -> None:
    def impatient() -> Generator[Any, Any, None]:
        yield "PRAGMA busy_timeout = 1", {}

    writer = Writer(path)
    await writer.run(impatient())
    burning.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLockedError):
        await writer.append([noted("x", "m1")])
    burning.execute("ROLLBACK")
    assert (await writer.append([noted("x", "m1")]))[0].is_new
    assert not (await writer.append([noted("x", "m1")]))[0].is_new
    await writer.close()


async def test_a_store_moved_away_and_back_is_written_again(path: str) -> None:
    store = open_store(path)
    run(store, append([declared()]))
    store.close()
    writer = Writer(path)
    await writer.append([noted("x", "m1")])
    move(path, path + ".away")
    for id_ in ("m2", "m3"):
        with pytest.raises(StoreMovedError):
            await writer.append([noted("x", id_)])
    assert not there(path)
    move(path + ".away", path)
    [appended] = await writer.append([noted("x", "m2")])
    assert appended.seq == 3
    await writer.close()


async def test_after_a_restore_the_next_job_writes_to_the_restored_store(
    path: str, burning: sqlite3.Connection
) -> None:
    writer = Writer(path)
    await writer.append([noted("x", "m1")])
    backup(path, path + ".saved")
    await writer.append([noted("x", "m2")])
    restore(path + ".saved", path)
    with pytest.raises(StoreMovedError):
        await writer.append([noted("x", "m3")])
    [appended] = await writer.append([noted("x", "m3")])
    assert appended.seq == 5
    await writer.close()
