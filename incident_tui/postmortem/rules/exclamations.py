"""An exclamation, or a question put to nobody, says that people were less than they should be."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE, HUMAN_ACTS
from incident_tui.postmortem.english.character import TRAITS
from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.misdeeds import FAILINGS
from incident_tui.postmortem.english.nouns import OTHERS, OURS
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, said_of

_ANY: Final = words("anyone anybody nobody somebody someone you they")
_ASKED: Final = words("did does do has have had was were is are could can")
_TIME: Final = words("hours hour days day weeks week minutes long longer ages forever months")
_THEM: Final = words("them him her us me everyone everybody all anyone")
_FRONT: Final = words("front face noses nose eyes")
_OPINIONS: Final = words(
    "thinks think thought believes believe assumes assumed decided knows feels"
)
_HARD: Final = words("hard difficult impossible")
_GLARING: Final = words("glaringly blindingly painfully patently plainly blatantly bleedingly")
_IMPRESSED: Final = words("interested concerned busy worried focused focussed keen")
_SHOWING: Final = words("show shows showed displayed demonstrated exhibited betrayed displays with")


def _any(sentence: Sentence, at: int) -> Hit | None:
    """`Did anyone even read it?`, `has nobody heard of maintenance windows?`."""
    if sentence.lows[-1] != "?" or sentence.low(0) not in _ASKED or at != 1:
        return None
    nobody = sentence.low(at) == "nobody"
    even = not {"even", "ever", "really", "actually"}.isdisjoint(sentence.lows[2:6])
    human = any(map(_human, sentence.lows[2:9]))
    return Hit(OMISSION, 0, at) if even or (nobody and human) else None


def _human(low: str) -> bool:
    return low in CARE or low in HUMAN_ACTS or low in {"heard", "hear", "bother"}


def _take(sentence: Sentence, at: int) -> Hit | None:
    """`why did it take the vendor six hours to answer?`."""
    asked = sentence.low(0) == "why" and sentence.lows[-1] == "?" and at < 5
    if not asked:
        return None
    whom = sentence.noun_from(at + 1)
    near = sentence.lows[at : at + 9]
    people = any(
        sentence.noun_from(n).who in OTHERS for n in range(at + 1, at + 3) if n < len(near) + at
    )
    told = not _TIME.isdisjoint(near) and (people or whom.who in OTHERS)
    return Hit(JUDGEMENT, 0, at) if told else None


def _so_much(sentence: Sentence, at: int) -> Hit | None:
    """`so much for our careful vendor`."""
    for_ = sentence.low(0) == "so" and at == 1 and sentence.low(2) == "for"
    return Hit(JUDGEMENT, 0, 2) if for_ else None


def _before_them(sentence: Sentence, at: int) -> Hit | None:
    """`it was right in front of them`, `staring the responders in the face`."""
    if sentence.low(at) == "front":
        theirs = sentence.low(at + 1) == "of"
        whom = theirs and (
            sentence.low(at + 2) in _THEM | OWN or sentence.noun_from(at + 2).who in OURS
        )
        right = sentence.low(at - 2) in {"right", "directly", "straight"}
        return Hit(JUDGEMENT, at - 2, at) if right and whom else None
    staring = not {"staring", "stared"}.isdisjoint(sentence.behind(at, 7))
    nose = sentence.low(at) in {"nose", "noses"} and sentence.low(at - 1) in OWN
    return (
        Hit(JUDGEMENT, at, at) if staring or (nose and "under" in sentence.behind(at, 3)) else None
    )


def _for_all_to_see(sentence: Sentence, at: int) -> Hit | None:
    """`the signs were there for everyone to see`."""
    there = sentence.low(at - 1) == "to" and sentence.low(at - 2) in _THEM | {"anyone"}
    return Hit(JUDGEMENT, at - 3, at) if there and sentence.low(at - 3) == "for" else None


def _apparently(sentence: Sentence, at: int) -> Hit | None:
    """`apparently the night shift thinks that alarms are optional`."""
    if at > 1:
        return None
    begin = at + 1 + (sentence.low(at + 1) == ",")
    whom = sentence.noun_from(begin)
    opinion = sentence.low(sentence.onward(whom.last + 1)) in _OPINIONS
    return Hit(JUDGEMENT, at, whom.last + 1) if opinion and whom.who in OTHERS else None


def _beneath(sentence: Sentence, at: int) -> Hit | None:
    """`reading the manual was beneath them`."""
    helper = sentence.back(at - 1)
    them = sentence.low(helper) in BE
    people = sentence.low(at + 1) in _THEM | OWN or sentence.noun_from(at + 1).who in OTHERS
    return Hit(JUDGEMENT, helper, at) if them and people else None


def _believe(sentence: Sentence, at: int) -> Hit | None:
    """`I can't believe we shipped this`, `it is hard to believe that a provider works so`."""
    can = sentence.low(at - 1) == "not" and sentence.low(at - 2) == "can"
    hard = sentence.low(at - 1) == "to" and sentence.low(at - 2) in _HARD
    begin = at + 1 + (sentence.low(at + 1) in {"that", "how"})
    if not (can or hard):
        return None
    whom = sentence.noun_from(begin)
    return Hit(JUDGEMENT, at - 2, whom.last) if whom.who in OURS else None


def _more(sentence: Sentence, at: int) -> Hit | None:
    """`was more interested in the press release than in the recovery`."""
    helper = sentence.back(at - 1, {"more", "too", "far", "much"})
    more = sentence.low(at - 1) == "more" and "than" in sentence.lows[at : at + 14]
    doer = sentence.subject(helper)
    told = more and sentence.low(helper) in BE and doer.who in OTHERS
    return said_of(JUDGEMENT, doer, at) if told else None


def _showed(sentence: Sentence, at: int) -> Hit | None:
    """`displayed a stunning ignorance of locks`, `too much ego in the room`."""
    for n in range(at - 1, max(at - 5, 0), -1):
        if sentence.low(n) in _SHOWING and sentence.subject(n).who in OURS:
            return Hit(JUDGEMENT, n, at)
    much = sentence.low(at - 1) == "much" and sentence.low(at - 2) in {"too", "so"}
    return Hit(JUDGEMENT, at - 2, at) if much else None


def _nobody_can(sentence: Sentence, at: int) -> Hit | None:
    """`a decision nobody can defend`."""
    can = sentence.low(at - 1) == "can" and sentence.low(at - 2) in {"nobody", "one"}
    hard = sentence.low(at - 1) == "to" and sentence.low(at - 2) in _HARD
    return Hit(JUDGEMENT, at - 2, at) if can or hard else None


def _glaringly(sentence: Sentence, at: int) -> Hit | None:
    """`it was glaringly obvious`, `its usual slow self`, `any student knows that you do not`."""
    low = sentence.low(at)
    if low == "self":
        return Hit(JUDGEMENT, at - 2, at) if "usual" in sentence.behind(at, 3) else None
    if low == "knows":
        any_ = sentence.low(0) in {"any", "every", "even"} and sentence.leading(at).who in OTHERS
        norm = not {"you", "not", "better"}.isdisjoint(sentence.ahead(at, 4))
        return Hit(JUDGEMENT, 0, at) if any_ and norm else None
    plain = sentence.low(at - 1) in _GLARING and not sentence.negated(at - 1)
    return Hit(JUDGEMENT, at - 1, at) if plain else None


def _need_not(sentence: Sentence, at: int) -> Hit | None:
    """`it need not have happened if people followed the rules`."""
    need = not {"need", "needed", "had", "have"}.isdisjoint(sentence.behind(at, 5))
    denied = not {"not", "never"}.isdisjoint(sentence.behind(at, 5))
    if_ = next((n for n in range(at, len(sentence.lows) - 1) if sentence.low(n) == "if"), None)
    if not (need and denied) or if_ is None:
        return None
    whom = sentence.noun_from(if_ + 1)
    acted = is_past(sentence.low(sentence.onward(whom.last + 1, {"had", "only", "just"})))
    return Hit(COUNTERFACTUAL, at, whom.last) if acted and whom.who in OURS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_ANY, _any),
    "take": _take,
    "much": _so_much,
    **dict.fromkeys(_FRONT, _before_them),
    "see": _for_all_to_see,
    "apparently": _apparently,
    "beneath": _beneath,
    **dict.fromkeys(("believe", "imagine"), _believe),
    **dict.fromkeys(_IMPRESSED, _more),
    **dict.fromkeys(FAILINGS | TRAITS, _showed),
    **dict.fromkeys(("defend", "justify", "excuse"), _nobody_can),
    **dict.fromkeys(words("obvious clear evident self knows"), _glaringly),
    "happened": _need_not,
}
