"""What people did not know is the gap of a page, a console or a drill, not theirs."""

from typing import Final

from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, PERHAPS_OURS, Who
from incident_tui.postmortem.rules.ids import JUDGEMENT
from incident_tui.postmortem.rules.sentence import (
    BE,
    OWN,
    POINTED,
    Hit,
    Sentence,
    Triggers,
    points_at,
    said_of,
)

_REASONS: Final = words(
    "because since as until whether who why when yet which no nothing nowhere missing"
)
"""With one of these it is told why it was not known, or what was being looked for."""
_FROM_PEOPLE: Final = words("of among between by from in within with on")
_LEARNT: Final = words(
    """
    knowledge training familiarity awareness understanding experience communication diligence
    preparation expertise vigilance skills
    """
)
_NEAR: Final = 6
_PRONOUNS: Final = words("i he she they it")
_THERE: Final = words("on in at connected logged working looking typing")


def _knew(sentence: Sentence, at: int) -> Hit | None:
    """`Noor did not know that the flag is global`."""
    if sentence.low(at - 1) != "not" or sentence.low(at - 2) != "did" or _reasoned(sentence, at):
        return None
    doer = sentence.subject(at)
    return said_of(JUDGEMENT, doer, at) if doer.who in POINTED | {Who.UNKNOWN} else None


def _realised(sentence: Sentence, at: int) -> Hit | None:
    """`I did not realise that it was the live one`."""
    not_so = sentence.low(at - 1) == "not" and sentence.low(at - 2) == "did"
    told = not_so and sentence.low(sentence.subject(at).last) == "i"
    return Hit(JUDGEMENT, at - 1, at) if told and not _reasoned(sentence, at) else None


def _fooled(sentence: Sentence, at: int) -> Hit | None:
    """`one of our clerks was tricked into opening it`."""
    doer = sentence.subject(at)
    told = sentence.passive(at) and not sentence.negated(at) and doer.who in POINTED
    return said_of(JUDGEMENT, doer, at) if told else None


def _elsewhere(sentence: Sentence, at: int) -> Hit | None:
    """`she believed she was on the test host and dropped the table`."""
    who, was = sentence.pair(at + 1 + (sentence.low(at + 1) == "that"))
    aside = sentence.low(at).endswith("ing")
    there = who in _PRONOUNS and was in BE and (aside or sentence.low(at + 3) in _THERE)
    doer = sentence.doer(at) if aside else sentence.subject(at)
    acted = aside or not {"and", "so", "when", "while"}.isdisjoint(sentence.lows[at:])
    told = there and acted and points_at(sentence, doer)
    return said_of(JUDGEMENT, doer, at) if told else None


def _aware(sentence: Sentence, at: int) -> Hit | None:
    """`was not familiar with the console`, `had not been trained on it`."""
    negation = at - 1 - (sentence.low(at - 1) in {"been", "yet", "properly", "fully", "even"})
    not_so = sentence.low(negation) in {"not", "never"}
    return _told(sentence, negation, at) if not_so else None


def _unaware(sentence: Sentence, at: int) -> Hit | None:
    """`was unaware of the freeze`, `unfamiliar with the tool`."""
    helper = sentence.back(at - 1)
    return _told(sentence, helper, at) if sentence.low(helper) in BE else None


def _told(sentence: Sentence, helper: int, at: int) -> Hit | None:
    if _reasoned(sentence, at):
        return None
    doer = sentence.subject(helper)
    return said_of(JUDGEMENT, doer, at) if doer.who in POINTED else None


def _lacked(sentence: Sentence, at: int) -> Hit | None:
    """`the operator lacked the experience`."""
    if _LEARNT.isdisjoint(sentence.ahead(at, 4)):
        return None
    doer = sentence.subject(at)
    return said_of(JUDGEMENT, doer, at) if doer.who in OTHERS else None


def _lack(sentence: Sentence, at: int) -> Hit | None:
    """`a lack of training among the staff`, `their lack of understanding`."""
    learnt = next((n for n in range(at + 1, at + 5) if sentence.low(n) in _LEARNT), None)
    if learnt is None or sentence.low(at + 1) != "of":
        return None
    owned = any(owner.who in PERHAPS_OURS for owner in sentence.owners(at - 1, at - 1))
    if owned or sentence.low(at - 1) in OWN - {"our"}:
        return Hit(JUDGEMENT, at - 1, learnt)
    last = min(learnt + _NEAR, len(sentence.words) - 1)
    for place in range(learnt + 1, last):
        if sentence.low(place) in _FROM_PEOPLE and sentence.noun_from(place + 1).who in POINTED:
            return Hit(JUDGEMENT, at, sentence.noun_from(place + 1).last)
    return None


def _reasoned(sentence: Sentence, at: int) -> bool:
    """`aware in which one` asks for a thing; a `which` further on gives a reason."""
    begin = at + 1 + (sentence.low(at + 1) in {"of", "in"})
    begin += sentence.low(begin) == "which"
    return not _REASONS.isdisjoint(sentence.lows[begin:])


TRIGGERS: Final[Triggers] = {
    "know": _knew,
    **dict.fromkeys(words("realise realize notice see check"), _realised),
    **dict.fromkeys(words("aware familiar trained"), _aware),
    **dict.fromkeys(words("unaware unfamiliar"), _unaware),
    **dict.fromkeys(words("lacked lacks"), _lacked),
    **dict.fromkeys(words("tricked fooled duped lured conned"), _fooled),
    "lack": _lack,
    **dict.fromkeys(words("thought believed thinking believing assuming"), _elsewhere),
}
