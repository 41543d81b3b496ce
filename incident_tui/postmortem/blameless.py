"""Every answer that is prose is looked at, with the people of the incident known by name."""

from typing import Final

import msgspec

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem.findings import Finding

_NOT_PROSE: Final = frozenset({"owner", "slo", "blameless", "review"})


def checked(record: IncidentRecord) -> tuple[tuple[str, str], ...]:
    """The answers that are looked at, as field id and text."""
    texts = {field: record.postmortem.answer(field) for field in record.postmortem.answers}
    return tuple((field, t) for field, t in texts.items() if t and field not in _NOT_PROSE)


def findings(record: IncidentRecord) -> tuple[Finding, ...]:
    """Every finding in the answers, in the order of the answers and then of their text.

    `where` is the id of the field; offsets are those of its stripped answer.
    """
    from incident_tui.postmortem.blame import blame_in  # noqa: PLC0415  not before it is asked for

    people = frozenset(record.state.people)
    return tuple(
        msgspec.structs.replace(finding, where=field)
        for field, text in checked(record)
        for finding in blame_in(text, people)
    )
