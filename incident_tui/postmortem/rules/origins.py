"""Where a tale of harm begins with what somebody did, that somebody is its cause."""

from typing import Final

from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.harm import HARM, HURTING, hurts
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OTHERS
from incident_tui.postmortem.rules.cause import HARMED
from incident_tui.postmortem.rules.ids import CULPRIT
from incident_tui.postmortem.rules.sentence import (
    BE,
    POINTED,
    Hit,
    Sentence,
    Triggers,
    people_from,
    points_at,
)

_BEGAN: Final = words("started starts began begins begun")
_WHOLE: Final = HARM | words("it this thing everything all chain trouble story saga")
_WHEN: Final = words("when after once as because")
_SPAN: Final = 8
"""Words of a time between what began and what began it."""
_AS_PLANNED: Final = words("removed disabled dropped deleted locked blocked killed disconnected")
_SEEN: Final = words(
    """
    noticed found saw reported opened called rang asked received paged declared joined realised
    realized had could did
    """
)


def _began(sentence: Sentence, at: int) -> Hit | None:
    """`it all started when the admin edited the file`, `began with Igor's decision to skip it`."""
    before = sentence.lows[:at]
    if _WHOLE.isdisjoint(before):
        return None
    for place in range(at + 1, min(at + 1 + _SPAN, len(sentence.words))):
        low = sentence.low(place)
        if low == "with":
            return _with(sentence, at, place + 1)
        if low in _WHEN:
            begin = place + 1 + 2 * (sentence.pair(place + 1) == ("soon", "as"))
            return _acted(sentence, at, begin)
    return None


def _reason(sentence: Sentence, at: int) -> Hit | None:
    """`the reason it hung is that Sven hard-coded the limit`."""
    for place in range(at + 1, min(at + 12, len(sentence.words) - 2)):
        if sentence.low(place) in {"is", "was"}:
            that = sentence.low(place + 1) in {"that", "because"}
            return _acted(sentence, at, place + 2) if that else None
    return None


def _why(sentence: Sentence, at: int) -> Hit | None:
    """`Sven hard-coded the limit, which is why the job hung`."""
    so = sentence.low(at - 1) in BE and sentence.low(at - 2) in {"which", "that", "this"}
    if not so or HARMED.isdisjoint(sentence.lows[at:]):
        return None
    doer = sentence.leading(at - 2)
    did = sentence.low(sentence.onward(doer.last + 1, {"had"}))
    told = points_at(sentence, doer)
    willed = is_past(did) and did not in _SEEN | BE
    return Hit(CULPRIT, max(doer.first, 0), at) if told and willed else None


def _all_it_took(sentence: Sentence, at: int) -> Hit | None:
    """`all it took was one colleague pressing the wrong key`."""
    took = sentence.pair(at + 1) == ("it", "took") and sentence.low(at + 3) in BE
    return _with(sentence, at, at + 4) if took else None


def _with(sentence: Sentence, at: int, begin: int) -> Hit | None:
    whom = people_from(sentence, begin)
    doing = whom.who in OTHERS and sentence.low(whom.last + 1).endswith("ing")
    owners = any(owner.who in OTHERS for owner in sentence.owners(begin, begin + 5))
    return Hit(CULPRIT, at, max(whom.last, begin)) if doing or owners else None


def _acted(sentence: Sentence, at: int, begin: int) -> Hit | None:
    whom = people_from(sentence, begin)
    did = sentence.low(sentence.onward(whom.last + 1))
    told = points_at(sentence, whom)
    willed = is_past(did) and did not in _SEEN | BE
    return Hit(CULPRIT, at, whom.last + 1) if told and willed else None


def _what(sentence: Sentence, at: int) -> Hit | None:
    """`what killed the site was Arjun's script`."""
    verb = sentence.onward(at + 1, {"really", "finally"})
    if not hurts(sentence.lows, verb):
        return None
    was = next((n for n in range(verb + 1, verb + 9) if sentence.low(n) in {"was", "is"}), None)
    if was is None:
        return None
    whom = people_from(sentence, was + 1)
    owners = any(owner.who in PERHAPS_OTHERS for owner in sentence.owners(was + 1, was + 5))
    alone = whom.who in OTHERS and sentence.ends_after(whom)
    return Hit(CULPRIT, at, max(whom.last, was + 1)) if owners or alone else None


def _so(sentence: Sentence, at: int) -> Hit | None:
    """`Ana ran the load test at noon and took the site down`: done, and then the harm of it."""
    if sentence.low(at - 1) not in {"and", "which"} or not hurts(sentence.lows, at):
        return None
    if sentence.low(at) in _AS_PLANNED:
        return None
    doer = sentence.leading(at - 1)
    did = sentence.low(sentence.onward(doer.last + 1, {"had"}))
    told = doer.who in POINTED or (doer.who in OURS and sentence.low(doer.last) == "i")
    acted = is_past(did) and did not in _SEEN | BE and doer.last + 1 < at - 1
    return Hit(CULPRIT, max(doer.first, 0), at) if told and acted else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_BEGAN, _began),
    "reason": _reason,
    "all": _all_it_took,
    "why": _why,
    "what": _what,
    **dict.fromkeys(HURTING, _so),
}
