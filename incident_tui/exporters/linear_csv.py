"""What is to do or done in the shape of an Asana export, where Linear's importer keeps due dates.

Its own CSV shape drops them without a word.
"""

from datetime import datetime
from typing import Final

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.incident import Priority
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.csv_table import table
from incident_tui.exporters.follow_ups import FollowUp, follow_ups
from incident_tui.exporters.format import Exporter, ExportKind

HEAD: Final = (
    *("Name", "Assignee", "Due Date", "Tags", "Priority", "Notes"),
    *("Task ID", "Created At", "Completed At"),
)
_WANTED: Final = frozenset({ActionStatus.OPEN, ActionStatus.DONE})
_PRIORITIES: Final = {Priority.HIGH: "High", Priority.MEDIUM: "Med", Priority.LOW: "Low"}


def render(record: IncidentRecord) -> str:
    """One issue a line; what was declined has no place there and is left out."""
    return table(HEAD, [_row(each) for each in follow_ups(record, _WANTED)])


def _row(each: FollowUp) -> tuple[str, ...]:
    item = each.item
    done = item.status is ActionStatus.DONE
    return (
        each.text,
        each.owner,
        # A bare date is read as midnight UTC, which is the day before west of Greenwich.
        f"{each.due}T12:00:00" if item.due else "",
        ",".join(each.labels),
        _PRIORITIES[item.priority] if item.priority else "",
        _plain("\n".join(each.description())),
        each.reference,
        _moment(item.created_at),
        _moment(item.closed_at) if done and item.closed_at else "",
    )


def _plain(notes: str) -> str:
    """The importer takes notes for Jira's wiki markup, in which braces and bars build things."""
    return notes.translate({ord("{"): "(", ord("}"): ")", ord("|"): "/"})


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"


EXPORTER: Final = Exporter(
    "linear-csv",
    "Action items for Linear's importer (choose “Asana (CSV export)” there)",
    "csv",
    ExportKind.ACTIONS,
    render,
)
