"""The same scripts that write to a file write here, each in one transaction.

A transaction holds the lock of every incident that it speaks of, from the first statement that
names it, and the lock of declaring from when it looks for the last one declared. So two of them
never number or chain alike, and never wait for each other in a ring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from incident_tui.domain.errors import StoreError
from incident_tui.storage import append
from incident_tui.storage.postgres.dialect import translated
from incident_tui.storage.postgres.driver import asyncpg
from incident_tui.storage.postgres.refusals import AWAY, refusal
from incident_tui.storage.script import answered

if TYPE_CHECKING:
    from incident_tui.storage.script import Params, Row, Script

T = TypeVar("T")

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || $1, 0))"
_DECLARING = "declaring"


async def run(connection: Any, script: Script[T], *, alone: bool = False) -> T:
    """Carry out the script in one transaction; a connection that was cut is of no more use.

    One that goes through every incident is `alone`: it keeps all other writers out.
    StoreError when the store refuses, StoreAwayError when it may or may not have been done.
    """
    try:
        await connection.execute("BEGIN")
        try:
            result = await drive(connection, script, alone=alone)
            await connection.execute("COMMIT")
        except Exception:
            if not connection.is_closed():
                await connection.execute("ROLLBACK")
            raise
    except BaseException as error:
        if not connection.is_closed() and connection.is_in_transaction():
            connection.terminate()  # given up half-way: only the end of it surely rolls it back
        if isinstance(error, (*AWAY, asyncpg.PostgresError)):
            raise refusal(error) from error
        raise
    return result


async def drive(connection: Any, script: Script[T], *, alone: bool = False) -> T:
    """Carry out the script in the transaction there is."""
    held: set[str] = set()
    if alone:
        # In the order in which a writer comes to them.
        await connection.execute("LOCK TABLE search, incident IN SHARE ROW EXCLUSIVE MODE")

    async def answer(sql: str, params: Params) -> list[Row]:
        for lock in () if alone else _locks(sql, params):
            if lock not in held:
                await connection.execute(_LOCK, lock)
                held.add(lock)
        return await ask(connection, sql, params)

    return await answered(script, answer)


async def ask(connection: Any, sql: str, params: Params) -> list[Row]:
    """The rows that one statement gives."""
    sql, names = translated(sql)
    if not sql:
        return []
    if isinstance(params, list):
        await connection.executemany(sql, [[row[name] for name in names] for row in params])
        return []
    if missing := [name for name in names if name not in params]:
        raise StoreError(f"a statement lacks {', '.join(missing)}")
    found = await connection.fetch(sql, *(params[name] for name in names))
    return [tuple(row) for row in found]


def _locks(sql: str, params: Params) -> tuple[str, ...]:
    if sql is append.LAST_DECLARED:
        return (_DECLARING,)
    if isinstance(params, list) or "incident_id" not in params:
        return ()
    return (f"incident/{params['incident_id']}",)
