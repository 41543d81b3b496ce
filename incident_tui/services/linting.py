"""A document or an incident is read for blame and for action items that say too little."""

from collections.abc import Container
from typing import Final

from msgspec.structs import replace

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem.action_check import action_findings
from incident_tui.postmortem.allowances import kept
from incident_tui.postmortem.blameless import findings
from incident_tui.postmortem.findings import FindingKind
from incident_tui.postmortem.lint import Kept, Linted

MOST: Final = 16 * 1024 * 1024
"""Bytes of a document; a long post-mortem has a hundredth of it."""


def lint_record(record: IncidentRecord, kinds: Container[FindingKind]) -> Linted:
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
