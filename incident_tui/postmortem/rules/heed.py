"""A lack of care, of urgency or of thought is told of people, whose mind nobody can look into."""

from typing import Final

from incident_tui.postmortem.english.character import TRAITS
from incident_tui.postmortem.english.forms import is_participle, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OTHERS
from incident_tui.postmortem.rules.deed import names_a_thing
from incident_tui.postmortem.rules.ids import BE_CAREFUL, JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, said_of

_MINDS: Final = words(
    """
    urgency curiosity attentiveness concentration focus caution forethought foresight thoroughness
    conscientiousness courtesy respect commitment seriousness vigilance discipline diligence care
    professionalism competence rigour rigor humility prudence responsibility accountability
    ownership enthusiasm motivation effort initiative judgement judgment attention consideration
    empathy honesty integrity courage backbone imagination sense thought regard concern interest
    willingness will pride maturity
    """
)
"""What people have of themselves, and no system has."""
_SKILLS: Final = words(
    "skill skills knowledge understanding experience expertise competence qualification know-how"
)
_LITTLE: Final = words("no little zero scant insufficient inadequate any enough much not without")
_SENSE: Final = words("urgency ownership responsibility duty proportion danger shame")
_DUE: Final = words("due proper sufficient enough adequate reasonable much any a second further")
_HEED: Final = words("care thought attention consideration diligence caution regard heed planning")
_NO_HEED: Final = words("no little scant minimal insufficient inadequate hardly")
_GREAT: Final = words("more greater better closer extra utmost proper special")
_PAID: Final = words("paid taken given exercised devoted put shown applied")
_DUTY: Final = words("must should needs need to shall has have will")
_LACKING: Final = verbs("lack")
_WAY: Final = words("haste hurry panic carelessness negligence anger laziness ignorance")
_MOMENT: Final = words("moment moments second seconds minute minutes instance act case bit result")


def _lack(sentence: Sentence, at: int) -> Hit | None:
    """`a worrying lack of urgency`, `no sense of ownership`, `the team lacks even basic skills`."""
    low = sentence.low(at)
    of = at + 2
    noun = low not in _LACKING or low == "lack"
    if not noun or sentence.low(at + 1) != "of":
        return _lacks(sentence, at)
    what = next((n for n in range(of, of + 4) if sentence.low(n) in _MINDS | _SKILLS), None)
    denied = not {"no", "not"}.isdisjoint(sentence.behind(at, 3))
    if what is None or denied or names_a_thing(sentence, what):
        return None
    if sentence.low(what) in _MINDS - {"focus", "interest", "sense", "will", "regard"}:
        return Hit(JUDGEMENT, at, what)
    whose = sentence.low(what + 1) in {"among", "in", "by", "from", "on"}
    whose = whose and sentence.noun_from(what + 2).who in OTHERS
    owned = any(owner.who in OTHERS for owner in sentence.owners(at - 2, at - 1))
    return Hit(JUDGEMENT, at, what) if whose or owned else None


def _lacks(sentence: Sentence, at: int) -> Hit | None:
    what = next((n for n in range(at + 1, at + 5) if sentence.low(n) in _MINDS | _SKILLS), None)
    doer = sentence.subject(at)
    told = what is not None and doer.who in OURS and sentence.low(at) in _LACKING
    return said_of(JUDGEMENT, doer, at) if told else None


def _no_sense(sentence: Sentence, at: int) -> Hit | None:
    """`there was no sense of urgency`, `showed little sense of responsibility`."""
    of = sentence.low(at + 1) == "of" and sentence.low(at + 2) in _SENSE
    none = not _LITTLE.isdisjoint(sentence.behind(at, 3))
    return Hit(JUDGEMENT, at - 1, at + 2) if of and none else None


def _without(sentence: Sentence, at: int) -> Hit | None:
    """`carried out without due care`, `made with little thought`, `no thought went into it`."""
    begin = sentence.back(at - 1, _DUE)
    low = sentence.low(begin)
    if low in _NO_HEED and sentence.low(at + 1) in {"went", "goes", "has", "had"}:
        into = not {"into", "gone"}.isdisjoint(sentence.ahead(at, 3))
        return Hit(JUDGEMENT, begin, at + 1) if into else None
    bare = low in _NO_HEED and sentence.low(begin - 1) == "with"
    if low != "without" and not bare:
        return None
    first = begin - bare
    doer = sentence.doer(first)
    done = any(_by_hand(sentence, n) for n in range(max(first - 7, 0), first))
    return Hit(JUDGEMENT, first, at) if doer.who in OURS or done else None


def _by_hand(sentence: Sentence, at: int) -> bool:
    low = sentence.low(at)
    return is_participle(low) and sentence.low(sentence.back(at - 1)) in BE


def _in_haste(sentence: Sentence, at: int) -> Hit | None:
    """`was pushed out in haste`, `signed off in a hurry`."""
    place = at - 1 - (sentence.low(at - 1) in {"a", "great", "blind", "such"})
    if sentence.low(place) not in {"in", "out"}:
        return None
    done = any(_by_hand(sentence, n) for n in range(max(place - 4, 0), place))
    by = sentence.low(at + 1) == "by" and at + 2 < len(sentence.words)
    of_a_thing = by and sentence.noun_from(at + 2).who not in OURS
    return Hit(JUDGEMENT, place, at) if done and not of_a_thing else None


def _moment(sentence: Sentence, at: int) -> Hit | None:
    """`a moment of inattention`, `a second's carelessness`."""
    back = at - 1
    of = sentence.low(back) in {"of", "'s"} and sentence.low(back - 1) in _MOMENT
    of = of and {"not", "no", "never"}.isdisjoint(sentence.behind(back, 6))
    return Hit(JUDGEMENT, back - 1, at) if of else None


def _greater(sentence: Sentence, at: int) -> Hit | None:
    """`greater care must be taken`, `more attention should be paid to reviews`."""
    if sentence.low(at - 1) not in _GREAT:
        return None
    if sentence.low(at - 2) in {"take", "exercise", "pay", "show"}:
        due = not (_DUTY | {"please"}).isdisjoint(sentence.behind(at - 2, 4)) or at == 2
        return Hit(BE_CAREFUL, at - 2, at) if due else None
    if sentence.low(at + 1) not in _DUTY:
        return None
    asked = not _PAID.isdisjoint(sentence.ahead(at, 5))
    return Hit(BE_CAREFUL, at - 1, at + 1) if asked else None


def _heed(sentence: Sentence, at: int) -> Hit | None:
    return _without(sentence, at) or _greater(sentence, at)


def _disregard(sentence: Sentence, at: int) -> Hit | None:
    """`a complete disregard for the process`, `with contempt for`."""
    on = sentence.low(at + 1) in {"for", "of"}
    showed = not {"show", "showed", "shows", "with", "shown"}.isdisjoint(sentence.behind(at, 4))
    doer = sentence.doer(at)
    own = sentence.low(at - 1) in OWN or sentence.low(at - 2) in OWN
    told = doer.who in PERHAPS_OTHERS or own
    return Hit(JUDGEMENT, at, at + 1) if on and showed and told else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_LACKING, _lack),
    **dict.fromkeys(("absence", "want"), _lack),
    "sense": _no_sense,
    **dict.fromkeys(_HEED, _heed),
    **dict.fromkeys(_WAY, _in_haste),
    **dict.fromkeys(("disregard", "contempt"), _disregard),
}
MOMENTS: Final[Triggers] = dict.fromkeys(
    TRAITS | words("distraction weakness madness confusion"), _moment
)
"""Words that two rules look at."""
