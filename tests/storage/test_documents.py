import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from incident_tui.domain.errors import StoreDamagedError, StoreError, StoreMovedError
from incident_tui.storage.append import append
from incident_tui.storage.documents import Documents
from incident_tui.storage.rows import Answer
from incident_tui.storage.script import run
from tests.storage.stories import T0, declared, move, spoil


@pytest.fixture
async def documents(path: str, burning: sqlite3.Connection) -> AsyncIterator[Documents]:
    documents = Documents(path)
    yield documents
    await documents.close()


async def test_the_newest_revision_counts_and_all_are_kept(
    documents: Documents, burning: sqlite3.Connection
) -> None:
    run(burning, append([declared("i2")]))
    later = T0 + timedelta(hours=1)
    await documents.save("i1", "summary", "first", "ana", T0)
    await documents.save("i1", "impact", "none", "ana", T0)
    second = await documents.save("i1", "summary", "second", "bo", later)
    await documents.save("i2", "summary", "other", "ana", T0)
    assert second == Answer("summary", 2, "second", later, "bo")
    assert await documents.answers("i1") == {
        "summary": second,
        "impact": Answer("impact", 1, "none", T0, "ana"),
    }
    assert [a.text for a in await documents.history("i1", "summary")] == ["first", "second"]
    assert await documents.answers("nowhere") == {}


async def test_an_unchanged_text_is_not_kept_twice(documents: Documents) -> None:
    first = await documents.save("i1", "summary", "text", "ana", T0)
    assert await documents.save("i1", "summary", "text", "bo", T0 + timedelta(1)) == first
    assert await documents.history("i1", "summary") == [first]
    await documents.save("i1", "summary", "", "ana", T0)
    back = await documents.save("i1", "summary", "text", "ana", T0)
    assert back.revision == 3


async def test_what_cannot_be_stored_is_made_storable(documents: Documents) -> None:
    saved = await documents.save("i1", "summary", "a\ud800\x00\r\nb", "ana", T0)
    assert saved.text == "a\ufffd\ufffd\nb"


async def test_saves_at_once_each_get_a_revision(documents: Documents) -> None:
    await asyncio.gather(
        *(documents.save("i1", "summary", f"text {n}", "ana", T0) for n in range(8))
    )
    revisions = [a.revision for a in await documents.history("i1", "summary")]
    assert revisions == list(range(1, 9))


async def test_an_answer_for_no_incident_is_refused(documents: Documents) -> None:
    with pytest.raises(StoreError):
        await documents.save("nowhere", "summary", "x", "ana", T0)
    assert await documents.answers("nowhere") == {}


async def test_the_store_may_be_moved_between_saves(documents: Documents, path: str) -> None:
    await documents.save("i1", "summary", "x", "ana", T0)
    move(path, path + ".away")
    with pytest.raises(StoreMovedError):
        await documents.save("i1", "summary", "y", "ana", T0)
    spoil(path)
    with pytest.raises(StoreDamagedError):
        await documents.answers("i1")
    move(path + ".away", path)
    assert (await documents.save("i1", "summary", "y", "ana", T0)).revision == 2


async def test_a_caller_that_gives_up_stops_nothing(
    documents: Documents, burning: sqlite3.Connection
) -> None:
    burning.execute("BEGIN IMMEDIATE")
    callers: list[asyncio.Task[Any]] = []
    for n in range(1, 11):
        asked = (documents.save("i1", f"step {n}", "", "ana", T0), documents.answers("i1"))
        callers.extend(map(asyncio.create_task, asked))
        for _ in range(n):
            await asyncio.sleep(0)
    for caller in callers:
        caller.cancel()
    await asyncio.gather(*callers, return_exceptions=True)
    burning.execute("ROLLBACK")
    await documents.close()
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert len(await documents.answers("i1")) == 10
