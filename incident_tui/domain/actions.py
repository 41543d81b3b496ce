"""An action item is a follow-up with one owner and a date; its state is read off the facts."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

import msgspec

from incident_tui.domain.incident import ActionKind, Priority, Severity

STALE_AFTER: Final = timedelta(days=30)
"""How long an action item of high priority may stay open before it is pointed out."""


class ActionStatus(StrEnum):
    """Declined means: will not be done, for a reason that is on the record."""

    OPEN = "open"
    DONE = "done"
    DECLINED = "declined"


class ActionItem(msgspec.Struct, frozen=True):
    """`id` is the entry that added it; `number` counts from 1 in the incident and never moves.

    `factor` is the condition it answers, `success` how we will know that it worked, `origin` the
    suggestion it was made from.
    """

    id: str
    number: int
    text: str
    created_at: datetime
    owner: str = ""
    due: date | None = None
    priority: Priority | None = None
    kind: ActionKind | None = None
    status: ActionStatus = ActionStatus.OPEN
    reason: str = ""
    closed_at: datetime | None = None
    factor: str = ""
    success: str = ""
    origin: str = ""

    @property
    def label(self) -> str:
        """How people refer to it: `A1`."""
        return f"A{self.number}"

    def overdue(self, today: date) -> bool:
        """Open, with a due date that has passed."""
        return self.status is ActionStatus.OPEN and self.due is not None and self.due < today

    @property
    def timely(self) -> bool:
        """Done, on or before its due date; days are UTC."""
        done = self.closed_at if self.status is ActionStatus.DONE else None
        return done is not None and self.due is not None and done.date() <= self.due

    def stale(self, now: datetime) -> bool:
        """Open and of high priority, 30 days after it was added."""
        urgent = self.status is ActionStatus.OPEN and self.priority is Priority.HIGH
        return urgent and now - self.created_at > STALE_AFTER


class TrackedAction(ActionItem, frozen=True):
    """An action item that stands beside those of other incidents: it names its own."""

    incident: str = ""
    incident_title: str = ""
    severity: Severity = Severity.SEV3
