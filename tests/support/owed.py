"""Action items as exporters get them: one hostile, one plain beside it that must come through."""

from datetime import date
from pathlib import Path
from typing import Final

from incident_tui.domain import facts
from incident_tui.domain.incident import ActionKind, Priority, Severity
from incident_tui.domain.postmortem import IncidentRecord
from tests.support.entries import entry
from tests.support.records import record

GOLDEN: Final = Path(__file__).parent.parent / "exporters" / "golden"


def owed(text: str) -> IncidentRecord:
    """INC-42 with that text as title, item and owner, and with `Page the vendor` for @li."""
    day = date(2026, 2, 1)
    return record(
        [
            entry(1, facts.Declared(text, Severity.SEV1, text)),
            entry(
                2,
                facts.ActionItemAdded(text, text, day, Priority.HIGH, ActionKind.MITIGATIVE),
            ),
            entry(3, facts.ActionItemAdded("Page the vendor", "li", day, Priority.LOW)),
        ]
    )
