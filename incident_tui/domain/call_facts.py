"""The facts of the call itself: tasks with a clock, updates that were sent, clocks put off."""

from typing import ClassVar, Final

from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Audience, TaskOutcome


class TaskAssigned(Fact, frozen=True):
    """One person took something on, to be back after so many minutes (None: no clock)."""

    KIND: ClassVar[str] = "task"
    text: str
    owner: str
    minutes: int | None = None


class TaskAcknowledged(Fact, frozen=True):
    """The owner said "understood"."""

    KIND: ClassVar[str] = "task-acknowledged"
    task: str


class TaskHandedOn(Fact, frozen=True):
    """Somebody else has it now; its clock starts again."""

    KIND: ClassVar[str] = "task-handed-on"
    task: str
    owner: str
    previous: str


class TaskClosed(Fact, frozen=True):
    """It came to an end: done, and whether it helped."""

    KIND: ClassVar[str] = "task-closed"
    task: str
    outcome: TaskOutcome
    reason: str = ""


class UpdateLogged(Fact, frozen=True):
    """People outside the call were told; only this restarts the clock of that audience.

    It was posted when the entry occurred; `flavour` says in whose words, `channel` where.
    """

    KIND: ClassVar[str] = "update"
    audience: Audience
    text: str
    approver: str = ""
    flavour: str = ""
    drafter: str = ""
    channel: str = ""


class ClockSnoozed(Fact, frozen=True):
    """The next update to that audience may wait so many minutes, once, for a reason."""

    KIND: ClassVar[str] = "clock-snoozed"
    audience: Audience
    minutes: int
    reason: str


class CadenceSlowed(Fact, frozen=True):
    """The Incident Commander confirmed that a long incident needs public updates less often."""

    KIND: ClassVar[str] = "cadence-slowed"
    reason: str = ""
    commander: str = ""


class ChecklistTicked(Fact, frozen=True):
    """What the checklist asks was done; `number` is its place in the list of that moment."""

    KIND: ClassVar[str] = "checklist"
    item: str
    number: int


CALL_FACTS: Final = (
    *(TaskAssigned, TaskAcknowledged, TaskHandedOn, TaskClosed),
    *(UpdateLogged, ClockSnoozed, CadenceSlowed),
    ChecklistTicked,
)
