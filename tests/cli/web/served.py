"""A site on the loopback device, whose windows are a program that tells what it hears."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

import aiohttp
import pytest
from aiohttp import web

from incident_tui.cli.web.door import Door
from incident_tui.cli.web.guard import Place, place_at
from incident_tui.cli.web.site import Site

Stop = Callable[[], Awaitable[None]]

DEADLINE: Final = 30.0
TELLING: Final = r"""
import os, sys
def say(kind, body):
    os.write(1, kind + len(body).to_bytes(4, "big") + body)
os.write(1, b"__GANGLION__\n")
say(b"D", "\0".join([*sys.argv[1:], os.environ.get("INCIDENT_TUI_TOKEN", "no token")]).encode())
while head := sys.stdin.buffer.read(5):
    body = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    if body in (b'{"type": "quit"}', b"leave"):
        break
    say(b"D", head[:1] + body)
"""
"""Says how it was called, then all that it is told, until it is told to leave."""


class Served:
    """The site as a browser meets it: `client` keeps cookies, and follows no redirection."""

    def __init__(self, place: Place, port: int, tickets: list[str], stop: Stop) -> None:
        self.place = place
        self.stop = stop
        self.tickets = tickets
        self.url = f"http://127.0.0.1:{port}"
        self.origin = place.address
        self.client = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            timeout=aiohttp.ClientTimeout(DEADLINE),
        )

    async def ask(self, path: str, **headers: str) -> tuple[int, str]:
        """The status and the text of an answer."""
        async with self.client.get(f"{self.url}{path}", headers=headers) as answer:
            return answer.status, await answer.text()

    async def enter(self, token: str, **headers: str) -> int:
        """The status of coming in with that token, from our own page unless told otherwise."""
        sent = {"Origin": self.origin, **headers}
        async with self.client.post(f"{self.url}/enter", data=token, headers=sent) as answer:
            return answer.status

    @asynccontextmanager
    async def window(self, **headers: str) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
        """The socket of a page."""
        sent = {**({"Origin": self.origin} if self.origin else {}), **headers}
        address = f"{self.url}/ws?width=100&height=30"
        async with self.client.ws_connect(address, headers=sent) as connected:
            yield connected

    async def refused(self, **headers: str) -> int:
        """The status with which the socket of a page is not opened."""
        with pytest.raises(aiohttp.WSServerHandshakeError) as refusal:
            async with self.window(**headers):
                pass
        return refusal.value.status


async def heard(connected: aiohttp.ClientWebSocketResponse) -> str:
    """What the program draws next."""
    return (await connected.receive_bytes(timeout=DEADLINE)).decode()


async def code(connected: aiohttp.ClientWebSocketResponse) -> tuple[int | None, str]:
    """With which code and words the socket is closed, whatever was drawn before."""
    async with asyncio.timeout(DEADLINE):
        while True:
            message = await connected.receive()
            if message.type is aiohttp.WSMsgType.CLOSE:
                return message.data, message.extra or ""
            assert message.type is not aiohttp.WSMsgType.CLOSED


@asynccontextmanager
async def serving(
    *arguments: str, program: str = TELLING, own: str = "", proxy: str = ""
) -> AsyncIterator[Served]:
    """A site whose windows run the program with the arguments."""
    tickets: list[str] = []
    door = Door(own, tickets.append)
    listening = socket.create_server(("127.0.0.1", 0))
    place = place_at("127.0.0.1", listening.getsockname()[1], proxy)
    site = Site(place, door, [sys.executable, "-c", program, *arguments])
    runner = web.AppRunner(site.app(), access_log=None)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    door.open()
    served = Served(place, listening.getsockname()[1], tickets, runner.cleanup)
    try:
        yield served
    finally:
        await served.client.close()
        await runner.cleanup()
