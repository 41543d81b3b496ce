"""Telling people to take more care, or teaching them, changes nothing about what let it through."""

from typing import Final

from incident_tui.postmortem.english.forms import verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import BE_CAREFUL, CULPRIT
from incident_tui.postmortem.rules.sentence import BE, Hit, Sentence, Triggers

_BE: Final = BE | words("remain stay become")
_PUSH: Final = words(
    "more extra very super especially particularly better closer greater so enough a lot much bit"
    " far way even rather"
)
_DUTY: Final = words("must should need needs have has will shall to please ought needed going")
_WARNS: Final = words("asks warns tells reminds urges says")
"""What a page does, to people."""
_NEED: Final = {("need", "to"), ("needs", "to"), ("have", "to"), ("has", "to")}
_DOUBLY: Final = frozenset({("double", "check"), ("triple", "check")})
_VIRTUES: Final = words("care diligence discipline vigilance")
_PAYING: Final = words("pay paying paid pays")
_CLOSER: Final = words("more closer better greater enough")
_TAUGHT: Final = verbs(
    """
    remind educate lecture coach reprimand discipline admonish retrain scold punish train
    instruct warn supervise sack
    """
)
_HARSH: Final = verbs("reprimand discipline retrain scold punish lecture admonish sack")
_FAIR: Final = verbs("train instruct warn supervise")
"""Teaching that is blame only where it is aimed at one person."""


def _careful(sentence: Sentence, at: int) -> Hit | None:
    """`must be careful`, `be more vigilant`, `was not careful enough`."""
    back = at - 1
    while sentence.low(back) in _PUSH or sentence.low(back) == "little":
        back -= 1
    if sentence.low(back) == "not" and sentence.low(back - 1) in _BE:
        doer = sentence.subject(back - 1).who
        return Hit(BE_CAREFUL, back - 1, at) if doer in OURS | {Who.CUSTOMER} else None
    if sentence.low(back) not in _BE or not sentence.behind(back, 4).isdisjoint(_WARNS):
        return None
    more = not sentence.behind(at, 2).isdisjoint({"more", "extra"})
    duty = not _DUTY.isdisjoint(sentence.behind(back, 3))
    return Hit(BE_CAREFUL, back, at) if more or duty or sentence.low(at + 1) == "enough" else None


def _attention(sentence: Sentence, at: int) -> Hit | None:
    """`pay closer attention`."""
    near = sentence.behind(at, 7)
    asked = not near.isdisjoint(_CLOSER) or not _DUTY.isdisjoint(sentence.behind(at, 7))
    return Hit(BE_CAREFUL, at - 1, at) if asked and not near.isdisjoint(_PAYING) else None


def _harder(sentence: Sentence, at: int) -> Hit | None:
    """`try harder`."""
    tries = sentence.low(at - 1) in {"try", "trying", "think"}
    return Hit(BE_CAREFUL, at - 1, at) if tries else None


def _more(sentence: Sentence, at: int) -> Hit | None:
    """`with more care`, `more discipline`."""
    asked = sentence.low(at + 1) in _VIRTUES and sentence.low(at + 2) not in {"of", "team"}
    return Hit(BE_CAREFUL, at, at + 1) if asked else None


def _better(sentence: Sentence, at: int) -> Hit | None:
    """`reviewers must do a better job`."""
    asked = sentence.low(at - 1) == "better" and not _DUTY.isdisjoint(sentence.behind(at, 6))
    doer = sentence.leading(at).who
    return Hit(BE_CAREFUL, at - 1, at) if asked and doer in OTHERS else None


def _remember(sentence: Sentence, at: int) -> Hit | None:
    """`operators must remember to drain the node`, `do not forget to`."""
    if sentence.low(at + 1) != "to":
        return None
    if sentence.low(at) == "forget":
        duty = sentence.low(at - 1) == "not" and sentence.low(at - 2) in {"must", "should", "do"}
    else:
        duty = not _DUTY.isdisjoint(sentence.behind(at, 3))
    return Hit(BE_CAREFUL, at, at + 1) if duty else None


def _twice(sentence: Sentence, at: int) -> Hit | None:
    """`must think twice`, `need to think before they deploy`."""
    asked = sentence.low(at - 1) == "think" and not _DUTY.isdisjoint(sentence.behind(at, 5))
    return Hit(BE_CAREFUL, at - 1, at) if asked else None


def _learn(sentence: Sentence, at: int) -> Hit | None:
    """`engineers need to double-check`."""
    duty = sentence.low(at - 1) in {"must", "should"} or sentence.pair(at - 2) in _NEED
    return Hit(BE_CAREFUL, at - 1, at) if duty and sentence.subject(at).who in OURS else None


def _repeat(sentence: Sentence, at: int) -> Hit | None:
    """`make sure that the engineer does not repeat this`."""
    told = sentence.negated(at) and sentence.subject(at).who in OTHERS
    return Hit(BE_CAREFUL, at - 1, at) if told else None


