"""Bringing in what was said elsewhere begins with a path, or with a text that was pasted."""

from typing import TYPE_CHECKING

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.services.incident_log import IncidentLog
from incident_tui.tui.screens.live import LiveScreen

if TYPE_CHECKING:
    from incident_tui.tui.app import IncidentApp


def is_chat(text: str) -> bool:
    """Whether a pasted text looks like chat with times."""
    from incident_tui.services import previewing  # noqa: PLC0415  not for the first frame

    try:
        return previewing.looks_spoken(text)
    except IncidentTuiError:
        return False


def open_dialog(app: "IncidentApp", log: IncidentLog, *, path: str = "", pasted: str = "") -> None:
    """Ask what to bring in, or show what was named; what came in is said under the prompt."""
    from incident_tui.services.previewing import Wanted  # noqa: PLC0415  as above
    from incident_tui.tui.screens.importing import ImportDialog  # noqa: PLC0415  as above

    def done(said: str | None) -> None:
        if said is None:
            return
        if isinstance(app.screen, LiveScreen):
            app.screen.catch_up()
        app.say(said)

    app.push_screen(ImportDialog(app.store, log, Wanted(path=path, pasted=pasted)), done)
