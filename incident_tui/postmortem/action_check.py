"""An action item names one person, one absolute date, and what will be true when it is done."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from incident_tui.postmortem.findings import Finding, FindingKind

_UNSPECIFIC: Final = frozenset({"vague-verb", "no-end-state", "person-focused", "not-an-action"})
_WEAK_VERBS: Final = re.compile(
    r"(?:investigate|look into|consider|improve|make sure|ensure|monitor|discuss|think about)\b",
    re.IGNORECASE,
)


def action_findings(
    text: str, *, owner: str | None = None, due: str | None = None
) -> tuple[Finding, ...]:
    """What is wrong with one action item, in the order of its text.

    `owner` and `due` are given where they stand in columns of their own, empty where these are
    empty; None looks for them in the text.
    """
    return tuple(_found(text, owner, due))


def is_specific(findings: Iterable[Finding]) -> bool:
    """Whether nothing was found that leaves open when the item is done."""
    return not any(finding.rule in _UNSPECIFIC for finding in findings)


def _found(text: str, owner: str | None, due: str | None) -> Iterator[Finding]:
    if weak := _WEAK_VERBS.match(text):
        yield _finding(
            "vague-verb",
            weak[0],
            *weak.span(),
            "can never be done as worded",
            "say what will exist after it",
        )
    if owner == "" or (owner is None and "@" not in text):
        yield _finding("no-owner", text, 0, len(text), "has no owner", "name one person")
    if due == "" or (due is None and not re.search(r"\d{4}-\d\d-\d\d", text)):
        yield _finding("no-due", text, 0, len(text), "has no due date", "set one")


def _finding(rule: str, text: str, start: int, end: int, reason: str, suggestion: str) -> Finding:
    return Finding(FindingKind.ACTIONS, rule, text, start, end, reason, suggestion)
