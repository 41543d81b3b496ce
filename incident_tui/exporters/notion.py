"""Markdown for Notion: the heading is the file's name, and no block is one that it would mangle.

Three levels of headings, lists nested by tabs, details in a table, and the full log as one code
block, since every other block counts against the limits of a workspace.
"""

import re
import unicodedata
from typing import Final

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.cells import log_line
from incident_tui.exporters.composition import document
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.exporters.markdown_writer import PASTED, Dialect, write

_LONGEST: Final = 48
_PLAIN: Final = Dialect(PASTED, title="#", section="##", indent="\t", tabled=True)
_DRAWN: Final = Dialect(PASTED, title="#", section="##", indent="\t", tabled=True, drawn=True)


def title(record: IncidentRecord) -> str:
    """What the page is called: words of plain ASCII, so that a file may bear the very same name."""
    plain = unicodedata.normalize("NFKD", record.state.title).encode("ascii", "ignore").decode()
    words = " ".join(re.findall(r"[A-Za-z0-9]+", plain))
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]
    return " ".join(part for part in (record.name, words, "post-mortem") if part)


def render(record: IncidentRecord) -> str:
    """The whole document, then the log."""
    return _written(record, _PLAIN)


def render_drawn(record: IncidentRecord) -> str:
    """The same with a chart over the timeline."""
    return _written(record, _DRAWN)


def _written(record: IncidentRecord, dialect: Dialect) -> str:
    page = write(document(record), dialect, title(record))
    # Every line begins with its time, so that none can end the code block.
    log = "".join([f"{log_line(row)}\n" for row in record.rows])
    return f"{page}\n## Full log\n\n```\n{log}```\n" if log else page


EXPORTER: Final = Exporter(
    "notion", "Post-mortem for Notion (Markdown)", "md", ExportKind.DOCUMENT, render, page=title
)
DRAWN: Final = Exporter(
    "notion-mermaid",
    "Post-mortem with a Mermaid chart for Notion (Markdown)",
    "md",
    ExportKind.DOCUMENT,
    render_drawn,
    page=title,
)
