"""What became late is told beyond the window, once each: by bell, title and notice."""

from collections.abc import Callable, Iterable, Sequence

from textual.app import App

from incident_tui.domain.alarms import Alarm
from incident_tui.domain.incident import Status
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.state import IncidentState
from incident_tui.services.settings import AlarmTable
from incident_tui.tui.terminal.outside import KEEP_TITLE, Notices, notice, title


class Ringing:
    """One for each program, since there is one terminal."""

    def __init__(
        self, app: App[None], how: AlarmTable, write: Callable[[str], object] | None = None
    ) -> None:
        self._app = app
        self._how = how
        self._write = write or self._to_terminal
        self._titled = ""

    def tell(
        self, number: int, state: IncidentState, late: Iterable[Alarm], new: Sequence[Alarm]
    ) -> None:
        """What is late in that incident, and which of it has become so just now."""
        urgent = [alarm for alarm in new if alarm.urgent]
        if urgent and self._how.bell:
            self._app.bell()
        for alarm in urgent:
            self._send(notice(incident_name(number), alarm.text, Notices(self._how.notice)))
        if self._how.title:
            self._title(caption(number, state, late))

    def _title(self, text: str) -> None:
        if text == self._titled:
            return
        self._send(("" if self._titled else KEEP_TITLE) + title(text))
        self._titled = text

    def _to_terminal(self, sequence: str) -> None:
        """Past the screen; what is no terminal is spared."""
        driver = self._app._driver  # noqa: SLF001  no API writes what is not drawn
        if driver is not None and not (self._app.is_headless or self._app.is_web):
            driver.write(sequence)

    def _send(self, sequence: str) -> None:
        if sequence:
            self._write(sequence)


def caption(number: int, state: IncidentState, late: Iterable[Alarm]) -> str:
    """`! public update due · SEV1 INC-42`; without anything late, the title of the incident."""
    burning = state.severity.name if state.status is not Status.RESOLVED else str(state.status)
    name = f"{burning} {incident_name(number)}"
    due = sorted((alarm for alarm in late if alarm.urgent), key=lambda alarm: alarm.since)
    if not due:
        return f"{name} {state.title}"
    more = f" +{len(due) - 1}" if len(due) > 1 else ""
    return f"! {due[0].what}{more} · {name}"
