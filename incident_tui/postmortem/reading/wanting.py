"""What wants to be done is told by how a text begins: with a verb, or with who will do it."""

import re
from typing import Final

from incident_tui.postmortem.follow_ups.verbs import is_order
from incident_tui.postmortem.reading.inline import plain

_VERBS: Final = frozenset(
    (
        *("adjust", "develop", "figure", "find", "follow", "formalise", "formalize", "get"),
        *("have", "identify", "integrate", "look", "perform", "prioritise", "prioritize"),
        *("reach", "speed"),
    )
)
"""Too vague for an action item that one could check off, and yet written as one."""
_WORD: Final = re.compile(r"\W*(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)(?!['’\w])")
_WE_WILL: Final = re.compile(
    r"(?:(?:first|second|third|fourth|fifth|last|final|next|additional|further)(?:ly)?|also|then"
    r"|in addition|furthermore|going forward|to (?:do|address|prevent|avoid) (?:this|that|it))?"
    r"[\s,:]{0,2}(?:we|the team)(?: (?:will|should|shall|must|need to|have to|plan to|intend to"
    r"|want to|are (?:also |now |currently )?(?:going to|\w{3,15}ing)|could)|['’]ll"
    r"|['’]re (?:also |now )?\w{3,15}ing)\b",
    re.IGNORECASE,
)

_TEAM_WILL: Final = re.compile(
    r"(?:[Tt]he )?[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2}(?: [Tt]eam)? will (?:also |now |then )?"
    r"(?P<verb>[a-z]+(?:-[a-z]+)?)\b"
)
_ANSWERED: Final = re.compile(r"[^.!]{3,150}\?\s+(?P<answer>[^.?!]+)[.!]?")
"""A question, and what is to be done about it: `Do we need a probe? Yes, add one.`"""


def is_ordered(text: str) -> bool:
    """Whether it begins with the plain form of a verb: `Add an alert`."""
    found = _WORD.match(text)
    word = found["word"].lower() if found else ""
    return is_order(word) or word in _VERBS or is_order(word.partition("-")[0])


def is_wanted(text: str) -> bool:
    """Whether it says what somebody is to do: `Add an alert`, `Second, we will add an alert`."""
    words = plain(text)
    if is_ordered(words) or _WE_WILL.match(words):
        return True
    if (team := _TEAM_WILL.match(words)) and _is_deed(team["verb"]):
        return True
    asked = _ANSWERED.match(words)
    clauses = asked["answer"].split(", ")[:2] if asked else []
    return any(is_ordered(said) or _WE_WILL.match(said) is not None for said in clauses)


def _is_deed(verb: str) -> bool:
    """Whether a team does it; what begins with re- is done again: `re-iterate`."""
    return (is_order(verb) and verb not in {"be", "have"}) or verb.startswith("re-")
