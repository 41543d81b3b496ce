"""The post-mortem as CommonMark with one GitHub table, as code hosts and wikis render it."""

from typing import Final

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.composition import document
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.exporters.markdown_writer import Dialect, write

_PLAIN: Final = Dialect()
_DRAWN: Final = Dialect(drawn=True)


def render(record: IncidentRecord) -> str:
    """The whole document."""
    return write(document(record), _PLAIN)


def render_drawn(record: IncidentRecord) -> str:
    """The same with a chart over the timeline."""
    return write(document(record), _DRAWN)


EXPORTER: Final = Exporter("markdown", "Post-mortem (Markdown)", "md", ExportKind.DOCUMENT, render)
DRAWN: Final = Exporter(
    "markdown-mermaid",
    "Post-mortem with a Mermaid chart (Markdown)",
    "md",
    ExportKind.DOCUMENT,
    render_drawn,
)
