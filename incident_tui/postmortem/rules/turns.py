"""A sentence may leave its verb out, put it first, or turn on a `but`: the people stay the same."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE, HUMAN_ACTS, IGNORED, LAPSES
from incident_tui.postmortem.english.forms import Form, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.misdeeds import ERRING
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import BE_CAREFUL, CULPRIT, HINDSIGHT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.negation import kept_from
from incident_tui.postmortem.rules.sentence import (
    BE,
    POINTED,
    Hit,
    Sentence,
    Triggers,
    points_at,
    said_of,
)

_PLAIN: Final = words(
    "marked labelled labeled written stated documented known clear obvious visible"
)
_LOSING: Final = {**IGNORED, **LAPSES, **verbs("fail neglect bypass rush trust assume")}
_UNKNOWING: Final = words("unaware oblivious ignorant careless unmindful heedless")
_CHOOSING: Final = verbs("choose decide prefer opt elect")
_OTHERS_WILL: Final = words(
    "colleague colleagues somebody someone others other else another everybody team"
)
_DUTIES: Final = words("duty job responsibility task")
_DOWN: Final = words("written told checked read tested asked looked warned documented noticed done")
_TIRED: Final = words(
    "react respond reacted responded answered listened acted moved noticed bothered"
)
_NEXT: Final = words("will would we in")


def _ellipsis(sentence: Sentence, at: int) -> Hit | None:
    """`the tool worked; the operator did not`, `which the engineer did not do`."""
    helper = sentence.low(at - 1)
    if helper not in {"did", "had"}:
        return None
    end = at + 1 + (sentence.low(at + 1) == "do")
    if sentence.low(end)[:1].isalpha():
        return _had_not(sentence, at) if helper == "had" else None
    doer = sentence.subject(at)
    return said_of(OMISSION, doer, at) if doer.who in POINTED else None


def _had_not(sentence: Sentence, at: int) -> Hit | None:
    """`the only person who knew it had not written it down`."""
    act = sentence.onward(at + 1)
    doer = sentence.subject(at)
    told = sentence.low(act) in _DOWN and doer.who in {Who.NAMED, Who.STAFF}
    return said_of(OMISSION, doer, act) if told and not kept_from(sentence, act) else None


def _chose(sentence: Sentence, at: int) -> Hit | None:
    """`chose not to follow it`, `decided to ignore three warnings`."""
    if sentence.passive(at) or _CHOOSING[sentence.low(at)].forms <= {Form.BASE, Form.ING}:
        return None
    to = sentence.onward(at + 1, {"not"})
    verb = sentence.onward(to + 1, {"not"})
    if sentence.low(to) != "to":
        return None
    if sentence.low(verb + 1) in {"over", "back"}:
        return None
    denied = "not" in sentence.lows[at + 1 : verb] and sentence.low(verb) in CARE
    lost = _LOSING.get(sentence.low(verb))
    doer = sentence.subject(at)
    told = denied or (lost is not None and Form.BASE in lost.forms and lost.base != "trust")
    return said_of(JUDGEMENT, doer, verb) if told and doer.who in POINTED else None


def _although(sentence: Sentence, at: int) -> Hit | None:
    """`dug through the fibre although it was marked on every map`."""
    plain = next((n for n in range(at + 2, at + 9) if sentence.low(n) in _PLAIN), None)
    if plain is None or sentence.low(sentence.back(plain - 1)) not in BE or sentence.negated(plain):
        return None
    doer = sentence.doer(at)
    return Hit(JUDGEMENT, at, plain) if at > 1 and doer.who in POINTED else None


def _opening(sentence: Sentence, at: int) -> Hit | None:
    """`by ignoring the limit, the developers …`, `having failed to read it, the team …`."""
    if at:
        return None
    act = sentence.onward(1, {"not"})
    low = sentence.low(act)
    lost = _LOSING.get(low)
    form = Form.ING if sentence.low(0) == "by" else Form.DONE
    denied = "not" in sentence.lows[1:act]
    careless = denied and low in CARE and (low.endswith("ing") or form is Form.DONE)
    if not careless and (lost is None or form not in lost.forms):
        return None
    return _pinned(sentence, at, act)


def _unknowing(sentence: Sentence, at: int) -> Hit | None:
    """`unaware of the freeze, the web team deployed`."""
    verb = ERRING.get(sentence.low(at))
    if at or (verb is not None and Form.ING not in verb.forms):
        return None
    return _pinned(sentence, at, at)


def _pinned(sentence: Sentence, at: int, last: int) -> Hit | None:
    """With the people of the clause that follows."""
    clause = sentence.clause_end(last, 20)
    if sentence.low(clause) != ",":
        return None
    doer = sentence.noun_from(sentence.onward(clause + 1))
    told = points_at(sentence, doer)
    return Hit(JUDGEMENT, at, last) if told else None


def _but(sentence: Sentence, at: int) -> Hit | None:
    """`the problem was not the tool but the person using it`."""
    denied = any(
        low == "not" and sentence.low(n - 1) in BE for n, low in enumerate(sentence.lows[:at])
    )
    whom = sentence.noun_from(at + 1)
    if not denied or at >= 14 or whom.who not in OTHERS:
        return None
    after = sentence.low(whom.last + 1)
    alone = not after[:1].isalpha() or after.endswith("ing") or after in {"who", "at", "behind"}
    return Hit(CULPRIT, at, whom.last) if alone else None


def _next_time(sentence: Sentence, at: int) -> Hit | None:
    """`next time think first`, `the team had better read the manual`."""
    if sentence.low(at) == "better":
        verb = sentence.onward(at + 1, {"not"})
        doer = sentence.subject(at - 1)
        told = sentence.low(at - 1) == "had" and doer.who in OURS
        return Hit(BE_CAREFUL, at - 1, at) if told and sentence.low(verb) in HUMAN_ACTS else None
    if sentence.low(at - 1) != "next" or not _NEXT.isdisjoint(sentence.lows[at + 1 : at + 5]):
        return None
    verb = at + 1 + (sentence.low(at + 1) == ",")
    verb += sentence.low(verb) == "please"
    care = CARE.get(sentence.low(verb))
    return Hit(BE_CAREFUL, at - 1, verb) if care and Form.BASE in care.forms else None


def _please(sentence: Sentence, at: int) -> Hit | None:
    """`please stop pushing to main`."""
    stop = sentence.low(at + 1) == "stop" and sentence.low(at + 2).endswith("ing")
    return Hit(BE_CAREFUL, at, at + 2) if stop else None


def _assumed(sentence: Sentence, at: int) -> Hit | None:
    """`the fitter assumed that his colleague would close it`."""
    doer = sentence.subject(at)
    others = not _OTHERS_WILL.isdisjoint(sentence.lows[at + 1 : at + 7])
    told = others and doer.who in POINTED and not kept_from(sentence, at)
    return said_of(JUDGEMENT, doer, at) if told else None


def _only_after(sentence: Sentence, at: int) -> Hit | None:
    """`it was only after the third call that the vendor reacted`."""
    that = next((n for n in range(at + 2, at + 10) if sentence.low(n) == "that"), None)
    if that is None or sentence.low(at + 1) not in {"after", "when"}:
        return None
    whom = sentence.noun_from(that + 1)
    act = sentence.low(sentence.onward(whom.last + 1))
    return Hit(JUDGEMENT, at, whom.last) if whom.who in POINTED and act in _TIRED else None


def _duty_of(sentence: Sentence, at: int) -> Hit | None:
    """`it would have been the duty of the supervisor to intervene`."""
    been = sentence.low(at - 1) == "the" and sentence.low(at - 2) in BE
    if not been or sentence.low(at + 1) != "of":
        return None
    whom = sentence.noun_from(at + 2)
    to = sentence.low(whom.last + 1) == "to" and sentence.low(at - 2) in {"was", "been"}
    return Hit(HINDSIGHT, at, whom.last) if to and whom.who in OTHERS else None


def _until(sentence: Sentence, at: int) -> Hit | None:
    """`three calls until someone bothered to look`."""
    near = sentence.behind(at, 8)
    late = not near.isdisjoint({"until", "before"}) and sentence.low(at + 1) == "to"
    return Hit(OMISSION, at, at + 1) if late and is_past(sentence.low(at)) else None


TRIGGERS: Final[Triggers] = {
    "not": _ellipsis,
    **dict.fromkeys(_CHOOSING, _chose),
    **dict.fromkeys(words("although though"), _although),
    **dict.fromkeys(("by", "having"), _opening),
    **dict.fromkeys(_UNKNOWING, _unknowing),
    **dict.fromkeys([word for word in ERRING if word.endswith("ing")], _unknowing),
    "but": _but,
    **dict.fromkeys(("time", "better"), _next_time),
    "please": _please,
    "assumed": _assumed,
    "only": _only_after,
    **dict.fromkeys(_DUTIES, _duty_of),
    "bothered": _until,
}
