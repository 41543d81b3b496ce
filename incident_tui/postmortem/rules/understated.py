"""A reproach may be put mildly, as a question, or as wonder: it is meant all the same."""

from typing import Final

from incident_tui.postmortem.english.acts import HUMAN_ACTS
from incident_tui.postmortem.english.character import VIRTUES
from incident_tui.postmortem.english.esteem import BEST, CHOICES, DEEDS, WISE
from incident_tui.postmortem.english.forms import is_participle
from incident_tui.postmortem.english.grammar import AUXILIARIES
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OURS
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, HINDSIGHT, JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, said_of

_MILDLY: Final = words(
    """
    mildly politely charitably kindly bluntly delicately generously gently nicely diplomatically
    lightly
    """
)
_SPEAKING: Final = words("put say speak be call")
_CHOSEN: Final = CHOICES | words("mistake mistakes leadership assumption excuse behaviour promise")
"""Of these, nothing but people can be the owner."""
_WORK: Final = DEEDS | words("testing handover monitoring documentation care reviews tests notes")
_THEM: Final = words("him her them us me you anyone anybody somebody")
_GOOD: Final = (
    VIRTUES
    | WISE
    | words(
        """
    fast quick swift prompt adequate sufficient optimal ideal stellar impressive exemplary rigorous
    eager keen happy forthcoming perfect textbook flawless clear friendly enthusiastic
    """
    )
)
_SHINING: Final = words("cover hurry rush shine excel distinguish help go jump rise inspire race")
_OCCASIONS: Final = words("hour moment day week work idea decision effort performance call shift")
_WONDERED: Final = words("one you can could only left makes make")
_WHY: Final = words("what why how where whether")
_SENT: Final = words("paged notified alerted told called")
_KINDS: Final = words("kind sort type")
_HARSH: Final = words("killed hurt hard difficult much")


def _people_before(sentence: Sentence, end: int) -> bool:
    """Whether what comes before tells of people, or of something that only people do."""
    if sentence.leading(end).who in OURS:
        return True
    for at in range(end):
        low = sentence.low(at)
        if low in _CHOSEN:
            return True
        owned = sentence.low(at - 1) in OWN or sentence.low(at - 1) == "'s"
        if low in _WORK and (owned or _of_people(sentence, at + 1)):
            return True
    return any(owner.who in OTHERS for owner in sentence.owners(1, end - 1))


def _of_people(sentence: Sentence, at: int) -> bool:
    named = sentence.low(at) in {"of", "by", "from"}
    return named and sentence.noun_from(at + 1).who in OTHERS


def _mildly(sentence: Sentence, at: int) -> Hit | None:
    """`the vendor's plan was, to put it mildly, not very bright`."""
    say = next((n for n in (at - 1, at - 2) if sentence.low(n) in _SPEAKING), None)
    if say is None or sentence.low(say - 1) not in {"to", "putting", "'s"}:
        return None
    if say > 1 and _people_before(sentence, say - 1):
        return Hit(JUDGEMENT, say - 1, at)
    after = say < 2 and at + 2 < len(sentence.words)
    people = after and sentence.noun_from(at + 1 + (sentence.low(at + 1) == ",")).who in OURS
    return Hit(JUDGEMENT, 0, at) if people else None


def _let_us_say(sentence: Sentence, at: int) -> Hit | None:
    """`the review was, let us say, superficial`; `let's just say Kofi was not at his best`."""
    us = sentence.low(sentence.back(at - 1)) in {"us", "'s", "we"}
    let = us and not {"let", "shall"}.isdisjoint(sentence.behind(at, 4))
    if not let:
        return None
    if at > 4:
        return Hit(JUDGEMENT, at - 2, at) if _people_before(sentence, at - 2) else None
    begin = at + 1 + (sentence.low(at + 1) == "that")
    people = begin < len(sentence.words) and _people_before(sentence, len(sentence.words) - 1)
    return Hit(JUDGEMENT, 0, at) if people else None


