"""An action item is a follow-up with one owner and a date; its state is read off the facts."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from incident_tui.domain.incident import ActionKind, Priority, Severity


class ActionStatus(StrEnum):
    """Declined means: will not be done, for a reason that is on the record."""

    OPEN = "open"
    DONE = "done"
    DECLINED = "declined"


class ActionItem(msgspec.Struct, frozen=True):
    """`id` is the entry that added it; `number` counts from 1 in the incident and never moves."""

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

    @property
    def label(self) -> str:
        """How people refer to it: `A1`."""
        return f"A{self.number}"

    def overdue(self, today: date) -> bool:
        """Open, with a due date that has passed."""
        return self.status is ActionStatus.OPEN and self.due is not None and self.due < today


class TrackedAction(ActionItem, frozen=True):
    """An action item that stands beside those of other incidents: it names its own."""

    incident: str = ""
    incident_title: str = ""
    severity: Severity = Severity.SEV3
