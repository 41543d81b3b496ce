"""That somebody went ahead against what was said tells of a person, not of what allowed it."""

from typing import Final

from incident_tui.postmortem.english.forms import is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, POINTED, Hit, Sentence, Triggers, said_of

_SAID: Final = words(
    """
    objection objections warning warnings concern concerns advice recommendation recommendations
    instruction instructions protest protests reservation reservations request requests reminder
    reminders doubts wishes pleas agreement orders failing red policy policies guideline
    guidelines rules procedure protocol freeze ban embargo prohibition rule training told warned
    reminded asked instructed knew knowing
    """
)
"""What was said against it, or asked for."""
_MACHINE: Final = words("compiler log logs build lint linter deprecation header http api console")
_WENT_AHEAD: Final = verbs(
    """
    push merge deploy ship approve release launch force roll carry overrule rush
    """
)
_ANYWAY: Final = words("deployed shipped merged released pushed proceeded continued approved went")
_THOUGH: Final = words("though although")
_AWAY: Final = words("aside off away down through over under")
_SLIGHTED: Final = verbs(
    """
    disregard overrule belittle downplay trivialise trivialize brush shrug wave laugh
    shout sweep shoot rush rubber-stamp defy flout contravene disobey
    """
)
_WITH_AWAY: Final = words("brush shrug wave laugh shout sweep shoot rush")


def _despite(sentence: Sentence, at: int) -> Hit | None:
    """`despite repeated warnings the team …`, `was pushed through over the objections of`."""
    said = next((n for n in range(at + 1, at + 7) if sentence.low(n) in _SAID), None)
    if said is not None and sentence.low(said - 1) == "no":
        return None
    if said is None or not _MACHINE.isdisjoint(sentence.ahead(at, 6)):
        return None
    clause = sentence.clause_end(said)
    after = sentence.low(clause) == "," and clause + 1 < len(sentence.words)
    doer = sentence.noun_from(sentence.onward(clause + 1)) if after else sentence.doer(at)
    if at < 2 and not after and said + 1 < len(sentence.words):
        doer = sentence.noun_from(said + 1)
    agents = (n for n in range(max(at - 8, 0), at - 1) if sentence.low(n) == "by")
    if doer.who in POINTED or any(sentence.noun_from(n + 1).who in POINTED for n in agents):
        return Hit(JUDGEMENT, at, said)
    if sentence.low(at) in _THOUGH:
        return None
    where = range(clause + 1, len(sentence.words)) if after else range(at)
    done = any(sentence.low(n) in _WENT_AHEAD and sentence.passive(n) for n in where)
    return Hit(JUDGEMENT, at, said) if done else None


def _anyway(sentence: Sentence, at: int) -> Hit | None:
    """`the developers knew of it and shipped anyway`."""
    if sentence.low(at) == "same" and sentence.behind(at, 2) != {"all", "the"}:
        return None
    act = at - 1
    while act > at - 5 and not is_past(sentence.low(act)):
        act -= 1
    told = sentence.low(act) in _ANYWAY and sentence.doer(at).who in POINTED
    return Hit(JUDGEMENT, act, at) if told else None


def _slighted(sentence: Sentence, at: int) -> Hit | None:
    """`support dismissed the reports`, `was brushed aside by the product owner`."""
    base = _SLIGHTED[sentence.low(at)].base
    if base in _WITH_AWAY and _AWAY.isdisjoint(sentence.ahead(at, 4)):
        return None
    if sentence.low(sentence.back(at - 1)) in BE:
        by = sentence.onward(at + 1, _AWAY)
        if sentence.low(by) != "by":
            return None
        whom = sentence.noun_from(by + 1)
        return Hit(OMISSION, at, whom.last) if whom.who in OURS else None
    if not is_past(sentence.low(at)):
        return None
    doer = sentence.subject(at)
    careless = doer.who is Who.CUSTOMER and base == "disregard"
    return said_of(OMISSION, doer, at) if careless or doer.who in OTHERS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(
        words("despite spite contrary against over defiance regardless though although"), _despite
    ),
    **dict.fromkeys(words("anyway nonetheless nevertheless same"), _anyway),
    **dict.fromkeys(_SLIGHTED, _slighted),
}
