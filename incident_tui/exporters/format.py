"""An export format is one value: what it is called and how a record becomes its document."""

from collections.abc import Callable, Mapping
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
    `companions` gives the files that belong beside it, by what their names end in: `-notes.txt`.
    `page` gives the title that the target knows it by, where the file must be called the same.
    """

    name: str
    label: str
    extension: str
    kind: ExportKind
    render: Callable[[IncidentRecord], str | bytes]
    companions: Callable[[IncidentRecord], Mapping[str, str]] | None = None
    page: Callable[[IncidentRecord], str] | None = None