def _not_exactly(sentence: Sentence, at: int) -> Hit | None:
    """`was not exactly quick`, `did not exactly cover himself in glory`."""
    helper = sentence.back(at - 1, {"not"})
    if "not" not in sentence.lows[helper:at] or sentence.low(helper) not in AUXILIARIES:
        return None
    doer, low = sentence.subject(helper), sentence.low(at + 1)
    among = frozenset(sentence.lows[max(doer.first, 0) : doer.last + 1])
    mine = not among.isdisjoint(_WORK) and not among.isdisjoint(OWN | {"'s"})
    good = low in _GOOD or (low in _SHINING and sentence.low(helper) not in BE)
    great = low in {"a", "an", "the"} and not _GOOD.isdisjoint(sentence.ahead(at + 1, 2))
    told = (good or great) and (mine or doer.who in PERHAPS_OURS)
    return said_of(JUDGEMENT, doer, at + 1) if told else None


def _finest(sentence: Sentence, at: int) -> Hit | None:
    """`not Aleksander's finest hour`, `hardly our best work`."""
    near = sentence.behind(at, 7)
    denied = not near.isdisjoint({"not", "hardly", "never", "scarcely"})
    whose = sentence.low(at - 1) in OWN | {"'s"}
    told = denied and whose and not _OCCASIONS.isdisjoint(sentence.ahead(at, 2))
    return Hit(JUDGEMENT, at - 1, at + 1) if told else None


def _wonder(sentence: Sentence, at: int) -> Hit | None:
    """`one can only wonder what the fitter was thinking`, `makes you wonder why they waited`."""
    if sentence.low(at + 1) not in _WHY:
        return None
    idle = not sentence.behind(at, 4).isdisjoint(_WONDERED) and "i" not in sentence.behind(at, 3)
    whom = sentence.noun_from(at + 2)
    acted = sentence.ahead(whom.last, 3).isdisjoint(_SENT)
    return Hit(JUDGEMENT, at, whom.last) if idle and acted and whom.who in OTHERS else None


def _what_kind(sentence: Sentence, at: int) -> Hit | None:
    """`what kind of fitter pulls a live cable?`."""
    asked = sentence.low(at - 1) in {"what", "which"} and sentence.lows[-1] in {"?", "!"}
    if not asked or sentence.low(at + 1) != "of":
        return None
    whom = sentence.noun_from(at + 2)
    after = sentence.low(at + 3)
    acts = bool(after) and after[:1].isalpha() and after not in AUXILIARIES | {"on", "in", "for"}
    person = whom.who in OTHERS or sentence.person_to(at + 2).who in OTHERS
    return Hit(JUDGEMENT, at - 1, at + 2) if person and acts else None


def _killed(sentence: Sentence, at: int) -> Hit | None:
    """`would it have killed them to send a message?`, `was it so hard to ask?`."""
    if sentence.lows[-1] != "?" or sentence.low(0) not in {"would", "is", "was"} or at > 8:
        return None
    it = sentence.low(1) == "it" or sentence.pair(1) == ("not", "it")
    to = next((n for n in range(at + 1, at + 6) if sentence.low(n) == "to"), None)
    if not it or to is None:
        return None
    human = sentence.low(sentence.onward(to + 1)) in HUMAN_ACTS
    them = sentence.low(at + 1) in _THEM or sentence.noun_from(at + 1).who in OURS
    would = sentence.low(0) == "would" and "have" in sentence.lows[:at] and them
    so = sentence.low(at - 1) in {"so", "too", "that", "really"} and sentence.low(at) in _HARSH
    return Hit(COUNTERFACTUAL, 0, to) if would or (human and so) else None


def _could_they(sentence: Sentence, at: int) -> Hit | None:
    """`couldn't they have waited until Monday?`, `should the desk not have rung us?`."""
    if at or sentence.lows[-1] != "?" or len(sentence.words) < 4:
        return None
    begin = 1 + (sentence.low(1) == "not")
    whom = sentence.noun_from(begin)
    have = sentence.onward(whom.last + 1, {"not", "at", "least"})
    done = sentence.low(have) == "have" and is_participle(sentence.low(sentence.onward(have + 1)))
    denied = "not" in sentence.lows[1:have]
    told = done and denied and whom.who in OURS
    return Hit(HINDSIGHT, 0, have + 1) if told else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_MILDLY | {"least"}, _mildly),
    "say": _let_us_say,
    "exactly": _not_exactly,
    **dict.fromkeys(BEST | {"proudest"}, _finest),
    **dict.fromkeys(words("wonder wonders guess imagine speculate marvel"), _wonder),
    **dict.fromkeys(_KINDS, _what_kind),
    **dict.fromkeys(_HARSH, _killed),
    **dict.fromkeys(words("could should would"), _could_they),
}
