"""A milestone is taken from a label or from words that say nothing else; it is never guessed."""

import re
from typing import Final

from incident_tui.domain.incident import Milestone

_WHAT: Final = (
    r"(?:(?:time|date|moment)\s+of\s+)?(?:(?:the|this|our|an?)\s+)?(?:(?:first|initial|initially|full|fully|service|user"
    r"|customer|major)\s+)?"
    r"(?:(?:incident|outage|issue|problem|impact|degradation|disruption|downtime|alert|page|fault"
    r"|event|service|services|error|errors)\s+)?(?:(?:is|was|were|has been|been|have been"
    r"|gets?|got)\s+)?"
    r"(?:(?:first|initially|fully|completely|officially|formally"
    r"|now)\s+)?(?:declared\s+(?:as\s+)?)?"
)
_ENDS: Final = r"(?:\s*(?:time|at|on|declared|date|complete|completed|by\s+\S+(?:\s\S+)?))?"
_WORDS: Final[tuple[tuple[Milestone, str], ...]] = (
    (Milestone.RESOLVED,
        r"resolved|resolution|closed|over|ends?|ended|finish(?:ed)?|all[ -]clear|restored"
        r"|recovered|stopped"),
    (Milestone.MITIGATED, r"mitigated|mitigation|repaired|contained|stabili[sz]ed"),
    (Milestone.ACKNOWLEDGED,
        r"acknowledged|acknowledgement|acked|ack|declared|triaged|response (?:started|began)"),
    (Milestone.DETECTED, r"detected|detection|noticed|discovered|reported|alerted|identified"),
    (Milestone.STARTED, r"start(?:ed|s)?|beg[aiu]n(?:s|ning)?|begins|onset|introduced|occurred"),
)  # fmt: skip
_LABELS: Final = tuple(
    (milestone, re.compile(rf"{_WHAT}(?:{words}){_ENDS}", re.IGNORECASE))
    for milestone, words in _WORDS
)
_STATED: Final = tuple(
    (milestone, re.compile(pattern, re.IGNORECASE))
    for milestone, pattern in (
        (Milestone.RESOLVED,
            r"(?:the )?(?:incident|outage|issue)(?: is| was| has been)?(?: now)?(?: "
            r"fully)?(?: declared| marked)?(?: as)? (?:resolved|closed|over|ended|ends)|all[ "
            r"-]clear|fully resolved|resolved"),
        (Milestone.MITIGATED,
            r"(?:the )?(?:incident|outage|issue|impact)(?: is| was| has been)? (?:mitigated"
            r"|repaired|contained)|mitigated"),
        (Milestone.ACKNOWLEDGED,
            r"(?:the )?(?:incident|outage)(?: is| was| has been)?(?: formally| officially)? "
            r"(?:declared|acknowledged|raised|opened)|(?:page|alert|pager)(?: is| was)? "
            r"acknowledged|acknowledged|incident call (?:started|opened)"),
        (Milestone.DETECTED,
            r"(?:the )?(?:incident|outage|issue|problem)(?: is| was| has been)?(?: first)? "
            r"(?:detected|noticed|discovered)|first detected|detected"),
        (Milestone.STARTED,
            r"(?:the )?(?:incident|outage|impact|downtime)(?: is| was| has)? (?:starts?"
            r"|started|begins?|began|begun)|start of (?:the )?(?:incident|outage|impact"
            r"|downtime)"),
    )
)  # fmt: skip
_TAGGED: Final = re.compile(r"[\[(<]\s*([^\[\]()<>]{3,30}?)\s*[\])>]")
_SHOUTED: Final = re.compile(
    r"\b(?:OUTAGE|INCIDENT|IMPACT)\s+(?:BEGINS|STARTS|MITIGATED|ENDS|RESOLVED|DETECTED)\b"
)
_SHOUTS: Final = {"BEGINS": Milestone.STARTED, "STARTS": Milestone.STARTED,
    "MITIGATED": Milestone.MITIGATED, "ENDS": Milestone.RESOLVED, "RESOLVED": Milestone.RESOLVED,
    "DETECTED": Milestone.DETECTED}  # fmt: skip
_SHORT: Final = 60
_CLAUSE: Final = re.compile(r"\s*(?:[:–—.;!]|\s-\s)(?:\s|$)")
_SENTENCE: Final = re.compile(r"[.!;]\s+|\n")
_INCIDENT: Final = re.compile(r"\b(?:incident|outage)\b", re.IGNORECASE)


def labelled(label: str) -> Milestone | None:
    """The milestone that a label names: `First detected`, `Incident start`, `Repaired`."""
    words = label.strip(" :*_-–—.!").lower()
    if not words or len(words) > _SHORT:
        return None
    return next((milestone for milestone, known in _LABELS if known.fullmatch(words)), None)


def stated(text: str) -> Milestone | None:
    """The milestone that an entry states: as all of its words, before a colon, or in brackets.

    A sentence of its own, or its first clause, states one too where it names the incident.
    """
    if shout := _SHOUTED.search(text[:400]):
        return _SHOUTS[shout[0].split()[-1]]
    head = _CLAUSE.split(text[: 2 * _SHORT], maxsplit=1)[0]
    for words in (text, head, head.rpartition("→")[2]):
        if found := _named(words):
            return found
    for tag in _TAGGED.finditer(text[:1000]):
        if found := _named(tag[1]):
            return found
    clauses = (re.split(r"[,:]", said, maxsplit=1)[0] for said in _SENTENCE.split(text[:600]))
    told = (_named(said) for said in clauses if _INCIDENT.search(said))
    return next((found for found in told if found), None)


def _named(words: str) -> Milestone | None:
    said = words.strip(" :*_-–—.!")
    if not said or len(said) > _SHORT:
        return None
    return next((milestone for milestone, known in _STATED if known.fullmatch(said)), None)
