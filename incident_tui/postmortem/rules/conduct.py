"""What people knew, were told or always do is held against them."""

from typing import Final

from incident_tui.postmortem.english.acts import HUMAN_ACTS
from incident_tui.postmortem.english.forms import Form, is_participle, is_past, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, Hit, Sentence, Triggers

_TRAITS: Final = words(
    """
    laziness ignorance curiosity boredom haste carelessness negligence habit convenience spite
    impatience
    """
)
_RULES: Final = words(
    "advice recommendation recommendations policy procedure rules protocol instructions"
)
_TOLD: Final = words(
    """
    told trained warned instructed reminded knew asked warnings warning instructions reminders
    training
    """
)
_REASON: Final = words("knowledge judgement judgment advice reason sense")
_NO: Final = words("not no never nobody neither none")
_DID: Final = verbs(
    "approve break deploy merge push delete forget write allow cause let decide do change give"
    " grant sign authorise authorize think"
)
_HABITS: Final = words("mo attitude behaviour behavior fashion style manner arrogance")
_ELSE: Final = words("other others else somebody someone")
_COULD: Final = words("miss forget overlook not ever be do let")
_BAD_NEWS: Final = words(
    """
    not no never without forgot late broke broken wrong ignored failed nobody blocked changed
    too last pushed decided
    """
)
_HAD: Final = words("had has have")
_SAW: Final = words("seen noticed known realised realized read heard")
_THINKING: Final = words("doing thinking think")


def _idea(sentence: Sentence, at: int) -> Hit | None:
    """`had no idea how it works`."""
    had = sentence.low(at - 1) == "no" and sentence.low(at - 2) in _HAD
    return Hit(JUDGEMENT, at - 2, at) if had and sentence.subject(at - 2).who in OTHERS else None


def _excuse(sentence: Sentence, at: int) -> Hit | None:
    """`there is no excuse`."""
    return Hit(JUDGEMENT, at - 1, at) if sentence.low(at - 1) in {"no", "poor"} else None


def _doing(sentence: Sentence, at: int) -> Hit | None:
    """`did not know what they were doing`."""
    lost = "what" in sentence.behind(at, 4) and not _NO.isdisjoint(sentence.behind(at, 9))
    return Hit(JUDGEMENT, at, at) if lost else None


def _despite(sentence: Sentence, at: int) -> Hit | None:
    """`even though he had been trained`."""
    told = not _TOLD.isdisjoint(sentence.ahead(at, 8))
    return Hit(JUDGEMENT, at, at + 1) if told and sentence.doer(at).who in OTHERS else None


def _against(sentence: Sentence, at: int) -> Hit | None:
    """`against our advice`."""
    if sentence.low(at + 1) in {"better", "all"} and sentence.low(at + 2) in _REASON:
        return Hit(JUDGEMENT, at, at + 2)
    rule = not _RULES.isdisjoint(sentence.ahead(at, 4))
    return Hit(JUDGEMENT, at, at + 1) if rule and sentence.doer(at).who in OTHERS else None


def _out_of(sentence: Sentence, at: int) -> Hit | None:
    """`out of laziness`."""
    on = at + 2 + (sentence.low(at + 2) in {"sheer", "pure", "mere", "plain"})
    trait = sentence.low(at + 1) == "of" and sentence.low(on) in _TRAITS
    return Hit(JUDGEMENT, at, on) if trait else None


def _must_have(sentence: Sentence, at: int) -> Hit | None:
    """`someone must have disabled it`."""
    have = sentence.low(at + 1) == "have" and is_participle(sentence.low(sentence.onward(at + 2)))
    who = sentence.subject(at).who
    saw = sentence.low(sentence.onward(at + 2)) in _SAW and who in OTHERS
    return Hit(CULPRIT, at, at + 1) if have and (saw or who is Who.ANYBODY) else None


def _everyone(sentence: Sentence, at: int) -> Hit | None:
    """`everyone assumed that somebody else was looking`."""
    end = at + 1 + (sentence.low(at) in {"each", "both"})
    assumed = sentence.low(end) == "assumed"
    else_ = not _ELSE.isdisjoint(sentence.ahead(end, 4))
    alone = sentence.low(at).startswith("every") and sentence.ahead(end, 2) != {"the", "worst"}
    return Hit(JUDGEMENT, at, end) if assumed and (alone or else_) else None


def _usual(sentence: Sentence, at: int) -> Hit | None:
    """`as usual, the network team …`, `once again they broke it`."""
    before = sentence.low(at - 1)
    if before not in ({"yet", "once"} if sentence.low(at) == "again" else {"as"}):
        return None
    starts = (n for n in (0, at + 1, at + 2) if n < len(sentence.words))
    people = any(sentence.noun_from(n).who in OTHERS for n in starts)
    if (people or sentence.leading(at).who in OTHERS) and sentence.has(_BAD_NEWS):
        return Hit(JUDGEMENT, at - 1, at)
    return _once_more(sentence, at) if at < 3 else None


def _once_more(sentence: Sentence, at: int) -> Hit | None:
    """`as usual, the mobile team shipped first`, `not for the first time, Yusuf merged`."""
    begin = at + 1 + (sentence.low(at + 1) == ",")
    doer = sentence.noun_from(begin)
    did = sentence.low(sentence.onward(doer.last + 1))
    told = doer.who in OTHERS and is_past(did) and did not in _WELCOME
    return Hit(JUDGEMENT, 0, at) if told else None


