"""An action item names one person, one absolute date, and what will be true when it is done."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from incident_tui.postmortem.action_rules import ACTION_RULES
from incident_tui.postmortem.findings import Finding, FindingKind
from incident_tui.postmortem.follow_ups.dates import Due, Said, due_of
from incident_tui.postmortem.follow_ups.line import Line, read_line
from incident_tui.postmortem.follow_ups.owners import Owner, owner_of
from incident_tui.postmortem.follow_ups.wording import faults

_UNSPECIFIC: Final = frozenset({"vague-verb", "no-end-state", "person-focused", "not-an-action"})
_REMEMBERED: Final = 256
_DUE_RULES: Final = {Due.TWO_DAYS: "due-ambiguous", Due.NO_DAY: "due-not-absolute"}


def action_findings(
    text: str, *, owner: str | None = None, due: str | None = None
) -> tuple[Finding, ...]:
    """What is wrong with one action item, in the order of its text.

    `owner` and `due` are given where they stand in columns of their own, empty where these are
    empty; None looks for them in the text.
    """
    return _action_findings(text, owner, due)


def is_specific(findings: Iterable[Finding]) -> bool:
    """Whether nothing was found that leaves open when the item is done."""
    return not any(finding.rule in _UNSPECIFIC for finding in findings)


@lru_cache(_REMEMBERED)
def _action_findings(text: str, owner: str | None, due: str | None) -> tuple[Finding, ...]:
    line = read_line(text)
    found = (
        *_of_owner(text, line, line.owner if owner is None else owner_of(owner)),
        *_of_due(text, line, due),
        *(_finding(text, rule, start, end) for rule, start, end in faults(text, line)),
    )
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))


def _of_owner(text: str, line: Line, owner: Owner | None) -> Iterator[Finding]:
    if owner is None:
        yield _finding(text, "no-owner", line.start, line.end)
    elif not owner.individual:
        inside = owner == line.owner
        start, end = (owner.start, owner.end) if inside else (line.start, line.end)
        yield _finding(text, "owner-not-individual", start, end)


def _of_due(text: str, line: Line, column: str | None) -> Iterator[Finding]:
    if column is None:
        said = line.due
    else:
        due = due_of(column)
        said = due and Said(due, line.start, line.end)
    if said is None:
        yield _finding(text, "no-due", line.start, line.end)
    elif said.due in _DUE_RULES:
        yield _finding(text, _DUE_RULES[said.due], said.start, said.end)


def _finding(text: str, rule: str, start: int, end: int) -> Finding:
    known = ACTION_RULES[rule]
    return Finding(
        FindingKind.ACTIONS, rule, text[start:end], start, end, known.reason, known.question
    )
