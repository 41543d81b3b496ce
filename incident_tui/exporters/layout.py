"""A company lays the document out itself; only who does so needs the library that reads layouts."""

from typing import Final

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.format import Exporter, ExportKind

_HOW: Final = '[templates.ours] layout = "ours.md.j2", and [template] sev1 = "ours"'


class LayoutError(IncidentTuiError):
    """A layout cannot be used; the message names its file and line and what would work."""


def render(record: IncidentRecord) -> str:
    """The whole document as the layout of its template tells it; LayoutError if it cannot."""
    severity = record.state.severity
    layout = record.practice.template(severity).layout
    if layout is None:
        raise LayoutError(
            f"the template of {severity.name} has no layout; name one in the configuration: {_HOW}"
        )
    if layout.wrong:
        raise LayoutError(f"the layout {layout.path} {layout.wrong}")
    try:
        from incident_tui.exporters.layout_writer import write  # noqa: PLC0415  needs an extra
    except ModuleNotFoundError as error:
        raise LayoutError(
            "a layout needs Jinja2; install it with: pip install 'incident-tui[layout]'"
        ) from error
    try:
        return write(record, layout.text)
    except ValueError as error:
        raise LayoutError(f"{layout.path}, {error}") from error


EXPORTER: Final = Exporter(
    "layout", "Post-mortem in your own layout (Jinja2)", "md", ExportKind.DOCUMENT, render
)
