"""What the Incident Commander juggles on the call: tasks with clocks, and updates that are due."""

from datetime import timedelta

from incident_tui.commands.args import Minutes, Person, Text
from incident_tui.commands.outcome import Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.call_facts import (
    CadenceSlowed,
    ClockSnoozed,
    TaskAcknowledged,
    TaskAssigned,
    TaskClosed,
    TaskHandedOn,
)
from incident_tui.domain.clocks import UpdateClock, clocks, long_running
from incident_tui.domain.errors import CommandError
from incident_tui.domain.incident import Audience, Status, TaskOutcome
from incident_tui.domain.tasks import Task

registry = Registry("On the call")


@registry.command("task", "t")
def task(_: Situation, owner: Person, text: Text, minutes: Minutes | None = None) -> TaskAssigned:
    """Ask one person for one thing, to be back after so many minutes.

    /task @ana check the replica lag 5m
    /task @li call the payment provider
    """
    return TaskAssigned(text, owner, minutes)


@registry.command("ack")
def ack(now: Situation, task: Task) -> TaskAcknowledged:
    """Say that the owner of a task has understood.

    /ack T1
    """
    _still_open(now, task)
    if task.acknowledged_at is not None:
        raise CommandError(f"{task.label} was acknowledged at {task.acknowledged_at:%H:%M:%S}")
    return TaskAcknowledged(task.id)


@registry.command("helped")
def helped(now: Situation, task: Task, because: Text | None = None) -> TaskClosed:
    """Close a task that helped.

    /helped T1 the lag is gone since the restart
    """
    return closed(now, task, TaskOutcome.HELPED, because or "")


@registry.command("nohelp")
def nohelp(now: Situation, task: Task, because: Text) -> TaskClosed:
    """Close a task that did not help, and say why.

    /nohelp T1 the replica was never behind
    """
    return closed(now, task, TaskOutcome.NO_HELP, because)


@registry.command("handon")
def handon(now: Situation, task: Task, owner: Person) -> TaskHandedOn:
    """Hand a task on to somebody else; its clock starts again.

    /handon T1 @li
    """
    _still_open(now, task)
    if task.owner == owner:
        raise CommandError(f"{task.label} is with @{owner} already")
    return TaskHandedOn(task.id, owner, task.owner)


@registry.command("snooze")
def snooze(now: Situation, audience: Audience, minutes: Minutes, because: Text) -> ClockSnoozed:
    """Put the next update off, once, for a reason.

    /snooze public 10m waiting for the provider to confirm
    """
    clock = _running(now, audience)
    if clock.snoozed:
        raise CommandError(f"the {audience} update was put off once already; send it: /update")
    if clock.due >= now.at + timedelta(minutes=minutes):
        raise CommandError(
            f"it is due only at {clock.due:%H:%M}; put it off for longer, or not yet"
        )
    return ClockSnoozed(audience, minutes, because)


@registry.command("slow")
def slow(now: Situation, because: Text | None = None) -> CadenceSlowed:
    """Confirm that public updates of a long incident come less often from here.

    /slow nothing changes until the vendor is back in the morning
    """
    if now.state.slowed_at is not None:
        raise CommandError("public updates come less often already")
    _running(now, Audience.PUBLIC)
    if not long_running(now.state, now.at, now.practice):
        raise CommandError("that is for after two hours; until then /snooze puts one update off")
    if not now.state.commander:
        raise CommandError("the Incident Commander confirms that, and nobody is: /ic @who first")
    return CadenceSlowed(because or "", now.state.commander)


def closed(now: Situation, task: Task, outcome: TaskOutcome, reason: str = "") -> TaskClosed:
    """The end of a task that is still open."""
    _still_open(now, task)
    return TaskClosed(task.id, outcome, reason)


def _running(now: Situation, audience: Audience) -> UpdateClock:
    found = next((c for c in clocks(now.state, now.practice) if c.audience is audience), None)
    if found is None:
        ended = now.state.status is Status.RESOLVED
        why = "once it is resolved" if ended else f"at {now.state.severity.name}"
        raise CommandError(f"no {audience} clock runs {why}; /update logs an update at any time")
    return found


def _still_open(now: Situation, task: Task) -> None:
    if not task.open:
        raise CommandError(f"{task.label} is closed: {task.outcome}")
    if now.at < task.since:
        raise CommandError(f"{task.label} began at {task.since:%H:%M:%S}; give a later time")
