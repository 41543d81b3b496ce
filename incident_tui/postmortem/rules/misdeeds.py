"""A verb of doing badly, with people as its subject, or an agent, or an owner, points at them."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE, HUMAN_ACTS
from incident_tui.postmortem.english.esteem import FOOLS, STERNLY
from incident_tui.postmortem.english.forms import Form, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.misdeeds import (
    BAD_THINGS,
    ERRING,
    FAILINGS,
    HARMING,
    HOW,
)
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OTHERS, Noun, Who
from incident_tui.postmortem.rules.ids import BE_CAREFUL, COUNTERFACTUAL, CULPRIT, JUDGEMENT
from incident_tui.postmortem.rules.negation import kept_from
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, said_of

_LEFT_IN: Final = verbs("leave make cause create put land throw plunge bring wreak sow get")
_COST: Final = words("us everybody everyone customers users hours days weeks hour day week dearly")
_LATE: Final = words("after when once because at")
_TARDY: Final = verbs(
    """
    respond react answer notice realise realize reply acknowledge look check escalate admit
    understand remember wake join act tell inform mention think start begin pass forward call
    """
)
_READ: Final = verbs(
    """
    follow read heed review consult announce check test tell communicate coordinate warn verify
    inform ask plan think prepare rehearse
    """
)
_HOPED: Final = verbs("expect hope want demand deserve")
_MILD: Final = words("delay silence absence pride ego temper excuse excuses slip insistence panic")
"""Of us, these are as often what happened."""
_RUDE: Final = words("from of")
_CHILDREN: Final = words(
    "junior intern trainee child beginner novice student layman newcomer apprentice"
)
_GO_WRONG: Final = words("experiment experiments test tests drill exercise chaos")


def _self(doer: Noun, sentence: Sentence) -> bool:
    return sentence.low(doer.last) == "i"


def _erred(sentence: Sentence, at: int) -> Hit | None:
    """`the consultant guessed`, `the planner misjudged it`, `I panicked`."""
    verb = ERRING.get(sentence.low(at))
    if verb is None or verb.forms <= {Form.BASE, Form.ING} or sentence.passive(at):
        return None
    noun = sentence.low(at - 1) in {"the", "a", "an", "to", "of"} or sentence.low(at) == "mistakes"
    if sentence.negated(at) or noun:
        return None
    doer = sentence.subject(at)
    told = doer.who in PERHAPS_OTHERS or _self(doer, sentence)
    return said_of(JUDGEMENT, doer, at) if told else None


def _harmed(sentence: Sentence, at: int) -> Hit | None:
    """`the vendor prolonged the outage`, `Ana endangered the release`."""
    verb = HARMING[sentence.low(at)]
    if verb.forms <= {Form.BASE, Form.ING} or sentence.passive(at) or sentence.has(_GO_WRONG):
        return None
    doer = sentence.subject(at)
    told = doer.who in OTHERS or _self(doer, sentence)
    return said_of(CULPRIT, doer, at) if told and not sentence.negated(at) else None


def _how(sentence: Sentence, at: int) -> Hit | None:
    """`carelessly confirmed`, `edited it clumsily`, `was hastily merged`."""
    act = sentence.onward(at + 1)
    low = sentence.low(act)
    if is_past(low) or low in HUMAN_ACTS:
        passive = sentence.passive(act)
        doer = sentence.subject(act)
        told = doer.who in PERHAPS_OTHERS | {Who.SELF} and not passive
        return Hit(JUDGEMENT, at, act) if told or (passive and low in HUMAN_ACTS) else None
    if not low[:1].isalpha() or low in {"and", "by", "in", "on", "to", "before", "without", "when"}:
        back = sentence.doer(at)
        told = back.who in PERHAPS_OTHERS | {Who.SELF} or _done_by_hand(sentence, at)
        return Hit(JUDGEMENT, at, at) if told else None
    return None


def _done_by_hand(sentence: Sentence, at: int) -> bool:
    """`was approved blindly`: only people approve."""
    verb = sentence.low(at - 1)
    return verb in HUMAN_ACTS and is_past(verb) and sentence.passive(at - 1)


def _left_in(sentence: Sentence, at: int) -> Hit | None:
    """`left us in the lurch`, `created chaos`, `put the company at risk`."""
    verb = _LEFT_IN[sentence.low(at)]
    bad = next(
        (n for n in range(at + 1, sentence.clause_end(at + 1, 7)) if sentence.low(n) in BAD_THINGS),
        None,
    )
    if bad is None or verb.forms <= {Form.BASE, Form.ING} or sentence.passive(at):
        return None
    doer = sentence.subject(at)
    told = doer.who in OTHERS or _self(doer, sentence)
    lacking = not sentence.behind(bad, 2).isdisjoint({"no", "less", "without", "of"})
    return said_of(CULPRIT, doer, bad) if told and not lacking else None


def _cost(sentence: Sentence, at: int) -> Hit | None:
    """`the contractor cost us three hours`."""
    doer = sentence.subject(at)
    told = doer.who in {Who.NAMED, Who.STAFF, Who.TEAM} and sentence.low(at + 1) in _COST
    return said_of(CULPRIT, doer, at) if told else None


def _failing(sentence: Sentence, at: int) -> Hit | None:
    """`the vendor's silence`, `the arrogance of the architects`."""
    own = sentence.low(at - 1) in OWN - {"its"} and sentence.low(at) not in _MILD
    if own or sentence.low(at - 1) in {"his", "her"}:
        return Hit(JUDGEMENT, at - 1, at)
    back = at - 1 - (not sentence.low(at - 1).startswith("'"))
    for owner in sentence.owners(back, at - 1):
        if owner.who in PERHAPS_OTHERS:
            return Hit(JUDGEMENT, owner.first, at)
    of = sentence.low(at + 1) in {"of", "by", "among", "from"}
    whom = sentence.noun_from(at + 2)
    return Hit(JUDGEMENT, at, whom.last) if of and whom.who in OTHERS - {Who.ANYBODY} else None


def _only(sentence: Sentence, at: int) -> Hit | None:
    """`only responded after three reminders`."""
    act = sentence.onward(at + 1)
    verb = _TARDY.get(sentence.low(act))
    if verb is None or verb.forms.isdisjoint({Form.PAST, Form.DONE}):
        return None
    late = not _LATE.isdisjoint(sentence.lows[act + 1 : act + 9])
    doer = sentence.subject(at)
    told = late and doer.who in {Who.NAMED, Who.STAFF, Who.TEAM}
    return said_of(JUDGEMENT, doer, act) if told else None


def _only_some(sentence: Sentence, at: int) -> Hit | None:
    return _only(sentence, at) or _even(sentence, at)


def _until(sentence: Sentence, at: int) -> Hit | None:
    """`did not look at it until the morning`: people are told to have been late."""
    negation = next(
        (n for n in range(at - 1, max(at - 9, 0), -1) if sentence.low(n) in {"not", "never"}), None
    )
    if negation is None or sentence.low(negation - 1) not in {"did", "had"}:
        return None
    act = sentence.onward(negation + 1)
    doer = sentence.subject(negation)
    told = sentence.low(act) in _TARDY and doer.who in {Who.NAMED, Who.STAFF, Who.TEAM}
    if not told or kept_from(sentence, act):
        return None
    return said_of(JUDGEMENT, doer, act)


def _if_done(sentence: Sentence, at: int) -> Hit | None:
    """`if the procedure had been followed`: only people would have followed it."""
    had = next((n for n in range(at + 1, at + 9) if sentence.low(n) == "had"), None)
    if had is None:
        return None
    been = sentence.onward(had + 1, {"not"})
    act = sentence.onward(been + 1)
    verb = _READ.get(sentence.low(act))
    done = sentence.low(been) == "been" and verb is not None and Form.DONE in verb.forms
    return Hit(COUNTERFACTUAL, at, act) if done else None


def _expected(sentence: Sentence, at: int) -> Hit | None:
    """`we expect better from the vendor`, `customers deserve better than this team`."""
    more = sentence.low(at + 1) in {"better", "more"} and sentence.low(at + 2) in _RUDE
    if not more:
        return None
    return Hit(BE_CAREFUL, at, at + 3) if sentence.noun_from(at + 3).who in OTHERS else None


def _even(sentence: Sentence, at: int) -> Hit | None:
    """`even a junior would know that`."""
    ahead = sentence.lows[at + 1 : at + 4]
    child = not _CHILDREN.isdisjoint(ahead)
    child = child or (sentence.low(at) == "only" and not FOOLS.isdisjoint(ahead))
    would = not {"would", "could", "knows", "can"}.isdisjoint(sentence.lows[at + 2 : at + 7])
    return Hit(COUNTERFACTUAL, at, at + 2) if child and would else None


def _uninformed(sentence: Sentence, at: int) -> Hit | None:
    """`security was never consulted`, `nobody was told`: somebody is meant who should have."""
    doer = sentence.subject(at)
    never = sentence.low(at - 1) == "never" or sentence.low(at - 2) == "never"
    told = never and sentence.low(at) in CARE and sentence.low(sentence.back(at - 1)) in BE
    return said_of(JUDGEMENT, doer, at) if told and doer.who in OURS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(ERRING, _erred),
    **dict.fromkeys(_LEFT_IN, _left_in),
    **dict.fromkeys(HOW | STERNLY, _how),
    **dict.fromkeys(FAILINGS - {"slip"}, _failing),
    "cost": _cost,
    "only": _only_some,
    "until": _until,
    "if": _if_done,
    **dict.fromkeys(_HOPED, _expected),
    "even": _even,
    **dict.fromkeys(words("consulted informed involved asked told warned"), _uninformed),
}
HARM: Final[Triggers] = dict.fromkeys(HARMING, _harmed)
"""Words that two rules look at."""
