"""The post-mortem for word processors; only who asks for it needs the library that writes it."""

from typing import Final

from incident_tui.domain.errors import IncidentTuiError
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.composition import document
from incident_tui.exporters.format import Exporter, ExportKind


class MissingLibraryError(IncidentTuiError):
    """A library that one format needs is not installed; the message says how to get it."""


def render(record: IncidentRecord) -> bytes:
    """The whole document; MissingLibraryError without the extra `docx`."""
    try:
        from incident_tui.exporters.word_writer import write  # noqa: PLC0415  needs an extra
    except ModuleNotFoundError as error:
        raise MissingLibraryError(
            "a .docx needs python-docx; install it with: pip install 'incident-tui[docx]'"
        ) from error
    return write(document(record), record.state.began_at)


EXPORTER: Final = Exporter(
    "docx", "Post-mortem for Word and Google Docs (.docx)", "docx", ExportKind.DOCUMENT, render
)
