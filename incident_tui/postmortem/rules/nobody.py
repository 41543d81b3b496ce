"""Of nobody, none and neither of them, it is told what they would have had to do."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE, NOTICING, REACTING
from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.grammar import LINKS, SUBORDINATORS
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS
from incident_tui.postmortem.rules.ids import OMISSION
from incident_tui.postmortem.rules.negation import OWED, TIDYING
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers

_MINDING: Final = verbs(
    "care mind act bother step speak volunteer lead decide dare want feel raise"
)
_MEANT: Final = words("time trouble initiative lead")
_TAKEN: Final = words("responsibility ownership care action")
_VIRTUES: Final = words("sense courtesy decency courage guts nerve will")
_SAW: Final = words(
    "noticed saw realised realized recognised recognized spotted reacted responded knows grasped"
)
"""That `nobody on the team noticed` points at the team; that nobody noticed does not."""
_MOODS: Final = {
    "want": words("own decide take lead say speak help listen admit be responsibility"),
    "feel": words("responsible"),
}


def _nobody(sentence: Sentence, at: int) -> Hit | None:
    """`nobody checked`, `no one thought to ask`, `none of the team had read it`."""
    last = _whole(sentence, at)
    if last is None:
        return _neither(sentence, at)
    act = sentence.onward(last + 1, {"had", "has", "have", "ever"})
    low = sentence.low(act)
    if sentence.pair(act - 1) == ("had", "the") and sentence.low(act + 1) in _VIRTUES:
        return Hit(OMISSION, at, act + 1)
    the = sentence.low(act + 1) == "the"
    if low == "took" and sentence.low(act + 1 + the) in (_MEANT if the else _TAKEN):
        return Hit(OMISSION, at, act + 1 + the)
    if low in _SAW and last > at:
        others = sentence.low(at) == "nobody" or sentence.noun_from(at + 2).who in OTHERS
        return Hit(OMISSION, at, act) if others or sentence.low(at) == "neither" else None
    verb = CARE.get(low) or _MINDING.get(low) or OWED.get(low) or TIDYING.get(low)
    told = {Form.PAST, Form.DONE, Form.PRESENT}
    if verb is None or verb.base == "ask" or verb.forms.isdisjoint(told):
        return None
    of_a_thing = Form.PRESENT in verb.forms and within(sentence, at)
    calm = verb.base in _MOODS and sentence.ahead(act, 2).isdisjoint(_MOODS[verb.base])
    return None if of_a_thing or calm else Hit(OMISSION, at, act)


def _neither(sentence: Sentence, at: int) -> Hit | None:
    """`two engineers saw it, neither of whom acted`, `and neither noticed it`."""
    if sentence.low(at) not in {"neither", "none"}:
        return None
    act = at + 1 + 2 * (sentence.pair(at + 1) == ("of", "whom"))
    done = sentence.low(act)
    if not (done in CARE or done in NOTICING or done in REACTING or done in _SAW):
        return None
    near = sentence.subject(at), sentence.leading(at), sentence.person_to(at - 2)
    return Hit(OMISSION, at, act) if any(each.who in OTHERS for each in near) else None


def within(sentence: Sentence, at: int) -> bool:
    """Whether it is said of the noun before it: `a mailbox nobody reads`."""
    before = sentence.low(at - 1)
    return before[:1].isalpha() and before not in LINKS | SUBORDINATORS


def _whole(sentence: Sentence, at: int) -> int | None:
    """Where `nobody on the team`, which begins at this place, ends."""
    low, following = sentence.pair(at)
    if low == "neither" and following != "of":
        doer = sentence.noun_from(at + 1) if following else sentence.noun_from(at)
        return doer.last if doer.who in OTHERS else None
    if low == "one":
        doer = sentence.noun_from(at)
        ours = sentence.low(at - 1) == "not" and doer.who in OURS
        return doer.last if following == "of" and ours else None
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


TRIGGERS: Final[Triggers] = dict.fromkeys(words("nobody no none neither noone one"), _nobody)
