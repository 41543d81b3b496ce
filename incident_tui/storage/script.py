"""A transaction is a script: it yields statements, is sent their rows, and knows no driver.

So one text of SQL serves the blocking door (`run`) and the asynchronous one (`arun`). A statement
is `(sql, params)`; params are a mapping, or a list of mappings to run the statement once for each
(which yields no rows). On any exception the transaction is rolled back and nothing was written.
"""

from __future__ import annotations

# Not `sqlite3`: that package loads datetime and its adapters, a third of what `log` may cost.
import _sqlite3

from incident_tui.domain import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Mapping, Sequence
    from sqlite3 import Connection
    from typing import Any, TypeAlias, TypeVar

    import aiosqlite

    T = TypeVar("T")
    Row: TypeAlias = tuple[Any, ...]
    Params: TypeAlias = Mapping[str, object] | list[dict[str, object]]
    Statement: TypeAlias = tuple[str, Params]
    Script: TypeAlias = Generator[Statement, list[Row], T]


MANY = 100
"""Rows that are told together; more of them gain nothing."""
UNREADABLE = (_sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a store may raise: a flipped bit also makes bytes that are no text."""


def run(connection: Connection, script: Script[T]) -> T:
    """Carry out the script in one write transaction; StoreError when the store refuses."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            result = drive(connection, script)
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise
    except UNREADABLE as error:
        raise refusal(error) from error
    return result


async def arun(connection: aiosqlite.Connection, script: Script[T]) -> T:
    """`run` on an aiosqlite connection."""
    try:
        await connection.execute("BEGIN IMMEDIATE")
        try:
            result = await adrive(connection, script)
            await connection.execute("COMMIT")
        except BaseException:
            await connection.rollback()
            raise
    except UNREADABLE as error:
        raise refusal(error) from error
    return result


def drive(connection: Connection, script: Script[T]) -> T:
    """Carry out the script in whatever transaction there is."""
    rows: list[Row] | None = None
    try:
        while True:
            sql, params = next(script) if rows is None else script.send(rows)
            if isinstance(params, list):
                for each, values in (together := _together(sql, params)):
                    connection.execute(each, values)
                connection.executemany(sql, params[len(together) * MANY :])
                rows = []
            else:
                rows = connection.execute(sql, params).fetchall()
    except StopIteration as end:
        result: T = end.value
        return result


async def adrive(connection: aiosqlite.Connection, script: Script[T]) -> T:
    """`drive` on an aiosqlite connection."""

    async def answer(sql: str, params: Params) -> list[Row]:
        if isinstance(params, list):
            for each, values in (together := _together(sql, params)):
                await connection.execute(each, values)
            await connection.executemany(sql, params[len(together) * MANY :])
            return []
        found = await connection.execute_fetchall(sql, params)
        return list(found)  # type: ignore[arg-type]  # tuples: there is no row factory

    return await answered(script, answer)


async def answered(script: Script[T], answer: Callable[[str, Params], Awaitable[list[Row]]]) -> T:
    """Carry out the script by whatever answers its statements."""
    rows: list[Row] | None = None
    while True:
        try:
            sql, params = next(script) if rows is None else script.send(rows)
        except StopIteration as end:
            result: T = end.value
            return result
        rows = await answer(sql, params)


def _together(sql: str, rows: list[dict[str, object]]) -> list[tuple[str, list[object]]]:
    """Statements that stand for `MANY` of the rows each, the first ones first."""
    if len(rows) < MANY:
        return []
    from incident_tui.storage.bulk_insert import together  # noqa: PLC0415 - a note is one row

    return together(sql, rows, MANY)


_JSON_ESCAPES = {code: f"\\u{code:04x}" for code in range(32)}
_JSON_ESCAPES |= {ord(char): f"\\{char}" for char in '"\\'}
_JSON_ESCAPES |= {ord(char): f"\\{name}" for char, name in zip("\b\t\n\f\r", "btnfr", strict=True)}


def json_string(text: str) -> str:
    """The text as a JSON string, without loading `json`."""
    if not text.isprintable() or '"' in text or "\\" in text:  # most texts are ids, and are not
        text = text.translate(_JSON_ESCAPES)
    return f'"{text}"'


def json_array(texts: Sequence[str]) -> str:
    """The texts as a JSON array, which SQL takes apart with `json_each`."""
    return f"[{','.join(json_string(text) for text in texts)}]"


_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_DBMOVED = _READONLY | 4 << 8
_REFUSALS = {
    _BUSY: (
        errors.StoreLockedError,
        "another program is writing to the store; nothing was saved, try again in a moment",
    ),
    _READONLY: (
        errors.StoreReadOnlyError,
        "the store cannot be written; give yourself write permission on the file and its folder",
    ),
    _CORRUPT: (
        errors.StoreDamagedError,
        "the store is damaged; `incident-tui restore` puts a backup in its place",
    ),
    _IOERR: (
        errors.StoreError,
        "the disk failed while the store was used; nothing was saved, check the disk and try again",
    ),
    _FULL: (
        errors.StoreFullError,
        "the disk is full; nothing was saved, free some space and try again",
    ),
    _DBMOVED: (
        errors.StoreMovedError,
        "the store was moved or replaced while it was open; nothing was saved, "
        "put the file back or start again",
    ),
}
_REFUSALS[_LOCKED] = _REFUSALS[_BUSY]
_REFUSALS[_CANTOPEN] = _REFUSALS[_READONLY]
_REFUSALS[_NOTADB] = _REFUSALS[_CORRUPT]


def refusal(error: BaseException) -> errors.StoreError:
    """The store's own error for one of SQLite's; the message says what would work."""
    if isinstance(error, UnicodeDecodeError):
        kind, message = _REFUSALS[_CORRUPT]
        return kind(message)
    code = getattr(error, "sqlite_errorcode", 0)
    kind, message = _REFUSALS.get(code) or _REFUSALS.get(code & 0xFF) or (errors.StoreError, "")
    return kind(message or f"the store refused: {error}")
