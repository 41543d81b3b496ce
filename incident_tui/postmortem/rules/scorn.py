"""Wonder at what people did, or thanks for the harm, is scorn in other words."""

from typing import Final

from incident_tui.postmortem.english.acts import BREAKING, BUNGLING, IGNORED, LAPSES
from incident_tui.postmortem.english.character import HOW as HOW_VICES
from incident_tui.postmortem.english.forms import verbs
from incident_tui.postmortem.english.harm import HARM
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.misdeeds import HOW as HOW_DONE
from incident_tui.postmortem.english.nouns import OTHERS, OURS
from incident_tui.postmortem.english.tokens import Mark
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT
from incident_tui.postmortem.rules.sentence import OWN, Hit, Sentence, Triggers

_WONDER: Final = words(
    """
    inexplicably astonishingly bafflingly bizarrely shockingly scandalously outrageously
    incomprehensibly ridiculously laughably unaccountably
    """
)
_HAPPY: Final = words("incredibly unbelievably amazingly remarkably unsurprisingly predictably")
"""Of what went well, too: something must have been left undone."""
_BAD: Final = words(
    """
    nobody not never no without ignored forgot skipped missed failed refused broke broken worse
    late wrong again none deleted disabled
    """
)
_UNEXPLAINED: Final = words("inexplicable unknown strange odd obscure")
_SILLY: Final = (HOW_VICES | HOW_DONE) - words(
    "deliberately badly belatedly insufficiently knowingly"
)
_PRAISE: Final = words("congratulations congrats kudos bravo applause hats thanks props")
_HARMING: Final = {
    **BREAKING,
    **BUNGLING,
    **IGNORED,
    **LAPSES,
    **verbs("delete drop lose overwrite turn switch disable mute silence approve skip decide"),
}
_OFF: Final = words("turn switch")
_BELIEF: Final = words("beggars defies boggles")
_MIND: Final = words("belief mind logic comprehension understanding description")
_EMPTY: Final = words(
    "empty down gone dead offline missing blank lost wrong useless late grey gray"
)


def _aside(sentence: Sentence, at: int) -> Hit | None:
    """`inexplicably, the operator closed it`, `foolishly, I pressed enter`."""
    if sentence.low(at + 1) != ",":
        return None
    whom = sentence.noun_from(sentence.onward(at + 2))
    low = sentence.low(at)
    people = whom.who in OURS if low in _SILLY else whom.who in OTHERS
    if low in _HAPPY and _BAD.isdisjoint(sentence.lows[at + 2 :]):
        return None
    return Hit(JUDGEMENT, at, whom.last) if people else None


def _reason(sentence: Sentence, at: int) -> Hit | None:
    """`for some inexplicable reason the developer disabled it`."""
    some = sentence.low(at - 1) in _UNEXPLAINED and "for" in sentence.behind(at, 4)
    on = at + 1 + (sentence.low(at + 1) == ",")
    if not some:
        return None
    whom = sentence.noun_from(on)
    strong = sentence.low(at - 1) == "inexplicable"
    return Hit(JUDGEMENT, at - 1, whom.last) if strong and whom.who in OTHERS else None


def _praise(sentence: Sentence, at: int) -> Hit | None:
    """`congratulations to the team that turned off the alarms`."""
    if sentence.low(at + 1) not in {"to", "off"}:
        return None
    end = sentence.clause_end(at + 2, 12)
    who = next((n for n in range(at + 2, end) if sentence.low(n) in {"who", "that"}), None)
    if who is None:
        return None
    act = sentence.onward(who + 1)
    verb = _HARMING.get(sentence.low(act))
    if verb is None or (verb.base in _OFF and "off" not in sentence.ahead(act, 5)):
        return None
    return Hit(CULPRIT, at, act)


def _to_thank(sentence: Sentence, at: int) -> Hit | None:
    """`we have the night shift to thank for the outage`."""
    if sentence.low(at - 1) != "to" or "have" not in sentence.behind(at, 10):
        return None
    have = max(n for n in range(at) if sentence.low(n) == "have")
    harm = sentence.low(at + 1) == "for" and not _HARMS.isdisjoint(sentence.lows[at + 2 : at + 9])
    whom = sentence.noun_from(have + 1)
    return Hit(CULPRIT, have, at) if harm and whom.who in OTHERS else None


_HARMS: Final = HARM | words(
    "blackout loss losses mess breach night weekend hours extra damage this"
)


def _empty(sentence: Sentence, at: int) -> Hit | None:
    """`the tracker is empty thanks to Jonas`."""
    if sentence.low(at + 1) != "to" or at < 2:
        return None
    bad = not _EMPTY.isdisjoint(sentence.lows[:at])
    denied = not {"no", "not", "never", "nothing"}.isdisjoint(sentence.lows[:at])
    whom = sentence.noun_from(at + 2)
    return Hit(CULPRIT, at, whom.last) if bad and not denied and whom.who in OTHERS else None


def _thanks(sentence: Sentence, at: int) -> Hit | None:
    for owner in sentence.owners(at + 2, at + 4):
        quoted = owner.last + 2 < len(sentence.words) and (
            sentence.words[owner.last + 2].mark is Mark.QUOTE
        )
        if quoted and owner.who in OURS:
            return Hit(CULPRIT, at, owner.last + 2)
    return _praise(sentence, at) or _empty(sentence, at)


def _beggars(sentence: Sentence, at: int) -> Hit | None:
    """`it beggars belief that …`, `the mind boggles`."""
    mind = not _MIND.isdisjoint(sentence.ahead(at, 2) | sentence.behind(at, 2))
    return Hit(JUDGEMENT, at, at + 1) if mind else None


def _fixed(sentence: Sentence, at: int) -> Hit | None:
    """`heads should roll`, `has some explaining to do`, `nobody with any sense`."""
    low = sentence.low(at)
    if low == "sense":
        with_ = sentence.low(at - 1) in {"any", "of"} and "with" in sentence.behind(at, 4)
        someone = with_ and sentence.low(0) in {"nobody", "anyone", "anybody", "no"}
        return Hit(JUDGEMENT, 0, at) if someone else None
    if low == "mind":
        on = sentence.low(at - 1) in OWN and "on" in sentence.ahead(at, 2)
        return Hit(JUDGEMENT, at - 1, at) if on else None
    said = _FIXED[low]
    return (
        Hit(JUDGEMENT, at - len(said), at) if sentence.lows[at - len(said) : at] == said else None
    )


_FIXED: Final = {
    "roll": ["heads", "should"],
    "chase": ["wild", "goose"],
    "cooks": ["too", "many"],
    "explaining": ["some"],
    "fingerprints": ["'s"],
    "learn": ["they", "never"],
}

TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_WONDER | _HAPPY | _SILLY, _aside),
    **dict.fromkeys([*_FIXED, "sense", "mind"], _fixed),
    "reason": _reason,
    **dict.fromkeys(_PRAISE - {"thanks"}, _praise),
    "thanks": _thanks,
    "thank": _to_thank,
    **dict.fromkeys(_BELIEF, _beggars),
}
