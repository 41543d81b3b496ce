"""What the call asks of the window: updates, hand-overs, milestones and how it is ended."""

from datetime import datetime
from typing import TYPE_CHECKING

from incident_tui.domain.fact import Fact
from incident_tui.domain.flavours import Flavour
from incident_tui.services.incident_log import IncidentLog
from incident_tui.tui.screens.live import LiveScreen

if TYPE_CHECKING:
    from incident_tui.tui.app import IncidentApp


def write_update(app: "IncidentApp", log: IncidentLog, flavour: Flavour) -> None:
    """Write an update; what is begun and not logged is kept by the window."""
    from incident_tui.tui.screens.update import UpdateDialog  # noqa: PLC0415  not for the first frame

    async def record(fact: Fact, at: datetime) -> None:
        await recorded(app, log, fact, at)

    def told(said: str | None) -> None:
        app.keeper.keep_soon()
        if said:
            app.say(said)

    app.push_screen(UpdateDialog(log, record, app.keeper.answers, flavour), told)


async def recorded(app: "IncidentApp", log: IncidentLog, fact: Fact, at: datetime) -> None:
    """Store the fact, and show it."""
    await app.store.record(log.recording(fact, at))
    for screen in app.screen_stack:
        if isinstance(screen, LiveScreen) and screen.log_ is log:
            screen.catch_up()
            return
    log.catch_up()
