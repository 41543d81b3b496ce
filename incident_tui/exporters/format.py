"""An export format is one value: what it is called and how a record becomes its text."""

from collections.abc import Callable

import msgspec

from incident_tui.domain.postmortem import IncidentRecord


class Exporter(msgspec.Struct, frozen=True):
    """`name` is typed, `label` is shown, `extension` has no dot; `render` ends in a newline."""

    name: str
    label: str
    extension: str
    render: Callable[[IncidentRecord], str]
