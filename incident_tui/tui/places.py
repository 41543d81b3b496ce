"""One main screen is shown at a time: the live incident, or the list; dialogs lie above it."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.screen import Screen

from incident_tui.domain.alarms import Alarm
from incident_tui.domain.errors import IncidentTuiError, StoreError
from incident_tui.domain.incident import Status
from incident_tui.domain.state import IncidentState
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.tui.screens.live import LiveScreen

if TYPE_CHECKING:
    from incident_tui.tui.app import IncidentApp


class Places:
    """Shows main screens, and tells what is shown when the store has changed.

    Each is the base of a mode of its own, since Textual cannot switch away from the first screen.
    """

    def __init__(self, app: "IncidentApp", number: int | None) -> None:
        self._app = app
        self._number = number
        self._shown = 0
        self._seen = -1

    def first(self) -> Screen[None]:
        """Where the unsent line was; else the incident asked for, the live one, or the list."""
        with suppress(StoreError):  # before anything is read: what comes after it is looked for
            self._seen = self._app.store.read.data_version()
        with suppress(IncidentTuiError):
            left = "" if self._number else self._app.keeper.left_at
            log = open_log(
                self._app.store, self._app.session, number=self._number, incident_id=left
            )
            return self._live(log)
        shown = self._list()
        self._app.stylesheet.read_all(shown.css_path)  # Textual reads those of later screens only
        return shown

    def go_to(self, log: IncidentLog) -> None:
        """Show that incident instead of all that is shown."""
        self._app.call_later(self._show, lambda: self._live(log))

    def open(self, number: int | None = None, incident_id: str = "") -> None:
        """Show that incident; one that is not there is said where the eye is."""
        try:
            log = open_log(
                self._app.store, self._app.session, number=number, incident_id=incident_id
            )
        except IncidentTuiError as error:
            self._app.refuse(error)
        else:
            self.go_to(log)

    def _live(self, log: IncidentLog) -> LiveScreen:
        return LiveScreen(self._app.store, log, self._app.size, self._tell)

    def _tell(
        self, number: int, state: IncidentState, late: frozenset[Alarm], new: tuple[Alarm, ...]
    ) -> None:
        self._app.ringing.tell(number, state, late, new)
        if state.status is Status.RESOLVED:
            self._app.foresee_postmortem()

    def go_to_list(self) -> None:
        """Show the list of incidents instead of all that is shown."""
        self._app.call_later(self._show, self._list)

    def look(self) -> None:
        """Show what other windows and commands have recorded."""
        with suppress(StoreError):  # a writer holds it; the next look is near
            version = self._app.store.read.data_version()
            if version == self._seen:
                return
            self._seen = version
            for screen in self._app.screen_stack:
                if isinstance(screen, LiveScreen):
                    screen.catch_up()
                elif refresh := getattr(screen, "refresh_rows", None):
                    refresh()

    async def _show(self, make: Callable[[], Screen[None]]) -> None:
        before = self._app.current_mode
        self._shown += 1
        name = f"{self._app.DEFAULT_MODE}-{self._shown}"
        self._app.add_mode(name, make)
        await self._app.switch_mode(name)
        self._app.team.show()
        await self._app.remove_mode(before)

    def _list(self) -> Screen[None]:
        from incident_tui.tui.screens.incidents import IncidentsScreen  # noqa: PLC0415  not always

        return IncidentsScreen(self._app.store.read.incidents, self._app.session.now)
