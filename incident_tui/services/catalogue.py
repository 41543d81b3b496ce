"""The list of incidents is read off their rows: what burns comes first, the worst of it on top."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from incident_tui.domain.incident import Status
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.text import one_line
from incident_tui.storage.rows import IncidentRow as IncidentRow  # noqa: PLC0414  for front ends

POSTMORTEM_WITHIN: Final = timedelta(hours=48)
"""From the last resolve to the first publication."""


class Due(NamedTuple):
    """Where a post-mortem stands, in a few words; `late` when its 48 hours are over."""

    text: str
    late: bool = False


def listed(rows: Iterable[IncidentRow]) -> list[IncidentRow]:
    """Live ones first, by severity; then the newest."""
    return sorted(rows, key=_rank)


def live(row: IncidentRow) -> bool:
    """Whether it is not resolved."""
    return row.status is not Status.RESOLVED


def lasted(row: IncidentRow, now: datetime) -> timedelta:
    """Its age while it burns, its duration once it is resolved; never negative."""
    began = row.started_at or row.declared_at
    end = now if live(row) else row.resolved_at
    return max(end - began, timedelta(0)) if began and end else timedelta(0)


def due(row: IncidentRow, now: datetime) -> Due:
    """`31 h left`, `late 5 h`, `published`; empty while the incident burns."""
    return Due("") if live(row) else owed(row.resolved_at, row.published_at, now)


def owed(resolved_at: datetime | None, published_at: datetime | None, now: datetime) -> Due:
    """As `due`, from the last resolve and the first publication."""
    if resolved_at is None:
        return Due("")
    if published_at is not None:
        return Due("published")
    left = resolved_at + POSTMORTEM_WITHIN - now
    return (
        Due(f"{_rough(left)} left") if left > timedelta(0) else Due(f"late {_rough(-left)}", True)
    )


def haystack(row: IncidentRow) -> str:
    """All of a row that the words of a filter are looked for in."""
    people = " ".join(f"@{name}" for name in (row.commander, row.owner) if name)
    private = "private" if row.members else ""
    said = (incident_name(row.number), row.severity.name, row.status, row.title, row.service)
    return one_line(" ".join((*said, people, private))).casefold()


def matching(haystacks: Sequence[str], words: str) -> list[int]:
    """The places whose text holds every word, in any order."""
    terms = one_line(words).casefold().split()
    return [at for at, hay in enumerate(haystacks) if all(term in hay for term in terms)]


def _rank(row: IncidentRow) -> tuple[bool, int, int]:
    burning = live(row)
    return (not burning, int(row.severity) if burning else 0, -row.number)


def _rough(span: timedelta) -> str:
    """The largest unit alone: `40 min`, `31 h`, `12 d`."""
    minutes = int(span.total_seconds()) // 60
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 100 * 60 else f"{minutes // 1440} d"
