"""Action items of all incidents are read off their view; what changed in them, off the entries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import msgspec

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.entries import TimelineEntry, moment
from incident_tui.domain.incident import ActionKind, Priority, Severity
from incident_tui.storage.codec import COLUMNS, entry
from incident_tui.storage.schema import FOLLOW_UPS

if TYPE_CHECKING:
    from incident_tui.storage.script import Row

Ask = Callable[..., "list[Row]"]


class ActionRow(msgspec.Struct, frozen=True):
    """One action item in the tracker, with the incident it came from."""

    incident_id: str
    incident_number: int
    incident_title: str
    severity: Severity
    item: ActionItem
    service: str = ""


_COLUMNS: Final = (
    "incident.id, incident.number, incident.title, incident.severity, incident.service, "
    "action_item.id, action_item.number, action_item.text, action_item.created_at, "
    "action_item.owner, action_item.due, action_item.priority, action_item.kind, "
    "action_item.status, action_item.reason, action_item.closed_at, action_item.factor, "
    "action_item.success"
)
_TABLES: Final = "action_item JOIN incident ON incident.id = action_item.incident_id"
# The fields of a struct in a row: by name they would cost as much as all the rest.
_SEVERITIES: Final = {int(severity): severity for severity in Severity}
_PRIORITIES: Final[dict[Any, Any]] = {None: None, **{str(p): p for p in Priority}}
_KINDS: Final[dict[Any, Any]] = {None: None, **{str(k): k for k in ActionKind}}
_STATUSES: Final = {str(status): status for status in ActionStatus}


def actions(
    ask: Ask,
    *,
    status: ActionStatus | None = None,
    owner: str | None = None,
    incident_id: str | None = None,
    overdue_on: date | None = None,
) -> list[ActionRow]:
    """Those that meet all conditions, the most urgent first; undated ones last."""
    conditions = {
        "action_item.status = :status": status and str(status),
        "action_item.owner = :owner": owner,
        "incident.id = :incident": incident_id,
        "action_item.status = 'open' AND due < :today": overdue_on and overdue_on.isoformat(),
    }
    meant = [sql for sql, value in conditions.items() if value is not None]
    rows = ask(
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE {' AND '.join(meant) or 'true'} "
        "ORDER BY due IS NULL, due, incident.number, action_item.number",
        status=conditions["action_item.status = :status"],
        owner=owner,
        incident=incident_id,
        today=overdue_on and overdue_on.isoformat(),
    )
    return list(map(_action, rows))


def changes(ask: Ask, since: int) -> list[TimelineEntry]:
    """What was said of action items since that moment, microseconds UTC, in that order."""
    rows = ask(
        f"SELECT {COLUMNS} FROM entry WHERE kind IN {FOLLOW_UPS} AND recorded_at > :since "
        "ORDER BY recorded_at, pos",
        since=since,
    )
    return list(map(entry, rows))


def anniversaries(ask: Ask, severity: Severity) -> list[tuple[int, str, int, int]]:
    """Number, title, last resolve and open action items of each incident so bad that has some."""
    return ask(
        "SELECT number, title, resolved_at, open_actions FROM incident "
        "WHERE severity = :severity AND open_actions > 0 AND resolved_at IS NOT NULL "
        "ORDER BY number",
        severity=int(severity),
    )


def _action(row: Row) -> ActionRow:
    incident_id, number, title, severity, service, id_, own, text, created, owner, *rest = row
    due, priority, kind, status, reason, closed, factor, success = rest
    item = ActionItem(
        id_,
        own,
        text,
        moment(created),
        owner,
        due and _day(due),
        _PRIORITIES[priority],
        _KINDS[kind],
        _STATUSES[status],
        reason,
        _moment(closed),
        factor,
        success,
    )
    return ActionRow(incident_id, number, title, _SEVERITIES[severity], item, service)


_day: Final = lru_cache(maxsize=4096)(date.fromisoformat)


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else moment(micros)
