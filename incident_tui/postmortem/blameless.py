"""Every answer that is prose is looked at, with the people of the incident known by name."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.postmortem.allowances import kept
from incident_tui.postmortem.findings import Finding, Rewrite

_A_LINE_EACH: Final = frozenset({"whys", "factors", "well", "poorly", "lucky"})
"""Answers of several items: no sentence goes on from one to the next."""
_NOT_PROSE: Final = frozenset({"owner", "slo", "blameless", "review"})


def checked(record: IncidentRecord) -> tuple[tuple[str, str], ...]:
    """The answers that are looked at, as field id and text."""
    texts = {field: record.postmortem.answer(field) for field in record.postmortem.answers}
    return tuple((field, t) for field, t in texts.items() if t and field not in _NOT_PROSE)


def findings(record: IncidentRecord) -> tuple[Finding, ...]:
    """Every finding in the answers, in the order of the answers and then of their text.

    `where` is the id of the field; offsets are those of its stripped answer.
    """
    people = frozenset(record.state.people)
    return tuple(
        finding
        for field, text in checked(record)
        for part in re.finditer(r"[^\n]+" if field in _A_LINE_EACH else r"(?s).+", text)
        for finding in _findings(part, field, people)
    )


def _findings(part: re.Match[str], field: str, people: frozenset[str]) -> Iterator[Finding]:
    """Those of one part of an answer, placed in the whole of it."""
    from incident_tui.postmortem.blame import blame_in  # noqa: PLC0415  not before it is asked for

    at = part.start()
    for each in blame_in(part[0], people):
        to = each.rewrite
        yield msgspec.structs.replace(
            each,
            start=each.start + at,
            end=each.end + at,
            where=field,
            rewrite=to and Rewrite(to.text, to.start + at, to.end + at),
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
