"""What people were like, or were not, is told in place of what they had in front of them."""

from typing import Final

from incident_tui.postmortem.english.character import DENIED, HOW, SIMPLE, TRAITS, VIRTUES
from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OURS, Who
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, BECAME, OWN, Hit, Sentence, Triggers, said_of

_PUSH: Final = words("too so all enough particularly especially sufficiently really even")
_NOT: Final = words("not never hardly nobody none neither")
_UNHAPPY: Final = words("prepared trained experienced qualified skilled concerned interested")
"""Of these, to lack them is the house's doing unless one person is pointed at."""
_FAR_FROM: Final = {("less", "than"), ("anything", "but"), ("far", "from"), ("not", "exactly")}
_SHEER: Final = words("sheer pure plain mere simple utter")
_FOR_CAUSE: Final = words("because due out through led owing down result cause from")
_GIVEN: Final = words("taken given exercised applied shown paid")
_MINDED: Final = words("care attention diligence thought consideration rigour rigor discipline")
_TOO_LITTLE: Final = words("insufficient inadequate little no due enough proper adequate")
_DUE: Final = words("due enough proper adequate")
"""Of which there was too little only where it is denied."""
_SEEN_BY_ALL: Final = words("anyone anybody any")
_WOULD_SEE: Final = words("know realise realize understand think")
_SUCH: Final = words("any anyone anybody senior experienced competent seasoned decent")


def _denied(sentence: Sentence, at: int) -> Hit | None:
    """`the owners were unwilling`, `an untrained operator`."""
    helper = sentence.back(at - 1, _PUSH)
    if sentence.low(helper) in {"and", "or", ","}:
        helper = sentence.back(helper - 2, _PUSH)
    if sentence.low(helper) in BECAME and not sentence.negated(at):
        doer = sentence.subject(helper)
        return said_of(JUDGEMENT, doer, at) if doer.who in OURS else None
    return said_beside(sentence, at)


def said_beside(sentence: Sentence, at: int) -> Hit | None:
    """Of a word and the people right behind it: `a stubborn architect`."""
    if not sentence.low(at + 1)[:1].isalpha():
        return None
    whom = sentence.noun_from(at)
    beside = whom.who in OTHERS and whom.last <= at + 2
    return Hit(JUDGEMENT, at, whom.last) if beside else None


def _virtue(sentence: Sentence, at: int) -> Hit | None:
    """`nobody was willing to help`, `the vendor was not very responsive`."""
    helper = sentence.back(
        at - 1, _PUSH | {"not", "less", "than", "anything", "but", "far", "from"}
    )
    if sentence.low(helper) not in BECAME:
        return None
    doer = sentence.subject(helper)
    among = frozenset(sentence.lows[max(doer.first, 0) : at])
    unhappy = sentence.low(at) in _UNHAPPY and sentence.low(at + 1) != "to"
    pointed = {Who.NAMED, Who.STAFF} if unhappy else OTHERS
    far = sentence.pair(at - 2) in _FAR_FROM
    told = doer.who in pointed and (far or not among.isdisjoint(_NOT))
    return said_of(JUDGEMENT, doer, at) if told else None


def _how(sentence: Sentence, at: int) -> Hit | None:
    """`we foolishly believed`, `was clumsily edited`."""
    act = sentence.onward(at + 1)
    if not sentence.low(act)[:1].isalpha():
        return Hit(JUDGEMENT, at, at) if sentence.doer(at).who in OURS else None
    if sentence.passive(at) and is_past(sentence.low(act)):
        hit = sentence.low(at) != "naively"
    else:
        hit = sentence.subject(act).who in OURS or sentence.leading(at).who in OTHERS
    return Hit(JUDGEMENT, at, at) if hit else None


