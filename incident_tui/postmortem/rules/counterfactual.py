"""What would have been, had people done otherwise, explains nothing of what they did."""

from itertools import pairwise
from typing import Final

from incident_tui.postmortem.english.acts import CARE
from incident_tui.postmortem.english.forms import is_participle
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.misdeeds import FAILINGS
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OURS, Who
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL
from incident_tui.postmortem.rules.sentence import OWN, Hit, Sentence, Triggers, people_from

_BEFORE: Final = words("earlier sooner and or shorter smaller happened")
_THANKS: Final = words("quick luck thinking help")


def _if(sentence: Sentence, at: int) -> Hit | None:
    """`if the on-call had read the runbook`, `if only the team had listened`."""
    only = sentence.low(at + 1) == "only"
    doer = people_from(sentence, at + 1 + only)
    if _spared(sentence):
        return None
    if doer.who not in PERHAPS_OURS:
        return None
    verb = _past_perfect(sentence, doer.last + 1)
    if verb is None:
        verb = sentence.onward(doer.last + 1)
        unreal = only or (_would_have(sentence) and doer.who is not Who.SELF)
        if not (unreal and is_participle(sentence.low(verb))):
            return None
    return Hit(COUNTERFACTUAL, at, verb)


def _past_perfect(sentence: Sentence, at: int) -> int | None:
    have = sentence.onward(at)
    if sentence.low(have) != "had" and not (sentence.low(have) == "have" and _would_have(sentence)):
        return None
    verb = sentence.onward(have + 1, {"not", "have"})
    low = sentence.low(verb)
    done = is_participle(low) and low not in {"had", "gotten"}
    return verb if done or low == "been" else None


def _would_have(sentence: Sentence, end: int | None = None) -> bool:
    """Whether it speaks of what would have been, before that place."""
    return any(
        low in {"would", "could"} and sentence.low(sentence.onward(at + 1, {"not"})) == "have"
        for at, low in enumerate(sentence.lows[:end])
    )


def _spared(sentence: Sentence) -> bool:
    """Whether it would have been worse: that gives a reason, and blames nobody."""
    worse = next((n for n, low in enumerate(sentence.lows) if low in _WORSE), None)
    unreal = worse is not None and "would" in sentence.behind(worse, 7)
    return unreal and sentence.has(_NOT) is False


_WORSE: Final = words("lost worse longer corrupted doubled deleted")
_NOT: Final = words("not never no less fewer without nothing nobody none")


def _had(sentence: Sentence, at: int) -> Hit | None:
    """`had the reviewer looked`; not `the reviewer had looked`."""
    before = sentence.low(at - 1)
    after = is_participle(before) or before in _BEFORE or _would_have(sentence, at)
    if before[:1].isalpha() and not after:
        return None
    doer = people_from(sentence, at + 1)
    if doer.who not in PERHAPS_OURS or _spared(sentence):
        return None
    verb = sentence.onward(doer.last + 1, {"not"})
    low = sentence.low(verb)
    done = is_participle(low) or (low == "been" and sentence.low(0) == "had")
    return Hit(COUNTERFACTUAL, at, verb) if done and low != "had" else None


def _but_for(sentence: Sentence, at: int) -> Hit | None:
    """`were it not for his haste`, `had it not been for Tom`."""
    near = sentence.behind(at, 4)
    but = sentence.low(at - 1) == "but" and at < 2
    if not but and ("not" not in near or ("it" not in near and sentence.low(at - 2) != "if")):
        return None
    owned = sentence.low(at + 1) in OWN or any(
        owner.who in PERHAPS_OURS or sentence.low(owner.last + 2) in FAILINGS
        for owner in sentence.owners(at + 1, at + 5)
    )
    if sentence.has(_THANKS) or not (owned or sentence.noun_from(at + 1).who in OTHERS):
        return None
    return Hit(COUNTERFACTUAL, max(at - 3, 0), at)


def _would(sentence: Sentence, at: int) -> Hit | None:
    """`a simple check would have shown it`, `it would have been enough to ask`."""
    have = sentence.onward(at + 1, {"not"})
    if sentence.low(have) != "have":
        return None
    if sentence.low(at - 1) == "it":
        act = sentence.onward(have + 1, {"been", "a", "an"})
        act += sentence.low(act) in _FINE
        for_whom = sentence.low(act + 1) == "for"
        theirs = for_whom and sentence.noun_from(act + 2).who in OURS
        easy = sentence.low(act) in _EASY and (sentence.low(act + 1) == "to" or theirs)
        return Hit(COUNTERFACTUAL, at, act) if easy else None
    near = sentence.lows[max(at - 9, 0) : at]
    pairs = pairwise(near)
    simple = any(one in _SIMPLE and other in _CHECKS for one, other in pairs)
    simple = simple or (near[-2:-1] == ["of"] and near[-1] in _CHECKS | _CHECKING)
    simple = simple or any(
        one in _SIMPLE and other in _CHECKS for one, other in zip(near, near[2:], strict=False)
    )
    if "never" in sentence.ahead(at, 2):
        after = pairwise(sentence.lows[have : have + 9])
        simple = simple or any(one in _SIMPLE and other in _CHECKS for one, other in after)
    return Hit(COUNTERFACTUAL, at, have) if simple else None


_FINE: Final = words("good nice smart wiser")
_EASY: Final = words(
    "enough easy simple trivial sufficient better wise sensible wiser idea safer prudent"
)
_SIMPLE: Final = words(
    """
    modicum ounce shred touch iota grain hint one simple quick single short brief closer careful
    proper thorough better more little bit
    """
)
_CHECKING: Final = frozenset(low for low in CARE if low.endswith("ing"))
_CHECKS: Final = words(
    """
    check look glance question call message review ping reading communication coordination planning
    preparation attention care diligence discipline thought thinking
    """
)


def _could(sentence: Sentence, at: int) -> Hit | None:
    """`with a little thought this could have been prevented`."""
    return _would(sentence, at) if sentence.low(0) == "with" else None


TRIGGERS: Final[Triggers] = {
    "if": _if,
    "had": _had,
    "for": _but_for,
    "would": _would,
    "could": _could,
}
