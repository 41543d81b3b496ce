"""How people are said to have acted is a judgement as much as a word for what they are."""

from typing import Final

from incident_tui.postmortem.english.esteem import DEEDS, WORKS
from incident_tui.postmortem.english.forms import is_participle, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.deed import names_a_thing
from incident_tui.postmortem.rules.ids import JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, Hit, Sentence, Triggers, said_of

_HOW: Final = words("rashly wilfully willfully negligently")
_HOW_OF_PEOPLE: Final = words("blindly naively lazily hastily knowingly")
_MISTAKES: Final = words(
    """
    rookie beginner beginner's beginners newbie noob amateur basic silly stupid dumb careless
    avoidable gross blatant glaring flagrant unforced childish elementary embarrassing schoolboy
    classic foolish obvious
    """
)
_LACKING: Final = words("not never no without nobody should forgot failed wrong")
_VIRTUES: Final = words(
    """
    care discipline diligence attention professionalism competence ownership rigour rigor common
    judgement judgment foresight skill responsibility effort interest experience
    """
)
_SAYINGS: Final = {
    ("know", "better"),
    ("known", "better"),
    ("knew", "better"),
    ("cut", "corners"),
    ("cutting", "corners"),
    ("corners", "were"),
    ("cuts", "corners"),
    ("common", "sense"),
}
_LET_DOWN: Final = words("you users customers everyone everybody team clients")
_SURELY: Final = words("entirely completely easily totally perfectly fully wholly")
_OUT_OF_PLACE: Final = words("production release deploy live")
_TAKING: Final = words("take taken took taking")
_NOT_TAKEN: Final = words("not never nobody must should need needs")
_STATES: Final = words(
    """
    asleep drunk hungover unresponsive unprepared inattentive distracted overconfident lazy
    oblivious sleeping dreaming daydreaming
    """
)
_BLIND: Final = words("blind deaf immune")
_BECAME: Final = words("was were is are been fell being got became grew")
_EXTREMES: Final = words(
    """
    late early soon long slow slowly quickly fast hasty hastily eager confident busy little casual
    casually trusting lazy
    """
)
_SOON: Final = words("late early soon quickly hastily")
_DEGREES: Final = words("far much way a bit little rather")
_SENT: Final = words("paged notified alerted lucky")
_BADLY_DONE: Final = verbs(
    "plan execute think prepare coordinate manage handle review test organise organize"
)
_UNTHINKING: Final = words(
    "closed clicked assumed guessed copied trusted hoped ignored accepted approved believed"
)
_SHAMBLES: Final = words(
    "shambles disgrace embarrassment farce joke mess chaos disaster chaotic pathetic"
)
_ARTICLES: Final = words("a an complete total absolute utter bit of real such")
_HANDLED: Final = words(
    "response handling communication call coordination review handover attitude behaviour behavior"
    " conduct performance work"
)


def _how(sentence: Sentence, at: int) -> Hit | None:
    """`blindly approved`, `was hastily deployed`."""
    if sentence.low(at) in _HOW:
        return Hit(JUDGEMENT, at, at)
    done = sentence.low(at - 1) in BE and sentence.low(at) in {"hastily", "blindly"}
    return Hit(JUDGEMENT, at, at) if done or sentence.subject(at + 1).who in OURS else None


def _rookie(sentence: Sentence, at: int) -> Hit | None:
    """`a rookie mistake`."""
    whose = at - 1 - (sentence.low(at - 1) == "'s")
    return Hit(JUDGEMENT, whose, at) if sentence.low(whose) in _MISTAKES else None


def _obviously(sentence: Sentence, at: int) -> Hit | None:
    """`obviously we did not test it`: hindsight in one word."""
    on = at + 1 + (sentence.low(at + 1) == ",")
    said = sentence.noun_from(on).who in OURS or sentence.subject(at + 1).who in OURS
    pointed = sentence.low(at) != "clearly" or sentence.has(_LACKING)
    return Hit(JUDGEMENT, at, at) if said and pointed else None


def _lack(sentence: Sentence, at: int) -> Hit | None:
    """`a lack of discipline`, of care, of competence."""
    what = next((n for n in range(at + 2, at + 5) if sentence.low(n) in _VIRTUES), None)
    of = sentence.low(at + 1) == "of" and what is not None and not names_a_thing(sentence, what)
    return Hit(JUDGEMENT, at, at + 2) if of else None


