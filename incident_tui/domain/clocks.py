"""An update clock runs from the last update that was logged; only another one restarts it.

How often is a matter of practice; a long incident slows only when somebody has confirmed it.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

import msgspec

from incident_tui.domain.incident import Audience, Status
from incident_tui.domain.practice import PRACTICE, Cadence, Practice
from incident_tui.domain.state import IncidentState

LONG_AFTER: Final = timedelta(hours=2)
"""How long an incident has burned before its public updates may come less often."""
_AMBER: Final = 0.8


class Phase(StrEnum):
    """How a clock is shown: calm, amber from 80 % on, late at 100 %."""

    CALM = "calm"
    AMBER = "amber"
    LATE = "late"


class UpdateClock(msgspec.Struct, frozen=True):
    """From the last update to when the next one is due."""

    audience: Audience
    since: datetime
    due: datetime
    snoozed: bool = False

    def left(self, now: datetime) -> timedelta:
        """Until it is due; negative once it is late."""
        return self.due - now

    def phase(self, now: datetime) -> Phase:
        """Calm, amber or late at that moment."""
        if now >= self.due:
            return Phase.LATE
        return Phase.AMBER if now - self.since >= (self.due - self.since) * _AMBER else Phase.CALM


def clocks(state: IncidentState, practice: Practice = PRACTICE) -> tuple[UpdateClock, ...]:
    """The clocks that run now, the one due first in front; none once the incident is resolved."""
    if state.declared_at is None or state.status is Status.RESOLVED:
        return ()
    cadence = practice.cadence(state.severity)
    running = (_clock(state, audience, cadence) for audience in Audience)
    return tuple(sorted(filter(None, running), key=lambda clock: clock.due))


def long_running(state: IncidentState, now: datetime, practice: Practice = PRACTICE) -> bool:
    """Whether a public clock has run for two hours and nobody has slowed it yet."""
    began = state.reopened_at or state.began_at
    public = any(clock.audience is Audience.PUBLIC for clock in clocks(state, practice))
    return public and state.slowed_at is None and began is not None and now - began >= LONG_AFTER


def called_out(
    state: IncidentState, now: datetime, practice: Practice = PRACTICE
) -> datetime | None:
    """The newest moment at which the time that has passed is called out; None before the first."""
    every = practice.cadence(state.severity).callout
    if every is None or state.began_at is None or state.status is Status.RESOLVED:
        return None
    step = timedelta(minutes=every)
    marks = (now - state.began_at) // step
    return state.began_at + marks * step if marks > 0 else None


def _clock(state: IncidentState, audience: Audience, cadence: Cadence) -> UpdateClock | None:
    minutes = cadence.internal if audience is Audience.INTERNAL else cadence.public
    if audience is Audience.PUBLIC and state.slowed_at is not None:
        minutes = cadence.public_when_long or minutes
    since = max(filter(None, (state.updated(audience), state.reopened_at, state.declared_at)))
    if minutes is None:
        return None
    due = since + timedelta(minutes=minutes)
    snooze = state.snoozes.get(audience)
    snoozed = snooze is not None and snooze.at >= since
    if snooze is not None and snoozed:
        due = max(due, snooze.until)
    return UpdateClock(audience, since, due, snoozed)
