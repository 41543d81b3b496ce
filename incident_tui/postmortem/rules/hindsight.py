"""What people should or could have done is known today, and was not known then."""

from typing import Final

from incident_tui.postmortem.english.acts import (
    CARE,
    DONE_TO_THINGS,
    HUMAN_ACTS,
    SOFTWARE_ACTS,
    TOLD,
)
from incident_tui.postmortem.english.forms import Form, is_participle, verbs
from incident_tui.postmortem.english.grammar import DETERMINERS, PREPOSITIONS, is_adverb
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Noun, Who
from incident_tui.postmortem.english.people import ATTACKERS
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, HINDSIGHT
from incident_tui.postmortem.rules.omission import SEEING, unsaid
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, capital, said_of

_QUALITIES: Final = words(
    """
    automated dedicated improved detailed limited shared distributed centralized centralised
    defined restricted better automatic redundant separated isolated versioned managed
    structured advanced encrypted standardized standardised unified simplified extended enhanced
    scheduled trusted
    """
)
"""Participles that as often say what a thing is like: `we should have automated tests`."""
_GIVEN: Final = words("given paid taken put devoted spent shown")
_MINDED: Final = words("attention care thought time effort priority consideration heed")
_RIGHTS: Final = words("access permission permissions rights privileges only replica replicas")
_ON: Final = words("it earlier sooner and")
_FORTUNE: Final = words("worse later longer lost missed never lucky luckily nobody")
"""Where it could have been worse, nobody is judged."""
_ANYONE: Final = words("anyone anybody everyone everybody")
_ALONE: Final = words("automatically script job pipeline")
_CLEAR: Final = words("clear plain apparent")
_ATTEMPTED: Final = words(
    "attempted deployed released shipped committed granted skipped tried made"
)
"""What people should not have done, whoever it was."""
_NOT: Final = words("not never")
_ALLOWED: Final = words("allowed permitted let")
_STATES: Final = words("prepared trained concerned")
_LIKELY: Final = words("check test review verify communicate escalate plan coordinate")
"""Of things that `could have been` done, what a person is meant by."""
_ENDURED: Final = words(
    "know understand expect realise realize stay leave let allow trust assume make"
)
"""Of which nobody would say that there was a need to."""
_ABLE: Final = words("experienced competent careful reasonable skilled diligent good better")
_FOUND: Final = verbs(
    "catch spot notice detect find see discover pick foresee anticipate predict avoid prevent avert"
)
_AVERTED: Final = words("avoid prevent avert")
_CARRIED_OUT: Final = words("performed done conducted carried undertaken held made")
_DURING: Final = words("in at during on with")
_HUMAN_STEPS: Final = words(
    "review reviews reviewing inspection approval handover sign-off read-through walkthrough"
    " look glance eyes attention care reading"
)
_STEPS: Final = _HUMAN_STEPS | words("check checks test tests testing validation verification")


def _modal(sentence: Sentence, at: int) -> Hit | None:
    """`should have checked`, `ought to have been told`, `would have noticed`."""
    verb = _perfect(sentence, at)
    if verb is None:
        return None
    passive = sentence.low(verb) == "been"
    act = sentence.onward(verb + 1, {"not"}) if passive else verb
    if sentence.low(at) == "might":
        return _might(sentence, at, act)
    if sentence.low(at) == "would":
        return _by_somebody(sentence, at, act) if passive else _would(sentence, at, act)
    if _never_again(sentence, at, act):
        return Hit(HINDSIGHT, at, act)
    doer = sentence.subject(at)
    if doer.who in OURS:
        return _owed(sentence, at, act, doer, passive=passive)
    if passive:
        return _implied(sentence, at, act)
    if unsaid(sentence, at) and sentence.low(at) != "would" and sentence.low(act) in HUMAN_ACTS:
        return Hit(HINDSIGHT, at, act)
    return _others(sentence, at, act, doer)


def _might(sentence: Sentence, at: int, act: int) -> Hit | None:
    """`Bogdan might have told us`, `I might have spared us this`: a reproach, not a guess."""
    low, doer = sentence.low(act), sentence.subject(at)
    told = doer.who in OTHERS and low in TOLD
    spared = doer.who is Who.SELF and low in _SPARED
    return said_of(HINDSIGHT, doer, act) if told or spared else None


_SPARED: Final = words("spared saved prevented avoided averted")


def _perfect(sentence: Sentence, at: int) -> int | None:
    """The place of what `should have` goes with: a participle, not a thing that is needed."""
    have = sentence.onward(at + 1, {"not", "to"})
    verb = sentence.onward(have + 1, {"not"})
    low = sentence.low(verb)
    if sentence.low(have) not in {"have", "of"} or not (is_participle(low) or low == "been"):
        return None
    if low in _QUALITIES and _noun_follows(sentence.low(verb + 1)):
        return None
    if low == "read" and sentence.low(verb + 1) in _RIGHTS:
        return None
    return None if sentence.pair(verb) == ("had", "to") else verb


def _noun_follows(low: str) -> bool:
    small = low in DETERMINERS or low in PREPOSITIONS or low in _ON or is_adverb(low)
    return low[:1].isalpha() and not small


def _never_again(sentence: Sentence, at: int, act: int) -> bool:
    """`should never have happened`."""
    never = not sentence.ahead(at, 2).isdisjoint({"not", "never"})
    return sentence.low(at) == "should" and sentence.low(act) == "happened" and never


