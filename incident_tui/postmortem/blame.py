"""Words that make a person the cause are found; the same words about a system are left alone."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from incident_tui.postmortem.findings import Finding, FindingKind


class Rule(msgspec.Struct, frozen=True):
    """A pattern in which `WHO` stands for anybody; what is wrong with it; what to write instead."""

    id: str
    pattern: str
    reason: str
    suggestion: str


RULES: Final = (
    Rule(
        "human-error",
        r"\b(?:human|operator|user) error\b",
        "ends the inquiry at a person",
        "what made the mistake easy to make, and hard to notice?",
    ),
    Rule(
        "hindsight",
        r"\bWHO (?:should|could|ought to|would)(?:n['’]t have|(?: not)? have|['’]ve)\b",
        "judges with what is known today",
        "what did it look like at the time, and what would have shown it earlier?",
    ),
    Rule(
        "omission",
        r"\bWHO (?:failed|forgot|neglected|did(?: not|n['’]t) bother) to\b",
        "names a lapse of a person",
        "what in the system let one missed step through?",
    ),
    Rule(
        "culprit",
        r"\b(?:WHO(?: was| were|['’]s) (?:at fault|to blame|careless|negligent|sloppy)"
        r"|WHO['’]s fault|fault of WHO)\b",
        "looks for a culprit",
        "name the condition that would have caught anybody out",
    ),
)
_ANYBODY: Final = (
    r"(?:the )?(?:on-?call )?(?:engineer|developer|operator|admin|responder)s?",
    *("he", "she", "you", "we", "they", "nobody", "somebody", "someone"),
)


def blame_in(text: str, people: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Every finding in the text, in its order; `people` are names that are known to be people."""
    who = "|".join((*map(re.escape, people), *_ANYBODY))
    found = (finding for rule in RULES for finding in _by(rule, f"(?:{who})", text))
    return tuple(sorted(found, key=lambda finding: finding.start))


def _by(rule: Rule, who: str, text: str) -> Iterator[Finding]:
    for found in re.finditer(rule.pattern.replace("WHO", who), text, re.IGNORECASE):
        yield Finding(
            FindingKind.BLAME, rule.id, found[0], *found.span(), rule.reason, rule.suggestion
        )
