"""What people did not do is told of them, where it was never a step of anything."""

from typing import Final

from incident_tui.postmortem.english.acts import BOTHERING, CARE
from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.omission import prompted, unsaid
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, said_of

_VAGUE: Final = frozenset({Who.ANYBODY})
_MINDING: Final = verbs("care mind act bother")
_KNOWING: Final = words("know understand show turn react")
_HUMAN_ONLY: Final = words(
    "follow read tell ask listen think double-check consult escalate communicate look mention"
)
"""Of a name that is not known, only these tell that it is a person's."""
_DONE_BY: Final = words("was were been")
_DO: Final = words("did had does do")
_TAKEN: Final = words("responsibility ownership care action")
_VIRTUES: Final = words("sense courtesy decency")
_SAW: Final = words("noticed saw realised realized recognised recognized spotted reacted responded")
"""That `nobody on the team noticed` points at the team; that nobody noticed does not."""
_NOT_EVEN: Final = words("not never nobody none neither one hardly")
_TIDYING: Final = verbs(
    """
    turn enable re-enable restore remove renew rotate finish complete clean close answer reply
    respond acknowledge fix implement report hand switch set put come bother
    """
)
"""Steps that somebody owed to others afterwards."""
_HAD_REASON: Final = words("because since as")
_WITHOUT: Final = words(
    """
    review approval permission notice warning authorisation authorization consultation testing
    tests thinking thought care notification consent backup supervision
    """
)


def _not(sentence: Sentence, at: int) -> Hit | None:
    """`did not check`, `never told us`, `was not tested by the team`."""
    helper, act = sentence.low(at - 1), sentence.onward(at + 1)
    never = sentence.low(at) == "never"
    if helper in _DONE_BY:
        by = sentence.low(act + 1) == "by" and sentence.low(act) in CARE
        ours = by and sentence.noun_from(act + 2).who in OURS
        return Hit(OMISSION, at - 1, act + 1) if ours else None
    if helper == "could" and sentence.low(act) in {"wait", "resist"}:
        told = sentence.subject(at).who in OTHERS and not sentence.has(words("any longer"))
        return Hit(JUDGEMENT, at - 1, act) if told else None
    if never or helper in _DO:
        return _left_undone(sentence, at, act, never=never)
    return None


def _left_undone(sentence: Sentence, at: int, act: int, *, never: bool) -> Hit | None:
    low, doer = sentence.low(act), sentence.subject(at)
    if low == "care" or (low == "pay" and "attention" in sentence.ahead(act, 3)):
        return said_of(OMISSION, doer, act) if doer.who in OURS else None
    if low in _KNOWING and not never:
        told = low in {"understand", "react"} or sentence.low(act + 1) in {"up", "how"}
        return said_of(OMISSION, doer, act) if told and doer.who in OTHERS - _VAGUE else None
    verb = CARE.get(low)
    if verb is None:
        owed = never and low in _TIDYING and Form.PAST in _TIDYING[low].forms
        return said_of(OMISSION, doer, act) if owed and doer.who in OTHERS - _VAGUE else None
    about = sentence.low(act + 1) in {"to", "of", "about", "it"}
    thought = verb.base == "think" and (never or about)
    if thought and unsaid(sentence, act):
        return Hit(OMISSION, max(at - 1, 0), act)
    if sentence.low(doer.last) == "i" and not sentence.has(_HAD_REASON):
        return said_of(OMISSION, doer, act)
    unknown = doer.who is Who.UNKNOWN and verb.base in _HUMAN_ONLY
    if doer.who in OTHERS or unknown or (thought and doer.who in OURS | {Who.CUSTOMER}):
        rewrite = prompted(sentence, act) if Form.BASE in verb.forms else ""
        return said_of(OMISSION, doer, act, rewrite)
    return None


def _nobody(sentence: Sentence, at: int) -> Hit | None:
    """`nobody checked`, `no one thought to ask`, `none of the team had read it`."""
    last = _whole(sentence, at)
    if last is None:
        return None
    act = sentence.onward(last + 1, {"had", "has", "have", "ever"})
    low = sentence.low(act)
    if sentence.pair(act - 1) == ("had", "the") and sentence.low(act + 1) in _VIRTUES:
        return Hit(OMISSION, at, act + 1)
    if low == "took" and sentence.low(act + 1) in _TAKEN:
        return Hit(OMISSION, at, act + 1)
    if low in _SAW and last > at and sentence.low(at) == "nobody":
        return Hit(OMISSION, at, act)
    verb = CARE.get(low) or _MINDING.get(low)
    if verb is None or verb.base == "ask" or verb.forms.isdisjoint({Form.PAST, Form.DONE}):
        return None
    return Hit(OMISSION, at, act)


def _whole(sentence: Sentence, at: int) -> int | None:
    """Where `nobody on the team`, which begins at this place, ends."""
    low, following = sentence.pair(at)
    if low in {"none", "neither"}:
        doer = sentence.noun_from(at)
        return doer.last if following == "of" and doer.who in OURS else None
    if low == "no":
        if following != "one":
            return None
        at += 1
    if sentence.low(at + 1) in {"on", "in", "from", "of"}:
        return sentence.noun_from(at + 2).last if at + 2 < len(sentence.words) else None
    return at


def _bothered(sentence: Sentence, at: int) -> Hit | None:
    """`did not bother`, `nobody could be bothered`."""
    for back in range(at - 1, max(at - 6, -1), -1):
        if sentence.low(back) in _NOT_EVEN:
            return Hit(OMISSION, max(back - (sentence.low(back) == "not"), 0), at)
    return None


def _without(sentence: Sentence, at: int) -> Hit | None:
    """`without telling anybody`, `without review`, `instead of asking`."""
    low, act = sentence.low(at), sentence.onward(at + 1)
    if low != "without":
        if sentence.low(at + 1) not in {"of", "than"}:
            return None
        act = at + 2
    verb = CARE.get(sentence.low(act))
    doing = verb is not None and Form.ING in verb.forms
    lacking = low == "without" and not _WITHOUT.isdisjoint(sentence.ahead(at, 3))
    if (doing or lacking) and sentence.leading(at).who in OTHERS:
        return Hit(OMISSION if low == "without" else JUDGEMENT, at, act)
    return None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(("not", "never"), _not),
    **dict.fromkeys(words("nobody no none neither noone"), _nobody),
    **dict.fromkeys(BOTHERING, _bothered),
    **dict.fromkeys(words("without instead rather"), _without),
}
