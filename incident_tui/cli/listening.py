"""Alerts are taken from this machine only, and only from those who know the token."""

import asyncio
import secrets
import time
from typing import Final

import click

from incident_tui.cli.addresses import is_loopback
from incident_tui.cli.arguments import incident_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say
from incident_tui.cli.tokens import token_option, token_told
from incident_tui.domain.errors import IncidentTuiError, NotFoundError
from incident_tui.domain.text import one_line
from incident_tui.services.intake.receiving import SENDERS, Received, Receiver
from incident_tui.services.intake.webhooks import Webhooks

_LOOK_EVERY: Final = 2.0
"""Seconds between looks whether an incident was declared for what waits."""


@click.command("listen")
@click.option("--port", default=8765, type=click.IntRange(0, 65535), help="Default 8765.")
@click.option("--host", default="127.0.0.1", help="A loopback address; default 127.0.0.1.")
@token_option
@incident_option
@pass_call
def listen_command(call: Call, port: int, host: str, token_file: str, number: int | None) -> None:
    """Take in alerts that Alertmanager, Grafana or PagerDuty send here.

    They send to http://127.0.0.1:8765/alertmanager, /grafana or /pagerduty, with the token as
    `Authorization: Bearer TOKEN`. Without a token of yours one is made and printed. While nothing
    is live what is sent waits, and the command that declares an incident is printed.
    """
    if not is_loopback(host):
        raise click.UsageError(
            f"{host!r} is not a loopback address; listen on 127.0.0.1 and put a proxy before it"
        )
    token = token_told(token_file)
    if not token:
        token = secrets.token_urlsafe(24)
        tell(f"the token, for this run only: {token}")
    receiver = Receiver(call.store, call.session, number)
    app = Webhooks(receiver, token, time.monotonic, _told, _Refusals().tell)
    tell(f"listening on http://{host}:{port} for {', '.join(f'/{name}' for name in SENDERS)}")
    asyncio.run(_serve(app, receiver, host, port))


async def _serve(app: Webhooks, receiver: Receiver, host: str, port: int) -> None:
    try:
        import uvicorn  # noqa: PLC0415  an extra
    except ImportError:
        raise NotFoundError('listening needs: pip install "incident-tui[listen]"') from None
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=32,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=16 * 1024,
    )
    waiting = asyncio.create_task(_catch_up(receiver))
    try:
        await uvicorn.Server(config).serve()
    finally:
        waiting.cancel()


async def _catch_up(receiver: Receiver) -> None:
    """Store what waited, once an incident is live."""
    while True:
        await asyncio.sleep(_LOOK_EVERY)
        try:
            for received in receiver.catch_up():
                _told("waited", received)
        except IncidentTuiError as error:
            tell(str(error))


class _Refusals:
    """What was refused and why, for whoever wonders why nothing arrives; not again and again."""

    def __init__(self) -> None:
        self._last = ""

    def tell(self, status: int, why: str) -> None:
        """Say it, unless it is what was said last."""
        said = f"refused ({status}): {one_line(why)}"
        if said != self._last:
            self._last = said
            tell(said)


def _told(sender: str, received: Received) -> None:
    if received.offer is not None:
        tell(f"{sender}: no incident is live; this declares one, and what was sent follows")
        say(received.offer)
    for text in received.entries if received.new else ():
        say(f"{received.incident}  {sender}  {text}")
