"""The timeline as a table: every row, also what was taken back, for whoever wants to calculate."""

from datetime import datetime
from typing import Final

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.timeline import TimelineRow
from incident_tui.exporters.csv_table import table
from incident_tui.exporters.format import Exporter, ExportKind

HEAD: Final = (
    *("seq", "occurred_at", "recorded_at", "late_seconds", "kind", "text", "author", "source"),
    *("published", "corrected", "taken_back", "evidence"),
)


def render(record: IncidentRecord) -> str:
    """In the order things happened; times are RFC 3339 in UTC, the questions `yes` or empty."""
    return table(HEAD, map(_row, record.rows))


def _row(row: TimelineRow) -> tuple[str, ...]:
    entry, overlay = row.entry, row.overlay
    return (
        str(entry.seq),
        _moment(row.occurred_at),
        _moment(entry.recorded_at),
        str(int(row.late_by.total_seconds())),
        row.word,
        row.text,
        entry.author,
        entry.source,
        _yes(row.starred and not overlay.retracted),
        _yes(overlay.amended and not overlay.redacted),
        _yes(overlay.retracted),
        " ".join(proof.url for proof in row.evidence),
    )


def _moment(when: datetime) -> str:
    return when.isoformat().replace("+00:00", "Z")


def _yes(holds: bool) -> str:
    return "yes" if holds else ""


EXPORTER: Final = Exporter("timeline-csv", "Timeline (CSV)", "csv", ExportKind.TIMELINE, render)
