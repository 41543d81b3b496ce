"""With somebody else, or without somebody, it would have gone otherwise: that is no cause."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE
from incident_tui.postmortem.english.forms import is_participle
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, PERHAPS_OURS
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL
from incident_tui.postmortem.rules.sentence import OWN, Hit, Sentence, Triggers, people_from

_WOULD: Final = words("would could might")
_TALK: Final = words(
    """
    call chat phone-call message mail email note question conversation talk word glance look walk
    ping heads-up hint visit briefing handover rehearsal walkthrough stand-up meeting discussion
    warning sentence dry-run reflection thinking thought reading shout reminder nudge courtesy
    planning curiosity patience courage humility imagination
    """
)
"""What a word or a look of people would have been."""
_SMALL: Final = words(
    """
    simple quick single short brief little small one proper quiet five-minute ten-minute two-minute
    one-minute five-second ten-second thirty-second bit moment minute seconds minutes second basic
    mere phone
    """
)
_HELPED: Final = words(
    """
    avoided prevented saved spared caught shown told been averted stopped revealed sufficed done
    cleared helped cost solved spotted found
    """
)
_ABLE: Final = words(
    """
    child careful attentive decent competent good proper real sensible reasonable responsible
    thorough diligent experienced seasoned skilled trained professional junior beginner novice
    first-year serious fresh second better alert vigilant conscientious thoughtful smart monkey
    half-awake toddler blind
    """
)
_PERSON: Final = words(
    """
    child reader observer eye pair person engineer reviewer operator admin colleague parent monkey
    toddler layman student professional organisation organization company shop hand mind
    """
)
_HARD: Final = words("hurt cost killed taken been required harmed needed")
_LITTLE: Final = words("much long anything nobody nothing anyone anybody minute minutes second a")
_HASTE: Final = words(
    """
    haste hasty impatience carelessness intervention interference meddling decision insistence
    shortcut mistake rollback rush stubbornness negligence refusal hurry heavy-handed tinkering
    reckless careless premature
    """
)
_STEP: Final = words("thing step move choice course reaction response option way")
_SOUND: Final = words("obvious sensible right natural correct smart logical wise prudent proper")
_ASKING: Final = words("phone call ring send write drop mention wait stop raise speak")
_ANYONE: Final = words("anyone anybody everyone everybody someone somebody")
_ALIKE: Final = words("same done thought believed assumed missed likewise caught trusted concluded")
"""What anybody would have done excuses whoever did."""
_THANKED: Final = words(
    "help thanks quick patience support expertise work effort efforts vigilance"
)


def _with(sentence: Sentence, at: int) -> Hit | None:
    """`would not have happened with an experienced admin on duty`, `under the previous lead`."""
    if not _unreal(sentence, at):
        return None
    if {"not", "never"}.isdisjoint(sentence.lows[:at]):
        return None
    whom = sentence.noun_from(at + 1)
    if whom.who not in OTHERS:
        return None
    return Hit(COUNTERFACTUAL, at, whom.last)


def _unreal(sentence: Sentence, end: int) -> bool:
    """Whether `would have` stands before that place."""
    return any(sentence.low(n) in _WOULD and "have" in sentence.ahead(n, 3) for n in range(end))


def _without(sentence: Sentence, at: int) -> Hit | None:
    """`without the hasty rollback by the crew we would have kept it`, `but for Ana re-running`."""
    if sentence.low(at) == "for":
        if sentence.low(at - 1) not in {"but", "except"}:
            return None
    elif at > 1:
        return None
    if at + 1 >= len(sentence.words) or not _unreal(sentence, len(sentence.lows)):
        return None
    end = sentence.clause_end(at + 1, 12)
    near = frozenset(sentence.lows[at : end + 1])
    if not _THANKED.isdisjoint(near):
        return None
    owned = any(owner.who in PERHAPS_OURS for owner in sentence.owners(at + 1, end))
    agents = any(
        sentence.low(n) in {"by", "of"} and people_from(sentence, n + 1).who in OTHERS
        for n in range(at + 1, min(end, len(sentence.words) - 1))
    )
    whom = sentence.noun_from(at + 1)
    doing = whom.who in OTHERS and sentence.low(whom.last + 1).endswith("ing")
    own = sentence.low(at + 1) in OWN and not _HASTE.isdisjoint(near)
    hasty = (owned or agents) and (sentence.low(at) == "for" or not _HASTE.isdisjoint(near))
    return Hit(COUNTERFACTUAL, at, at + 1) if hasty or doing or own else None


def _would(sentence: Sentence, at: int) -> Hit | None:
    """`a quick chat would have avoided it`, `a child could have seen it`, `would not have hurt`."""
    have = sentence.onward(at + 1, {"not"})
    act = sentence.onward(have + 1)
    if sentence.low(have) != "have" or not is_participle(sentence.low(act)):
        return None
    if sentence.low(at - 1) in {"it", "that"}:
        return _cost(sentence, at, act)
    near = sentence.lows[max(at - 9, 0) : at]
    if near[-1:] and near[-1] in _STEP and not _SOUND.isdisjoint(near[-3:]):
        to = sentence.low(act) == "been" and sentence.low(act + 1) == "to"
        return Hit(COUNTERFACTUAL, at, act) if to else None
    small = not _SMALL.isdisjoint(near) and not _TALK.isdisjoint(near)
    dry = ("dry" in near and "run" in near) and not _SMALL.isdisjoint(near)
    if (small or dry) and sentence.low(act) in _HELPED:
        return Hit(COUNTERFACTUAL, at, act)
    if near[:1] and sentence.low(0) in _ANYONE and at < 7 and sentence.low(at) == "would":
        wide = _ALIKE.isdisjoint(sentence.lows[act:]) and not sentence.negated(act)
        return Hit(COUNTERFACTUAL, 0, act) if wide and at > 1 else None
    able = not _ABLE.isdisjoint(near[-4:]) and near[-1:] and near[-1] in _PERSON
    seen = able and not sentence.negated(act) and "no" not in near
    return Hit(COUNTERFACTUAL, at, act) if seen else None


def _cost(sentence: Sentence, at: int, act: int) -> Hit | None:
    """`it would not have hurt to ask`, `it would have cost nobody anything to read it`."""
    if sentence.low(act) not in _HARD:
        return None
    to = next((n for n in range(act + 1, act + 6) if sentence.low(n) == "to"), None)
    if to is None:
        return None
    little = "not" in sentence.lows[at:act] or not _LITTLE.isdisjoint(sentence.lows[act:to])
    asked = sentence.low(sentence.onward(to + 1))
    human = asked in CARE or asked in _ASKING
    return Hit(COUNTERFACTUAL, at, to) if little and human else None


def _still(sentence: Sentence, at: int) -> Hit | None:
    """`it would still be there if people did not treat it so`."""
    if sentence.low(at - 1) != "would" or sentence.low(at + 1) not in {"be", "have"}:
        return None
    if_ = next((n for n in range(len(sentence.lows) - 1) if sentence.low(n) == "if"), None)
    whom = sentence.noun_from(if_ + 1) if if_ is not None else None
    return Hit(COUNTERFACTUAL, at - 1, at) if whom is not None and whom.who in OTHERS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(("with", "under"), _with),
    **dict.fromkeys(("without", "for"), _without),
    **dict.fromkeys(("would", "could"), _would),
    "still": _still,
}
