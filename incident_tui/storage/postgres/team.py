"""The team's store over one connection, which is made again whenever it was lost.

One and not two: a question that gets no answer then also tells that changes are no longer heard,
and a team needs half the connections.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TypeVar

from incident_tui.domain.errors import StoreAwayError, StoreError
from incident_tui.storage.postgres import door
from incident_tui.storage.postgres.address import Address, address_of
from incident_tui.storage.postgres.connecting import (
    SECONDS_TO_CONNECT,
    Connection,
    connect,
    let_go,
)
from incident_tui.storage.postgres.driver import asyncpg
from incident_tui.storage.postgres.presence import say_gone, say_here, who_is_here
from incident_tui.storage.postgres.refusals import AWAY, refusal
from incident_tui.storage.team import ANSWER, WHOLE, Tip

if TYPE_CHECKING:
    from incident_tui.storage.script import Row, Script

T = TypeVar("T")

_TIPS: Final = """
SELECT id, number, entries, tip,
    (SELECT count(*) FROM answer WHERE answer.incident_id = incident.id)
FROM incident WHERE $1::text[] IS NULL OR id = ANY ($1::text[])
"""
_HIDDEN: Final = "SELECT unnest(hidden())"
_ENTRIES: Final = f"""
SELECT {", ".join(WHOLE)} FROM entry WHERE incident_id = $1 AND seq > $2 ORDER BY seq LIMIT $3
"""
_ANSWERS: Final = f"""
SELECT {", ".join(ANSWER)} FROM answer WHERE incident_id = $1 ORDER BY step, revision
"""
ALL: Final = ""
"""What `changes` gives when every incident may have changed."""
_FRESH: Final = 1.0
"""Seconds for which a connection that answered is not asked whether it still does."""
_PAUSES: Final = (0.2, 0.5, 1.0, 2.0, 5.0)
"""Seconds between attempts to hear of changes again; the last one is repeated."""


class PostgresTeam:
    """A `Team` whose store is a schema of a PostgreSQL database."""

    def __init__(self, address: Address | str) -> None:
        self.address = address_of(address) if isinstance(address, str) else address
        self._connection: Connection | None = None
        self._answered = 0.0
        self._turn = asyncio.Lock()
        self._heard: list[asyncio.Queue[str | None]] = []
        self._closed = False

    def __repr__(self) -> str:
        return f"PostgresTeam({self.address.shown!r}, schema={self.address.schema!r})"

    async def tips(self, incident_ids: Sequence[str] | None = None) -> dict[str, Tip]:
        """Where these incidents stand, by id; None asks for all that this person may see."""
        ids = None if incident_ids is None else list(incident_ids)
        return {id_: Tip(*rest) for id_, *rest in await self._rows(_TIPS, ids)}

    async def hidden(self) -> set[str]:
        """The private incidents that this person is kept out of, by id."""
        return {id_ for (id_,) in await self._rows(_HIDDEN)}

    async def entries(self, incident_id: str, after: int, limit: int) -> list[Row]:
        """Whole rows of `entry` with a greater `seq`, in that order: `WHOLE` names the columns."""
        return await self._rows(_ENTRIES, incident_id, after, limit)

    async def answers(self, incident_id: str) -> list[Row]:
        """Every revision of the prose: `ANSWER` names the columns."""
        return await self._rows(_ANSWERS, incident_id)

    async def run(self, script: Script[T], *, alone: bool = False) -> T:
        """Carry out a transaction; StoreAwayError leaves open whether it was, so do it anew.

        StoreLockedError: others were in the way for too long, and doing it anew may succeed.
        `alone` keeps every other writer out, for a script that goes through all incidents.
        """
        return await self._using(lambda connection: door.run(connection, script, alone=alone))

    async def ask(self, sql: str, **params: object) -> list[Row]:
        """The rows of a question that is written for a person's own copy."""
        return await self._using(lambda connection: _asked(connection, sql, params))

    async def changes(self) -> AsyncGenerator[str, None]:
        """The id of each incident as it changes; an empty string first, and after each break."""
        heard: asyncio.Queue[str | None] = asyncio.Queue()
        self._heard.append(heard)
        attempts = 0
        try:
            while not self._closed:
                try:
                    await self._using(_nothing)
                except StoreError:
                    await asyncio.sleep(_PAUSES[min(attempts, len(_PAUSES) - 1)])
                    attempts += 1
                    continue
                attempts = 0
                yield ALL
                while (changed := await heard.get()) is not None:
                    yield changed
        finally:
            self._heard.remove(heard)

    async def greet(self, window_id: str, author: str, host: str, incident_id: str) -> list[str]:
        """Say that a window is open on the incident; everybody who has one open on it, by name."""
        await say_here(self, window_id, author, host, incident_id)
        here = await who_is_here(self)
        return sorted({each.author for each in here if each.incident_id == incident_id})

    async def take_leave(self, window_id: str) -> None:
        """Say that the window is closed."""
        await say_gone(self, window_id)

    async def close(self) -> None:
        """Let the connection go; who listens for changes hears no more of them."""
        self._closed = True
        connection, self._connection = self._connection, None
        if connection is not None:
            await let_go(connection)
        self._lost()

    async def _rows(self, sql: str, *params: object) -> list[Row]:
        async def ask(connection: Connection) -> list[Row]:
            return [tuple(row) for row in await connection.fetch(sql, *params)]

        return await self._using(ask)

    async def _using(self, job: Callable[[Connection], Awaitable[T]]) -> T:
        """Do it with the connection, one job at a time; what fails cuts a connection that broke."""
        async with self._turn:
            connection = await self._connected()
            try:
                result = await job(connection)
                self._answered = asyncio.get_running_loop().time()
                return result
            except (*AWAY, asyncpg.PostgresError, StoreError) as error:
                refused = refusal(error)
                if isinstance(refused, StoreAwayError):
                    connection.terminate()
                raise refused from error

    async def _connected(self) -> Connection:
        """A connection that answers: one that has been silent may have been lost meanwhile."""
        if self._closed:
            raise StoreError("the team's store was closed; start again to use it")
        if self._connection is not None and not self._connection.is_closed():
            if asyncio.get_running_loop().time() - self._answered < _FRESH:
                return self._connection
            with suppress(*AWAY, asyncpg.PostgresError):
                await self._connection.execute("SELECT 1", timeout=SECONDS_TO_CONNECT)
                return self._connection
            self._connection.terminate()
        self._connection = connection = await connect(self.address)
        connection.add_termination_listener(self._lost)
        channel = f"incident_tui.{self.address.schema}"
        try:
            await connection.add_listener(channel, self._changed)
        except (*AWAY, asyncpg.PostgresError) as error:
            connection.terminate()
            raise refusal(error) from error
        return connection

    def _changed(self, _connection: Any, _pid: int, _channel: str, incident_id: str) -> None:
        for heard in self._heard:
            heard.put_nowait(incident_id)

    def _lost(self, _connection: Any = None) -> None:
        for heard in self._heard:
            heard.put_nowait(None)


async def _nothing(_connection: Connection) -> None:
    """There is a connection, and nothing is asked of it."""


async def _asked(connection: Connection, sql: str, params: dict[str, object]) -> list[Row]:
    return await door.ask(connection, sql, params)
