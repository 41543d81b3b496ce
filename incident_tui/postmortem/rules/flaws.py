"""What is somebody's own doing is not called flawed without calling them so."""

from typing import Final

from incident_tui.postmortem.english.esteem import DEEDS, SLIGHT, STERN
from incident_tui.postmortem.english.grammar import PREPOSITIONS
from incident_tui.postmortem.english.harm import HARM
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OURS, PERHAPS_OTHERS
from incident_tui.postmortem.rules.ids import JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers

_FLAWED: Final = words(
    """
    inadequate improper deficient substandard flawed faulty insufficient lacking subpar unwarranted
    unfounded unacceptable incomplete untimely lamentable half-hearted defective inept unsound
    """
)
_WEAK: Final = (SLIGHT | STERN | _FLAWED) - words("wrong bad terrible dangerous awkward")
_DOING: Final = ("ing", "tion", "sion", "ment", "ance", "ence", "ship", "ness", "sight")
"""How nouns end that are made of what people do."""
_NO_DEED: Final = words(
    """
    performance environment equipment environments instance reference sequence session version
    function functions building billing pricing warning connection instrument component document
    segment fragment element application location position latency section partition installation
    insurance appliance station
    """
)
_MADE_BY_HAND: Final = words(
    "actions culture discipline knowledge edit edits commit merge patch push deploy rollout fix"
    " change"
)
_THOUGHT: Final = words("wishful magical muddled sloppy lazy woolly")
_MADE: Final = words("made make makes making held")
_BELIEFS: Final = words("assumption assumptions claim claims promise promises guess guesses")


def _of_somebody(sentence: Sentence, at: int) -> Hit | None:
    """`the operators' inadequate understanding`, `the fitter's work was substandard`."""
    if sentence.negated(at):
        return None
    for owner in sentence.owners(at - 1, at - 1):
        head = next((n for n in range(at + 1, at + 4) if _is_deed(sentence, n)), None)
        if head is not None and owner.who in PERHAPS_OTHERS:
            return Hit(JUDGEMENT, owner.first, head)
    helper = sentence.back(at - 1, {"very", "so", "too"})
    if sentence.low(helper) not in BE:
        return None
    end = helper - 1
    for place in range(max(end - 7, 1), end + 1):
        for owner in sentence.owners(place, place):
            behind = (n for n in range(place + 1, end + 1) if sentence.low(n) in PREPOSITIONS)
            head = next(behind, end + 1) - 1
            if owner.who in PERHAPS_OTHERS and _is_deed(sentence, head):
                return Hit(JUDGEMENT, owner.first, at)
    return None


def _is_deed(sentence: Sentence, at: int) -> bool:
    low = sentence.low(at)
    made = low.endswith(_DOING) and len(low) > 5 and low not in _NO_DEED
    return made or low in DEEDS or low in _MADE_BY_HAND


def _thinking(sentence: Sentence, at: int) -> Hit | None:
    """`wishful thinking`."""
    return Hit(JUDGEMENT, at - 1, at) if sentence.low(at - 1) in _THOUGHT else None


def _belief(sentence: Sentence, at: int) -> Hit | None:
    """`the programmers made unwarranted assumptions`."""
    made = next((n for n in range(at - 2, max(at - 5, -1), -1) if sentence.low(n) in _MADE), None)
    if sentence.low(at - 1) not in _FLAWED or made is None:
        return None
    return Hit(JUDGEMENT, at - 1, at) if sentence.subject(made).who in OURS else None


def _preventable(sentence: Sentence, at: int) -> Hit | None:
    """`the accident was preventable.`."""
    if sentence.low(at - 1) not in {"was", "were"} or sentence.low(at + 1)[:1].isalpha():
        return None
    what = sentence.subject(at - 1)
    harm = not (HARM | _HARMS).isdisjoint(sentence.lows[max(what.first, 0) : at])
    return Hit(JUDGEMENT, at - 1, at) if harm else None


_HARMS: Final = words("accident breach this it deaths collision spill data-loss blackout all")


def _owned_in(sentence: Sentence, at: int) -> Hit | None:
    """`the board failed in its duty`, `a failure of leadership`, `of judgement by the team`."""
    of = sentence.low(at - 1) == "of" and sentence.low(at - 2) in {"failure", "failures", "error"}
    return Hit(JUDGEMENT, at - 2, at) if of else None


def _duty(sentence: Sentence, at: int) -> Hit | None:
    """`failed in its oversight duty`, `neglected their duties`."""
    failed = not {"failed", "neglected", "breached", "fails"}.isdisjoint(sentence.behind(at, 5))
    own = not (OWN | {"its"}).isdisjoint(sentence.behind(at, 3))
    doer = sentence.doer(at)
    told = failed and own and doer.who in PERHAPS_OTHERS
    return Hit(JUDGEMENT, at - 1, at) if told else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_WEAK, _of_somebody),
    "thinking": _thinking,
    **dict.fromkeys(_BELIEFS, _belief),
    **dict.fromkeys(("preventable", "avoidable"), _preventable),
    **dict.fromkeys(words("leadership judgement judgment management discipline nerve"), _owned_in),
    **dict.fromkeys(("duty", "duties"), _duty),
}
