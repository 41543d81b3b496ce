"""A grave incident needs somebody in command, somebody who writes and somebody who speaks."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from incident_tui.domain.incident import Status
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.domain.state import IncidentState


class Vacancy(msgspec.Struct, frozen=True):
    """A needed role that nobody holds, and since when."""

    role: str
    since: datetime


def vacancies(state: IncidentState, practice: Practice = PRACTICE) -> tuple[Vacancy, ...]:
    """The needed roles that are empty while it burns."""
    if state.declared_at is None or state.status is Status.RESOLVED:
        return ()
    return tuple(_vacant(state, practice))


def overdue(
    state: IncidentState, now: datetime, practice: Practice = PRACTICE
) -> tuple[Vacancy, ...]:
    """Those that have been empty for so long that it is time to say so."""
    after = timedelta(minutes=practice.vacant)
    return tuple(v for v in vacancies(state, practice) if now - v.since >= after)


def _vacant(state: IncidentState, practice: Practice) -> Iterator[Vacancy]:
    for role in practice.levels[state.severity].roles:
        if role not in state.roles:
            times = (state.declared_at, state.reopened_at, state.vacated.get(role))
            since = max(filter(None, (*times, _needed_since(state, role, practice))))
            yield Vacancy(role, since)


def _needed_since(state: IncidentState, role: str, practice: Practice) -> datetime | None:
    """Since when the severity has asked for the role without a break."""
    since: datetime | None = None
    for at, severity in state.severities:
        since = (since or at) if role in practice.levels[severity].roles else None
    return since
