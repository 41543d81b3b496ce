"""A clause without a subject is said of the people of the clause beside it, or by whom it ends."""

from typing import Final

from incident_tui.postmortem.english.acts import BUNGLING, IGNORED, LAPSES
from incident_tui.postmortem.english.forms import Form, is_participle, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Noun, Who
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import (
    BE,
    OWN,
    POINTED,
    Hit,
    Sentence,
    Triggers,
    points_at,
)

_HEEDLESS: Final = {
    **IGNORED,
    **LAPSES,
    **BUNGLING,
    **verbs(
        """
        bypass circumvent flout defy override overrule sidestep contravene violate disobey breach
        fail refuse rush trust assume underestimate overestimate mistake confuse guess brush wave
        cut abuse exceed overstep shirk dodge evade think believe hop convince
        """
    ),
}
_TRAILING: Final = {
    **LAPSES,
    **verbs("ignore bypass circumvent flout defy disobey violate overrule contravene breach"),
}
_SUPPOSING: Final = verbs("assume trust think believe hope guess")
_THAT: Final = words("was were had would is are did could")
_MATTERS: Final = words("necessary possible care quickly")
_HURRY: Final = words("hurry rush haste")
_ZEAL: Final = words(
    """
    haste hurry eagerness impatience zeal panic enthusiasm ignorance anger frustration laziness
    confusion rush arrogance stubbornness desire urge anxiety excitement wisdom infinite
    """
)
_BREACH: Final = words("violation breach defiance contravention disregard contempt ignorance spite")
_BAD: Final = {**IGNORED, **LAPSES, **BUNGLING}
_AND: Final = words("and then later promptly subsequently afterwards but , —")
_OPEN: Final = words(
    "open unlocked unattended unprotected exposed unfinished untested unplugged unpatched dirty on"
)
_CHOSEN: Final = verbs("press click type select choose pick enter pull paste copy plug flip call")
_MOODS: Final = words(
    """
    annoyed bored irritated overconfident impatient lulled blinded emboldened unconcerned undeterred
    unfazed unimpressed tempted panicked left
    """
)
_SELVES: Final = words("himself herself themselves")
_WRONG: Final = words("wrong")


def _people_after(sentence: Sentence, at: int) -> Noun | None:
    """Who is the subject of the clause after the opening one."""
    clause = sentence.clause_end(at, 24)
    if sentence.low(clause) != ",":
        return None
    begin = sentence.onward(clause + 1)
    return sentence.noun_from(begin) if begin < len(sentence.words) else None


def _heedless(sentence: Sentence, at: int) -> Hit | None:
    """`disregarding the tag, the fitter restarted it`; `the crew went on, ignoring the alarm`."""
    if at == 0:
        whom = _people_after(sentence, at + 1)
        if whom is None or sentence.low(at + 1) in _MATTERS:
            return None
        told = points_at(sentence, whom)
        if sentence.low(at) in _SUPPOSING and _THAT.isdisjoint(sentence.lows[: whom.first]):
            return None
        return Hit(JUDGEMENT, at, at + 1) if told else None
    trailing = sentence.low(at) in _TRAILING and sentence.low(at - 1) in {",", "—", "–"}
    if not trailing or at + 1 >= len(sentence.words):
        return None
    doer = sentence.leading(at - 1)
    return Hit(JUDGEMENT, at, at + 1) if doer.who in POINTED else None


def _opened(sentence: Sentence, at: int) -> Hit | None:
    """`in a hurry to get home, the lead …`, `in violation of the rules, the admin …`."""
    near = sentence.behind(at, 3)
    if sentence.low(0) not in {"in", "out", "with", "through", "driven", "from"} or at > 4:
        return None
    plain = sentence.low(at) in _ZEAL and (near & (OWN | {"pure", "sheer", "great", "blind", "of"}))
    hurried = sentence.low(at) in _HURRY and "a" in near
    whom = _people_after(sentence, at)
    told = whom is not None and points_at(sentence, whom)
    return Hit(JUDGEMENT, 0, at) if told and (plain or hurried) else None


