"""Blame that speakers take upon themselves is blame: who errs next will not dare to say so."""

from typing import Final

from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.harm import HARM
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OURS, Who
from incident_tui.postmortem.rules.ids import CULPRIT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, said_of

_BAD: Final = words("bad doing stupidity undoing fail")
_THEM: Final = words("us me him her")
_LAPSING: Final = verbs("fail forget neglect overlook ignore miss skip assume omit misread")
_GUILTY: Final = words("ashamed sorry guilty embarrassed")
_SELF: Final = frozenset({Who.SELF})
_GOAL: Final = words(
    """
    slo slos sla slas target targets deadline deadlines goal goals objective objectives window
    opportunity chance budget flight train bus time data points meeting standup lunch
    """
)
"""To miss one of these is what happened, not what somebody did not see."""

_SOLELY: Final = words("entirely squarely solely all purely")
_IS: Final = words("is are was were be been being lies lay 's")
_ALL_OF_IT: Final = HARM | words("this that it one all")
_US_OR_THEM: Final = words("us them him her me")


def _my_bad(sentence: Sentence, at: int) -> Hit | None:
    """`my bad`, `this is again our bad`, `entirely our own doing`."""
    back = at - 1 - (sentence.low(at - 1) == "own")
    noun = sentence.low(at + 1)[:1].isalpha() and sentence.low(at) == "bad"
    ends = not noun or sentence.low(at + 1) in {"as", "for", "and", "but", "i", "we", "because"}
    own = sentence.low(back) in OWN and sentence.low(at - 1) not in BE
    return Hit(CULPRIT, back, at) if own and ends else None


def _own(sentence: Sentence, at: int) -> Hit | None:
    """`I own this one`, `we owned the mistake`."""
    doer = sentence.subject(at)
    fell = sentence.low(at + 1) in {"this", "that", "the"}
    last = at + 1 + (sentence.low(at + 2) in HARM | {"one", "mistake"})
    ends = sentence.clause_end(at + 1) == last + 1 and (last > at + 1 or fell)
    return said_of(CULPRIT, doer, at + 1) if doer.who in _SELF and fell and ends else None


def _us_failing(sentence: Sentence, at: int) -> Hit | None:
    """`us failing to handle it`, `because of them forgetting the key`."""
    if sentence.low(at - 1) not in _THEM or Form.ING not in _LAPSING[sentence.low(at)].forms:
        return None
    return Hit(OMISSION, at - 1, at)


def _missed(sentence: Sentence, at: int) -> Hit | None:
    """`we missed the second region`, `a case which I missed`; not a target or a train."""
    if sentence.passive(at) or sentence.negated(at) or sentence.low(at - 1) in {"to", "the", "a"}:
        return None
    if not _GOAL.isdisjoint(sentence.ahead(at, 4)):
        return None
    doer = sentence.subject(at)
    return said_of(OMISSION, doer, at) if doer.who in _SELF | {Who.NAMED, Who.STAFF} else None


def _sorry(sentence: Sentence, at: int) -> Hit | None:
    """`I am ashamed that I …`; an apology for what happened blames nobody."""
    doer = sentence.subject(sentence.back(at - 1, BE))
    on = at + 1 + (sentence.low(at + 1) in {"that", "for"})
    again = sentence.noun_from(on).who in _SELF
    strong = sentence.low(at) != "sorry" or again
    said = doer.who in _SELF and sentence.low(at - 1) != "not"
    return said_of(CULPRIT, doer, at) if said and strong else None


def _on_them(sentence: Sentence, at: int) -> Hit | None:
    """All of it `is on the vendor`, `the crash of that night is on me`."""
    helper = at - 1
    while sentence.low(helper) in _SOLELY:
        helper -= 1
    first = max(sentence.subject(helper).first, 0)
    harm = sentence.low(helper - 1) in _ALL_OF_IT or sentence.low(first + 1) in HARM
    if sentence.low(helper) not in _IS or not harm:
        return None
    whom = sentence.noun_from(at + 1)
    meant = whom.who in OURS or sentence.low(at + 1) in _US_OR_THEM
    last = max(whom.last, at + 1)
    return (
        Hit(CULPRIT, helper, last) if meant and not sentence.low(last + 1)[:1].isalpha() else None
    )


TRIGGERS: Final[Triggers] = {
    "on": _on_them,
    **dict.fromkeys(words("own owned"), _own),
    **dict.fromkeys(_LAPSING, _us_failing),
    **dict.fromkeys(_BAD, _my_bad),
    "missed": _missed,
    **dict.fromkeys(_GUILTY, _sorry),
}
