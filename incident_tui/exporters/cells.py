"""An action item or a row of the log says the same in every format: plain text, not yet escaped."""

from typing import Final

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.tasks import Task
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import TimelineRow
from incident_tui.domain.wording import wording
from incident_tui.exporters.document import Actions, Tries
from incident_tui.postmortem.impact import human

EMPTY_CELL: Final = "—"
ACTION_HEADS: Final = ("Action", "Owner", "Priority", "Due date", "Status")
TASK_HEADS: Final = ("Task", "Owner", "Outcome", "Why")


def action_cells(item: ActionItem) -> tuple[str, ...]:
    """The cells of an item, in the order of `ACTION_HEADS`."""
    return (
        action_text(item),
        one_line(item.owner) or EMPTY_CELL,
        item.priority.capitalize() if item.priority else EMPTY_CELL,
        str(item.due) if item.due else EMPTY_CELL,
        action_status(item),
    )


def action_text(item: ActionItem) -> str:
    """Mitigative or preventative stands behind the text, as in the factors."""
    return f"{item.text} ({item.kind})" if item.kind else item.text


def action_proof(item: ActionItem) -> str:
    """The factor it answers and how we will know that it worked, as far as they are written."""
    factor, success = one_line(item.factor).rstrip("."), one_line(item.success).rstrip(".")
    told = [f"answers “{factor}”"] if factor else []
    told += [f"worked when {success}"] if success else []
    return f"{item.label} {'; '.join(told)}." if told else ""


def action_status(item: ActionItem) -> str:
    """`Open`, `Done`, or `Declined` with the reason."""
    if item.status is ActionStatus.DECLINED and item.reason:
        return f"Declined: {item.reason}"
    return item.status.capitalize()


def task_cells(task: Task) -> tuple[str, ...]:
    """The cells of a closed task, in the order of `TASK_HEADS`."""
    outcome = str(task.outcome or "open").capitalize()
    return (task.text, one_line(task.owner), outcome, one_line(task.reason) or EMPTY_CELL)


def tabled(block: Actions | Tries) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The heads and the rows of a block that is a table."""
    match block:
        case Actions(items):
            return ACTION_HEADS, [action_cells(item) for item in items]
        case Tries(items):
            return TASK_HEADS, [task_cells(item) for item in items]


def log_line(row: TimelineRow) -> str:
    """One row of the full log in one line; ★ marks what the post-mortem publishes."""
    star = "★" if row.starred else " "
    proofs = "".join(f" ({proof.text} {proof.url})" for proof in row.evidence)
    text = one_line(f"{row.word}: {row.text}{proofs} — {provenance(row)}")
    return f"{row.occurred_at:%Y-%m-%d %H:%M:%S} {star} {text}"


def provenance(row: TimelineRow) -> str:
    """Who wrote it, and all that sets it apart from a line logged live and left alone."""
    overlay, late = row.overlay, row.late_by
    if not (late or overlay.amended or overlay.retracted):
        return row.entry.author
    notes = [row.entry.author]
    if late:
        notes.append(f"recorded {human(late)} late")
    if overlay.occurred_at is not None:
        notes.append(f"time corrected, was {row.entry.occurred_at:%Y-%m-%d %H:%M:%S}")
    if overlay.text is not None and not overlay.redacted:
        notes.append(f"wording corrected, was: {wording(row.entry.fact)}")
    if overlay.retracted:
        notes.append(f"taken back: {overlay.reason}" if overlay.reason else "taken back")
    return ", ".join(notes)
