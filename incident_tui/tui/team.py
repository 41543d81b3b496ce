"""While a window is open on a team's store its copy is kept in step, and it says how that is."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from socket import gethostname
from types import ModuleType
from typing import TYPE_CHECKING, Final

from incident_tui.domain.errors import StoreError
from incident_tui.domain.when import length
from incident_tui.tui.screens.live import LiveScreen
from incident_tui.tui.widgets.foot import Foot

if TYPE_CHECKING:
    from incident_tui.services.courier import Courier, Standing
    from incident_tui.tui.app import IncidentApp

_GREETS_EVERY: Final = 15.0
"""Seconds between words that this window is still open."""
_NAMED: Final = 3
"""Others who are named; the rest are counted."""
_LONG: Final = 20.0
"""Seconds for which is said what a person might have to write down."""
_PATIENCE: Final = 2.0
"""Seconds that leaving gives the team's store to take what is not sent yet."""


class TeamWatch:
    """The exchange with the team's store that goes on beside a window; nothing for a plain file."""

    def __init__(self, app: "IncidentApp") -> None:
        self._app = app
        self._tasks: list[asyncio.Task[None]] = []
        self._courier: Courier | None = None
        self._window = app.session.new_id(app.session.now())
        self._seen = -1
        self._said: tuple[LiveScreen | None, str] = (None, "")
        self._sent: Mapping[str, int] = {}
        self._standing = ""
        self._away: datetime | None = None
        self._why = ""
        self._here: list[str] = []

    def begin(self) -> None:
        """Exchange from now on."""
        if self._app.store.team:
            self._tasks.append(asyncio.create_task(self._keep(), name="courier"))

    async def leave(self) -> None:
        """Send what is not sent yet, as far as that is quickly done; the rest stays in the copy."""
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        if self._courier is not None:
            with suppress(StoreError, TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    await self._courier.exchange(())
                    await self._courier.team.take_leave(self._window)
            await self._courier.close()

    async def _keep(self) -> None:
        # asyncpg takes longer to load than the first frame to draw.
        team_store = await asyncio.to_thread(_services)
        self._courier = team_store.courier(self._app.store, self._app.session.now)
        self._tasks.append(asyncio.create_task(self._greet(self._courier), name="presence"))
        await self._courier.keep(self._tell, self._look)

    async def _greet(self, courier: "Courier") -> None:
        """Say who is here, and know who else is."""
        while True:
            screen = self._app.screen
            if isinstance(screen, LiveScreen):
                with suppress(StoreError):
                    self._here = await courier.team.greet(
                        self._window, self._app.session.author, gethostname(), screen.log_.id
                    )
                self.show()
            await asyncio.sleep(_GREETS_EVERY)

    def _look(self) -> bool:
        """Whether anybody wrote to the copy since this was asked last."""
        before = self._seen
        with suppress(StoreError):
            self._seen = self._app.store.read.data_version()
        return self._seen != before

    def _tell(self, standing: "Standing") -> None:
        self._app.places.look()  # what others sent is in the copy now
        self._sent = standing.sent
        self._standing = _standing(standing, self._app.session.now())
        gone, self._away = self._away, standing.away
        why, self._why = self._why, standing.why
        self.show()
        if standing.away and not gone:
            self._app.say(f"{standing.why}; what you type is kept here and sent when it is back")
        elif gone and not standing.away:
            self._app.say("the team's store is back; what waited here was sent")
        elif standing.why and standing.why != why and not standing.away:
            self._app.say(standing.why)
        self._leave_what_is_gone()
        for said in standing.told:
            self._app.notify(said, markup=False, timeout=_LONG)

    def _leave_what_is_gone(self) -> None:
        """Go to the list from an incident that is not in the copy any more."""
        for screen in self._app.screen_stack:
            if not isinstance(screen, LiveScreen):
                continue
            with suppress(StoreError):
                if self._app.store.read.incident_of(screen.log_.id) is None:
                    typed = screen.bar.prompt.value
                    self._app.places.go_to_list()
                    if typed:
                        said = f"you were typing: {typed}"
                        self._app.notify(said, markup=False, timeout=_LONG)

    def show(self) -> None:
        """Say on the incident that is shown how it stands, and mark what waits there."""
        others = [f"@{name}" for name in self._here if name != self._app.session.author]
        names = [*others[:_NAMED], *([f"+{len(others) - _NAMED}"] if others[_NAMED:] else [])]
        said = " ".join([self._standing, *([] if self._away else names)])
        for screen in self._app.screen_stack:
            if isinstance(screen, LiveScreen):
                screen.timeline.mark_unsent(self._sent.get(screen.log_.id))
                if (screen, said) != self._said:
                    screen.query_one(Foot).tell_team(said)
                    self._said = screen, said


def _services() -> ModuleType:
    from incident_tui.services import team_store  # noqa: PLC0415  a plain file needs none of it

    return team_store


def _standing(standing: "Standing", now: datetime) -> str:
    """`live`, `team away 2 min · 3 waiting`."""
    where = f"team away {length(now - standing.away)}" if standing.away else "live"
    return f"{where} · {standing.waiting} waiting" if standing.waiting else where
