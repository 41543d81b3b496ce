"""The views say nothing that the entries do not: each can be dropped and made anew from them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.adherence import Adherence, adherence
from incident_tui.domain.entries import TimelineEntry, micros
from incident_tui.domain.facts import Declared
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Milestone
from incident_tui.domain.overlays import standing
from incident_tui.domain.payloads import fact_of
from incident_tui.domain.state import IncidentState, Recurrence
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
KEPT: Final = (
    *("title", "service", "severity", "status", "commander", "owner"),
    *("declared_at", "started_at", "detected_at", "acknowledged_at", "mitigated_at"),
    *("resolved_at", "published_at", "actions", "open_actions", "first_at", "last_at"),
    *("done_actions", "declined_actions", "dated_actions", "timely_actions"),
    *("updates", "clocks", "kept_clocks", "members"),
)
NEXT_NUMBER: Final = "(SELECT 1 + coalesce(max(number), 0) FROM incident)"
INCIDENT: Final = f"""
INSERT INTO incident (id, number, entries, tip, updated_at, {", ".join(KEPT)})
VALUES (:id, {NEXT_NUMBER}, 0, x'', 0,
    {", ".join(f":{name}" for name in KEPT)})
ON CONFLICT (id) DO UPDATE SET {", ".join(f"{name} = :{name}" for name in KEPT)}
"""
_FORGET_ACTIONS: Final = "DELETE FROM action_item WHERE incident_id = :id"
_ACTION: Final = """
INSERT INTO action_item VALUES (
    :id, :incident_id, :number, :text, :owner, :priority, :kind, :due, :status, :reason,
    :created_at, :closed_at, :factor, :success)
"""
_FORGET_RECURRENCES: Final = "DELETE FROM recurrence WHERE incident_id = :id"
_RECURRENCE: Final = """
INSERT INTO recurrence VALUES (:incident_id, :earlier_id, :confirmed, :text, :judged_at)
"""
TIP: Final = """
UPDATE incident SET (entries, tip, updated_at) =
    (SELECT seq, hash, recorded_at FROM entry WHERE incident_id = :id ORDER BY seq DESC LIMIT 1)
WHERE id = :id
"""
_CHUNK: Final = 5000
_LIVE: Final = timedelta(hours=1)
"""An incident declared so long after it began was not logged as it burned."""


class View(NamedTuple):
    """The rows of one incident in the tables that are made from its entries."""

    incident: Values
    actions: list[Values]
    recurrences: list[Values]


def view(rows: list[Row]) -> View:
    """One incident as its views hold it; `rows` bear its state, in order."""
    id_, entries = rows[0][1], list(map(entry, rows))
    state = fold(entries)
    return View(
        summary(id_, entries, state),
        [_action(id_, item) for item in state.actions],
        [_recurrence(id_, each) for _, each in sorted(state.recurrences.items())],
    )


def summary(incident_id: str, entries: Sequence[TimelineEntry], state: IncidentState) -> Values:
    """One incident in that state as its view holds it."""
    reached = {f"{name}_at": _micros(state.milestones.get(name)) for name in Milestone}
    published = state.published
    times = [micros(each.occurred_at) for each in standing(entries, state.overlays)]
    return {
        "id": incident_id,
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
        "first_at": min(times, default=None),
        "last_at": max(times, default=None),
        "members": "\n".join(state.members),
        **_measures(entries, state),
    }


def _measures(entries: Sequence[TimelineEntry], state: IncidentState) -> Values:
    """What is counted of an incident; a log that was written afterwards kept no clock."""
    dated = [a for a in state.actions if a.status is ActionStatus.DONE and a.due is not None]
    live = all(e.late_by <= _LIVE for e in entries if isinstance(e.fact, Declared))
    clocks = adherence(state) if live else Adherence()
    return {
        "done_actions": sum(a.status is ActionStatus.DONE for a in state.actions),
        "declined_actions": sum(a.status is ActionStatus.DECLINED for a in state.actions),
        "dated_actions": len(dated),
        "timely_actions": sum(a.timely for a in dated),
        "updates": len(state.updates),
        "clocks": clocks.due,
        "kept_clocks": clocks.kept,
    }


def project(rows: list[Row]) -> list[Statement]:
    """What brings the views of one incident up to date."""
    incident, actions, recurrences = view(rows)
    statements: list[Statement] = [(INCIDENT, incident)]
    statements += [(_FORGET_ACTIONS, incident), (_FORGET_RECURRENCES, incident)]
    statements += [(_ACTION, actions)] if actions else []
    return [*statements, (_RECURRENCE, recurrences)] if recurrences else statements


def refresh(incident_id: str) -> Script[None]:
    """Bring the views of one incident up to date."""
    rows = yield STATE_ROWS, {"incident_id": incident_id}
    for statement in project(rows):  # noqa: UP028 - a list cannot be sent the rows of a statement
        yield statement


def catch_up() -> Script[None]:
    """Fill in what an older version of the store did not keep in its views."""
    known = yield "SELECT id FROM incident ORDER BY number", {}
    for (incident_id,) in known:
        yield from refresh(incident_id)


def rebuild() -> Script[int]:
    """Make every view anew from the entries; gives the number of incidents."""
    for table in ("search", "recurrence", "action_item", "incident"):
        yield f"DELETE FROM {table}", {}
    declared = yield "SELECT id FROM entry WHERE seq = 1 ORDER BY pos", {}
    for (incident_id,) in declared:
        yield from refresh(incident_id)
        yield TIP, {"id": incident_id}
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
        "factor": item.factor,
        "success": item.success,
    }


def _recurrence(incident_id: str, judged: Recurrence) -> Values:
    return {
        "incident_id": incident_id,
        "earlier_id": judged.earlier,
        "confirmed": int(judged.confirmed),
        "text": judged.text,
        "judged_at": micros(judged.at),
    }


def _micros(when: datetime | None) -> int | None:
    return None if when is None else micros(when)
