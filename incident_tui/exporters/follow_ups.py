"""An action item as other trackers take it, under a reference by which a second copy is noticed."""

import re
from collections.abc import Collection
from typing import Final

import msgspec

from incident_tui.domain.actions import ActionItem, ActionStatus, TrackedAction
from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line

EVERY: Final = frozenset(ActionStatus)
OPEN: Final = frozenset({ActionStatus.OPEN})
_ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class FollowUp(msgspec.Struct, frozen=True):
    """One action item with what it must say of its incident where nobody knows the incident."""

    item: ActionItem
    incident: str
    title: str
    severity: Severity

    @property
    def reference(self) -> str:
        """`INC-42-A1`: the same at every export."""
        return f"{self.incident}-{self.item.label}"

    @property
    def text(self) -> str:
        """What is to be done, on one line."""
        return one_line(self.item.text)

    @property
    def owner(self) -> str:
        """Who does it, without the `@`; empty where nobody does."""
        return one_line(self.item.owner).removeprefix("@")

    @property
    def address(self) -> str:
        """The owner's e-mail address, where that is how the owner is named."""
        return self.owner if _ADDRESS.fullmatch(self.owner) else ""

    @property
    def due(self) -> str:
        """`2026-02-01`, or nothing."""
        return self.item.due.isoformat() if self.item.due else ""

    @property
    def labels(self) -> list[str]:
        """`sev2`, `preventative`, `INC-42-A1`: words without a space."""
        kind = [str(self.item.kind)] if self.item.kind else []
        return [self.severity.name.lower(), *kind, self.reference]

    def description(self) -> list[str]:
        """Lines of plain text for a tracker that has no field for what they say."""
        known = {
            "Owner": self.owner,
            "Due": self.due,
            "Priority": str(self.item.priority or ""),
            "Kind": str(self.item.kind or ""),
            "Factor": one_line(self.item.factor),
            "Worked when": one_line(self.item.success),
        }
        said = [f"{label}: {value}" for label, value in known.items() if value]
        return [f"From {self.incident}: {self.title}", *said, f"Reference: {self.reference}"]


def follow_ups(
    record: IncidentRecord, statuses: Collection[ActionStatus] = EVERY
) -> list[FollowUp]:
    """The action items in those states, in their order."""
    return [_follow_up(item, record) for item in record.state.actions if item.status in statuses]


def _follow_up(item: ActionItem, record: IncidentRecord) -> FollowUp:
    if isinstance(item, TrackedAction):
        return FollowUp(item, item.incident, one_line(item.incident_title), item.severity)
    title = one_line(record.state.title)
    return FollowUp(item, record.name, title, record.state.severity)
