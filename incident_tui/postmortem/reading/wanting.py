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


def is_ordered(text: str) -> bool:
    """Whether it begins with the plain form of a verb: `Add an alert`."""
    found = _WORD.match(text)
    word = found["word"].lower() if found else ""
    return is_order(word) or word in _VERBS or is_order(word.partition("-")[0])


def is_wanted(text: str) -> bool:
    """Whether it says what somebody is to do: `Add an alert`, `Second, we will add an alert`."""
    words = plain(text)
    return is_ordered(words) or bool(_WE_WILL.match(words))
