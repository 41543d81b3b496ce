"""A public text promises no time of repair, guesses nothing, and says when the next one comes.

The rules follow PagerDuty's public guides for external communication; each finding has the span of
the words it is about, so that a screen can show them and a person can decide.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from incident_tui.domain.incident import Status
from incident_tui.domain.state import IncidentState

OUTAGE_FROM: Final = 90.0
"""Per cent of failing requests from which it may be called an outage."""


class Finding(msgspec.Struct, frozen=True):
    """What is wrong with the words from `start` to `end`; both at the end: what is not there."""

    rule: str
    start: int
    end: int
    reason: str


RULES: Final = {
    "resolution-time": "promises when it will be over; say only when the next update comes",
    "guess": "is a guess; say what is known",
    "outage": "was no outage; say incident or degradation",
    "internal-name": "is a name of ours; use the customer's word for it",
    "person": "names a person; say we",
    "no-next-update": "say when the next update comes: Next update by …",
    "data": "say whether data was lost",
}
"""What each rule says; those of words that are missing stand alone."""

_TIME: Final = (
    r"(?:\d{1,2}[:.]\d\d|\d+\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?)\b"
    r"|\d{1,2}\s*(?:am|pm)\b|tonight|tomorrow|noon|midnight|(?:an?|the|this|next|few)\s+(?:few\s+)?"
    r"(?:minutes?|hours?|morning|afternoon|evening|days?)|soon|shortly|momentarily|asap"
    r"|end of (?:the )?day|eod)"
)
_REPAIR: Final = (
    r"(?:fix\w*|resol\w+|restor\w+|recover\w*|repair\w*|solv\w+|back(?:\s+up)?|up and running"
    r"|online|normal\w*|available|complet\w+|over|working|operational|done)"
)
_TO_COME: Final = (
    r"(?:will|'ll|shall|should|going to|(?<!as )expect\w*|estimat\w*|anticipat\w*|hop(?:e|es|ing)"
    r"|aim(?:s|ing)?|plan(?:s|ning)? to|planned for|promis\w*|eta)"
)
_SENTENCE: Final = re.compile(r"[^.!?;\n]+(?:[.](?=\d)[^.!?;\n]+)*")
_IS_UPDATE: Final = re.compile(
    r"\b(?:updat\w+|post|message|inform|report back|let you know|hear from us|write again)\b",
    re.IGNORECASE,
)
_PROMISE: Final = re.compile(
    rf"(?=.*\b{_REPAIR}\b)(?=.*{_TO_COME}\b)(?=.*\b{_TIME})|\beta\b|\bestimated time\b",
    re.IGNORECASE | re.DOTALL,
)
_NEXT: Final = re.compile(
    rf"\b(?:next|another|further|new|more)\b[^.\n]*\b(?:updat\w+|message|news)\b[^\n]*?{_TIME}"
    rf"|\b(?:updat\w+|post|write|message|inform|report|news)\b[^\n]*?"
    rf"\b(?:by|at|in|within|every|before|around)\b[^\n]*?{_TIME}",
    re.IGNORECASE,
)
_GUESS: Final = re.compile(
    r"\b(?:probably|possibly|perhaps|maybe|presumably|apparently|seems?|seemingly|appears? to|"
    r"(?:very |most )?likely|might|suspect\w*|we (?:think|believe|assume|guess)|"
    r"could be|may be (?:caused|due|related))\b",
    re.IGNORECASE,
)
_OUTAGE: Final = re.compile(r"\boutages?\b", re.IGNORECASE)
_INTERNAL: Final = re.compile(
    r"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b"  # an address
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:internal|local|lan|corp|intra|svc)(?:\.[\w-]+)*\b"
    r"|\b[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*[-_]?\d+(?:[-_][a-z0-9]+)*\b(?<!\d(?:st|nd|rd|th))"
    r"|\b[a-z0-9]+(?:_[a-z0-9]+)+\b"
    r"|\b[a-z]+-(?:db|prod|staging|api|svc|lb|node|pod|master|primary|replica|cache|queue)\b"
    r"|\b(?:kubernetes|k8s|pods?|replicas?|shards?|[45]xx|p9[059]|oom(?:-?killed)?|failover)\b",
    re.IGNORECASE,
)
_URL: Final = re.compile(r"\bhttps?://\S+", re.IGNORECASE)
_PERSON: Final = re.compile(r"(?<![\w@.])@[\w.-]+")
_RATE: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_DATA: Final = re.compile(r"\bdata\b|\bnothing (?:was|is|got) lost\b|\blost\b", re.IGNORECASE)


def public_findings(text: str, state: IncidentState) -> tuple[Finding, ...]:
    """What a customer should not read, in the order of the text; then what is missing from it."""
    found = [*_in_words(text, state), *_promises(text)]
    return (*sorted(found, key=lambda finding: finding.start), *_missing(text, state))


def was_outage(state: IncidentState) -> bool:
    """Whether the record has (nearly) all requests failing."""
    rate = _RATE.search(state.impact.get("error_rate", ""))
    return rate is not None and float(rate[1].replace(",", ".")) >= OUTAGE_FROM


def _in_words(text: str, state: IncidentState) -> Iterator[Finding]:
    rules: dict[str, re.Pattern[str]] = {"guess": _GUESS, "person": _PERSON}
    if not was_outage(state):
        rules["outage"] = _OUTAGE
    for rule, pattern in rules.items():
        for found in pattern.finditer(text):
            yield _finding(rule, text, found.start(), found.end())
    pages = [page.span() for page in _URL.finditer(text)]
    for found in _INTERNAL.finditer(text):
        if not any(start <= found.start() < end for start, end in pages):
            yield _finding("internal-name", text, found.start(), found.end())


def _promises(text: str) -> Iterator[Finding]:
    """Sentences that say when it will be over, but for those that speak of the next update."""
    for sentence in _SENTENCE.finditer(text):
        said = sentence[0]
        if _PROMISE.search(said) and not _IS_UPDATE.search(said):
            start = sentence.start() + len(said) - len(said.lstrip())
            yield _finding("resolution-time", text, start, sentence.end())


def _missing(text: str, state: IncidentState) -> Iterator[Finding]:
    if not text.strip():
        return
    ended = state.status is Status.RESOLVED
    rules: dict[str, Callable[[], bool]] = {
        "no-next-update": lambda: not ended and not _NEXT.search(text),
        "data": lambda: ended and not _DATA.search(text),
    }
    for rule, lacks in rules.items():
        if lacks():
            yield Finding(rule, len(text), len(text), RULES[rule])


def _finding(rule: str, text: str, start: int, end: int) -> Finding:
    return Finding(rule, start, end, f"{' '.join(text[start:end].split())!r} {RULES[rule]}")
