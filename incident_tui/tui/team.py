"""While a window is open on a team's store its copy is kept in step, and it says how that is."""

import asyncio
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Final

from incident_tui.domain.errors import StoreError
from incident_tui.domain.when import length
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.widgets.foot import Foot

if TYPE_CHECKING:
    from collections.abc import Callable

    from incident_tui.services.courier import Courier, Standing
    from incident_tui.services.store import Store
    from incident_tui.tui.app import IncidentApp

_PATIENCE: Final = 2.0
"""Seconds that leaving gives the team's store to take what is not sent yet."""


class TeamWatch:
    """The exchange with the team's store that goes on beside a window; nothing for a plain file."""

    def __init__(self, app: "IncidentApp") -> None:
        self._app = app
        self._task: asyncio.Task[None] | None = None
        self._courier: Courier | None = None
        self._seen = -1
        self._said = ""
        self._away: datetime | None = None

    def begin(self) -> None:
        """Exchange from now on."""
        if self._app.store.team:
            self._task = asyncio.create_task(self._keep(), name="courier")

    async def leave(self) -> None:
        """Send what is not sent yet, as far as that is quickly done; the rest stays in the copy."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        if self._courier is not None:
            with suppress(StoreError, TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    await self._courier.exchange(())
            await self._courier.close()

    async def _keep(self) -> None:
        # asyncpg takes longer to load than the first frame to draw.
        make = await asyncio.to_thread(_loaded)
        self._courier = make(self._app.store, self._app.session.now)
        await self._courier.keep(self._tell, self._look)

    def _look(self) -> bool:
        """Whether anybody wrote to the copy since this was asked last."""
        before = self._seen
        with suppress(StoreError):
            self._seen = self._app.store.read.data_version()
        return self._seen != before

    def _tell(self, standing: "Standing") -> None:
        said = _standing(standing, self._app.session.now())
        for screen in self._app.screen_stack if said != self._said else ():
            if isinstance(screen, LiveScreen):
                screen.query_one(Foot).tell_team(said)
                self._said = said
        gone, self._away = self._away, standing.away
        if standing.away and not gone:
            self._app.say(f"{standing.why}; what you type is kept here and sent when it is back")
        elif gone and not standing.away:
            self._app.say("the team's store is back; what waited here was sent")


def _loaded() -> "Callable[[Store, Callable[[], datetime]], Courier]":
    from incident_tui.services.shared import courier  # noqa: PLC0415  a plain file needs none of it

    return courier


def _standing(standing: "Standing", now: datetime) -> str:
    """`live`, `team away 2 min · 3 waiting`."""
    where = f"team away {length(now - standing.away)}" if standing.away else "live"
    return f"{where} · {standing.waiting} waiting" if standing.waiting else where
