"""The raw log as Markdown: every row, also what was taken back, with who wrote it and how late."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.blocks import not_yet, with_evidence
from incident_tui.exporters.cells import provenance
from incident_tui.exporters.escape import inline
from incident_tui.exporters.format import Exporter, ExportKind

# A log has thousands of rows, a handful of kinds, and few rows with more to say than their author.
_name: Final = lru_cache(maxsize=256)(inline)


def render(record: IncidentRecord) -> str:
    """The log of one incident in one list; ★ marks what the post-mortem publishes."""
    title = f"{record.name}: {inline(record.state.title)}" if record.state.title else record.name
    lines = "".join(_lines(record)) or not_yet("No entry yet.")
    return f"## Log of {title}\n\nAll times are UTC; ★ is in the post-mortem.\n\n{lines}"


def _lines(record: IncidentRecord) -> Iterator[str]:
    """Days are always shown: a log that is read alone has no date above it."""
    day: date | None = None
    for row in record.rows:
        at = row.occurred_at
        if at.date() != day:
            day = at.date()
            yield f"- **{day}**\n"
        star = "★ " if row.starred else ""
        text = with_evidence(row.text, row.evidence)
        clock = f"{at.hour:02}:{at.minute:02}:{at.second:02}"
        yield f"- {clock} — {star}**{_name(row.word)}** {text} — {_name(provenance(row))}\n"


EXPORTER: Final = Exporter(
    "timeline-markdown", "Full log (Markdown)", "md", ExportKind.TIMELINE, render
)
