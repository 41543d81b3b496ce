"""A document or an incident is read for blame and for action items that say too little."""

from collections.abc import Container
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from incident_tui.domain.errors import IncidentTuiError, NotFoundError
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem.action_check import action_findings
from incident_tui.postmortem.allowances import kept
from incident_tui.postmortem.blameless import findings
from incident_tui.postmortem.findings import FindingKind
from incident_tui.postmortem.lint import BOTH, Kept, Linted

MOST: Final = 16 * 1024 * 1024
"""Bytes of a document; a long post-mortem has a hundredth of it."""


def read_document(path: Path) -> str:
    """The text of a file; the refusal says what would work."""
    try:
        with path.open("rb") as file:
            return text_of(file.read(MOST + 1))
    except OSError as error:
        why = error.strerror or "it cannot be read"
        raise NotFoundError(f"no document {path}: {why}; name INC-1, a file, or -") from error


def text_of(data: bytes) -> str:
    """The text in the bytes of a document, each character where it is."""
    if len(data) > MOST:
        raise IncidentTuiError(f"it is larger than {MOST >> 20} MiB; lint a smaller part of it")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise IncidentTuiError(f"byte {error.start} is not UTF-8; save it as UTF-8") from error


def lint_record(record: IncidentRecord, kinds: Container[FindingKind] = BOTH) -> Linted:
    """All findings in the answers and the open action items; `where` is a field, or `A1`.

    Offsets are those of the answer, or of the text of the item.
    """
    blame = findings(record) if FindingKind.BLAME in kinds else ()
    stay = kept(record.postmortem.answer("blameless"), blame)
    items = record.state.open_actions if FindingKind.ACTIONS in kinds else ()
    actions = tuple(
        replace(found, where=item.label)
        for item in items
        for found in action_findings(
            item.text, owner=item.owner, due=item.due.isoformat() if item.due else ""
        )
    )
    return Linted(
        (*(each for each in blame if each not in stay), *actions),
        tuple(Kept(each, reason) for each, reason in stay.items()),
    )


def texts_of(record: IncidentRecord) -> dict[str, str]:
    """What the findings of a record point into, by `where`."""
    items = {item.label: item.text for item in record.state.open_actions}
    fields = {field: record.postmortem.answer(field) for field in record.postmortem.answers}
    return fields | items
