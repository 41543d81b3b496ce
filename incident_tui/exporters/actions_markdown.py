"""The action items as one Markdown table: that of the post-mortem, and what it says elsewhere.

Beside those of other incidents an item goes by its reference; a column nobody filled is left out.
"""

from typing import Final

from incident_tui.domain.actions import TrackedAction
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.exporters.blocks import not_yet, table
from incident_tui.exporters.cells import ACTION_HEADS, EMPTY_CELL, action_cells
from incident_tui.exporters.follow_ups import FollowUp, follow_ups
from incident_tui.exporters.format import Exporter, ExportKind


def render(record: IncidentRecord) -> str:
    """The table, or one line where there is nothing to do."""
    found = follow_ups(record)
    if not found:
        return not_yet("No action item yet.")
    cells = zip(*(action_cells(each.item) for each in found), strict=True)
    columns = {
        "Item": [_among_others(each) for each in found],
        **dict(zip(ACTION_HEADS, cells, strict=True)),
        "Factor": [one_line(each.item.factor) for each in found],
        "How we will know it worked": [one_line(each.item.success) for each in found],
    }
    filled = {head: said for head, said in columns.items() if any(said)}
    rows = zip(*filled.values(), strict=True)
    return table(tuple(filled), [[cell or EMPTY_CELL for cell in row] for row in rows])


def _among_others(each: FollowUp) -> str:
    return each.reference if isinstance(each.item, TrackedAction) else ""


EXPORTER: Final = Exporter(
    "actions-markdown", "Action items (Markdown table)", "md", ExportKind.ACTIONS, render
)
