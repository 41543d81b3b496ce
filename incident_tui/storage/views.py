"""The views say nothing that the entries do not: each can be dropped and made anew from them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.entries import micros
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Milestone
from incident_tui.domain.payloads import fact_of
from incident_tui.domain.wording import wording
from incident_tui.storage.codec import COLUMNS, entry
from incident_tui.storage.schema import STATELESS

if TYPE_CHECKING:
    from incident_tui.storage.script import Row, Script, Statement

Values = dict[str, object]

STATE_ROWS: Final = f"""
SELECT {COLUMNS} FROM entry WHERE incident_id = :incident_id AND kind NOT IN {STATELESS}
ORDER BY seq
"""

# A number is given once and stays; entries, tip and updated_at belong to the append.
_INCIDENT: Final = """
INSERT INTO incident VALUES (
    :id, (SELECT 1 + coalesce(max(number), 0) FROM incident), :title, :service, :severity,
    :status, :commander, :owner, :declared_at, :started_at, :detected_at, :acknowledged_at,
    :mitigated_at, :resolved_at, :published_at, :actions, :open_actions, 0, x'', 0)
ON CONFLICT (id) DO UPDATE SET
    title = :title, service = :service, severity = :severity, status = :status,
    commander = :commander, owner = :owner, declared_at = :declared_at,
    started_at = :started_at, detected_at = :detected_at, acknowledged_at = :acknowledged_at,
    mitigated_at = :mitigated_at, resolved_at = :resolved_at, published_at = :published_at,
    actions = :actions, open_actions = :open_actions
"""
_FORGET_ACTIONS: Final = "DELETE FROM action_item WHERE incident_id = :id"
_ACTION: Final = """
INSERT INTO action_item VALUES (
    :id, :incident_id, :number, :text, :owner, :priority, :kind, :due, :status, :reason,
    :created_at, :closed_at)
"""
_TIP: Final = """
UPDATE incident SET (entries, tip, updated_at) =
    (SELECT seq, hash, recorded_at FROM entry WHERE incident_id = :id ORDER BY seq DESC LIMIT 1)
WHERE id = :id
"""
_CHUNK: Final = 5000


def view(rows: list[Row]) -> tuple[Values, list[Values]]:
    """One incident as its view holds it, and its action items; `rows` bear its state, in order."""
    state = fold(map(entry, rows))
    reached = {f"{name}_at": _micros(state.milestones.get(name)) for name in Milestone}
    published = state.published
    values: Values = {
        "id": rows[0][1],
        "title": state.title,
        "service": state.service,
        "severity": int(state.severity),
        "status": str(state.status),
        "commander": state.commander,
        "owner": published.owner if published else "",
        "declared_at": _micros(state.declared_at),
        **reached,
        "published_at": _micros(published.at) if published else None,
        "actions": len(state.actions),
        "open_actions": len(state.open_actions),
    }
    return values, [_action(rows[0][1], item) for item in state.actions]


def project(rows: list[Row]) -> list[Statement]:
    """What brings the views of one incident up to date."""
    values, actions = view(rows)
    statements: list[Statement] = [(_INCIDENT, values), (_FORGET_ACTIONS, values)]
    return [*statements, (_ACTION, actions)] if actions else statements


def refresh(incident_id: str) -> Script[None]:
    """Bring the views of one incident up to date."""
    rows = yield STATE_ROWS, {"incident_id": incident_id}
    for statement in project(rows):  # noqa: UP028 - a list cannot be sent the rows of a statement
        yield statement


def rebuild() -> Script[int]:
    """Make every view anew from the entries; gives the number of incidents."""
    for table in ("search", "action_item", "incident"):
        yield f"DELETE FROM {table}", {}
    declared = yield "SELECT id FROM entry WHERE seq = 1 ORDER BY pos", {}
    for (incident_id,) in declared:
        yield from refresh(incident_id)
        yield _TIP, {"id": incident_id}
    yield from _reindex()
    return len(declared)


def _reindex() -> Script[None]:
    last = 0
    while True:
        rows = yield (
            "SELECT pos, kind, version, payload FROM entry WHERE pos > :last ORDER BY pos "
            "LIMIT :chunk",
            {"last": last, "chunk": _CHUNK},
        )
        if not rows:
            return
        texts = [{"pos": pos, "text": wording(fact_of(*stored))} for pos, *stored in rows]
        indexed: list[dict[str, object]] = [text for text in texts if text["text"]]
        if indexed:
            yield "INSERT INTO search (rowid, text) VALUES (:pos, :text)", indexed
        last = rows[-1][0]


def _action(incident_id: str, item: ActionItem) -> Values:
    return {
        "id": item.id,
        "incident_id": incident_id,
        "number": item.number,
        "text": item.text,
        "owner": item.owner,
        "priority": item.priority and str(item.priority),
        "kind": item.kind and str(item.kind),
        "due": item.due and item.due.isoformat(),
        "status": str(item.status),
        "reason": item.reason,
        "created_at": micros(item.created_at),
        "closed_at": _micros(item.closed_at),
    }


def _micros(when: datetime | None) -> int | None:
    return None if when is None else micros(when)
