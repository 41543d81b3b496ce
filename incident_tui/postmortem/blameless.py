"""Every answer that is prose is looked at, with the people of the incident known by name."""

from typing import Final

import msgspec

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem.allowances import kept
from incident_tui.postmortem.findings import Finding, Rewrite

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


def kept_findings(record: IncidentRecord) -> dict[Finding, str]:
    """The findings whose words stay, and why."""
    return kept(record.postmortem.answer("blameless"), findings(record))


def standing(record: IncidentRecord, field: str = "") -> tuple[Finding, ...]:
    """The findings nobody has decided about, of one field or of all."""
    stay = kept_findings(record)
    found = (each for each in findings(record) if each not in stay)
    return tuple(each for each in found if not field or each.where == field)


def reworded(answer: str, finding: Finding) -> str:
    """The answer with the clause of a finding rewritten; as it is where no rewrite is known."""
    rewrite = finding.rewrite
    lead = len(answer) - len(answer.lstrip())
    if rewrite is None or answer[lead + finding.start : lead + finding.end] != finding.text:
        return answer
    return _put(answer, rewrite, lead)


def _put(answer: str, rewrite: Rewrite, lead: int) -> str:
    return answer[: lead + rewrite.start] + rewrite.text + answer[lead + rewrite.end :]
