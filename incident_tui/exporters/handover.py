"""What somebody who takes over must know, on one screen; it says how things stand and no more."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.incident import role_title
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.tasks import Task
from incident_tui.domain.text import one_line
from incident_tui.exporters.format import Exporter, ExportKind

_LAST: Final = 5
"""Rows of each list: what is older is in the log."""
_UPDATES: Final = 2


def render(record: IncidentRecord) -> str:
    """Plain text, times in UTC; a part without content is left out."""
    parts = (_head(record), _people(record), _impact(record), _lists(record))
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _head(record: IncidentRecord) -> Iterator[str]:
    state = record.state
    yield f"HAND-OVER {record.name} {one_line(state.title)}".rstrip()
    service = f" · {one_line(state.service)}" if state.service else ""
    yield f"{state.severity.name} · {state.status}{service}"
    if state.began_at:
        yield f"Began {_day(state.began_at)}"
    if record.rows:
        yield f"As of {_day(record.rows[-1].occurred_at)}, the last entry"


def _people(record: IncidentRecord) -> Iterator[str]:
    for role, held in record.state.roles.items():
        yield f"{one_line(role_title(role))}: {one_line(held.person)}, since {_clock(held.since)}"
    if not record.state.commander:
        yield "Nobody is in command"


def _impact(record: IncidentRecord) -> Iterator[str]:
    for name, value in record.state.impact.items():
        yield f"{one_line(name).replace('_', ' ').capitalize()}: {one_line(value)}"


def _lists(record: IncidentRecord) -> Iterator[str]:
    state = record.state
    decided = [f"{_clock(d.at)} {_with(d.text, d.executor)}" for d in state.decisions]
    told = [f"{_clock(u.at)} {u.audience}: {one_line(u.text)}" for u in state.updates]
    standing = [row for row in record.rows if not row.overlay.retracted]
    said = [f"{_clock(row.occurred_at)} {row.word}: {one_line(row.text)}" for row in standing]
    lists = {
        "Tasks on the way": [_task(task) for task in state.open_tasks[:_LAST]],
        "Last decisions": decided[-_LAST:],
        "Last updates": told[-_UPDATES:],
        "Still to do": [_action(item) for item in state.open_actions[:_LAST]],
        "Pages": [f"{one_line(page.text)} {one_line(page.url)}" for page in state.links[-_LAST:]],
        "Last entries": said[-_LAST:],
    }
    for heading, items in lists.items():
        if items:
            yield f"{heading}:"
            yield from (f"  {item.strip()}" for item in items)


def _action(item: ActionItem) -> str:
    due = f"due {item.due}" if item.due else ""
    return f"{item.label} {_with(item.text, item.owner or 'no owner', due)}"


def _task(task: Task) -> str:
    due = f"back at {_clock(task.due)}" if task.due else ""
    return f"{task.label} {_with(task.text, task.owner, due)}"


def _with(text: str, *remarks: str) -> str:
    """The text, and behind it in brackets what is known beside it."""
    known = ", ".join(one_line(remark) for remark in remarks if remark)
    return f"{one_line(text)} ({known})" if known else one_line(text)


def _day(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M} UTC"


def _clock(when: datetime) -> str:
    return f"{when:%H:%M}"


EXPORTER: Final = Exporter(
    "handover", "Hand-over brief (one screen)", "txt", ExportKind.BRIEF, render
)
