"""Who is here is known for as long as their windows say so, and is no part of any record."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from incident_tui.storage.postgres.team import PostgresTeam
    from incident_tui.storage.script import Script


class Present(msgspec.Struct, frozen=True):
    """A window in which somebody works; `incident_id` is the one open in it, if any.

    `seen_at` is by the server's clock.
    """

    window_id: str
    author: str
    host: str
    incident_id: str | None
    seen_at: datetime


_HERE: Final = """
INSERT INTO presence (window_id, author, host, incident_id) VALUES (:window, :author, :host, :open)
ON CONFLICT (window_id) DO UPDATE SET author = :author, host = :host, incident_id = :open,
    seen_at = clock_timestamp()
"""
_GONE: Final = "DELETE FROM presence WHERE window_id = :window"
_FORGET: Final = "DELETE FROM presence WHERE seen_at < clock_timestamp() - CAST(:old AS interval)"
_WHO: Final = """
SELECT window_id, author, host, incident_id, seen_at FROM presence
WHERE seen_at >= clock_timestamp() - CAST(:old AS interval) ORDER BY author, window_id
"""
SILENT_AFTER: Final = timedelta(seconds=45)
"""Who has not said so for this long is not here; windows say it every fifteen seconds."""


async def say_here(
    team: PostgresTeam, window_id: str, author: str, host: str, incident_id: str | None
) -> None:
    """Say that this window is open, and on what."""
    said = {"window": window_id, "author": author, "host": host, "open": incident_id}
    await team.run(_said(said))


async def say_gone(team: PostgresTeam, window_id: str) -> None:
    """Say that this window was closed."""
    await team.ask(_GONE, window=window_id)


async def who_is_here(team: PostgresTeam) -> list[Present]:
    """The windows that are open now, by author."""
    return [Present(*row) for row in await team.ask(_WHO, old=SILENT_AFTER)]


def _said(said: dict[str, str | None]) -> Script[None]:
    yield _HERE, said
    yield _FORGET, {"old": 10 * SILENT_AFTER}
