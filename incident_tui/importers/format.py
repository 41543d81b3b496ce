"""An import format is one value: what it is called and how its text becomes an incident."""

from collections.abc import Callable, Mapping

import msgspec

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import IncidentTuiError


class ImportRefusedError(IncidentTuiError):
    """The text cannot be taken in; the message names the line and what would work."""


class Incoming(msgspec.Struct, frozen=True):
    """An incident on its way in: `lines` has the 1-based line of each entry, in their order."""

    id: str
    entries: tuple[TimelineEntry, ...]
    lines: tuple[int, ...]
    answers: Mapping[str, str] = {}


class Importer(msgspec.Struct, frozen=True):
    """`name` is typed, `label` is shown; `read` raises ImportRefusedError."""

    name: str
    label: str
    read: Callable[[str], Incoming]
