"""Browsers on this computer are served, and others where it is said how strangers are kept out."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

import click

from incident_tui.cli.addresses import is_any, is_loopback, netloc
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say
from incident_tui.cli.tokens import TOKEN, token_option, token_told
from incident_tui.domain.errors import NotFoundError

_ENDING: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@click.command("serve")
@click.option("--port", default=8766, type=click.IntRange(0, 65535), help="Default 8766.")
@click.option("--host", default="127.0.0.1", help="The address to serve at; default 127.0.0.1.")
@click.option(
    "--behind-proxy",
    "proxy",
    default="",
    metavar="URL",
    help="The https address of a proxy that people come through.",
)
@token_option
@pass_call
def serve_command(call: Call, port: int, host: str, proxy: str, token_file: str) -> None:
    """Show the window in a browser.

    Prints a link that lets one browser in, once; when it is used the next one is printed. With a
    token of yours the page asks for that instead. Each page is a window of its own on the same
    store, and whoever comes in writes as you. Other computers reach it by `ssh -L
    8766:127.0.0.1:8766`, or through a proxy that speaks https.
    """
    proxy = _proxy(proxy)
    token = token_told(token_file)
    _kept_in(host, port, proxy, token)
    call.path, call.session  # noqa: B018  what is wrong with the settings is said now
    try:
        import textual_serve  # noqa: F401, PLC0415  an extra
    except ImportError:
        raise NotFoundError('serving needs: pip install "incident-tui[web]"') from None
    listening = _listening(host, port)
    if not (proxy or is_loopback(host)):
        tell("what is typed crosses the network unencrypted; with https it would not")
    asyncio.run(_serve(listening, host, proxy, token, _command(call)))


def _command(call: Call) -> list[str]:
    """What starts a window of this very program, on the store and with the settings named here."""
    named = {"--db": call.db, "--config": call.config_path, "--as": call.author_named}
    told = [part for option, value in named.items() if value for part in (option, value)]
    return [sys.executable, "-P", "-m", "incident_tui", *told]


async def _serve(
    listening: socket.socket, host: str, proxy: str, token: str, command: Sequence[str]
) -> None:
    from aiohttp import web  # noqa: PLC0415  an extra

    from incident_tui.cli.web.door import Door  # noqa: PLC0415  as above
    from incident_tui.cli.web.guard import place_at  # noqa: PLC0415  as above
    from incident_tui.cli.web.site import Site  # noqa: PLC0415  as above

    place = place_at(host, listening.getsockname()[1], proxy)
    door = Door(token, lambda ticket: say(f"{place.address}/#{ticket}"))
    ended = asyncio.Event()
    for number in _ENDING:
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    runner = web.AppRunner(Site(place, door, command).app(), access_log=None)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        if token:
            say(place.address)
        tell("open this in a browser; Ctrl+C ends it")
        door.open()
        await ended.wait()
    finally:
        await runner.cleanup()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        # Python's own words repeat the address, which those of a name that is not known do not.
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise click.UsageError(
            f"{host}, port {port} cannot be served at: {why}; name another with --host or --port"
        ) from error


def _proxy(url: str) -> str:
    """The address as a browser names it in its requests; an empty string where there is none."""
    if not url:
        return ""
    told = urlsplit(url)
    try:
        port = told.port
    except ValueError:
        port = 0
    if told.scheme != "https" or not told.hostname or port == 0 or told.path.strip("/"):
        raise click.UsageError(
            f"{url!r} is not the address of a proxy; write https://incidents.example, and no path"
        )
    return f"https://{netloc(told.hostname, port or 443, 443)}"


def _kept_in(host: str, port: int, proxy: str, token: str) -> None:
    """Refuse an address that others reach, unless it was said how strangers are kept out."""
    if proxy or is_loopback(host):
        return
    if not token:
        raise click.UsageError(
            f"other computers could reach {host!r}. Stay on 127.0.0.1 and come by `ssh -L "
            f"{port}:127.0.0.1:{port}`; or name the proxy before it, --behind-proxy https://…; "
            f"or set a token of your own, {TOKEN} or --token-file"
        )
    if is_any(host):
        raise click.UsageError(
            f"{host!r} is no address that people open; name the one of this computer, "
            "or the proxy before it, --behind-proxy https://…"
        )
