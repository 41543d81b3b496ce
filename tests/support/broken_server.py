"""Servers that do what no test can ask of a good one: hang up in mid-sentence, or lie."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from tests.support.postgres import SERVER


class Cable:
    """What lies between a program and a real server; `cut_at` is the answer it never lets by."""

    def __init__(self) -> None:
        self.port = 0
        self.cut_at: bytes | None = None
        self.silent = False
        self._ends: set[asyncio.StreamWriter] = set()

    async def plug(self, near: asyncio.StreamReader, near_end: asyncio.StreamWriter) -> None:
        """Join one client with the server until either leaves or the cable is cut."""
        there = urlsplit(SERVER)
        far, far_end = await asyncio.open_connection(there.hostname, there.port or 5432)
        self._ends |= {near_end, far_end}
        await asyncio.gather(self._carry(near, far_end), self._carry(far, near_end, back=True))

    async def _carry(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, back: bool = False
    ) -> None:
        try:
            while data := await source.read(65536):
                if back and self.cut_at is not None and self.cut_at in data:
                    self.cut_at = None
                    self.cut()
                elif not self.silent:
                    sink.write(data)
                    await sink.drain()
        except OSError:
            pass
        sink.close()

    def cut(self) -> None:
        """End every connection that goes through it."""
        for end in self._ends:
            end.close()
        self._ends.clear()


@asynccontextmanager
async def cable() -> AsyncIterator[Cable]:
    """A cable that is plugged in; its `port` is on this computer."""
    made = Cable()
    server = await asyncio.start_server(made.plug, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        made.cut()


@asynccontextmanager
async def liar(
    answer: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]],
) -> AsyncIterator[int]:
    """A server that is none; gives its port."""

    async def answered(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        except (OSError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answered, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
