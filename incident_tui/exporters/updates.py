"""An update is exported as it would be sent: the text alone, as the record has it."""

from collections.abc import Callable
from typing import Final

from incident_tui.domain.flavours import Flavour
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.updates import update_text
from incident_tui.exporters.format import Exporter, ExportKind


def render(record: IncidentRecord, flavour: Flavour) -> str:
    """Plain text, times in UTC; empty but for its line end where nothing is known at all."""
    if record.spoken_of is None:
        return "\n"
    text = update_text(
        flavour,
        record.state,
        record.spoken_of,
        practice=record.practice,
        number=record.name,
    )
    return f"{text}\n"


def _of(flavour: Flavour) -> Callable[[IncidentRecord], str]:
    return lambda record: render(record, flavour)


def _exporter(name: str, label: str, flavour: Flavour) -> Exporter:
    return Exporter(name, label, "txt", ExportKind.BRIEF, _of(flavour))


CALL: Final = _exporter("update-call", "Update for the call", Flavour.CALL)
EXECUTIVE: Final = _exporter("update-executive", "Update for executives", Flavour.EXECUTIVE)
PUBLIC: Final = _exporter("update-public", "Update for customers", Flavour.PUBLIC)
CAN: Final = _exporter("can", "Conditions, actions, needs", Flavour.CAN)
