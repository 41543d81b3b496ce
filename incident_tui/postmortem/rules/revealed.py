"""What an inquiry brings to light is what somebody did, where it is told of a person."""

from typing import Final

from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OURS
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import (
    BE,
    OWN,
    POINTED,
    Hit,
    Sentence,
    Triggers,
    people_from,
    said_of,
)

_CAME_OUT: Final = words("emerged transpired turns turned")
_SHOWED: Final = words(
    """
    showed show shows shown revealed reveals found established concluded determined confirmed
    discovered suggests suggested indicated indicate proves proved
    """
)
_SOURCES: Final = words(
    """
    it investigation investigations inquiry enquiry review audit log logs history records
    recording recordings footage camera cameras interviews inspection analysis examination trace
    """
)
_FINE: Final = words(
    """
    had has was were been could did would received got believed thought saw seen knew needed lacked
    expected heard followed trusted assumed noticed found asked worked used understood acted
    waited relied fixed restored reverted rolled helped reported called escalated spotted tried
    reacted agreed planned warned raised told informed done taken made set left written
    """
)
"""What people believed, met with or did well tells of the system; the last are said too often."""
_CALM: Final = words("correctly properly rightly planned asked instructed documented normally")
_TASKS: Final = words("job task")
_REASON: Final = words("judgement judgment")


def _that(sentence: Sentence, at: int) -> Hit | None:
    """`it turned out that the intern had been testing live`, `the logs show that Bernd had …`."""
    out = sentence.low(at - 1) == "out" or sentence.low(at - 1) in {"emerged", "transpired"}
    showed = sentence.low(at - 1) in _SHOWED and sentence.has(_SOURCES)
    if not (out or showed) or sentence.has(_CALM):
        return None
    return _did(sentence, at, plain=out)


def _out(sentence: Sentence, at: int) -> Hit | None:
    """`turns out Bernd had switched it off`."""
    begin = at + 1 + (sentence.low(at + 1) == ",")
    turned = sentence.low(at - 1) in _CAME_OUT
    if not turned or sentence.low(begin) == "that" or sentence.has(_CALM):
        return None
    return _did(sentence, begin - 1, plain=False)


def _did(sentence: Sentence, at: int, *, plain: bool) -> Hit | None:
    """Whether somebody had done something of their own; `plain`: also what they did."""
    doer = people_from(sentence, at + 1)
    if doer.who not in POINTED:
        return None
    act = sentence.onward(doer.last + 1, {"had", "been"})
    between = sentence.lows[doer.last + 1 : act]
    low = sentence.low(act)
    been = "been" in between and low.endswith("ing")
    done = is_past(low) and "been" not in between and low not in _FINE
    told = (been or done) and (plain or "had" in between)
    return Hit(CULPRIT, at, act) if told else None


def _one_job(sentence: Sentence, at: int) -> Hit | None:
    """`the duty manager had one job: watch it`."""
    one = sentence.low(at - 1) in {"one", "single"}
    had = sentence.back(at - 2, {"only", "just", "a"})
    alone = not sentence.low(at + 1)[:1].isalpha() or sentence.low(at + 1) in {"and", "that"}
    if not one or not alone or sentence.low(had) != "had":
        return None
    doer = sentence.subject(had)
    return said_of(JUDGEMENT, doer, at) if doer.who in OURS else None


def _better(sentence: Sentence, at: int) -> Hit | None:
    """`against her better judgement, Inga approved it`."""
    own = sentence.low(at - 1) == "better" and sentence.low(at - 2) in OWN
    told = own and sentence.low(at - 3) == "against"
    return Hit(JUDGEMENT, at - 3, at) if told else None


def _hung_up(sentence: Sentence, at: int) -> Hit | None:
    """`hung up on us`, `walked out on them`."""
    left = sentence.low(at - 1) in {"hung", "walked", "hangs"}
    on = sentence.low(at + 1) == "on" and sentence.low(at) in {"up", "out"}
    doer = sentence.subject(at - 1)
    told = left and on and doer.who in POINTED and sentence.low(at - 2) not in BE
    return said_of(OMISSION, doer, at) if told else None


TRIGGERS: Final[Triggers] = {
    "that": _that,
    "out": _out,
    **dict.fromkeys(_TASKS, _one_job),
    **dict.fromkeys(_REASON, _better),
    "up": _hung_up,
}