def _owed(sentence: Sentence, at: int, act: int, doer: Noun, *, passive: bool) -> Hit | None:
    """People should have done it; that they should have been paged is said of the system."""
    low = sentence.low(act)
    if passive and is_participle(low) and low not in TOLD and low not in _STATES:
        return None
    if sentence.low(at) == "could" and (_excused(sentence, at) or _open_to_all(sentence, doer)):
        return None
    if sentence.low(doer.last).startswith("operator") and low in SOFTWARE_ACTS:
        return None
    return said_of(HINDSIGHT, doer, act, "" if passive else _shown(sentence, act))


def _others(sentence: Sentence, at: int, act: int, doer: Noun) -> Hit | None:
    """Customers who should have read it; a name that is not known."""
    low = sentence.low(act)
    if doer.who is Who.CUSTOMER:
        among = frozenset(sentence.lows[max(doer.first, 0) : at])
        theirs = low in CARE and sentence.low(at) == "should" and among.isdisjoint(ATTACKERS)
        return Hit(HINDSIGHT, at, act) if theirs else None
    unknown = doer.who is Who.UNKNOWN and low in HUMAN_ACTS and sentence.low(at) != "could"
    return Hit(HINDSIGHT, at, act) if unknown else None


def _excused(sentence: Sentence, at: int) -> bool:
    """`could not have known`, `could have been far worse`."""
    return "not" in sentence.ahead(at, 2) or sentence.has(_FORTUNE)


def _open_to_all(sentence: Sentence, doer: Noun) -> bool:
    """`anyone could have read it` tells how open it was."""
    return not _ANYONE.isdisjoint(sentence.lows[max(doer.first, 0) : doer.first + 2])


def _implied(sentence: Sentence, at: int, act: int) -> Hit | None:
    """`the change should have been reviewed`: by whom is clear enough."""
    modal, low, hit = sentence.low(at), sentence.low(act), Hit(HINDSIGHT, at, act)
    if low == "obvious" or (modal == "should" and low in _CLEAR | _ALLOWED):
        return hit
    by = next((n for n in range(act + 1, len(sentence.lows)) if sentence.low(n) == "by"), None)
    agent = Who.THING if by is None else sentence.noun_from(by + 1).who
    if agent in OURS and is_participle(low) and modal != "could":
        return hit
    denied = not sentence.ahead(at, 2).isdisjoint(_NOT)
    tried = modal == "should" and low in _ATTEMPTED and denied
    stepped = modal != "could" and low in _CARRIED_OUT and _stepped(sentence, at)
    if tried or stepped or (low in _GIVEN and _minded(sentence, at)):
        return hit
    if (found := _by_somebody(sentence, at, act)) is not None:
        return found
    verb = DONE_TO_THINGS.get(low)
    if verb is None or Form.DONE not in verb.forms:
        return None
    if by is not None and agent not in OURS | {Who.UNKNOWN, Who.CUSTOMER}:
        doing = sentence.low(by + 1)
        return hit if doing.endswith("ing") and doing in HUMAN_ACTS else None
    if sentence.has(_ALONE):
        return None
    lucky = modal == "could" and (_excused(sentence, at) or verb.base not in _LIKELY)
    return None if lucky else hit


def _minded(sentence: Sentence, at: int) -> bool:
    """Whether it is attention or care that should have been given."""
    what = sentence.subject(at)
    return not _MINDED.isdisjoint(sentence.lows[max(what.first, 0) : at])


def _stepped(sentence: Sentence, at: int) -> bool:
    """Whether it is a step of people's: `a thorough check of the code should have been made`."""
    return not _STEPS.isdisjoint(sentence.lows[max(at - 8, 0) : at])


def _by_somebody(sentence: Sentence, at: int, act: int) -> Hit | None:
    """`could have been caught in review`, `would have been spotted by a diligent reader`."""
    verb = _FOUND.get(sentence.low(act))
    if verb is None or "not" in sentence.ahead(at, 2):
        return None
    rule = COUNTERFACTUAL if sentence.low(at) == "would" else HINDSIGHT
    for place in range(act + 1, sentence.clause_end(act + 1) - 1):
        low = sentence.low(place)
        if low == "by":
            doing = sentence.low(sentence.onward(place + 1))
            asked = verb.base in _AVERTED and doing.endswith("ing") and doing in CARE
            return Hit(rule, at, act) if asked or _human(sentence, place + 1) else None
        if low in _DURING and not sentence.ahead(place, 4).isdisjoint(_HUMAN_STEPS):
            return Hit(rule, at, act)
    return None


def _human(sentence: Sentence, at: int) -> bool:
    """Whether what begins there is a person, or what people do with their eyes."""
    whom = sentence.noun_from(at)
    if whom.who in OURS:
        return True
    return not _HUMAN_STEPS.isdisjoint(sentence.lows[at : whom.last + 1])


def _would(sentence: Sentence, at: int, act: int) -> Hit | None:
    """`a more experienced engineer would have caught this`."""
    doer = sentence.subject(at)
    if doer.who not in OTHERS:
        return None
    among = frozenset(sentence.lows[max(doer.first, 0) : doer.last])
    able = not among.isdisjoint(_ABLE)
    acted = sentence.low(act) in HUMAN_ACTS or able
    if "not" in sentence.ahead(at, 2) or "never" in sentence.ahead(at, 2):
        acted = able
    return said_of(COUNTERFACTUAL, doer, act) if acted else None


def _shown(sentence: Sentence, act: int) -> str:
    verb = HUMAN_ACTS.get(sentence.low(act))
    if verb is None:
        return ""
    rest = sentence.rest(act + 1) if act + 1 < len(sentence.words) else ""
    if verb.base in SEEING:
        return f"{capital(rest)} did not stand out at the time: …" if rest else ""
    if verb.base in _ENDURED:
        return ""
    return f"At the time, nothing showed the need to {f'{verb.base} {rest}'.strip()}: …"


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(words("should could ought would needed might"), _modal),
}
