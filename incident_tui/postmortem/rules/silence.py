"""Word that was not given is told of those who kept silent, not of what should have told it."""

from typing import Final

from incident_tui.postmortem.english.forms import Form, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS
from incident_tui.postmortem.rules.ids import JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, people_from, said_of

_TELLING: Final = verbs("tell give send write offer inform show")
_US: Final = words("us me them everybody everyone anybody anyone")
_LEAVING: Final = verbs("leave keep hold")
_WORD: Final = words(
    """
    information news answer answers word notice update updates explanation help support contact
    guidance documentation instructions reply status
    """
)
_WAITING: Final = words("waiting guessing hanging wondering dark uninformed unaware")
_NOT: Final = words("not never without")
_ACTING: Final = words(
    """
    merged pushed deployed released shipped launched approved started restarted posted announced
    switched closed sent published opened went promised sold
    """
)
_STARTED: Final = _ACTING | verbs("merge push deploy release ship launch approve").keys()
_READY: Final = words(
    "green ready done finished complete completed passed tested reviewed approved confirmed signed"
)


def _told_nothing(sentence: Sentence, at: int) -> Hit | None:
    """`the carrier told us nothing`."""
    verb = _TELLING[sentence.low(at)]
    if Form.PAST not in verb.forms or sentence.passive(at):
        return None
    end = sentence.noun_from(at + 1).last if at + 1 < len(sentence.words) else at
    nothing = sentence.low(max(end, at) + 1) == "nothing" or "nothing" in sentence.ahead(at, 2)
    doer = sentence.subject(at)
    return said_of(OMISSION, doer, at) if nothing and doer.who in OTHERS else None


def _left_without(sentence: Sentence, at: int) -> Hit | None:
    """`kept us in the dark`, `left the support desk without news`."""
    verb = _LEAVING[sentence.low(at)]
    if verb.forms.isdisjoint({Form.PAST, Form.DONE}):
        return None
    ahead = sentence.lows[at + 1 : at + 9]
    without = "without" in ahead and not _WORD.isdisjoint(ahead)
    whom = sentence.low(at + 1) in _US or sentence.noun_from(at + 1).who in OURS
    doer = sentence.subject(at)
    told = whom and (without or not _WAITING.isdisjoint(ahead)) and not sentence.passive(at)
    return said_of(OMISSION, doer, at) if told and doer.who in OTHERS else None


def _let_know(sentence: Sentence, at: int) -> Hit | None:
    """`did not let us know`, `without letting anybody know`."""
    let = next((n for n in range(at - 2, at - 7, -1) if sentence.low(n) in {"let", "letting"}), -1)
    denied = next((n for n in (let - 1, let - 2) if sentence.low(n) in _NOT), -1)
    if let < 0 or denied < 0:
        return None
    plain = sentence.low(denied) != "without"
    doer = sentence.subject(denied) if plain else sentence.doer(denied)
    return Hit(OMISSION, denied, at) if doer.who in OTHERS else None


def _behind(sentence: Sentence, at: int) -> Hit | None:
    """`they rolled it out behind our backs`."""
    back = any(low in {"back", "backs"} for low in sentence.ahead(at, 4))
    doer = sentence.doer(at)
    return Hit(JUDGEMENT, at, at + 1) if back and doer.who in OTHERS else None


def _too_soon(sentence: Sentence, at: int) -> Hit | None:
    """`merged before the checks were green`."""
    verb = next((n for n in range(at - 1, at - 8, -1) if sentence.low(n) in _STARTED), None)
    ready = any(
        sentence.low(n) in _READY
        and sentence.low(sentence.back(n - 1)) in {"was", "were", "had", "been"}
        for n in range(at + 2, at + 9)
    )
    if verb is None or not ready or not is_past(sentence.low(verb)) or sentence.passive(verb):
        return None
    doer = sentence.subject(verb)
    return said_of(JUDGEMENT, doer, verb) if doer.who in OTHERS else None


def _instead(sentence: Sentence, at: int) -> Hit | None:
    """`Instead of Ana telling everybody, …`."""
    if sentence.low(at + 1) != "of":
        return None
    whom = people_from(sentence, at + 2)
    doing = sentence.low(whom.last + 1).endswith("ing")
    return Hit(JUDGEMENT, at, whom.last + 1) if doing and whom.who in OTHERS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_TELLING, _told_nothing),
    **dict.fromkeys(_LEAVING, _left_without),
    "know": _let_know,
    "behind": _behind,
    "before": _too_soon,
    "instead": _instead,
}
