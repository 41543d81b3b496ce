"""A decision is proposed, may be objected to, is carried and executed; then one sees what it did.

Nobody votes: the window for strong objections passes, and whoever leads carries it or does not.
"""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from incident_tui.domain.practice import Practice


class DecisionOutcome(StrEnum):
    """How it ended."""

    VERIFIED = "verified"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class Stage(StrEnum):
    """Where a decision stands; what ended it has the same word as its outcome."""

    OPEN = "objections?"
    UNOPPOSED = "unopposed"
    OBJECTED = "objected"
    EXECUTING = "executing"
    VERIFIED = "verified"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class Objection(msgspec.Struct, frozen=True):
    """Who objected to a proposal, when and why."""

    person: str
    reason: str
    at: datetime


class Decision(msgspec.Struct, frozen=True):
    """`id` is the entry it began with and `seq` its number; `number` counts from 1, never moves.

    `at` is when it was proposed, or made; `carried_at` starts the clock of so many `minutes`.
    """

    id: str
    number: int
    seq: int
    text: str
    executor: str
    at: datetime
    proposer: str = ""
    risk: str = ""
    backout: str = ""
    objections: tuple[Objection, ...] = ()
    carried_at: datetime | None = None
    minutes: int | None = None
    against: str = ""
    outcome: DecisionOutcome | None = None
    result: str = ""
    closed_at: datetime | None = None

    @property
    def label(self) -> str:
        """How people refer to it: `D2`."""
        return f"D{self.number}"

    @property
    def made(self) -> bool:
        """It was carried: what was only proposed, or withdrawn in time, decided nothing."""
        return self.carried_at is not None

    @property
    def open(self) -> bool:
        """Proposed, and neither carried nor withdrawn."""
        return self.outcome is None and not self.made

    @property
    def executing(self) -> bool:
        """Carried, and nobody has said yet what came of it."""
        return self.outcome is None and self.made

    @property
    def due(self) -> datetime | None:
        """When its executor said to be done."""
        if self.carried_at is None or self.minutes is None:
            return None
        return self.carried_at + timedelta(minutes=self.minutes)

    def late(self, now: datetime) -> bool:
        """Being executed, and its time is up."""
        return self.executing and self.due is not None and self.due <= now

    def closes(self, practice: Practice) -> datetime:
        """When the window for objections ends."""
        return self.at + timedelta(seconds=practice.objections)

    def stage(self, now: datetime, practice: Practice) -> Stage:
        """Where it stands at that moment."""
        if self.outcome is not None:
            return Stage(self.outcome)
        if self.made:
            return Stage.EXECUTING
        if self.objections:
            return Stage.OBJECTED
        return Stage.OPEN if now < self.closes(practice) else Stage.UNOPPOSED
