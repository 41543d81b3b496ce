"""What a person should know once an entry is stored is said on stderr, beside the entry itself."""

from pathlib import Path

from incident_tui.cli.diagnostics import tell
from incident_tui.domain.facts import Redacted
from incident_tui.domain.timeline import TimelineRow


def afterword(store: Path, row: TimelineRow) -> None:
    """After a redaction, name what still holds the text."""
    if isinstance(row.entry.fact, Redacted):
        from incident_tui.services import upkeep  # noqa: PLC0415  no other line pays for it

        tell(upkeep.what_keeps_it(store))
