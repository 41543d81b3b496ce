"""Bringing in what was said elsewhere begins with a path, or with a text that was pasted."""

from typing import TYPE_CHECKING, Any, cast

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.services.incident_log import IncidentLog
from incident_tui.tui.screens.live import LiveScreen

if TYPE_CHECKING:
    from textual.app import App

    from incident_tui.tui.app import IncidentApp
    from incident_tui.tui.screens.importing import CameIn


def is_chat(text: str) -> bool:
    """Whether a pasted text looks like chat with times."""
    from incident_tui.services.intake import previewing  # noqa: PLC0415  not for the first frame

    try:
        return previewing.looks_spoken(text)
    except IncidentTuiError:
        return False


def open_dialog(
    app: "IncidentApp", log: IncidentLog | None, *, path: str = "", pasted: str = ""
) -> None:
    """Ask what to bring in, or show what was named; without a log it becomes an incident."""
    from incident_tui.services.intake.previewing import Wanted  # noqa: PLC0415  as above
    from incident_tui.tui.screens.importing import ImportDialog  # noqa: PLC0415  as above

    def done(came: "CameIn | None") -> None:
        if came is None:
            return
        if log is None:
            app.places.open(incident_id=came.incident_id)
        elif isinstance(app.screen, LiveScreen):
            app.screen.catch_up()
        app.call_after_refresh(app.say, came.said)

    wanted = Wanted(path=path, pasted=pasted)
    app.push_screen(ImportDialog(app.store, app.session, log, wanted), done)


def become_incident(app: "App[Any]") -> None:
    """Ask what to bring in as an incident of its own."""
    open_dialog(cast("IncidentApp", app), None)
