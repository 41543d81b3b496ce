"""What is told as JSON has one shape, whichever door asks; times are RFC 3339 in UTC."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.decisions import Decision
from incident_tui.domain.incident import Milestone
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.state import HandOver, Recurrence, Update
from incident_tui.domain.tasks import Task
from incident_tui.domain.timeline import TimelineRow
from incident_tui.services.catalogue import lasted
from incident_tui.storage.rows import IncidentRow
from incident_tui.storage.tracking import ActionRow


def shown(record: IncidentRecord, sent: int | None = None) -> dict[str, Any]:
    """The keys of `show --json`, in the order of the contract.

    What comes after the seq `sent` waits for the team's store; None where there is none.
    """
    state = record.state
    return {
        "number": record.number,
        "title": state.title,
        "severity": state.severity.name,
        "status": str(state.status),
        "service": state.service,
        "ic": state.commander or None,
        "roles": {role: held.person for role, held in state.roles.items()},
        "milestones": {str(m): stamp(state.milestones.get(m)) for m in Milestone},
        "impact": dict(state.impact),
        "tasks": [task(item) for item in state.tasks],
        "actions": [action(item) for item in state.actions],
        "decisions": [decision(item) for item in state.decisions],
        "recurrences": [recurrence(each) for each in state.recurrences.values()],
        "updates": [update(item) for item in state.updates],
        "handover": handover(state.handover),
        "postmortem": str(record.status),
        "members": list(state.members),
        "entries": [entry(row) | {"waiting": waits(row, sent)} for row in record.rows],
    }


def waits(row: TimelineRow, sent: int | None) -> bool:
    """Whether the team's store does not have the entry yet."""
    return sent is not None and row.entry.seq > sent


def entry(row: TimelineRow) -> dict[str, Any]:
    """One row; `text` and `occurred_at` are the corrected ones, `data` is the fact as recorded."""
    stored = row.entry
    return {
        "id": stored.id,
        "seq": stored.seq,
        "kind": stored.fact.KIND,
        "occurred_at": stamp(row.occurred_at),
        "recorded_at": stamp(stored.recorded_at),
        "author": stored.author,
        "source": stored.source,
        "external_ref": stored.external_ref,
        "text": row.text,
        "starred": row.starred,
        "late_seconds": int(row.late_by.total_seconds()),
        "retracted": row.overlay.retracted,
        "amended": row.overlay.amended,
        "data": msgspec.to_builtins(stored.fact),
    }


def update(item: Update) -> dict[str, Any]:
    """One update that was sent; `flavour` is in whose words, null for plain ones."""
    return {
        "audience": str(item.audience),
        "flavour": item.flavour or None,
        "text": item.text,
        "drafted_by": item.drafter or None,
        "approved_by": item.approver or None,
        "channel": item.channel or None,
        "posted_at": stamp(item.at),
    }


def handover(change: HandOver | None) -> dict[str, Any] | None:
    """The last time command changed hands; `taken_at` is null until it was acknowledged."""
    if change is None:
        return None
    return {
        "person": change.person,
        "previous": change.previous,
        "at": stamp(change.at),
        "taken_at": stamp(change.taken_at),
    }


def listed(row: IncidentRow, now: datetime) -> dict[str, Any]:
    """One incident of `list --json` and `status --json`; durations in seconds."""
    return {
        "number": row.number,
        "title": row.title,
        "severity": row.severity.name,
        "status": str(row.status),
        "service": row.service,
        "ic": row.commander or None,
        "declared_at": stamp(row.declared_at),
        "milestones": {str(m): stamp(getattr(row, f"{m}_at")) for m in Milestone},
        "duration": int(lasted(row, now).total_seconds()),
        "published_at": stamp(row.published_at),
        "actions": row.actions,
        "open_actions": row.open_actions,
        "entries": row.entries,
        "updated_at": stamp(row.updated_at),
        "members": list(row.members),
    }


def tracked(row: ActionRow, today: date) -> dict[str, Any]:
    """One action item of `actions --json`, with the incident it came from."""
    return {
        "incident": row.incident_number,
        "incident_title": row.incident_title,
        "severity": row.severity.name,
        **action(row.item),
        "overdue": row.item.overdue(today),
        "created_at": stamp(row.item.created_at),
        "closed_at": stamp(row.item.closed_at),
    }


def task(item: Task) -> dict[str, Any]:
    """One task of the call."""
    return {
        "label": item.label,
        "text": item.text,
        "owner": item.owner,
        "minutes": item.minutes,
        "due": stamp(item.due),
        "acknowledged": stamp(item.acknowledged_at),
        "status": str(item.outcome or "open"),
        "reason": item.reason or None,
    }


def recurrence(said: Recurrence) -> dict[str, Any]:
    """What a person said of this incident and an earlier one."""
    return {
        "earlier": said.number,
        "confirmed": said.confirmed,
        "text": said.text or None,
        "at": stamp(said.at),
    }


def decision(item: Decision) -> dict[str, Any]:
    """One decision, proposed or made at once."""
    return {
        "label": item.label,
        "text": item.text,
        "executor": item.executor or None,
        "at": stamp(item.at),
        "proposer": item.proposer or None,
        "risk": item.risk or None,
        "backout": item.backout or None,
        "objections": [
            {"person": o.person, "reason": o.reason, "at": stamp(o.at)} for o in item.objections
        ],
        "carried": stamp(item.carried_at),
        "due": stamp(item.due),
        "status": str(item.outcome or ("executing" if item.made else "proposed")),
        "result": item.result or None,
        "closed": stamp(item.closed_at),
    }


def action(item: ActionItem) -> dict[str, Any]:
    """One action item."""
    return {
        "label": item.label,
        "text": item.text,
        "owner": item.owner or None,
        "due": item.due.isoformat() if item.due else None,
        "priority": item.priority,
        "kind": item.kind,
        "factor": item.factor or None,
        "success": item.success or None,
        "status": str(item.status),
        "reason": item.reason or None,
    }


def stamp(when: datetime | None) -> str | None:
    """`2026-01-15T14:02:11Z`, with microseconds only when there are any."""
    return when.isoformat().replace("+00:00", "Z") if when else None


def differences(expect: Mapping[str, str], document: Mapping[str, Any]) -> list[str]:
    """Where the document is not what was expected; keys may be dotted, a list is its length."""
    found = []
    for key, wanted in expect.items():
        value: Any = document
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        value = len(value) if isinstance(value, list) else value
        if str(value) != wanted:
            found.append(f"{key} is {value}, not {wanted}")
    return found
