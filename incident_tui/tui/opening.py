"""A window is opened with every guard in place, and its exit status is the program's."""

from pathlib import Path
from typing import TYPE_CHECKING

from incident_tui.services.config import Config
from incident_tui.services.session import Session
from incident_tui.services.store import SCREEN_MS, Store
from incident_tui.tui.app import IncidentApp
from incident_tui.tui.terminal import input_guard
from incident_tui.tui.terminal.outside import give_title_back
from incident_tui.tui.terminal.signals import last_words

if TYPE_CHECKING:
    from textual.driver import Driver

    from incident_tui.services.scenario import Scenario


def run(
    path: Path,
    config: Config,
    author: str,
    *,
    number: int | None = None,
    scenario: "Scenario | None" = None,
    speed: float = 1.0,
) -> int:
    """Open a window on the store until the person leaves; the exit status."""
    store = Store(path, SCREEN_MS)
    input_guard.install()
    if scenario is not None:
        from incident_tui.tui.replaying import replaying  # noqa: PLC0415  only then

        app = replaying(store, author, config, scenario, speed)
    else:
        from incident_tui.tui.clock_watch import ClockWatch  # noqa: PLC0415  a demo has its own
        from incident_tui.tui.daily import daily_words  # noqa: PLC0415  as above

        session = Session(author, "tui", practice=config.practice)
        app = IncidentApp(
            store,
            session,
            config,
            number=number,
            aside=daily_words(store, session),
            watch=ClockWatch(),
        )
    app.driver_class = _driver()
    try:
        with last_words(app.keep_draft):
            app.run()
    finally:
        give_title_back()
    return app.return_code or 0


def _driver() -> "type[Driver]":
    if input_guard.in_browser():
        from incident_tui.tui.terminal.page import PageDriver  # noqa: PLC0415  one or the other

        return PageDriver
    from incident_tui.tui.terminal.continuing import ContinuingDriver  # noqa: PLC0415  as above

    return ContinuingDriver
