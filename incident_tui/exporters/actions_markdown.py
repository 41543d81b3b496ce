"""The action items as one Markdown table, the same that the post-mortem holds."""

from typing import Final

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.blocks import action_table, not_yet
from incident_tui.exporters.format import Exporter, ExportKind


def render(record: IncidentRecord) -> str:
    """The table, or one line where there is nothing to do."""
    items = record.state.actions
    return action_table(items) if items else not_yet("No action item yet.")


EXPORTER: Final = Exporter(
    "actions-markdown", "Action items (Markdown table)", "md", ExportKind.ACTIONS, render
)
