"""What should have been done to a thing implies the people who should have done it."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE, DONE_TO_THINGS, HUMAN_ACTS
from incident_tui.postmortem.english.forms import Form, is_participle, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OURS, Who
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, HINDSIGHT
from incident_tui.postmortem.rules.sentence import Hit, Sentence

_ALONE: Final = words("automatically script job pipeline")
_CLEAR: Final = words("clear plain apparent")
_ATTEMPTED: Final = words(
    "attempted deployed released shipped committed granted skipped tried made"
)
"""What people should not have done, whoever it was."""
_ALLOWED: Final = words("allowed permitted let")
_LIKELY: Final = words("check test review verify communicate escalate plan coordinate")
"""Of things that `could have been` done, what a person is meant by."""
_GIVEN: Final = words("given paid taken put devoted spent shown")
_MINDED: Final = words("attention care thought time effort priority consideration heed")
_FOUND: Final = verbs(
    "catch spot notice detect find see discover pick foresee anticipate predict avoid prevent avert"
)
_DOING: Final = frozenset(low for low in CARE if low.endswith("ing")) | words(
    "talking speaking listening communicating waiting"
)
_AVERTED: Final = words("avoid prevent avert")
_CARRIED_OUT: Final = words("performed done conducted carried undertaken held made")
_DURING: Final = words("in at during on with")
_HUMAN_STEPS: Final = words(
    "review reviews reviewing inspection approval handover sign-off read-through walkthrough"
    " look glance eyes attention care reading"
)
_STEPS: Final = _HUMAN_STEPS | words("check checks test tests testing validation verification")
_NOT: Final = words("not never")
_FORTUNE: Final = words("worse later longer lost missed never lucky luckily nobody")
"""Where it could have been worse, nobody is judged."""


def excused(sentence: Sentence, at: int) -> bool:
    """`could not have known`, `could have been far worse`."""
    return "not" in sentence.ahead(at, 2) or sentence.has(_FORTUNE)


def implied(sentence: Sentence, at: int, act: int) -> Hit | None:
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
    if (found := by_somebody(sentence, at, act)) is not None:
        return found
    verb = DONE_TO_THINGS.get(low)
    if verb is None or Form.DONE not in verb.forms:
        return None
    if by is not None and agent not in OURS | {Who.UNKNOWN, Who.CUSTOMER}:
        doing = sentence.low(by + 1)
        return hit if doing.endswith("ing") and doing in HUMAN_ACTS else None
    if sentence.has(_ALONE):
        return None
    lucky = modal == "could" and (excused(sentence, at) or verb.base not in _LIKELY)
    return None if lucky else hit


def _minded(sentence: Sentence, at: int) -> bool:
    """Whether it is attention or care that should have been given."""
    what = sentence.subject(at)
    return not _MINDED.isdisjoint(sentence.lows[max(what.first, 0) : at])


def _stepped(sentence: Sentence, at: int) -> bool:
    """Whether it is a step of people's: `a thorough check of the code should have been made`."""
    return not _STEPS.isdisjoint(sentence.lows[max(at - 8, 0) : at])


def by_somebody(sentence: Sentence, at: int, act: int) -> Hit | None:
    """`could have been caught in review`, `would have been spotted by a diligent reader`."""
    verb = _FOUND.get(sentence.low(act))
    if verb is None or "not" in sentence.ahead(at, 2):
        return None
    rule = COUNTERFACTUAL if sentence.low(at) == "would" else HINDSIGHT
    for place in range(act + 1, sentence.clause_end(act + 1) - 1):
        low = sentence.low(place)
        if low == "by":
            doing = sentence.low(sentence.onward(place + 1))
            asked = verb.base in _AVERTED and doing in _DOING
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
