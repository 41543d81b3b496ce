"""What the views answer with: frozen rows with the domain's own types, all times aware UTC."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

import msgspec

from incident_tui.domain.entries import TimelineEntry, moment
from incident_tui.domain.incident import Severity, Status

if TYPE_CHECKING:
    from incident_tui.storage.script import Row


class IncidentRow(msgspec.Struct, frozen=True):
    """One incident in the list; `owner` owns its post-mortem, `members` alone may see it if any."""

    id: str
    number: int
    title: str
    service: str
    severity: Severity
    status: Status
    commander: str
    owner: str
    declared_at: datetime | None
    started_at: datetime | None
    detected_at: datetime | None
    acknowledged_at: datetime | None
    mitigated_at: datetime | None
    resolved_at: datetime | None
    published_at: datetime | None
    actions: int
    open_actions: int
    entries: int
    updated_at: datetime
    members: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """An entry that a search found, with the incident it lies in."""

    number: int
    title: str
    entry: TimelineEntry


class Counts(msgspec.Struct, frozen=True):
    """How much the store holds."""

    incidents: int
    live: int
    entries: int
    open_actions: int


class Answer(msgspec.Struct, frozen=True):
    """One saved answer to a step of the post-mortem; revisions count from 1.

    `drafted` are the numbers of the entries that an untouched draft was drawn up from.
    """

    step: str
    revision: int
    text: str
    saved_at: datetime
    author: str
    drafted: str = ""


INCIDENT_COLUMNS: Final = ", ".join(f"incident.{name}" for name in IncidentRow.__struct_fields__)
_SEVERITIES: Final = {int(level): level for level in Severity}
_STATUSES: Final = {str(status): status for status in Status}


def incident(row: Row) -> IncidentRow:
    """The incident in a row of `INCIDENT_COLUMNS`."""
    id_, number, title, service, severity, status, commander, owner, *rest = row
    *times, actions, open_actions, entries, updated, members = rest
    declared, started, detected, acknowledged, mitigated, resolved, published = [
        None if at is None else moment(at) for at in times
    ]
    return IncidentRow(
        id_,
        number,
        title,
        service,
        _SEVERITIES[severity],
        _STATUSES[status],
        commander,
        owner,
        declared,
        started,
        detected,
        acknowledged,
        mitigated,
        resolved,
        published,
        actions,
        open_actions,
        entries,
        moment(updated),
        tuple(members.split("\n")) if members else (),
    )
