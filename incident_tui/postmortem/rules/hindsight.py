"""What people should or could have done is known today, and was not known then."""

from typing import Final

from incident_tui.postmortem.english.acts import (
    CARE,
    HUMAN_ACTS,
    SOFTWARE_ACTS,
    TOLD,
)
from incident_tui.postmortem.english.character import VIRTUES
from incident_tui.postmortem.english.forms import is_participle
from incident_tui.postmortem.english.grammar import DETERMINERS, PREPOSITIONS, is_adverb
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Noun, Who
from incident_tui.postmortem.english.people import ATTACKERS
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, HINDSIGHT
from incident_tui.postmortem.rules.implied import by_somebody, excused, implied
from incident_tui.postmortem.rules.omission import SEEING, unsaid
from incident_tui.postmortem.rules.sentence import (
    BE,
    Hit,
    Sentence,
    Triggers,
    capital,
    people_from,
    said_of,
)

_QUALITIES: Final = words(
    """
    automated dedicated improved detailed limited shared distributed centralized centralised
    defined restricted better automatic redundant separated isolated versioned managed
    structured advanced encrypted standardized standardised unified simplified extended enhanced
    scheduled trusted
    """
)
"""Participles that as often say what a thing is like: `we should have automated tests`."""
_RIGHTS: Final = words("access permission permissions rights privileges only replica replicas")
_ON: Final = words("it earlier sooner and")
_ANYONE: Final = words("anyone anybody everyone everybody")
_HAVE: Final = words("have of had has")
_BARE: Final = words(
    """
    been inform tell verify validate communicate consult ask confirm escalate listen think consider
    involve announce notify coordinate follow know realise realize understand wait warn revert
    remove roll
    """
)
"""After `should have`, verbs that are no nouns; many write them without their ending."""
_GIVEN: Final = words("got received gotten")
_STATES: Final = words("prepared trained concerned")
_ENDURED: Final = words(
    "know understand expect realise realize stay leave let allow trust assume make"
)
"""Of which nobody would say that there was a need to."""
_ABLE: Final = words(
    "trained seasoned sane decent attentive experienced competent careful reasonable skilled"
    " diligent good better"
)

_ALIKE: Final = words("done trusted thought believed assumed missed concluded taken")
"""What anybody would have done excuses whoever did."""


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
        return by_somebody(sentence, at, act) if passive else _would(sentence, at, act)
    if (
        _never_again(sentence, at, act)
        or _so_long(sentence, at, act)
        or (passive and _turned(sentence, at, act))
    ):
        return Hit(HINDSIGHT, at, act)
    doer = sentence.subject(at)
    if doer.who in OURS:
        return _owed(sentence, at, act, doer, passive=passive)
    if passive:
        return implied(sentence, at, act)
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
    if sentence.low(have) not in _HAVE or not (is_participle(low) or low in _BARE):
        return None
    foreign = sentence.low(have) == "had" or low in _BARE - {"been"}
    if foreign and sentence.subject(at).who not in OURS:
        return None
    if low in _QUALITIES and _noun_follows(sentence.low(verb + 1)):
        return None
    if low == "read" and sentence.low(verb + 1) in _RIGHTS:
        return None
    return None if sentence.pair(verb) == ("had", "to") else verb


def _noun_follows(low: str) -> bool:
    small = low in DETERMINERS or low in PREPOSITIONS or low in _ON or is_adverb(low)
    return low[:1].isalpha() and not small


def _turned(sentence: Sentence, at: int, act: int) -> bool:
    """`it was approved when it should not have been`."""
    return not sentence.low(act)[:1].isalpha() and any(
        low in HUMAN_ACTS and is_participle(low) and sentence.low(n - 1) in BE
        for n, low in enumerate(sentence.lows[:at])
    )


def _so_long(sentence: Sentence, at: int, act: int) -> bool:
    """`it should not have taken us four hours`."""
    it = sentence.low(at - 1) == "it" and sentence.low(act) == "taken"
    us = sentence.low(act + 1) in {"us", "me"} or sentence.noun_from(act + 1).who in OTHERS
    return it and us and "not" in sentence.ahead(at, 2)


def _never_again(sentence: Sentence, at: int, act: int) -> bool:
    """`should never have happened`."""
    never = not sentence.ahead(at, 2).isdisjoint({"not", "never"})
    return sentence.low(at) == "should" and sentence.low(act) == "happened" and never


def _owed(sentence: Sentence, at: int, act: int, doer: Noun, *, passive: bool) -> Hit | None:
    """People should have done it; that they should have been paged is said of the system."""
    low = sentence.low(act)
    if passive and is_participle(low) and low not in TOLD and low not in _STATES:
        return None
    by_thing = sentence.low(act + 1) == "by" and act + 2 < len(sentence.words)
    by_thing = by_thing and sentence.noun_from(act + 2).who is Who.THING
    if low in _GIVEN or (passive and by_thing):
        return None
    if sentence.low(at) == "could" and (excused(sentence, at) or _open_to_all(sentence, doer)):
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
    human = low in HUMAN_ACTS or sentence.low(at) == "ought"
    unknown = doer.who is Who.UNKNOWN and human and sentence.low(at) != "could"
    return Hit(HINDSIGHT, at, act) if unknown else None


def _open_to_all(sentence: Sentence, doer: Noun) -> bool:
    """`anyone could have read it` tells how open it was."""
    return not _ANYONE.isdisjoint(sentence.lows[max(doer.first, 0) : doer.first + 2])


def _would(sentence: Sentence, at: int, act: int) -> Hit | None:
    """`a more experienced engineer would have caught this`."""
    doer = sentence.subject(at)
    if doer.who in OURS and sentence.low(at + 1) == "rather":
        return Hit(HINDSIGHT, at, act)
    if sentence.low(act) == "expected" and act + 1 < len(sentence.words):
        whom = people_from(sentence, act + 1)
        asked = whom.who in OTHERS and sentence.low(whom.last + 1) == "to"
        return Hit(HINDSIGHT, at, whom.last) if asked else None
    among = frozenset(sentence.lows[max(doer.first, 0) : doer.last])
    able = not among.isdisjoint(_ABLE | VIRTUES)
    if doer.who not in OTHERS and not (able and doer.who is Who.UNKNOWN):
        return None
    alike = doer.who is Who.ANYBODY and (sentence.low(act) in _ALIKE or "same" in sentence.lows)
    acted = able or (sentence.low(act) in HUMAN_ACTS and not alike)
    if "not" in sentence.ahead(at, 2) or "never" in sentence.ahead(at, 2):
        acted = able
    return said_of(COUNTERFACTUAL, doer, act) if acted else None


def _shown(sentence: Sentence, act: int) -> str:
    verb = HUMAN_ACTS.get(sentence.low(act))
    if verb is None:
        return ""
    rest = sentence.rest(act + 1)
    if verb.base in SEEING:
        return f"{capital(rest)} did not stand out at the time: …" if rest else ""
    if verb.base in _ENDURED:
        return ""
    return f"At the time, nothing showed the need to {f'{verb.base} {rest}'.strip()}: …"


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(words("should could ought would needed might need"), _modal),
}
