"""What another tracker says of our action items becomes facts, after it was seen; twice is once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import ActionItemChanged, ActionItemDeclined, ActionItemDone
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.text import one_line
from incident_tui.importers.tickets import Became, Ticket
from incident_tui.services.incident_log import open_log
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage.tracking import ActionRow


class Change(msgspec.Struct, frozen=True):
    """What one issue would change; without a fact, why it changes nothing."""

    ticket: Ticket
    row: ActionRow | None
    fact: Fact | None
    text: str

    @property
    def name(self) -> str:
        """`INC-42 A1`, or nothing where no item was found."""
        if self.row is None:
            return ""
        return f"{incident_name(self.row.incident_number)} {self.row.item.label}"


def plan(rows: Sequence[ActionRow], tickets: Iterable[Ticket]) -> list[Change]:
    """What would be recorded: an item is known by our reference, else by its title alone."""
    by_reference = {(row.incident_number, row.item.number): row for row in rows}
    by_title: dict[str, list[ActionRow]] = {}
    for row in rows:
        by_title.setdefault(_title(row.item.text), []).append(row)
    found = []
    for ticket in tickets:
        known = [by_reference[each] for each in ticket.references if each in by_reference]
        named = known or by_title.get(_title(ticket.title), [])
        if len(named) == 1:
            found.append(_change(named[0], ticket))
        else:
            why = "several action items have its title" if named else "no action item is like it"
            found.append(Change(ticket, None, None, why))
    return found


def carry_out(store: Store, session: Session, planned: Iterable[Change]) -> int:
    """Record what was planned; gives the number of facts."""
    count = 0
    for change in planned:
        if change.row is None or change.fact is None:
            continue
        log = open_log(store, session, incident_id=change.row.incident_id)
        at = max(_at(change, session.now()), change.row.item.created_at)
        store.write(log.recording(change.fact, at))
        count += 1
    return count


def shown(planned: Iterable[Change]) -> list[dict[str, Any]]:
    """The keys of `actions --read FILE --json`."""
    return [
        {
            "line": each.ticket.line,
            "key": each.ticket.key or None,
            "title": each.ticket.title,
            "status": each.ticket.status,
            "incident": each.row.incident_number if each.row else None,
            "label": each.row.item.label if each.row else None,
            "records": each.fact.KIND if each.fact else None,
            "text": each.text,
        }
        for each in planned
    ]


def _change(row: ActionRow, ticket: Ticket) -> Change:
    item, open_ = row.item, row.item.status is ActionStatus.OPEN
    there = f"{ticket.status} in {ticket.key}" if ticket.key else ticket.status
    if ticket.became is Became.OPEN and not open_:
        return Change(ticket, row, None, f"{item.status} here, and still {there}; left as it is")
    if ticket.became is Became.DONE and item.status is not ActionStatus.DONE:
        return Change(ticket, row, ActionItemDone(item.id), "done")
    if ticket.became is Became.DECLINED and open_:
        return Change(ticket, row, ActionItemDeclined(item.id, there), f"declined: {there}")
    if ticket.became is Became.OPEN and ticket.due and ticket.due != item.due:
        fact = ActionItemChanged(
            item.id, due=ticket.due, reason=f"as in {ticket.key or 'the other tracker'}"
        )
        return Change(ticket, row, fact, f"due {ticket.due}")
    return Change(ticket, row, None, "is so already")


def _at(change: Change, now: datetime) -> datetime:
    """When it was closed there, as far as that is known and past."""
    closed = change.ticket.closed_at if not isinstance(change.fact, ActionItemChanged) else None
    return min(closed, now) if closed else now


def _title(text: str) -> str:
    return " ".join(one_line(text).casefold().split())
