"""A deed is done to many action items at once, each as a fact on its own incident."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final

import msgspec

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.entries import micros
from incident_tui.domain.errors import IncidentTuiError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import ActionItemChanged, ActionItemDeclined, ActionItemDone
from incident_tui.domain.incident import ActionKind, Priority
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.text import one_line, storable
from incident_tui.domain.wording import wording
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage.tracking import ActionRow

RECENT: Final = timedelta(days=7)
"""What changed within it counts as changed since last week."""

Deed = Callable[[ActionItem], Fact | str]
"""What to record of an item, or why there is nothing to record."""


class Carried(msgspec.Struct, frozen=True):
    """How many facts were recorded, and what was left as it was and why."""

    recorded: int
    refused: tuple[str, ...] = ()


class Recent(msgspec.Struct, frozen=True):
    """The last thing that was said of an action item: what, by whom, when."""

    text: str
    author: str
    at: datetime


def done() -> Deed:
    """It was carried out."""
    return lambda item: (
        "is done already" if item.status is ActionStatus.DONE else ActionItemDone(item.id)
    )


def declined(reason: str) -> Deed:
    """It will not be carried out, and why."""
    said = storable(reason.strip())
    return lambda item: (
        "is declined already, for that reason"
        if item.status is ActionStatus.DECLINED and item.reason == said
        else ActionItemDeclined(item.id, said)
    )


def changed(
    *,
    due: date | None = None,
    owner: str | None = None,
    priority: Priority | None = None,
    kind: ActionKind | None = None,
    reason: str = "",
) -> Deed:
    """Other values for some fields; one that has them all already is left alone."""
    given = {"due": due, "owner": owner, "priority": priority, "kind": kind}
    new = {name: value for name, value in given.items() if value is not None}

    def deed(item: ActionItem) -> Fact | str:
        if all(getattr(item, name) == value for name, value in new.items()):
            return "is so already"
        return ActionItemChanged(
            item.id, due=due, owner=owner, priority=priority, kind=kind, reason=storable(reason)
        )

    return deed


async def carry_out(
    store: Store, session: Session, rows: Sequence[ActionRow], deed: Deed, at: datetime
) -> Carried:
    """Record the deed for each of the items; what is refused does not stop the next."""
    logs: dict[str, IncidentLog] = {}
    recorded, refused = 0, []
    for row in rows:
        name = f"{incident_name(row.incident_number)} {row.item.label}"
        try:
            if row.incident_id not in logs:
                logs[row.incident_id] = open_log(store, session, incident_id=row.incident_id)
            log = logs[row.incident_id]
            fact = _of(log, row, deed)
            if isinstance(fact, str):
                refused.append(f"{name} {fact}")
                continue
            await store.record(log.recording(fact, max(at, row.item.created_at)))
            log.catch_up()
            recorded += 1
        except IncidentTuiError as error:
            refused.append(f"{name}: {error}")
    return Carried(recorded, tuple(refused))


def recent(store: Store, now: datetime, within: timedelta = RECENT) -> dict[str, Recent]:
    """The last thing said of each action item in that time, by the item's id."""
    found = {}
    for entry in store.read.action_changes(micros(now - within)):
        item = getattr(entry.fact, "action", entry.id)
        added = item == entry.id
        text = "added" if added else one_line(wording(entry.fact))
        found[item] = Recent(text, entry.author, entry.recorded_at)
    return found


def told(carried: Carried, what: str) -> str:
    """`3 done; INC-4 A1 is done already`."""
    parts = [f"{carried.recorded} {what}"] if carried.recorded or not carried.refused else []
    shown: Iterable[str] = carried.refused[:2]
    more = len(carried.refused) - 2
    return "; ".join([*parts, *shown, *([f"and {more} more"] if more > 0 else [])])


def _of(log: IncidentLog, row: ActionRow, deed: Deed) -> Fact | str:
    """By the item as it stands now, which another window may have changed."""
    now = next((item for item in log.state.actions if item.id == row.item.id), None)
    return "is no longer on its incident" if now is None else deed(now)