def _breach(sentence: Sentence, at: int) -> Hit | None:
    """`in violation of the rules, the admin logged in`, `ran it in defiance of the freeze`."""
    if sentence.low(at - 1) not in {"in", "clear", "open", "direct", "flagrant"}:
        return None
    if sentence.low(at + 1) != "of":
        return None
    whom = _people_after(sentence, at + 2) if at < 3 else sentence.doer(at - 1)
    return Hit(JUDGEMENT, at - 1, at + 1) if whom is not None and whom.who in POINTED else None


def _ended_by(sentence: Sentence, at: int) -> Hit | None:
    """`alarm acknowledged and then ignored by Sanna`, `port left open by the fitter`."""
    verb = at - 1
    if verb < 1:
        return None
    left = sentence.low(verb - 1) == "left" and sentence.low(verb) in _OPEN
    bad = sentence.low(verb) in _BAD and Form.DONE in _BAD[sentence.low(verb)].forms
    whom = sentence.noun_from(at + 1)
    named = whom.who in OURS or (bad and whom.who is Who.UNKNOWN)
    if not named or sentence.negated(verb):
        return None
    if bad or left:
        return Hit(OMISSION, verb, whom.last)
    return _clipped(sentence, verb, whom)


def _clipped(sentence: Sentence, verb: int, whom: Noun) -> Hit | None:
    """`ticket closed by the desk without reading it`, `alert snoozed by Ana and never read`."""
    short = is_participle(sentence.low(verb)) and sentence.low(verb - 1) not in BE and verb < 6
    if not short or any(low in BE for low in sentence.lows[:verb]):
        return None
    then = sentence.onward(whom.last + 1, _AND)
    low = sentence.low(then) if then < len(sentence.lows) else ""
    never = "never" in sentence.lows[whom.last + 1 : then + 1]
    lost = low in _BAD and is_past(low)
    doing = low == "without" and sentence.low(sentence.onward(then + 1)).endswith("ing")
    return Hit(OMISSION, verb, then) if never or lost or doing else None


def _wrong(sentence: Sentence, at: int) -> Hit | None:
    """`Pressed the wrong button`, with nobody named before it."""
    first = sentence.onward(0)
    verb = _CHOSEN.get(sentence.low(first))
    near = verb is not None and Form.PAST in verb.forms and first < at <= first + 3
    return Hit(CULPRIT, first, at) if near else None


def _in_a_mood(sentence: Sentence, at: int) -> Hit | None:
    """`annoyed by the noise, the operator silenced it`, `left to himself, the trainee …`."""
    if at or (sentence.low(at) == "left" and sentence.low(2) not in _SELVES):
        return None
    whom = _people_after(sentence, 1)
    return Hit(JUDGEMENT, 0, 1) if whom is not None and whom.who in POINTED else None


def _typical(sentence: Sentence, at: int) -> Hit | None:
    """`Typical for our vendor: …`, `Classic Dmitri.`."""
    if at or len(sentence.words) < 2:
        return None
    of = sentence.low(1) in {"for", "of"} and len(sentence.words) > 2
    whom = sentence.noun_from(2 if of else 1)
    owned = any(owner.who in OTHERS for owner in sentence.owners(1, 5))
    after = sentence.low(whom.last + 1)
    told = (whom.who in OTHERS or (of and owned)) and not after[:1].isalpha()
    return Hit(JUDGEMENT, 0, whom.last) if told else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(
        [word for word, verb in {**_HEEDLESS, **_TRAILING}.items() if verb.forms == {Form.ING}],
        _heedless,
    ),
    **dict.fromkeys(_ZEAL | _HURRY, _opened),
    **dict.fromkeys(_BREACH, _breach),
    "by": _ended_by,
    **dict.fromkeys(_WRONG, _wrong),
    **dict.fromkeys(_MOODS, _in_a_mood),
    **dict.fromkeys(("typical", "typically", "classic"), _typical),
}
