"""The pages of the program, each its own: nothing in them comes from another computer."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import textual_serve
from aiohttp import WSCloseCode, WSMsgType, web

from incident_tui.cli.web.door import Door
from incident_tui.cli.web.guard import Guard, Place, harden
from incident_tui.cli.web.window import Window

MOST: Final = 16
"""Windows at once; each is a program of some 70 MB."""
_PAGE: Final = Path(__file__).with_name("page")
_STATIC: Final = Path(textual_serve.__file__).with_name("static")
_FULL: Final = f"{MOST} windows are open. Close one, and open this again.".encode()
_OVER: Final = b"The server was stopped. All that was sent is stored, what was typed is kept."


class Site:
    """`command` starts the program once for each page that is open."""

    def __init__(self, place: Place, door: Door, command: Sequence[str]) -> None:
        self._guard = Guard(place, door)
        self._door = door
        self._command = command
        self._shown: dict[web.WebSocketResponse, asyncio.Event] = {}
        self._leaving: set[asyncio.Event] = set()

    def app(self) -> web.Application:
        """The application, to be run by any of aiohttp's runners."""
        app = web.Application(middlewares=[self._guard.check], client_max_size=4096)
        app.on_response_prepare.append(harden)
        app.on_shutdown.append(self._close)
        app.add_routes(
            [
                web.get("/", self._index, name="index"),
                web.post("/enter", self._enter, name="enter"),
                web.get("/ws", self._show, name="websocket"),
                web.static("/page", _PAGE, name="page"),
                web.static("/static", _STATIC, name="static"),
            ]
        )
        return app

    async def _index(self, request: web.Request) -> web.FileResponse:
        if self._guard.knows(request):
            return web.FileResponse(_PAGE / "index.html")
        return web.FileResponse(_PAGE / "door.html", status=403)

    async def _enter(self, request: web.Request) -> web.Response:
        """Let in whoever shows a token, and whoever is in."""
        if not (self._guard.knows(request) or self._door.admits((await request.text()).strip())):
            raise web.HTTPForbidden(text="That token does not, or no longer, let you in.")
        response = web.Response(status=204)
        self._guard.let_in(response)
        return response

    async def _show(self, request: web.Request) -> web.WebSocketResponse:
        websocket = web.WebSocketResponse(heartbeat=15, timeout=2)
        await websocket.prepare(request)
        if len(self._shown) >= MOST:
            await websocket.close(code=WSCloseCode.TRY_AGAIN_LATER, message=_FULL)
            return websocket
        over = self._shown[websocket] = asyncio.Event()
        window = Window(self._command, websocket)
        try:
            while self._leaving:  # a page that is loaded again finds what its window kept
                await next(iter(self._leaving)).wait()
            await window.open(request.query.get("width", ""), request.query.get("height", ""))
            async for message in websocket:
                if message.type is WSMsgType.TEXT:
                    await window.hear(message.data)
        finally:
            self._leaving.add(over)
            try:
                await window.stop()
            finally:
                over.set()
                self._leaving.discard(over)
                del self._shown[websocket]
        return websocket

    async def _close(self, _: web.Application) -> None:
        """Close every page, and wait until its program has left."""
        shown = dict(self._shown)
        code = WSCloseCode.GOING_AWAY
        await asyncio.gather(*(each.close(code=code, message=_OVER) for each in shown))
        for over in shown.values():
            await over.wait()
