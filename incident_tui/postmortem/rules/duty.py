"""A duty that was not done, or that was taken on afterwards, points at whoever had it."""

from typing import Final

from incident_tui.postmortem.english.harm import HARM
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, CULPRIT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, Hit, Sentence, Triggers, said_of

_WRITTEN: Final = words(
    """
    procedure procedures checklist checklists runbook playbook policy policies protocol protocols
    guideline guidelines instruction instructions rule rules process manual handbook
    """
)
"""What only people follow."""
_ADDRESSED: Final = _WRITTEN - words("rule rules policy policies process manual")
"""Of which programs have none of their own."""
_SAID: Final = words("warning warnings concern concerns objection objections complaints advice")
_KEPT: Final = words("followed respected observed obeyed honoured honored heeded adhered")
_BROKEN: Final = words("ignored disregarded violated flouted dismissed neglected breached")
_SAVED: Final = words("time effort work money")
_SELVES: Final = words("ourselves himself herself themselves myself")
_BLAMED: Final = words("blame thank")
_TAKING: Final = words("take takes took accept accepts bear bears bore carry carries carried")
_WHOLE: Final = words("full sole complete entire personal")
_AMISS: Final = words(
    "incorrectly wrongly accidentally wrong lost missing broken deleted missed failed incorrect"
)
_LIGHT: Final = words("mistake error blunder")


def _kept(sentence: Sentence, at: int) -> Hit | None:
    """`the checklist was not followed`: nobody else could have followed it."""
    if not sentence.negated(at) or sentence.low(sentence.back(at - 1, {"not"})) not in BE:
        return None
    return _of(sentence, at, _WRITTEN | _SAID)


def _broken(sentence: Sentence, at: int) -> Hit | None:
    """`the procedure was ignored`, `the warnings were dismissed`."""
    if sentence.negated(at) or not sentence.passive(at):
        return None
    return _of(sentence, at, _ADDRESSED | _SAID)


def _of(sentence: Sentence, at: int, what: frozenset[str]) -> Hit | None:
    thing = sentence.subject(at)
    said = sentence.lows[max(thing.first, 0) : thing.last + 1]
    by = sentence.low(at + 1) == "by" and at + 2 < len(sentence.words)
    if by and sentence.noun_from(at + 2).who not in OURS:
        return None
    return Hit(OMISSION, thing.last, at) if not what.isdisjoint(said) else None


def _skipped(sentence: Sentence, at: int) -> Hit | None:
    """`the tests were skipped to save time`."""
    purpose = sentence.pair(at + 1) == ("to", "save") and sentence.low(at + 3) in _SAVED
    return Hit(OMISSION, at, at + 3) if purpose and sentence.passive(at) else None


def _only_had(sentence: Sentence, at: int) -> Hit | None:
    """`all they had to do was ask`, `the on-call only had to press it`."""
    if sentence.low(sentence.onward(at + 1)) != "to":
        return None
    doer = sentence.subject(at)
    every = sentence.low(0) == "all" and sentence.low(at + 2) == "do"
    near = {sentence.low(n) for n in (at - 2, at - 1, at + 1)}
    only = {"only", "just", "merely"} & near
    hit = doer.who in OTHERS and (every or only)
    return said_of(COUNTERFACTUAL, doer, at) if hit else None


def _taken(sentence: Sentence, at: int) -> Hit | None:
    """`all it would have taken is one question`."""
    all_it = sentence.low(0) == "all" and sentence.low(1) == "it"
    return Hit(COUNTERFACTUAL, 0, at) if all_it and sentence.low(at - 1) == "have" else None


def _me(sentence: Sentence, at: int) -> Hit | None:
    """`that was me`."""
    said = sentence.low(at - 1) in {"was", "'s"} and sentence.low(at - 2) in {"that", "it", "this"}
    alone = not sentence.low(at + 1)[:1].isalpha() or sentence.low(at + 1) == "who"
    return Hit(CULPRIT, at - 2, at) if said and alone else None


def _selves(sentence: Sentence, at: int) -> Hit | None:
    """`nobody to blame but ourselves`."""
    but = sentence.low(at - 1) in {"but", "except", "only"} and sentence.has(_BLAMED)
    told = but or sentence.low(at - 1) in {"forgive", "blame", "kick", "forgave", "blamed"}
    return Hit(CULPRIT, at - 1, at) if told else None


def _responsibility(sentence: Sentence, at: int) -> Hit | None:
    """`I take full responsibility for the outage`."""
    whole = sentence.low(at - 1) in _WHOLE
    harm = sentence.low(at + 1) == "for" and not HARM.isdisjoint(sentence.ahead(at, 5))
    took = not sentence.behind(at, 3).isdisjoint(_TAKING)
    amiss = sentence.low(at + 1) == "for" and not _AMISS.isdisjoint(sentence.ahead(at, 5))
    return Hit(CULPRIT, at - 1, at) if took and (whole or harm or amiss) else None


def _mistaken(sentence: Sentence, at: int) -> Hit | None:
    """`it was a mistake to trust the vendor`."""
    helper = sentence.back(at - 1, {"a", "an", "big", "serious", "grave"})
    was = sentence.low(helper) in {"was", "is"} and sentence.low(helper - 1) == "it"
    return Hit(JUDGEMENT, at, at + 1) if was and sentence.low(at + 1) == "to" else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_KEPT, _kept),
    **dict.fromkeys(_BROKEN, _broken),
    "skipped": _skipped,
    "had": _only_had,
    "taken": _taken,
    "me": _me,
    **dict.fromkeys(_SELVES, _selves),
    "responsibility": _responsibility,
    **dict.fromkeys(_LIGHT, _mistaken),
}
