"""What is to be done after the incident: action items, owned and dated."""

from datetime import date

from incident_tui.commands.args import Person, Text, Word
from incident_tui.commands.call import closed
from incident_tui.commands.outcome import Situation
from incident_tui.commands.registry import Registry
from incident_tui.domain.action_facts import SuggestionDismissed
from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.call_facts import TaskClosed
from incident_tui.domain.errors import CommandError
from incident_tui.domain.facts import (
    ActionItemAdded,
    ActionItemChanged,
    ActionItemDeclined,
    ActionItemDone,
)
from incident_tui.domain.incident import ActionKind, Priority, TaskOutcome
from incident_tui.domain.tasks import Task

registry = Registry("Follow up")


@registry.command("action", "a", "todo")
def action(
    _: Situation,
    text: Text,
    owner: Person | None = None,
    *,
    due: date | None = None,
    priority: Priority | None = None,
    kind: ActionKind | None = None,
    factor: Text | None = None,
    check: Text | None = None,
    origin: Word | None = None,
) -> ActionItemAdded:
    """Add a follow-up; its kind is preventative or mitigative.

    `factor:` is the contributing factor it answers, `check:` how we will know that it worked,
    `origin:` the suggestion of the post-mortem that it takes up.

    /action Alert when checkout p99 is over 2 s for 5 min @ana due:2w priority:high
    /action Split schema and code deploys @li due:"in 3 weeks" kind:preventative
    /action Page on a full disk @li due:fri check:"a test disk at 90 % pages within 5 min"
    """
    more = (factor or "", check or "", origin or "")
    return ActionItemAdded(text, owner or "", due, priority, kind, *more)


@registry.command("change")
def change(  # noqa: PLR0913  one argument a field
    now: Situation,
    action: ActionItem,
    text: Text | None = None,
    owner: Person | None = None,
    *,
    due: date | None = None,
    priority: Priority | None = None,
    kind: ActionKind | None = None,
    factor: Text | None = None,
    check: Text | None = None,
    because: Text | None = None,
) -> ActionItemChanged:
    """Change an action item: its wording, owner, date, priority, kind, factor or check.

    /change A1 @li due:fri
    /change A1 check:"no page for thirty days"
    """
    given = (text, owner, due, priority, kind)
    if all(value is None for value in (*given, factor, check)):
        raise CommandError(f"say what changes: /change {action.label} @who due:fri priority:high")
    _known_then(now, action)
    return ActionItemChanged(action.id, *given, because or "", factor, check)


@registry.command("done")
def done(now: Situation, item: ActionItem | Task) -> ActionItemDone | TaskClosed:
    """Say that an action item or a task was carried out.

    /done A1
    /done T1
    """
    if isinstance(item, Task):
        return closed(now, item, TaskOutcome.DONE)
    if item.status is ActionStatus.DONE:
        raise CommandError(f"{item.label} is done already")
    _known_then(now, item)
    return ActionItemDone(item.id)


@registry.command("decline")
def decline(now: Situation, action: ActionItem, because: Text) -> ActionItemDeclined:
    """Say that an action item will not be carried out, and why.

    /decline A1 the service is retired in March
    """
    _known_then(now, action)
    return ActionItemDeclined(action.id, because)


@registry.command("dismiss")
def dismiss(now: Situation, suggestion: Word, because: Text | None = None) -> SuggestionDismissed:
    """Say that a follow-up which the post-mortem suggests is not wanted; it stays dismissed.

    /dismiss customer-11 the alert was added on the day
    """
    if suggestion in now.state.dismissed:
        raise CommandError(f"{suggestion} is dismissed already")
    return SuggestionDismissed(suggestion, because or "")


def _known_then(now: Situation, action: ActionItem) -> None:
    """Refuse what would happen to an action item before it existed."""
    if now.at < action.created_at:
        raise CommandError(
            f"{action.label} was only added at {action.created_at:%H:%M:%S}; give a later time"
        )
