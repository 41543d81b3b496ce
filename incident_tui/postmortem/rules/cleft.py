"""A sentence may be turned so that a person stands where its cause is told."""

from typing import Final

from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OURS
from incident_tui.postmortem.rules.cause import GOOD
from incident_tui.postmortem.rules.ids import CULPRIT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, OWN, POINTED, Hit, Sentence, Triggers

_HURT: Final = words(
    """
    broke caused triggered crashed took brought led resulted wiped corrupted overloaded deleted
    destroyed started lost killed
    """
)
_WORKS: Final = words("change commit decision edit action actions script merge deploy command")


def _result(sentence: Sentence, at: int) -> Hit | None:
    """`is the result of Ana's decision`, `the result of an engineer running it`."""
    if sentence.low(at + 1) not in {"of", "from"}:
        return None
    whom = sentence.noun_from(at + 2)
    for owner in sentence.owners(at + 2, min(whom.last + 2, at + 8)):
        if owner.who in OTHERS:
            return Hit(CULPRIT, at, owner.last)
    doing = sentence.low(whom.last + 1).endswith("ing")
    return Hit(CULPRIT, at, whom.last) if doing and whom.who in POINTED else None


def _the_one(sentence: Sentence, at: int) -> Hit | None:
    """`I am the one who broke it`."""
    told = sentence.low(at - 1) == "the" and sentence.low(at + 1) in {"who", "that"}
    did = sentence.low(sentence.onward(at + 2, {"had"}))
    whose = sentence.low(at - 2) in BE and sentence.subject(at - 2).who in POINTED
    acted = whose and is_past(did) and did not in GOOD | BE
    return Hit(CULPRIT, at - 1, at + 2) if told and (did in _HURT or acted) else None


def _whose_work(sentence: Sentence, at: int) -> Hit | None:
    """`it was my change that took it down`, `it was Ana's commit that broke it`."""
    if sentence.low(at + 1) not in {"that", "which"}:
        return None
    if sentence.low(sentence.onward(at + 2)) not in _HURT:
        return None
    own = sentence.low(at - 1) in OWN - {"its"}
    owned = any(owner.who in PERHAPS_OURS for owner in sentence.owners(at - 1, at - 1))
    return Hit(CULPRIT, at - 1, at + 2) if own or owned else None


def _is_what(sentence: Sentence, at: int) -> Hit | None:
    """`Ana restarted both nodes, and that is what lost the data`."""
    if sentence.low(at - 1) not in {"is", "was"} or sentence.low(at - 2) not in {"that", "this"}:
        return None
    hurt = sentence.low(sentence.onward(at + 1)) in _HURT
    told = sentence.leading(at).who in POINTED
    return Hit(CULPRIT, at - 2, at + 1) if hurt and told else None


def _left_out(sentence: Sentence, at: int) -> Hit | None:
    """`the step was left out by the operator`."""
    if sentence.low(at - 1) != "left" or sentence.low(at + 1) != "by":
        return None
    whom = sentence.noun_from(at + 2)
    return Hit(OMISSION, at - 1, whom.last) if whom.who in OURS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(words("result resulted"), _result),
    "one": _the_one,
    **dict.fromkeys(_WORKS, _whose_work),
    "what": _is_what,
    "out": _left_out,
}