def _trait(sentence: Sentence, at: int) -> Hit | None:
    """`her refusal to wait`, `the indifference of management`, `factor: laziness`."""
    if sentence.low(at - 1) in OWN or sentence.low(at - 1) == "'s":
        owners = list(sentence.owners(at - 1, at - 1))
        told = sentence.low(at - 1) in OWN or any(owner.who in PERHAPS_OURS for owner in owners)
        return Hit(JUDGEMENT, owners[0].first if owners else at - 1, at) if told else None
    if sentence.low(at + 1) in {"of", "by", "from", "among"} and at + 2 < len(sentence.words):
        whom = sentence.noun_from(at + 2)
        return Hit(JUDGEMENT, at, whom.last) if whom.who in OTHERS else None
    before = sentence.low(at - 1 - (sentence.low(at - 1) in _SHEER))
    if before in {"of", "to", "through", "from"} and sentence.has(_FOR_CAUSE):
        return Hit(JUDGEMENT, at - 1, at)
    alone = sentence.low(at - 1) == ":" and not sentence.low(at + 1)[:1].isalpha()
    return Hit(JUDGEMENT, at, at) if alone else None


def _minded(sentence: Sentence, at: int) -> Hit | None:
    """`insufficient care was taken`, `no thought was given to it`."""
    if sentence.low(at - 1) in _TOO_LITTLE - _DUE and sentence.low(at + 1) in {"by", "from", "of"}:
        theirs = sentence.noun_from(at + 2).who in OTHERS
        return Hit(JUDGEMENT, at - 1, at) if theirs else None
    given = sentence.onward(at + 1, BE)
    denied = "not" in sentence.ahead(at, given - at)
    much = sentence.low(at - 1)
    if given == at + 1 or much not in _TOO_LITTLE or sentence.low(given) not in _GIVEN:
        return None
    lacking = denied or not sentence.behind(at, 3).isdisjoint({"not", "never"})
    return Hit(JUDGEMENT, at - 1, given) if lacking or much not in _DUE else None


def _hurried(sentence: Sentence, at: int) -> Hit | None:
    """`was in a hurry`, `had no business touching it`."""
    if sentence.low(at) == "business":
        helper = at - 2
        told = sentence.low(at - 1) == "no" and sentence.low(at + 1).endswith("ing")
    else:
        helper = at - 3
        was = sentence.low(helper) in BE or is_past(sentence.low(helper))
        told = sentence.low(at - 2) == "in" and was
    own = sentence.low(at - 1) in OWN - {"its"} and sentence.low(at - 2) == "in"
    if own and sentence.low(at) != "business":
        return Hit(JUDGEMENT, at - 2, at)
    doer = sentence.subject(helper)
    agent = sentence.low(at + 1) == "by"
    theirs = agent and sentence.noun_from(at + 2).who in OURS
    return said_of(JUDGEMENT, doer, at) if told and (theirs or doer.who in OURS) else None


def _clear(sentence: Sentence, at: int) -> Hit | None:
    """`clear to anyone who looked`."""
    to = sentence.low(at + 1) == "to" and sentence.low(at + 2) in _SEEN_BY_ALL
    told = to and not sentence.negated(at) and sentence.low(at - 1) in BE
    return Hit(JUDGEMENT, at, at + 2) if told else None


def _anyone(sentence: Sentence, at: int) -> Hit | None:
    """`any engineer would know that`."""
    act = sentence.onward(at + 1, {"not"})
    low = sentence.low(act)
    doer = sentence.leading(at)
    among = frozenset(sentence.lows[max(doer.first, 0) : at])
    told = low in _WOULD_SEE and doer.who in OTHERS and not among.isdisjoint(_SUCH)
    return said_of(COUNTERFACTUAL, doer, act) if told else None


def _so_called(sentence: Sentence, at: int) -> Hit | None:
    """`their so-called experts`."""
    whom = sentence.noun_from(at + 1)
    return Hit(JUDGEMENT, at, whom.last) if whom.who in OTHERS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(DENIED | SIMPLE, _denied),
    **dict.fromkeys(VIRTUES, _virtue),
    **dict.fromkeys(HOW, _how),
    **dict.fromkeys(TRAITS, _trait),
    **dict.fromkeys(_MINDED, _minded),
    **dict.fromkeys(words("clear obvious plain evident apparent"), _clear),
    "would": _anyone,
    **dict.fromkeys(words("hurry rush business"), _hurried),
    "so-called": _so_called,
}
