"""Whether the update clocks of an incident were kept: each run from one update to the next."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

import msgspec

from incident_tui.domain.incident import Audience, Milestone, Status
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.state import IncidentState


class Adherence(msgspec.Struct, frozen=True):
    """How many clocks came to be due, and how many of them were met in time."""

    due: int = 0
    kept: int = 0


def adherence(state: IncidentState) -> Adherence:
    """Of a resolved incident; one that burns, or was never declared, has none yet.

    A clock that the resolve cut short counts only if it was late by then.
    """
    ended = state.milestones.get(Milestone.RESOLVED)
    if state.declared_at is None or ended is None or state.status is not Status.RESOLVED:
        return Adherence()
    met = [
        each for audience in Audience for each in _runs(state, audience, state.declared_at, ended)
    ]
    return Adherence(len(met), sum(met))


def _runs(
    state: IncidentState, audience: Audience, began: datetime, ended: datetime
) -> Iterator[bool]:
    """For every clock that counts, whether it was met."""
    updates = {u.at for u in state.updates if u.audience is audience and began < u.at <= ended}
    again = (
        {state.reopened_at} if state.reopened_at and began < state.reopened_at < ended else set()
    )
    for since, until in pairwise(sorted({began, ended, *updates, *again})):
        if until in again and until not in updates:
            continue  # nobody owed an update while it was resolved, and since when is not known
        dues = [
            (_due(state, audience, since, minutes, until), end)
            for end, minutes in _segments(state, audience, since, until)
        ]
        late = any(due < end for due, end in dues)
        if late or (dues and until in updates):
            yield not late


def _segments(
    state: IncidentState, audience: Audience, since: datetime, until: datetime
) -> Iterator[tuple[datetime, int]]:
    """The parts of a run in which one cadence held: to when, and its minutes."""
    changes = {at for at, _ in state.severities} | ({state.slowed_at} if state.slowed_at else set())
    inside = {at for at in changes if since < at < until}
    for begin, end in pairwise(sorted({since, until, *inside})):
        cadence = PRACTICE.cadence(state.severity_at(begin))
        minutes = cadence.internal if audience is Audience.INTERNAL else cadence.public
        if audience is Audience.PUBLIC and state.slowed_at and state.slowed_at <= begin:
            minutes = cadence.public_when_long or minutes
        if minutes is not None:
            yield end, minutes


def _due(
    state: IncidentState, audience: Audience, since: datetime, minutes: int, until: datetime
) -> datetime:
    due = since + timedelta(minutes=minutes)
    snooze = state.snoozes.get(audience)
    if snooze is not None and since <= snooze.at < until:
        return max(due, snooze.until)
    return due
