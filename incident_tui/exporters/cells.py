"""An action item or a row of the log says the same in every format: plain text, not yet escaped."""

from typing import Final

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.decisions import Decision
from incident_tui.domain.tasks import Task
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import TimelineRow
from incident_tui.domain.wording import wording
from incident_tui.exporters.document import Actions, Decisions, Tries
from incident_tui.postmortem.impact import human

EMPTY_CELL: Final = "—"
_CLOCK: Final = "%H:%M"
ACTION_HEADS: Final = ("Action", "Owner", "Priority", "Due date", "Status")
TASK_HEADS: Final = ("Task", "Owner", "Outcome", "Why")
DECISION_HEADS: Final = (
    *("Decision", "Proposed", "Risk and back-out", "Objections", "Executor", "Outcome"),
)


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


def decision_cells(decision: Decision, clock: str) -> tuple[str, ...]:
    """The cells of a decision, in the order of `DECISION_HEADS`; `clock` is how times are told."""
    by = f" by {one_line(decision.proposer)}" if decision.proposer else ""
    weighed = (
        one_line(decision.risk),
        f"back-out: {one_line(decision.backout)}" if decision.backout else "",
    )
    raised = "; ".join(f"{o.person}: {one_line(o.reason)}" for o in decision.objections)
    return (
        f"{decision.label} {decision.text}",
        f"{decision.at:{clock}}{by}",
        "; ".join(part for part in weighed if part) or EMPTY_CELL,
        raised or EMPTY_CELL,
        one_line(decision.executor) or EMPTY_CELL,
        decision_outcome(decision, clock),
    )


def decision_outcome(decision: Decision, clock: str) -> str:
    """`Verified at 14:20: …`, `Carried at 14:10`, or that it was only proposed."""
    if decision.closed_at is not None:
        ended = f"{str(decision.outcome).capitalize()} at {decision.closed_at:{clock}}"
        return f"{ended}: {one_line(decision.result)}" if decision.result else ended
    if decision.carried_at is not None:
        against = f" in spite of it: {one_line(decision.against)}" if decision.against else ""
        return f"Carried at {decision.carried_at:{clock}}{against}"
    return "Objected to, not carried" if decision.objections else "Proposed, not carried"


def tabled(block: Actions | Tries | Decisions) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The heads and the rows of a block that is a table."""
    match block:
        case Actions(items):
            return ACTION_HEADS, [action_cells(item) for item in items]
        case Tries(items):
            return TASK_HEADS, [task_cells(item) for item in items]
        case Decisions(items):
            days = {
                moment.date() for item in items for moment in (item.at, item.closed_at or item.at)
            }
            clock = _CLOCK if len(days) == 1 else f"%Y-%m-%d {_CLOCK}"
            return DECISION_HEADS, [decision_cells(item, clock) for item in items]


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
