"""A bare window for one screen, and rows of the list as tests want them."""

from datetime import timedelta
from typing import Any, Final

from textual.app import App
from textual.screen import Screen

from incident_tui.domain.incident import Severity, Status
from incident_tui.services.catalogue import IncidentRow
from incident_tui.tui.styles import stylesheets
from tests.support.entries import T0

HOSTILE: Final = "[/x]\x1b]52;c;aGk=\x07 [@click=app.quit]quit[/] $x \u202eevil \x9b31m"
"""What crashes, quits, recolours or reorders wherever text is taken for more than text."""


class Host(App[None]):
    """Shows one screen; `answers` is what it was dismissed with, `said` what it posted."""

    CSS_PATH = stylesheets()

    def __init__(self, shown: Screen[Any]) -> None:
        super().__init__()
        self.shown = shown
        self.answers: list[Any] = []
        self.said: list[Any] = []

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.answers.append)

    def on_incidents_screen_opened(self, message: Any) -> None:
        """Note it down, as the one below."""
        self.said.append(message.number)

    def on_insights_screen_opened(self, message: Any) -> None:
        self.said.append(message.numbers)

    def on_declare_asked(self) -> None:
        self.said.append("declare")

    def text(self) -> str:
        """All that is on the screen, its blanks at the ends of lines left out."""
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


def incident(
    number: int,
    title: str = "Checkout fails",
    *,
    severity: int = 3,
    status: Status = Status.RESOLVED,
    service: str = "checkout",
    commander: str = "maria",
    hours: float = 1,
    published: bool = False,
    open_actions: int = 0,
) -> IncidentRow:
    """One that began at T0 and, where it is resolved, lasted so many hours."""
    ended = T0 + timedelta(hours=hours) if status is Status.RESOLVED else None
    return IncidentRow(
        id=str(number),
        number=number,
        title=title,
        service=service,
        severity=Severity(severity),
        status=status,
        commander=commander,
        owner=commander,
        declared_at=T0,
        started_at=None,
        detected_at=None,
        acknowledged_at=None,
        mitigated_at=None,
        resolved_at=ended,
        published_at=ended if published else None,
        actions=open_actions,
        open_actions=open_actions,
        entries=1,
        updated_at=T0,
    )
