"""An export format is one value: what it is called and how a record becomes its document."""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from incident_tui.domain.postmortem import IncidentRecord


class ExportKind(StrEnum):
    """What a document is made for; the formats are listed by it."""

    DOCUMENT = "document"
    ACTIONS = "actions"
    TIMELINE = "timeline"
    BRIEF = "brief"


class Exporter(msgspec.Struct, frozen=True):
    """`name` is typed, `label` is shown, `extension` has no dot.

    `render` gives text that ends in a newline, or the bytes of a file that is not text.
    """

    name: str
    label: str
    extension: str
    kind: ExportKind
    render: Callable[[IncidentRecord], str | bytes]
