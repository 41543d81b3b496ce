"""A connection to the team's store is made alike every time, and found to be of this version."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from typing import Any, Final

from incident_tui.domain.errors import StoreAwayError
from incident_tui.storage.postgres.address import Address
from incident_tui.storage.postgres.driver import asyncpg
from incident_tui.storage.postgres.migrations import make_current
from incident_tui.storage.postgres.refusals import AWAY, refusal

Connection = Any
"""One of the driver, which has no types."""

SECONDS_TO_CONNECT: Final = 5
SECONDS_TO_ANSWER: Final = 30
_SETTINGS: Final = {
    "application_name": "incident-tui",
    "synchronous_commit": "on",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "15s",
    "default_transaction_isolation": "read committed",
    "client_connection_check_interval": "2s",  # so that who hung up holds no lock
    "timezone": "UTC",
}
_KEEPALIVE: Final = {"TCP_KEEPIDLE": 20, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 3}


async def connect(address: Address) -> Connection:
    """A connection to a store of this version; makes or upgrades it where the role may."""
    settings = _SETTINGS | {"search_path": f"{address.schema}, pg_temp"}
    try:
        connection = await asyncpg.connect(
            address.dsn,
            timeout=SECONDS_TO_CONNECT,
            command_timeout=SECONDS_TO_ANSWER,
            server_settings=settings,
        )
    except (*AWAY, asyncpg.PostgresError, ValueError) as error:
        reason = refusal(error)
        raise StoreAwayError(f"{reason}: {address.shown}") from None  # its cause may bear secrets
    try:
        _keep_alive(connection)
        await make_current(connection, address.schema)
    except BaseException as error:
        connection.terminate()
        if isinstance(error, (*AWAY, asyncpg.PostgresError)):
            raise refusal(error) from error
        raise
    return connection


async def let_go(connection: Connection) -> None:
    """Say good-bye, but not for longer than a person would wait."""
    with suppress(*AWAY, asyncpg.PostgresError):
        await asyncio.shield(connection.close(timeout=1))


def _keep_alive(connection: Connection) -> None:
    """Notice within a minute that the other end is gone, though nothing is being said."""
    # The driver shows its socket nowhere else.
    there = connection._transport.get_extra_info("socket")  # noqa: SLF001
    if there is None or there.family not in {socket.AF_INET, socket.AF_INET6}:
        return
    there.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _KEEPALIVE.items():
        if option := getattr(socket, name, None):
            there.setsockopt(socket.IPPROTO_TCP, option, value)
