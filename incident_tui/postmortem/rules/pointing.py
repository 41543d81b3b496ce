"""Thanks in irony, a pointed finger, or a slip of the mind: the person stands behind a phrase."""

from typing import Final

from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.harm import HARM
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OURS, Noun, Who
from incident_tui.postmortem.rules.ids import CULPRIT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, people_from

_BAD: Final = HARM | words(
    """
    empty down gone broken broke lost late missing wrong again expired dead offline unreachable
    stuck wasted failed crashed overtime nightmare else
    """
)
_NOTHING: Final = words("no without nothing nobody none")
_GOOD: Final = words(
    """
    back restored fixed quick quickly recovered resolved able caught within only short avoided
    prevented limited longer worse spotted found noticed help helped
    """
)
_ABLE: Final = words("can may could")
_MISSING: Final = HARM | words("expired missing lost broken late wasted extra cancelled duplicate")
_FAULTS: Final = words("fault failure failures mistake mistakes blame error errors guilt")
_AT: Final = words("at to towards toward")
_NOT: Final = words("not never nor hardly")
_MIND: Final = words("mind minds")
_PASSED: Final = words("past by through")
_ME: Final = words("me us him her them")
_HEADS: Final = words("head heads attention notice eye eyes")


def _somebody(sentence: Sentence, at: int) -> Noun | None:
    """Who is named there, the speaker among them."""
    whom = people_from(sentence, at)
    return whom if whom.who in OURS or sentence.low(at) in _ME else None


def _thanks(sentence: Sentence, at: int) -> Hit | None:
    """`the queue is empty thanks to Jonas`; what was spared thanks to somebody is real thanks."""
    if sentence.low(at + 1) != "to" or sentence.has(_GOOD):
        return None
    whom = sentence.noun_from(at + 2)
    if whom.who not in OTHERS - {Who.ANYBODY} or sentence.low(whom.last + 1) in {"for", "who"}:
        return None
    hit = sentence.has(_BAD) != sentence.has(_NOTHING)
    return Hit(CULPRIT, at, whom.last) if hit else None


def _to_thank(sentence: Sentence, at: int) -> Hit | None:
    """`we have the operator to thank for the blackout`, `can thank procurement for the delay`."""
    turned = sentence.pair(at)[1] == "for" and sentence.low(at - 1) == "to"
    if not turned and sentence.low(at - 1) not in _ABLE:
        return None
    reason = next((n for n in range(at + 1, at + 7) if sentence.low(n) == "for"), None)
    if reason is None or any(low.endswith("ing") for low in sentence.ahead(reason, 2)):
        return None
    return (
        Hit(CULPRIT, at - 1, reason) if not _MISSING.isdisjoint(sentence.ahead(reason, 6)) else None
    )


def _responsible(sentence: Sentence, at: int) -> Hit | None:
    """`Responsible for the outage is the colleague who …`."""
    if at > 1 or sentence.low(at + 1) != "for":
        return None
    is_ = next((n for n in range(at + 3, at + 12) if sentence.low(n) in BE), None)
    harm = is_ is not None and not HARM.isdisjoint(sentence.lows[at:is_])
    whom = _somebody(sentence, is_ + 1) if is_ is not None and harm else None
    return Hit(CULPRIT, at, whom.last) if whom is not None else None


def _belongs(sentence: Sentence, at: int) -> Hit | None:
    """`the biggest failure belongs to me`."""
    whom = _somebody(sentence, at + 2) if sentence.low(at + 1) == "to" else None
    fault = not _FAULTS.isdisjoint(sentence.behind(at, 6))
    return Hit(CULPRIT, at, whom.last) if whom is not None and fault else None


def _finger(sentence: Sentence, at: int) -> Hit | None:
    """`all fingers point at the vendor`."""
    to = next((n for n in range(at + 2, at + 5) if sentence.low(n) in _AT), None)
    if to is None or not sentence.low(to - 1).startswith("point"):
        return None
    whom = _somebody(sentence, to + 1)
    return Hit(CULPRIT, at, whom.last) if whom is not None else None


def _minded(sentence: Sentence, at: int) -> Hit | None:
    """`it slipped my mind`, `a rollback never crossed his mind`."""
    verb = next(
        (n for n in range(at - 1, at - 5, -1) if is_past(sentence.low(n)) or _crosses(sentence, n)),
        -1,
    )
    low = sentence.low(verb)
    owned = sentence.low(at - 1) in OWN or any(
        owner.who in PERHAPS_OURS for owner in sentence.owners(at - 1, at - 1)
    )
    denied = not _NOT.isdisjoint(sentence.behind(verb, 3))
    told = owned and (low == "slipped" or (_crosses(sentence, verb) and denied))
    return Hit(OMISSION, verb, at) if told else None


def _crosses(sentence: Sentence, at: int) -> bool:
    return sentence.low(at) in {"cross", "crossed", "entered", "enter"}


def _occurred(sentence: Sentence, at: int) -> Hit | None:
    """`it never occurred to the reviewers to ask`."""
    denied = not _NOT.isdisjoint(sentence.behind(at, 2))
    whom = _somebody(sentence, at + 2) if denied and sentence.low(at + 1) == "to" else None
    return Hit(OMISSION, at, whom.last) if whom is not None else None


def _escaped(sentence: Sentence, at: int) -> Hit | None:
    """`the typo escaped both reviewers`, `it slipped past QA`, `went over our heads`."""
    past = at + 1 + (sentence.low(at + 1) in _PASSED and sentence.low(at + 2) != "to")
    whom = _somebody(sentence, past)
    if sentence.low(at) == "escaped":
        owned = sentence.low(at + 1) in OWN and sentence.low(at + 2) in _HEADS
        told = owned or (whom is not None and past == at + 1 and whom.who is not Who.SELF)
    else:
        told = whom is not None and past > at + 1
    if sentence.negated(at) or not told:
        return None
    return Hit(OMISSION, at, at + 2 if whom is None else whom.last)


def _overhead(sentence: Sentence, at: int) -> Hit | None:
    """`the warning went over the heads of the operators`."""
    over = sentence.low(at + 1) == "over" and sentence.low(at + 3) in {"head", "heads"}
    whom = _somebody(sentence, at + 5) if over and sentence.low(at + 4) == "of" else None
    return Hit(OMISSION, at, whom.last) if whom is not None else None


TRIGGERS: Final[Triggers] = {
    "thanks": _thanks,
    "thank": _to_thank,
    "responsible": _responsible,
    **dict.fromkeys(words("belongs belonged"), _belongs),
    **dict.fromkeys(words("finger fingers"), _finger),
    **dict.fromkeys(_MIND, _minded),
    **dict.fromkeys(words("occurred occur"), _occurred),
    **dict.fromkeys(words("escaped slipped got"), _escaped),
    "went": _overhead,
}
