"""Whoever asks names this place, comes from its own pages and shows its cookie, or is turned away.

A name of somebody else's that leads here (DNS rebinding) is not ours, nor is a page of another site
that opens our socket: a browser says where it comes from, and cannot be told to say otherwise.
"""

from collections.abc import Awaitable, Callable
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from aiohttp import hdrs, web

from incident_tui.cli.addresses import is_loopback, netloc
from incident_tui.cli.web.door import Door

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

OPEN: Final = frozenset({"index", "enter", "page"})
"""The names of the routes that a stranger may ask for."""
_OF_A_PAGE: Final = frozenset({"enter", "websocket"})
"""The routes that only a page asks for, and a browser then says which."""
_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
_HEADERS: Final = {
    # xterm.js makes style sheets of its own; nothing else is made or fetched.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; "
    "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-cache",
    "Server": "incident-tui",
}


class Place(NamedTuple):
    """Where it is found: what requests may name as their host, and the pages they may come from."""

    address: str
    hosts: frozenset[str]
    origins: frozenset[str]

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self.address.startswith("https:")

    @property
    def cookie(self) -> str:
        """The name of the cookie: a browser keeps those of all ports of a host together."""
        return "__Host-incident-tui" if self.secure else f"incident-tui-{self._port}"

    @property
    def _port(self) -> int:
        return urlsplit(self.address).port or 80


def place_at(host: str, port: int, proxy: str = "") -> Place:
    """The place at that address, or behind the proxy whose address is `https://name[:port]`."""
    names = {host, *_LOOPBACK} if is_loopback(host) else {host}
    hosts = frozenset(netloc(name, port) for name in names)
    if proxy:
        return Place(proxy, hosts | {urlsplit(proxy).netloc}, frozenset({proxy}))
    origins = frozenset(f"http://{each}" for each in hosts)
    return Place(f"http://{netloc(host, port)}", hosts, origins)


class Guard:
    """What every request passes through, and every answer."""

    def __init__(self, place: Place, door: Door) -> None:
        self._place = place
        self._door = door

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer the request, or turn it away with status 403."""
        route = getattr(request.match_info.route.resource, "name", None)
        if request.headers.get(hdrs.HOST, "").lower() not in self._place.hosts:
            raise web.HTTPForbidden(text=f"This is {self._place.address}, and no other name.")
        origin = request.headers.get(hdrs.ORIGIN)
        if origin not in self._place.origins and (origin is not None or route in _OF_A_PAGE):
            raise web.HTTPForbidden(text=f"Only pages of {self._place.address} may ask for this.")
        if route not in OPEN and not self.knows(request):
            raise web.HTTPForbidden(text=f"Open {self._place.address} first.")
        return await handler(request)

    def knows(self, request: web.Request) -> bool:
        """Whether it comes from somebody who came in."""
        return self._door.knows(request.cookies.get(self._place.cookie, ""))

    def let_in(self, response: web.StreamResponse) -> None:
        """Give the cookie along."""
        response.set_cookie(
            self._place.cookie,
            self._door.cookie,
            secure=self._place.secure,
            httponly=True,
            samesite="Strict",
        )


async def harden(_: web.Request, response: web.StreamResponse) -> None:
    """Say with every answer what a browser may do with it."""
    response.headers.update(_HEADERS)
