"""The action items as a plain table that any spreadsheet and most trackers can read."""

from typing import Final

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.exporters.csv_table import table
from incident_tui.exporters.follow_ups import FollowUp, follow_ups
from incident_tui.exporters.format import Exporter, ExportKind

HEAD: Final = (
    *("id", "title", "description", "type", "owner", "owner_email", "due_date", "priority"),
    *("status", "labels", "incident", "url", "factor", "success"),
)


def render(record: IncidentRecord) -> str:
    """Every action item, also what is done or declined; dates are ISO, labels part at a space."""
    return table(HEAD, [_row(each) for each in follow_ups(record)])


def _row(each: FollowUp) -> tuple[str, ...]:
    item = each.item
    return (
        each.reference,
        each.text,
        item.reason,
        str(item.kind or ""),
        each.owner,
        each.address,
        each.due,
        str(item.priority or ""),
        str(item.status),
        " ".join(each.labels),
        f"{each.incident} {each.title}".strip(),
        "",
        one_line(item.factor),
        one_line(item.success),
    )


EXPORTER: Final = Exporter("actions-csv", "Action items (CSV)", "csv", ExportKind.ACTIONS, render)
