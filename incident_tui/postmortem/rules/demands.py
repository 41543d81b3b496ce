"""What is asked of people, from now on or looking back, is asked of nothing that could hold it."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE, HUMAN_ACTS
from incident_tui.postmortem.english.forms import verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Noun, Who
from incident_tui.postmortem.rules.ids import BE_CAREFUL, HINDSIGHT
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, said_of

_BETTER: Final = words(
    "better properly harder correctly always never more carefully seriously faster"
)
_OBEYING: Final = verbs("follow obey respect adhere comply stick reread re-read reflect behave")
_HAVE_TO: Final = words("must should need needs have has")
_SUFFERED: Final = words("be get receive see")
_NEAR: Final = 12


def _must(sentence: Sentence, at: int) -> Hit | None:
    """`the team must communicate better`, `people must follow the runbook`."""
    act = sentence.onward(at + 1, {"to", "not"})
    if sentence.low(at) not in {"must", "should"} and sentence.low(at + 1) != "to":
        return None
    obey = sentence.low(act) in _OBEYING
    better = not _BETTER.isdisjoint(sentence.lows[act : act + _NEAR])
    human = sentence.low(act) in CARE or sentence.low(act) in HUMAN_ACTS
    if not (obey or (better and human)):
        return None
    doer = sentence.subject(at)
    told = doer.who in OTHERS and _bare(doer, sentence)
    return Hit(BE_CAREFUL, at, act) if told else None


def _bare(doer: Noun, sentence: Sentence) -> bool:
    """Whether it is a demand on people as they are: the plural, everybody, or a whole team."""
    plural = sentence.low(doer.last).endswith("s") or doer.who in {Who.ANYBODY, Who.TEAM}
    return plural and doer.first >= 0


def _supposed(sentence: Sentence, at: int) -> Hit | None:
    """`were supposed to have removed it`, `Ben was supposed to renew it`."""
    past = sentence.low(sentence.back(at - 1)) in {"was", "were"}
    if sentence.low(at + 1) != "to" or sentence.low(at + 2) in _SUFFERED or not past:
        return None
    doer = sentence.subject(at)
    return said_of(HINDSIGHT, doer, at) if doer.who in OURS else None


def _job(sentence: Sentence, at: int) -> Hit | None:
    """`it was the reviewer's job to catch this`."""
    if sentence.low(at + 1) == "to":
        for owner in sentence.owners(at - 1, at - 1):
            if owner.who in OTHERS:
                return Hit(HINDSIGHT, owner.first, at)
    return None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_HAVE_TO, _must),
    **dict.fromkeys(words("supposed meant expected"), _supposed),
    **dict.fromkeys(words("job duty responsibility task"), _job),
}
