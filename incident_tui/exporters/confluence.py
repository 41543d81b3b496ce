"""Markdown to paste into a Confluence page: nothing that its paste does not know how to convert.

No HTML, no angle brackets, no break inside a cell or a paragraph, no heading below the third level.
"""

from typing import Final

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.composition import document
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.exporters.markdown_writer import PASTED, Dialect, write

_DIALECT: Final = Dialect(PASTED, tabled=True)


def render(record: IncidentRecord) -> str:
    """The whole document."""
    return write(document(record), _DIALECT)


EXPORTER: Final = Exporter(
    "confluence",
    "Post-mortem to paste into Confluence (Markdown)",
    "md",
    ExportKind.DOCUMENT,
    render,
)