def _saying(sentence: Sentence, at: int) -> Hit | None:
    """`should know better`, `cut corners`, `let us down`."""
    if sentence.pair(at) in _SAYINGS:
        return Hit(JUDGEMENT, at, at + 1)
    whom = next((n for n in range(at + 2, at + 6) if sentence.low(n) == "down"), None)
    if whom is None or sentence.low(at + 1) == "the" or sentence.subject(at).who not in OURS:
        return None
    let = sentence.low(at + 1) == "us" or sentence.low(whom - 1) in _LET_DOWN
    return Hit(JUDGEMENT, at, whom) if let else None


def _avoidable(sentence: Sentence, at: int) -> Hit | None:
    """It `was entirely avoidable`."""
    return Hit(JUDGEMENT, at - 1, at) if sentence.low(at - 1) in _SURELY else None


def _rushed(sentence: Sentence, at: int) -> Hit | None:
    """`they rushed the release`, `was rushed to production`."""
    if sentence.low(at - 1) in BE:
        doer = sentence.subject(at)
        work = not WORKS.isdisjoint(sentence.lows[max(doer.first, 0) : doer.last + 1])
        return Hit(JUDGEMENT, at, at) if work or sentence.has(_OUT_OF_PLACE) else None
    return Hit(JUDGEMENT, at, at) if sentence.subject(at).who in OURS else None


def _seriously(sentence: Sentence, at: int) -> Hit | None:
    """`did not take the warning seriously`."""
    near = sentence.behind(at, 9)
    hit = not near.isdisjoint(_TAKING) and not near.isdisjoint(_NOT_TAKEN)
    return Hit(JUDGEMENT, at, at) if hit else None


def _state(sentence: Sentence, at: int) -> Hit | None:
    """`the on-call was asleep`."""
    helper = sentence.back(at - 1, {"too", "a", "little", "half", "fast", "sound"})
    if sentence.low(helper) not in _BECAME or sentence.negated(at):
        return None
    if sentence.low(at) in _BLIND and sentence.low(at + 1) != "to":
        return None
    doer = sentence.subject(helper)
    among = OTHERS if sentence.low(at) in _BLIND else OURS
    return said_of(JUDGEMENT, doer, at) if doer.who in among else None


def _too(sentence: Sentence, at: int) -> Hit | None:
    """`reacted far too late`."""
    if sentence.low(at + 1) not in _EXTREMES or sentence.has(_SENT):
        return None
    verb = at - 1
    while sentence.low(verb) in _DEGREES:
        verb -= 1
    doer = sentence.subject(verb).who
    if doer is Who.THING and is_participle(sentence.low(verb)):
        doer = sentence.leading(at).who if sentence.leading(at).who in OTHERS else doer
    elif doer is Who.THING and sentence.low(at + 1) in _SOON:
        far = sentence.doer(at)
        mine = far.who in OTHERS or sentence.low(far.last) == "i"
        doer = Who.STAFF if mine else doer
    return Hit(JUDGEMENT, at, at + 1) if doer in OURS else None


def _just(sentence: Sentence, at: int) -> Hit | None:
    """`just clicked through`, `simply assumed`."""
    told = sentence.low(at + 1) in _UNTHINKING and sentence.subject(at + 1).who in OTHERS
    return Hit(JUDGEMENT, at, at + 1) if told else None


def _poorly(sentence: Sentence, at: int) -> Hit | None:
    """`badly planned`, `handled badly`."""
    if sentence.low(at - 1) in _BADLY_DONE and not sentence.low(at + 1).endswith("ed"):
        return Hit(JUDGEMENT, at - 1, at)
    return Hit(JUDGEMENT, at, at + 1) if sentence.low(at + 1) in _BADLY_DONE else None


def _shambles(sentence: Sentence, at: int) -> Hit | None:
    """`the response was a shambles`."""
    helper = sentence.back(at - 1, _ARTICLES)
    if sentence.low(helper) not in {"was", "is", "were"}:
        return None
    deed = sentence.subject(helper)
    done = not (_HANDLED | DEEDS).isdisjoint(sentence.lows[max(deed.first, 0) : deed.last + 1])
    return Hit(JUDGEMENT, at, at) if done or deed.who in OURS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_HOW | _HOW_OF_PEOPLE, _how),
    **dict.fromkeys(("mistake", "mistakes"), _rookie),
    **dict.fromkeys(words("obviously clearly evidently"), _obviously),
    "lack": _lack,
    **dict.fromkeys(words("know known knew cut cutting cuts corners common let lets"), _saying),
    **dict.fromkeys(("avoidable", "preventable"), _avoidable),
    "rushed": _rushed,
    "seriously": _seriously,
    **dict.fromkeys(_STATES | _BLIND, _state),
    "too": _too,
    **dict.fromkeys(("just", "simply", "merely"), _just),
    **dict.fromkeys(("poorly", "badly"), _poorly),
    **dict.fromkeys(_SHAMBLES, _shambles),
}