def _punished(sentence: Sentence, at: int) -> Hit | None:
    """`was removed from the rota`, `was given a formal warning`, `disciplinary steps`."""
    low = sentence.low(at)
    if low == "disciplinary":
        return Hit(CULPRIT, at, at + 1)
    if low in {"warning", "reprimand"}:
        stern = sentence.low(at - 1) in {"formal", "written", "final", "verbal", "stern"}
        return Hit(CULPRIT, at - 1, at) if stern else None
    if low == "removed" and sentence.low(at + 1) != "from":
        return None
    doer = sentence.subject(at)
    told = sentence.passive(at) and doer.who in {Who.NAMED, Who.STAFF}
    return Hit(CULPRIT, at - 1, at) if told else None


def _please(sentence: Sentence, at: int) -> Hit | None:
    """`please double check it`, `make sure to never do this again`."""
    if sentence.low(at) == "please":
        doubly = sentence.low(at + 1) == "double-check" or sentence.pair(at + 1) in _DOUBLY
        return Hit(BE_CAREFUL, at, at + 2) if doubly else None
    made = sentence.low(at - 1) == "make" and at < 4
    ever = not sentence.ahead(at, 3).isdisjoint({"never", "always"})
    return Hit(BE_CAREFUL, at - 1, at) if made and ever else None


def _accountable(sentence: Sentence, at: int) -> Hit | None:
    """`will be held accountable`."""
    held = sentence.low(at - 1) in {"held", "hold"}
    return Hit(CULPRIT, at - 1, at) if held else None


def _taught(sentence: Sentence, at: int) -> Hit | None:
    """`we will remind the operators`, `the operator has been retrained`."""
    low = sentence.low(at)
    harsh = low in _HARSH
    if sentence.low(at - 1) in BE:
        due = harsh or low == "reminded" or not _DUTY.isdisjoint(sentence.behind(at, 5))
        return Hit(BE_CAREFUL, at - 1, at) if due and sentence.subject(at).who in OURS else None
    if not (harsh or at == 0 or sentence.low(at - 1) in _DUTY):
        return None
    whom = sentence.noun_from(at + 1)
    one = whom.who is Who.NAMED or (
        sentence.low(at + 1) == "the" and not sentence.low(whom.last).endswith("s")
    )
    aimed = whom.who in OTHERS and (low not in _FAIR or one)
    return Hit(BE_CAREFUL, at, whom.last) if aimed else None


def _spoken_to(sentence: Sentence, at: int) -> Hit | None:
    """`the engineer has been spoken to`."""
    told = sentence.low(at - 1) == "been" and sentence.low(at + 1) == "to"
    if not told or sentence.low(at + 2)[:1].isalpha():
        return None
    return Hit(BE_CAREFUL, at - 1, at + 1) if sentence.subject(at).who in OTHERS else None


def _word_with(sentence: Sentence, at: int) -> Hit | None:
    """`have a word with`, `a serious talk with the developer`."""
    if sentence.low(at + 1) not in {"with", "to"} or _DUTY.isdisjoint(sentence.behind(at, 4)):
        return None
    stern = sentence.low(at).startswith("word") or sentence.low(at - 1) in {"serious", "stern"}
    whom = sentence.noun_from(at + 2)
    return Hit(BE_CAREFUL, at, whom.last) if stern and whom.who in OTHERS else None


def _rigorous(sentence: Sentence, at: int) -> Hit | None:
    """`we need to be far more rigorous`, `the members should show more initiative`."""
    back = sentence.back(at - 1, _PUSH)
    more = not sentence.behind(at, 2).isdisjoint({"more", "greater"})
    be = sentence.low(back) in _BE if sentence.low(at) in _RIGOROUS else sentence.low(back) in _SHOW
    duty = next(
        (n for n in range(back - 1, max(back - 4, -1), -1) if sentence.low(n) in _DUTY - {"to"}),
        None,
    )
    if not (more and be) or duty is None:
        return None
    return Hit(BE_CAREFUL, back, at) if sentence.subject(duty).who in OURS else None


_RIGOROUS: Final = words(
    "rigorous thorough conscientious mindful thoughtful considerate professional responsible"
    " proactive"
)
_SHOW: Final = words("show take exercise display demonstrate have")
_SHOWN: Final = words(
    "initiative responsibility ownership discipline respect rigour rigor commitment"
)

TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(words("careful vigilant attentive diligent cautious disciplined"), _careful),
    "attention": _attention,
    **dict.fromkeys(_RIGOROUS | _SHOWN, _rigorous),
    "harder": _harder,
    "more": _more,
    "job": _better,
    **dict.fromkeys(("remember", "forget"), _remember),
    **dict.fromkeys(("twice", "before"), _twice),
    "repeat": _repeat,
    **dict.fromkeys(words("double-check learn understand realise realize respect stop"), _learn),
    "accountable": _accountable,
    **dict.fromkeys(
        words("disciplinary warning reprimand removed suspended demoted dismissed fired sacked"),
        _punished,
    ),
    **dict.fromkeys(("please", "sure"), _please),
    **dict.fromkeys(_TAUGHT.keys() - {"disciplined"}, _taught),
    "spoken": _spoken_to,
    **dict.fromkeys(words("word words talk conversation"), _word_with),
}