_WELCOME: Final = words("was were found helped noticed saved fixed answered had reported came won")


def _first_time(sentence: Sentence, at: int) -> Hit | None:
    """`not for the first time, …`."""
    told = at == 4 and sentence.lows[:4] == ["not", "for", "the", "first"]
    return _once_more(sentence, at) if told else None


def _typical(sentence: Sentence, at: int) -> Hit | None:
    """`typical of the storage team`."""
    if sentence.low(at - 1) in {",", "-", "–", "—"} and not sentence.low(at + 1)[:1].isalpha():
        return Hit(JUDGEMENT, at, at) if sentence.leading(at).who in OTHERS else None
    if sentence.low(at + 1) in _HABITS:
        return Hit(JUDGEMENT, at, at + 1) if list(sentence.owners(at - 1, at - 1)) else None
    of = sentence.low(at + 1) in {"of", "for"} and sentence.noun_from(at + 2).who in OTHERS
    return Hit(JUDGEMENT, at, at + 2) if of else None


def _question(sentence: Sentence, at: int) -> Hit | None:
    """Questions that ask for a person: `why did the on-call not look?`, `who approved this?`."""
    if at > 1 or sentence.lows[-1] != "?":
        return None
    low, following = sentence.pair(at)
    if low == "who":
        verb = _DID.get(following)
        past = verb is not None and not verb.forms.isdisjoint({Form.PAST, Form.DONE})
        return Hit(CULPRIT, at, at + 1) if past else None
    negative = sentence.low(at + 2) == "not"
    doer = sentence.noun_from(at + 2 + negative)
    if low == "how" and following == "could":
        act = sentence.low(sentence.onward(doer.last + 1))
        missed = doer.who in OTHERS and (act in _COULD or act in HUMAN_ACTS)
        return Hit(JUDGEMENT, at, doer.last) if missed else None
    if low == "what" and following in {"was", "were", "made", "did"}:
        asked = not _THINKING.isdisjoint(sentence.ahead(doer.last, 2))
        return Hit(JUDGEMENT, at, doer.last) if doer.who in OTHERS and asked else None
    if low == "why" and following in {"did", "had", "was", "were"} and doer.who in OURS:
        lacks = negative or "nobody" in sentence.lows or "not" in sentence.ahead(doer.last, 1)
        return Hit(OMISSION, at, doer.last) if lacks else None
    return None


def _warned(sentence: Sentence, at: int) -> Hit | None:
    """`had been told twice and still did not`."""
    doer = sentence.subject(at)
    if sentence.low(at - 1) not in BE:
        return None
    if doer.who not in OTHERS and sentence.low(doer.last) != "i":
        return None
    if sentence.pair(at + 1) == ("not", "to"):
        return Hit(JUDGEMENT, at - 1, at + 1)
    if sentence.low(at - 1) != "been":
        turn = next((n for n in range(at, len(sentence.lows)) if sentence.low(n) in _TURN), None)
        unheard = turn is not None and not _NO.isdisjoint(sentence.ahead(turn, 4))
        return Hit(JUDGEMENT, at - 1, at) if unheard else None
    still = not _STILL.isdisjoint(sentence.ahead(at, 12))
    before = sentence.low(sentence.back(at - 2)) == "had" and sentence.low(at) != "told"
    if before and sentence.noun_from(at + 1).who is Who.THING:
        before = sentence.low(at + 1) != "by"
    return Hit(JUDGEMENT, at - 1, at) if still or before else None


def _should_know(sentence: Sentence, at: int) -> Hit | None:
    """`should really know how DNS works`."""
    if sentence.subject(at).who not in OTHERS:
        return None
    near, after = sentence.behind(at, 2), sentence.low(at + 1)
    told = "should" in near and ("really" in near or after in {"how", "better", "that", "what"})
    return Hit(JUDGEMENT, at - 1, at) if told else None


_TURN: Final = words("yet but still")
_STILL: Final = words("still twice repeatedly but nothing ignored not")


def _unable(sentence: Sentence, at: int) -> Hit | None:
    """`an engineer with no experience`."""
    lacks = sentence.low(at + 1) in {"experience", "training", "knowledge", "clue"}
    lacks = lacks and sentence.low(at + 2) not in {"budget", "data", "material", "environment"}
    somebody = sentence.person_to(at - 2).who in OTHERS and sentence.low(at - 1) in {"with", "had"}
    return Hit(JUDGEMENT, at - 1, at + 1) if lacks and somebody else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(("idea", "clue"), _idea),
    "excuse": _excuse,
    **dict.fromkeys(("told", "warned", "reminded"), _warned),
    "know": _should_know,
    **dict.fromkeys(("no", "little"), _unable),
    "doing": _doing,
    **dict.fromkeys(words("though although despite"), _despite),
    "against": _against,
    "out": _out_of,
    "must": _must_have,
    **dict.fromkeys(words("everyone everybody each both"), _everyone),
    **dict.fromkeys(words("usual always again"), _usual),
    "typical": _typical,
    "time": _first_time,
    **dict.fromkeys(words("who how why what"), _question),
}
