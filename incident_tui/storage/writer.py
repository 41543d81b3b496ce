"""One task writes, one job at a time, and no caller that gives up can stop a job half-way."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import aiosqlite

from incident_tui.domain.errors import (
    StoreError,
    StoreFullError,
    StoreLockedError,
    StoreReadOnlyError,
)
from incident_tui.storage.append import Appended, append
from incident_tui.storage.connection import require_current, settings, uri
from incident_tui.storage.draft import Draft
from incident_tui.storage.script import adrive, arun, refusal

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

    _Job = tuple[Script[Any], asyncio.Future[Any]]

T = TypeVar("T")

_KEEPS_CONNECTION = (StoreLockedError, StoreFullError, StoreReadOnlyError)
"""Refusals after which the same connection writes again; after any other it is opened anew."""


class Writer:
    """The only door through which a running program writes to a store that exists."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._jobs: asyncio.Queue[_Job | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._connection: aiosqlite.Connection | None = None
        self._closed = False

    async def append(self, drafts: Sequence[Draft]) -> list[Appended]:
        """Store the facts; on return they are on the disk, on StoreError none of them is."""
        return await self.run(append(drafts))

    async def run(self, script: Script[T]) -> T:
        """Carry out a script after those asked for before; cancelling only ends the waiting."""
        if self._closed:
            raise StoreError("the store was closed; start again to write")
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        done.add_done_callback(_seen)
        self._jobs.put_nowait((script, done))
        if self._task is None:
            self._task = asyncio.create_task(self._work(), name="store writer")
        return await asyncio.shield(done)

    async def close(self) -> None:
        """Finish every job that was asked for, then let the file go."""
        self._closed = True
        if self._task is not None:
            self._jobs.put_nowait(None)
            await asyncio.shield(self._task)
            self._task = None

    async def _work(self) -> None:
        try:
            while (job := await self._jobs.get()) is not None:
                script, done = job
                try:
                    done.set_result(await self._carry_out(script))
                except Exception as error:  # the caller's to judge; the next job must still run
                    done.set_exception(error)
        finally:
            await self._disconnect()

    async def _carry_out(self, script: Script[T]) -> T:
        try:
            return await arun(await self._connected(), script)
        except _KEEPS_CONNECTION:
            raise
        except StoreError:
            await self._disconnect()
            raise

    async def _connected(self) -> aiosqlite.Connection:
        if self._connection is None:
            require_current(self._path)
            try:
                connection = await aiosqlite.connect(
                    uri(self._path), uri=True, isolation_level=None
                )
                self._connection = connection
                await adrive(connection, settings())
            except aiosqlite.DatabaseError as error:
                await self._disconnect()
                raise refusal(error) from error
        return self._connection

    async def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()


def _seen(done: asyncio.Future[Any]) -> None:
    """Nobody may be waiting any more: an error then needs no warning of its own."""
    if not done.cancelled():
        done.exception()
