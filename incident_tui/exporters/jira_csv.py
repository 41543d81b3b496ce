"""What is still to do as Jira's importer reads it, with the settings file that maps its columns."""

import json
from collections.abc import Mapping
from typing import Final

from incident_tui.domain.incident import Priority
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.csv_table import table
from incident_tui.exporters.follow_ups import OPEN, FollowUp, follow_ups
from incident_tui.exporters.format import Exporter, ExportKind

DATES: Final = "yyyy-MM-dd"
"""What the importer must be told about the dates."""
_FIELDS: Final = {
    "Summary": "summary",
    "Issue Type": "issuetype",
    "Description": "description",
    "Priority": "priority",
    "Assignee": "assignee",
    "Due Date": "duedate",
    "Labels": "labels",
}
_LABELS: Final = 3
"""Columns of labels: a field with several values is a column for each."""
_HEAD: Final = (*_FIELDS, *["Labels"] * (_LABELS - 1))
_PRIORITIES: Final = {Priority.HIGH: "High", Priority.MEDIUM: "Medium", Priority.LOW: "Low"}


def render(record: IncidentRecord) -> str:
    """One issue a line; the last label is the reference, by which a second import is found out."""
    return table(_HEAD, [_row(each) for each in follow_ups(record, OPEN)])


def companions(_: IncidentRecord) -> Mapping[str, str]:
    """The importer's settings; only the project is left to choose."""
    settings = {
        "config.version": "2.0",
        "config.project.from.csv": "false",
        "config.encoding": "UTF-8",
        "config.email.suffix": "@",
        "config.delimiter": ",",
        "config.date.format": DATES,
        "config.field.mappings": {
            column: {"jira.field": field, "userChanged": "false", "manualMapping": "false"}
            for column, field in _FIELDS.items()
        },
        "config.value.mappings": {},
    }
    return {"-configuration.json": json.dumps(settings, indent=2) + "\n"}


def _row(each: FollowUp) -> list[str]:
    labels = each.labels
    return [
        each.text,
        "Task",
        "\n".join(each.description()),
        _PRIORITIES[each.item.priority] if each.item.priority else "",
        each.address or each.owner,
        each.due,
        *labels[:-1],
        *[""] * (_LABELS - len(labels)),
        labels[-1],
    ]


EXPORTER: Final = Exporter(
    "jira-csv",
    f"Action items for Jira's importer (CSV, dates as {DATES}, and its settings)",
    "csv",
    ExportKind.ACTIONS,
    render,
    companions,
)
