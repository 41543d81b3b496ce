"""Blame may be said as praise, as wonder or as a question that wants no answer."""

from typing import Final

from incident_tui.postmortem.english.acts import BREAKING, BUNGLING, HUMAN_ACTS, IGNORED, LAPSES
from incident_tui.postmortem.english.forms import Form, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OURS
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, said_of

_HARMING: Final = {
    **BREAKING,
    **BUNGLING,
    **IGNORED,
    **LAPSES,
    **verbs("delete drop lose overwrite take lock bring turn misplace leak confuse upset annoy"),
}
_DOWN: Final = words("take bring turn lock")
_PARTICLES: Final = words("down out off offline")
_MUCH: Final = words("much hard difficult")
_ASKED: Final = words("ask expect hope require want")
_WONDER: Final = words(
    """
    mystery beyond baffling astonishing shocking unbelievable incredible inconceivable
    mind-boggling bewildering laughable ridiculous absurd outrageous scandalous unthinkable
    incomprehensible unfathomable staggering disappointing appalling shameful disgraceful
    ludicrous preposterous inexcusable unforgivable
    """
)
_CLAUSE: Final = words("that how why what who when anyone anybody somebody someone")
_MINDS: Final = words("me us understanding comprehension belief words")
_HELPED: Final = words(
    """
    noticed found saw reported caught fixed raised flagged spotted helped joined called rang
    restored stayed answered wrote built explained solved recovered volunteered suggested saved
    """
)
_HABITS: Final = words(
    """
    habit habits insistence decision decisions refusal tendency obsession impatience eagerness
    creativity genius enthusiasm idea ideas tinkering meddling heroics shortcut shortcuts negligence
    ignorance laziness failure inability silence absence stubbornness curiosity fiddling
    """
)


def _managed(sentence: Sentence, at: int) -> Hit | None:
    """`managed to delete both the table and its backup`."""
    if sentence.low(at + 1) not in {"to", "in"}:
        return None
    act = sentence.onward(at + 2)
    verb = _HARMING.get(sentence.low(act))
    if verb is None or verb.forms.isdisjoint({Form.BASE, Form.ING}):
        return None
    if verb.base in _DOWN and _PARTICLES.isdisjoint(sentence.ahead(act, 5)):
        return None
    doer = sentence.subject(at)
    return said_of(CULPRIT, doer, act) if doer.who in PERHAPS_OURS else None


def _too_much(sentence: Sentence, at: int) -> Hit | None:
    """`reading the ticket was too much to ask of the release manager`."""
    asked = sentence.low(at - 1) == "to" and sentence.low(at - 2) in _MUCH
    return Hit(JUDGEMENT, at - 2, at) if asked and "too" in sentence.behind(at - 1, 3) else None


def _wonder(sentence: Sentence, at: int) -> Hit | None:
    """`how anyone could approve this is a mystery`, `it is beyond me why they waited`."""
    if sentence.low(at) == "beyond" and sentence.low(at + 1) not in _MINDS:
        return None
    clause = next((n for n, low in enumerate(sentence.lows) if low in _CLAUSE and n != at), None)
    if clause is None or not (clause == 0 or at < clause <= at + 3):
        return None
    begin = clause if sentence.low(clause).startswith(("any", "some")) else clause + 1
    if begin >= len(sentence.words):
        return None
    whom = sentence.noun_from(begin)
    named = sentence.low(clause) in {"who", "anyone", "anybody"} or whom.who in OURS
    return Hit(JUDGEMENT, at, at) if named else None


def _whoever(sentence: Sentence, at: int) -> Hit | None:
    """`whoever decided to reboot both`; not whoever is on call, nor whoever noticed."""
    act = sentence.onward(at + 1)
    low = sentence.low(act)
    told = is_past(low) and (low in HUMAN_ACTS or low in _HARMING) and low not in _HELPED
    return Hit(CULPRIT, at, act) if told else None


def _thanks(sentence: Sentence, at: int) -> Hit | None:
    """`thanks to Robert's habit of skipping tests`, `courtesy of the intern`."""
    if sentence.low(at + 1) not in {"to", "of"}:
        return None
    whom = sentence.noun_from(at + 2)
    for owner in sentence.owners(at + 2, at + 6):
        habit = not _HABITS.isdisjoint(sentence.ahead(owner.last + 1, 3))
        if habit and owner.who in PERHAPS_OURS:
            return Hit(CULPRIT, at, owner.last)
    did = sentence.onward(whom.last + 2)
    harmed = sentence.low(whom.last + 1) == "who" and sentence.low(did) in _HARMING
    courtesy = sentence.low(at) == "courtesy"
    return Hit(CULPRIT, at, whom.last) if whom.who in OTHERS and (harmed or courtesy) else None


def _possessed(sentence: Sentence, at: int) -> Hit | None:
    """`what possessed them to`, `nobody in their right mind would`."""
    if sentence.low(at) == "mind":
        right = sentence.low(at - 1) == "right" and sentence.low(at - 3) == "in"
        return Hit(JUDGEMENT, at - 3, at) if right else None
    return Hit(JUDGEMENT, at - 1, at) if sentence.low(at - 1) == "what" else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(words("managed manages succeeded"), _managed),
    **dict.fromkeys(_ASKED, _too_much),
    **dict.fromkeys(_WONDER, _wonder),
    "whoever": _whoever,
    **dict.fromkeys(words("thanks courtesy"), _thanks),
    **dict.fromkeys(words("possessed mind"), _possessed),
}
