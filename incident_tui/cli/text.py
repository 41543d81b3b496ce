"""How entries and action items read in one line: columns two spaces apart, the text last."""

from collections.abc import Sequence
from typing import NamedTuple

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.incident import Severity
from incident_tui.domain.tasks import Task
from incident_tui.domain.text import one_line
from incident_tui.domain.timeline import TimelineRow
from incident_tui.domain.when import length


class Painted(NamedTuple):
    """A piece of a line with a style, which shows on a terminal only."""

    text: str
    style: str


Piece = str | Painted


def entry_line(name: str, row: TimelineRow, *, dated: bool = False) -> str:
    """`INC-1  14:05:11  note  error rate is flat`."""
    when = f"{row.occurred_at:%Y-%m-%d %H:%M:%S}" if dated else f"{row.occurred_at:%H:%M:%S}"
    return f"{name}  {when}  {row.word}  {one_line(row.text)}"


def remarks(row: TimelineRow) -> str:
    """What the reader of an entry must know beside it: how late, corrected, taken back."""
    overlay = row.overlay
    said = (
        (row.starred, "★"),
        (bool(row.late_by), f"late {length(row.late_by)}"),
        (overlay.amended and not overlay.redacted, "corrected"),
        (overlay.retracted, "taken back" + (f": {overlay.reason}" if overlay.reason else "")),
    )
    return " · ".join(one_line(text) for holds, text in said if holds)


def action_pieces(item: ActionItem, *, overdue: bool) -> list[Piece]:
    """`A1  open  2026-01-29  @ana  high  Alert when …`."""
    due = item.due.isoformat() if item.due else "no date"
    state = "overdue" if overdue else str(item.status)
    kinds = "/".join(str(v) for v in (item.priority, item.kind) if v)
    closed = item.status is ActionStatus.DECLINED and item.reason
    text = f"{item.text} ({item.reason})" if closed else item.text
    return [
        f"{item.label:<4}",
        Painted(f"{state:<10}", "late") if overdue else f"{state:<10}",
        f"{due:<12}",
        f"{'@' + item.owner if item.owner else 'no owner':<10}  ",
        f"{kinds}  " if kinds else "",
        one_line(text),
    ]


def task_pieces(task: Task, *, late: bool) -> list[Piece]:
    """`T1  open  back 14:12:00  @ana  check the lag`."""
    state = "late" if late else "open"
    back = f"back {task.due:%H:%M:%S}" if task.due else "no clock"
    waits = " (not acknowledged)" if task.acknowledged_at is None else ""
    return [
        f"{task.label:<4}",
        Painted(f"{state:<10}", "late") if late else f"{state:<10}",
        f"{back:<15}",
        f"{'@' + task.owner:<10}  ",
        one_line(task.text) + waits,
    ]


def severity(level: Severity) -> Painted:
    """`SEV1`, in its colour."""
    return Painted(level.name, level.name)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows with their cells aligned, two spaces apart, the last cell as long as it is."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]) - 1)] if rows else []
    return [
        "  ".join(
            [*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[-1]]
        ).rstrip()
        for row in rows
    ]
