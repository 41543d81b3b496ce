"""A finding points at words that blame a person, says why, and offers what to ask instead."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from incident_tui.domain.postmortem import IncidentRecord


class Finding(msgspec.Struct, frozen=True):
    """`start` and `end` are offsets of `text` in the stripped answer to `field`."""

    field: str
    start: int
    end: int
    text: str
    reason: str
    suggestion: str


class Rule(msgspec.Struct, frozen=True):
    """A pattern in which `WHO` stands for anybody; what is wrong with it; what to write instead."""

    pattern: str
    reason: str
    suggestion: str


RULES: Final = (
    Rule(
        r"\b(?:human|operator|user) error\b",
        "ends the inquiry at a person",
        "what made the mistake easy to make, and hard to notice?",
    ),
    Rule(
        r"\bWHO (?:should|could|ought to|would)(?:n['’]t have|(?: not)? have|['’]ve)\b",
        "judges with what is known today",
        "what did it look like at the time, and what would have shown it earlier?",
    ),
    Rule(
        r"\bWHO (?:failed|forgot|neglected|did(?: not|n['’]t) bother) to\b",
        "names a lapse of a person",
        "what in the system let one missed step through?",
    ),
    Rule(
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
_NOT_PROSE: Final = frozenset({"owner", "slo", "blameless", "review"})


def checked(record: IncidentRecord) -> tuple[tuple[str, str], ...]:
    """The answers that are looked at, as field id and text."""
    texts = {field: record.postmortem.answer(field) for field in record.postmortem.answers}
    return tuple((field, t) for field, t in texts.items() if t and field not in _NOT_PROSE)


def findings(record: IncidentRecord) -> tuple[Finding, ...]:
    """Every finding in the answers, in the order of the answers and then of their text."""
    who = _who(record.state.people)
    rules = [(re.compile(r.pattern.replace("WHO", who), re.IGNORECASE), r) for r in RULES]
    return tuple(
        finding
        for field, text in checked(record)
        for finding in sorted(_in_text(field, text, rules), key=lambda found: found.start)
    )


def _who(people: Iterable[str]) -> str:
    names = [re.escape(person) for person in people]
    return f"(?:{'|'.join((*names, *_ANYBODY))})"


def _in_text(
    field: str, text: str, rules: Iterable[tuple[re.Pattern[str], Rule]]
) -> Iterator[Finding]:
    for pattern, rule in rules:
        for found in pattern.finditer(text):
            yield Finding(field, *found.span(), found[0], rule.reason, rule.suggestion)
