"""An action begins with a verb; what stands before it, and what is none, is told apart."""

from collections.abc import Sequence
from typing import Final

from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    is_adverb,
)
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.tokens import Mark, Token
from incident_tui.postmortem.follow_ups.verbs import AMBIGUOUS, VAGUE_PAIRS, is_act

Said = Sequence[Token]

UNSURE: Final = words("might maybe perhaps possibly")
_BEFORE_VERB: Final = words("we please should need needs to must will let 's lets")
_ASKING: Final = words(
    """
    can could should do does is are why how what who when would will did have has which where
    """
)
_HEDGES: Final = UNSURE | words("could option probably nice none nothing not unclear unsure idea")
_STATING: Final = words("was were is are has had might may could did does would seems seemed")
_DUTY: Final = words("should must shall will needs need")
_SIDE: Final = words("that when which if who so because while to")
_ARTICLES: Final = words("the a an our all every")
_SPOKEN_OF: Final = words("it this that there they we he she nobody everyone somebody i")
_NOT_VERBS: Final = DETERMINERS | PREPOSITIONS | AUXILIARIES | words("not it we they i when if")
_MORE: Final = words("more better improved clearer fewer stronger")
_HAVING: Final = words("have has had")
_POINTING: Final = words("the our this these that those a an their its")
_NEAR: Final = 7
_CLAUSE: Final = 14


def begins(said: Said) -> int:
    """The place of the first word that counts: past `we need to`, `let's` and adverbs."""
    at = 0
    while at < len(said) - 1 and (
        said[at].mark is Mark.POINT or is_adverb(said[at].low) or said[at].low in _BEFORE_VERB
    ):
        at += 1
    return at


def is_told(said: Said, core: str) -> bool:
    """Whether it is a question, or tells what is or was, and so is nothing to do."""
    first, second = said[0].low, said[1].low if len(said) > 1 else ""
    if first in _ASKING and "?" in core:
        return True
    if (first, second) == ("do", "not"):
        return False
    if first == "already" or (first in _SPOKEN_OF and is_past(second)):
        return True
    if first in _SPOKEN_OF and second in _HAVING and len(said) > 2 and is_past(said[2].low):
        return True
    if first in _POINTING and _tells(said):
        return True
    noun = first.endswith("ing") or first in AMBIGUOUS
    doing = noun and any(word.low in _STATING for word in said[1:4])
    if (is_act(first) and not doing) or (first, second) in VAGUE_PAIRS:
        return False
    if second in _ARTICLES and first not in _NOT_VERBS:
        return False  # an order by a verb that is in no list
    return is_fragment(said) or _states(said)


def _tells(said: Said) -> bool:
    """Whether a noun that was pointed at did something, and nothing of it is still owed."""
    near = said[1:_NEAR]
    return any(is_past(word.low) for word in near) and not any(word.low in _DUTY for word in said)


def is_fragment(said: Said) -> bool:
    """`Better tests`, `more unit tests`: a few words without a verb name no action."""
    said = [word for word in said if word.mark is not Mark.POINT]
    short = 4 if said and said[0].low in _MORE else 3
    return len(said) < short and all(word.mark is Mark.WORD for word in said)


def _states(said: Said) -> bool:
    for at, word in enumerate(said[1:_CLAUSE], 1):
        stops = word.mark is Mark.POINT and word.low in {".", ";", ":"}
        if stops or word.low in _DUTY or word.low in _SIDE:
            return said[0].low in _HEDGES and word.low not in _DUTY
        denied = word.low == "not" and said[at - 1].low in AUXILIARIES
        if word.low in _STATING or denied:
            return True
    return said[0].low in _HEDGES
