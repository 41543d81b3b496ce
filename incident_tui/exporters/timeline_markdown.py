"""The raw log as Markdown: every row, also what was taken back, with who wrote it and how late."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.timeline import TimelineRow
from incident_tui.domain.wording import wording
from incident_tui.exporters.blocks import not_yet, with_evidence
from incident_tui.exporters.escape import inline
from incident_tui.exporters.format import Exporter, ExportKind
from incident_tui.postmortem.impact import human

# A log has thousands of rows and a handful of authors and kinds.
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
        yield f"- {clock} — {star}**{_name(row.word)}** {text} — {_provenance(row)}\n"


def _provenance(row: TimelineRow) -> str:
    """Who wrote it, and all that sets it apart from a line logged live and left alone."""
    author, overlay, late = _name(row.entry.author), row.overlay, row.late_by
    if not (late or overlay.amended or overlay.retracted):
        return author
    notes = [author]
    if late:
        notes.append(f"recorded {human(late)} late")
    if overlay.occurred_at is not None:
        notes.append(f"time corrected, was {row.entry.occurred_at:%Y-%m-%d %H:%M:%S}")
    if overlay.text is not None and not overlay.redacted:
        notes.append(f"wording corrected, was: {inline(wording(row.entry.fact))}")
    if overlay.retracted:
        notes.append(f"taken back: {inline(overlay.reason)}" if overlay.reason else "taken back")
    return ", ".join(notes)


EXPORTER: Final = Exporter(
    "timeline-markdown", "Full log (Markdown)", "md", ExportKind.TIMELINE, render
)
