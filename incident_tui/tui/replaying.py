"""A transcript types itself into the prompt; the person may type too, and is never typed over."""

import asyncio
from datetime import timedelta
from typing import Final

from msgspec.structs import replace

from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.escalation import Escalation
from incident_tui.domain.practice import Practice
from incident_tui.services import playing
from incident_tui.services.config import Config
from incident_tui.services.playing import ReplayClock
from incident_tui.services.scenario import Scenario, Step
from incident_tui.services.session import Session, wall_clock
from incident_tui.services.store import Store
from incident_tui.tui.app import IncidentApp
from incident_tui.tui.screens.live import LiveScreen

_STROKE: Final = 0.02
_AT_ONCE: Final = 3
"""A few characters a stroke: fast enough to watch, slow enough to read."""


def replaying(
    store: Store, author: str, config: Config, scenario: Scenario, speed: float
) -> IncidentApp:
    """A window whose clock is the transcript's, and into which the transcript is typed."""
    clock = ReplayClock(scenario.steps[0].at, scenario.steps[-1].at, speed, wall_clock())
    number = playing.begin(store, scenario.steps[0]).number
    session = Session(author, "tui", clock.now, practice=_calling_nobody(config))
    app = IncidentApp(store, session, config, number=number)
    app.call_later(app.run_worker, replay(app, scenario, clock), group="replay")
    return app


def _calling_nobody(config: Config) -> Practice:
    """The practice without the programs: what is replayed sets nothing off."""
    return replace(config.practice, escalation=Escalation())


async def replay(app: IncidentApp, scenario: Scenario, clock: ReplayClock) -> None:
    """Type every line after the declaration when its time has come, then save the answers."""
    screen = app.screen
    if not isinstance(screen, LiveScreen):
        raise NotFoundError("a transcript is replayed into the incident that it declares")
    own = screen.log_.session
    for step in scenario.steps[1:]:
        wait = clock.wait(step.at - timedelta(seconds=1), wall_clock())
        await asyncio.sleep(wait.total_seconds())
        await _typed(screen, step)
        screen.log_.session = playing.session_at(step, "replay")
        screen.outbox.send(step.line, step.at)
        await screen.outbox.drained()
    screen.log_.session = own
    await playing.answer(app.store, scenario, screen.log_)
    screen.bar.say("that was the transcript; go on typing, or F9 for the post-mortem")


async def _typed(screen: LiveScreen, step: Step) -> None:
    """Show the line being typed, unless the person is typing one."""
    prompt = screen.bar.prompt
    shown = ""
    for end in range(0, len(step.line) + _AT_ONCE, _AT_ONCE):
        if prompt.value != shown:
            return
        shown = step.line[:end]
        prompt.begin(shown, step.at)
        await asyncio.sleep(_STROKE)
    if prompt.value == shown:
        prompt.begin("")
