"""A sentence is heard clause by clause: what one of them denies another may still say.

Questions and conditions hold for the whole sentence. People who talk, or type in haste, set no
commas, so `we`, `I` and `let's` begin a clause too, unless the word before binds it to what went
before: `they think we restart`.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_ASK: Final = (
    r"(?:who|what|when|why|how|where|which|should|shall|could|can|would|will we|is|are|do(?! not\b)"
    r"(?= (?:we|you|i|they|any)\b)|does|did|has|have (?:we|you|they)|if|unless|maybe|perhaps|once|"
    r"until|after it|before|as soon as|in case|whether)"
)
DOUBT: Final = re.compile(
    rf"\?\s*$|^\s*{_ASK}\b|^\s*>|[\"“”]|\b(?:what if|if (?:we|it|i|you|nobody|that)|in case|"
    r"last (?:week|month|year|time|night)|(?<!of )yesterday(?![’']s)|would(?:n[’']?t)? (?:have|be)|"
    r"should have(?! (?:an?|better|more|some)\b)|could have|used to|might)\b",
    re.IGNORECASE,
)
"""A question, a condition, a quotation or what was before: nothing of it is meant now."""
DENIED: Final = re.compile(
    r"\b(?:not|n't|n’t|cannot|never|no longer|wasn|isn|nobody|nothing)\b|n[’']t\b", re.IGNORECASE
)
_BREAK: Final = re.compile(
    r"[,;]\s+(?:(?:and|but|so|then|instead|also)\s+)*|\s+(?:and|but|so|then)\s+"
    r"(?=(?:we|i|i[’']m|let|@\S+|it|please|(?-i:[A-Z])\w+,? (?:is|does|has|takes|will|as|you))\b)|\s+-+\s+|https?://\S+\s+",
    re.IGNORECASE,
)
_RUN_ON: Final = re.compile(r"(?<=\s)(?:we|i|let[’']?s|let me|let us)\b", re.IGNORECASE)
_BINDING: Final = (
    "think thinks thought believe guess say says said told hope wish wonder suppose suggest know "
    "knows mean means want wants sure because since as that than when while where why how what who "
    "which whether if unless until before after once like or nor do does did can could should "
    "shall will would may might must are is was were have has had the maybe perhaps and till "
    "whenever though although not time everything anything all"
)
_BINDS: Final = frozenset(_BINDING.split())


class Clause(NamedTuple):
    """What is said from its first word to the end of the sentence; `own` ends with the clause."""

    text: str
    own: str
    runs_on: bool = False
    denied: bool = False


def clauses(sentence: str) -> Iterator[Clause]:
    """The first clause, and behind it those that are not denied."""
    breaks = list(_BREAK.finditer(sentence))
    starts = [0, *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), len(sentence)]
    for start, end in zip(starts, ends, strict=True):
        own = sentence[start:end]
        denied = DENIED.search(own) is not None
        if start == 0 or (own and not denied and not DOUBT.search(own)):
            yield Clause(sentence[start:], own, denied=denied)
    for found in _RUN_ON.finditer(sentence):
        before = sentence[: found.start()].split()
        rest = sentence[found.start() :]
        own = rest[: at.start()] if (at := _BREAK.search(rest)) else rest
        bound = not before or before[-1].lower().strip(",") in _BINDS
        if not bound and found.start() not in starts and not DENIED.search(own):
            yield Clause(rest, own, runs_on=True)
