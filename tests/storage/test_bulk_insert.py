from collections.abc import Generator
from sqlite3 import Connection
from typing import Any

import aiosqlite
import pytest

from incident_tui.domain.errors import StoreError
from incident_tui.storage.append import append
from incident_tui.storage.bulk_insert import together
from incident_tui.storage.connection import uri
from incident_tui.storage.integrity import verify
from incident_tui.storage.opening import open_store
from incident_tui.storage.script import MANY, arun, run
from tests.storage.stories import declared, noted

STORY = [declared(), *(noted(f"note {n}", f"n{n}") for n in range(2 * MANY + 20))]


def told(store: Connection) -> set[str]:
    # A set: a trigger tells the statement that fired it once more for each row.
    said: list[str] = []
    store.set_trace_callback(said.append)
    run(store, append(STORY))
    store.set_trace_callback(None)
    return {each for each in said if each.lstrip().startswith("INSERT INTO entry (")}


def test_the_entries_of_an_import_are_told_in_few_statements(store: Connection) -> None:
    assert len(told(store)) == 2 + 21


def test_what_is_told_together_is_stored_whole_in_order(store: Connection) -> None:
    run(store, append(STORY))
    rows = store.execute("SELECT id, payload, pos, seq FROM entry ORDER BY pos").fetchall()
    texts = store.execute("SELECT rowid, text FROM search ORDER BY rowid").fetchall()
    assert [row[0] for row in rows] == [draft.id for draft in STORY]
    assert [row[1] for row in rows] == [draft.payload for draft in STORY]
    assert texts == [(pos, draft.text) for pos, draft in enumerate(STORY, 1) if draft.text]
    assert verify(store) == []


async def test_the_other_door_does_the_same(path: str) -> None:
    open_store(path).close()
    async with aiosqlite.connect(uri(path), uri=True, isolation_level=None) as connection:
        placed = await arun(connection, append(STORY))
        stored = await connection.execute_fetchall("SELECT count(*), max(seq) FROM entry")
    assert len(placed) == len(STORY)
    assert [tuple(row) for row in stored] == [(len(STORY), len(STORY))]


def test_one_that_may_not_be_appended_keeps_all_of_them_out(store: Connection) -> None:
    def spoilt() -> Generator[Any, Any, None]:
        script = append(STORY)
        sql, params = next(script)
        while "INTO entry" not in sql:
            sql, params = script.send(store.execute(sql, params).fetchall())
        assert isinstance(params, list)
        params[150]["seq"] = 7
        yield sql, params

    with pytest.raises(StoreError):
        run(store, spoilt())
    assert store.execute("SELECT count(*) FROM entry").fetchall() == [(0,)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE t SET a = :a",
        "INSERT INTO t VALUES (:a)",
        "INSERT INTO t (a) VALUES (:a) ON CONFLICT DO NOTHING",
        "INSERT INTO t (a) VALUES (max(:a, 1))",
    ],
)
def test_only_plain_inserts_are_put_together(sql: str) -> None:
    assert together(sql, [{"a": 1}] * 5, 2) == []
    assert together("INSERT INTO t (a) VALUES (:a)", [{"a": 1}] * 5, 2)
