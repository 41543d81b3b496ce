"""A task is a promise made on the call: one owner, so many minutes, acknowledged, then closed."""

from datetime import datetime, timedelta

import msgspec

from incident_tui.domain.incident import TaskOutcome


class Task(msgspec.Struct, frozen=True):
    """`id` is the entry that assigned it; `number` counts from 1 and never moves."""

    id: str
    number: int
    text: str
    owner: str
    since: datetime
    minutes: int | None = None
    acknowledged_at: datetime | None = None
    outcome: TaskOutcome | None = None
    reason: str = ""
    closed_at: datetime | None = None

    @property
    def label(self) -> str:
        """How people refer to it: `T1`."""
        return f"T{self.number}"

    @property
    def open(self) -> bool:
        """Nobody has said yet what came of it."""
        return self.outcome is None

    @property
    def due(self) -> datetime | None:
        """When its owner said to be back."""
        return None if self.minutes is None else self.since + timedelta(minutes=self.minutes)

    def late(self, now: datetime) -> bool:
        """Open, and its time is up."""
        return self.open and self.due is not None and self.due <= now
