"""An apology that accuses, and a disappointment, tell of people and not of what happened."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE, HUMAN_ACTS
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import BE_CAREFUL, COUNTERFACTUAL, CULPRIT, JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, said_of

_DISMAY: Final = words(
    """
    disappointed appalled shocked dismayed frustrated angry furious astonished amazed annoyed fed-up
    horrified outraged saddened baffled puzzled stunned aghast disgusted
    """
)
_AT: Final = words("by in with at that how to of")
_CONDUCT: Final = words("handled response handling behaviour behavior attitude reaction conduct")
_REVERED: Final = words(
    "esteemed beloved illustrious self-proclaimed self-styled would-be oh-so-clever"
)
_MERCY: Final = words("him her them us")
_SHOULD_BE: Final = words("shot fired sacked ashamed flogged embarrassed punished")
_MODALS: Final = words("should can must could need ought will")
_KNOW: Final = words("know understand check test read care remember tell have")
_MESS: Final = words("mess shambles bomb landmine minefield trap can")
_LEFT: Final = words("left leaves inherited inherit leave")


def _dismay(sentence: Sentence, at: int) -> Hit | None:
    """`I am disappointed in the team`, `we are appalled by the way this was handled`."""
    helper = sentence.back(at - 1, {"very", "deeply", "so"})
    if sentence.low(helper) not in BE or sentence.low(at + 1) not in _AT:
        return None
    rest = sentence.lows[at + 1 : at + 14]
    people = any(
        sentence.noun_from(n).who in OTHERS
        for n in range(at + 2, min(at + 8, len(sentence.words)))
        if sentence.low(n - 1) in _AT | {"way"}
    )
    told = people or not _CONDUCT.isdisjoint(rest)
    doer = sentence.subject(helper)
    return Hit(JUDGEMENT, helper, at) if told and doer.who is Who.SELF else None


def _better(sentence: Sentence, at: int) -> Hit | None:
    """`we can do better`, `we should be better than this`, `you deserve better from us`."""
    verb = sentence.low(at - 1)
    after = sentence.low(at + 1)
    if verb.startswith("deserve"):
        from_us = after in {"from", "than"} and sentence.low(at + 2) == "us"
        return Hit(JUDGEMENT, at - 1, at) if from_us else None
    if verb not in {"do", "be"} or sentence.behind(at - 1, 4).isdisjoint(_MODALS):
        return None
    alone = not after[:1].isalpha() or (
        after == "than" and sentence.low(at + 2) in {"this", "that"}
    )
    doer = sentence.subject(at - 1)
    return said_of(JUDGEMENT, doer, at) if alone and doer.who in OURS else None


def _our_job(sentence: Sentence, at: int) -> Hit | None:
    """`it was our job to catch this and we did not`."""
    own = sentence.low(at - 1) in OWN and sentence.low(at + 1) == "to"
    was = sentence.low(at - 2) == "was" and sentence.low(at - 3) in {"it", "this", "that"}
    return Hit(JUDGEMENT, at - 2, at) if own and was else None


def _deserved(sentence: Sentence, at: int) -> Hit | None:
    """`we had it coming`, `we deserved this one`, `we were asking for it`."""
    low = sentence.low(at)
    if low == "coming":
        told = sentence.low(at - 1) == "it" and sentence.low(at - 2) in {"had", "have"}
        verb = at - 2
    elif low == "asking":
        told = sentence.pair(at + 1) == ("for", "it") and sentence.low(at - 1) in BE
        verb = at - 1
    else:
        told = sentence.low(at + 1) in {"this", "it", "that"}
        verb = at
    doer = sentence.subject(verb)
    return said_of(JUDGEMENT, doer, at) if told and doer.who in OURS else None


def _wisdom(sentence: Sentence, at: int) -> Hit | None:
    """`in his infinite wisdom`, `bless him`, `our esteemed colleagues`."""
    low = sentence.low(at)
    if low == "wisdom":
        return Hit(JUDGEMENT, at - 1, at) if sentence.low(at - 1) == "infinite" else None
    if low == "bless":
        return Hit(JUDGEMENT, at, at + 1) if sentence.low(at + 1) in _MERCY else None
    whom = sentence.noun_from(at + 1)
    return Hit(JUDGEMENT, at, whom.last) if whom.who in OTHERS else None


def _should_be(sentence: Sentence, at: int) -> Hit | None:
    """`whoever designed this should be shot`."""
    due = sentence.low(at - 1) == "be" and sentence.low(at - 2) in {"should", "ought", "must"}
    doer = sentence.subject(at - 2)
    return Hit(CULPRIT, at - 2, at) if due and doer.who in OURS else None


def _let(sentence: Sentence, at: int) -> Hit | None:
    """Of `this is what happens when you let interns touch it`."""
    what = "what" in sentence.behind(at, 6) and not sentence.behind(at, 6).isdisjoint(
        {"happens", "get", "comes"}
    )
    if not what:
        return None
    whom = sentence.noun_from(at + 1)
    return Hit(CULPRIT, at, whom.last) if whom.who in OTHERS else None


def _next_time(sentence: Sentence, at: int) -> Hit | None:
    """`maybe next time somebody could read the docs`."""
    said = sentence.low(at - 1) == "next" and at < 4
    begin = at + 1 + (sentence.low(at + 1) == ",")
    if not said:
        return None
    whom = sentence.noun_from(begin)
    asked = sentence.low(whom.last + 1) in _MODALS
    return Hit(BE_CAREFUL, at - 1, whom.last) if asked and whom.who in OTHERS else None


def _expect(sentence: Sentence, at: int) -> Hit | None:
    """`you would expect a senior to know that`."""
    unreal = sentence.low(at - 1) in {"would", "had"} and sentence.low(at - 2) in {
        "one",
        "you",
        "i",
    }
    to = next((n for n in range(at + 2, at + 7) if sentence.low(n) == "to"), None)
    if not unreal or to is None:
        return None
    whom = sentence.noun_from(at + 1)
    human = sentence.low(sentence.onward(to + 1)) in _KNOW
    one = sentence.low(at + 1) in {"a", "an", "any", "our", "their"} and human
    return Hit(COUNTERFACTUAL, at, to) if whom.who in OTHERS or one else None


def _science(sentence: Sentence, at: int) -> Hit | None:
    """`it is not rocket science to read a dashboard`, `would it kill you to ask`."""
    if sentence.low(at) == "kill":
        asked = sentence.low(0) == "would" and at < 4
        return Hit(JUDGEMENT, 0, at) if asked else None
    rocket = sentence.low(at - 1) in {"rocket", "brain"}
    return Hit(JUDGEMENT, at - 1, at) if rocket else None


def _heads(sentence: Sentence, at: int) -> Hit | None:
    """`had cooler heads prevailed`."""
    cool = sentence.low(at - 1) in {"cooler", "wiser", "calmer", "clearer"}
    return Hit(COUNTERFACTUAL, at - 1, at) if cool else None


def _mess(sentence: Sentence, at: int) -> Hit | None:
    """`we inherited a mess from the previous team`, `the author left a ticking bomb`."""
    verb = next((n for n in range(at - 1, max(at - 5, -1), -1) if sentence.low(n) in _LEFT), None)
    if verb is None:
        return None
    if sentence.low(verb).startswith("inherit"):
        of = sentence.low(at + 1) in {"from", "of"}
        theirs = of and sentence.noun_from(at + 2).who in OTHERS
        return Hit(CULPRIT, verb, at) if theirs else None
    doer = sentence.subject(verb)
    return said_of(CULPRIT, doer, at) if doer.who in OTHERS else None


def _seriously(sentence: Sentence, at: int) -> Hit | None:
    """`did you seriously just drop the table`, `why would anyone do that`."""
    if sentence.low(at) == "would":
        whom = sentence.low(at + 1) in {"anyone", "anybody", "someone", "somebody"}
        human = sentence.low(at + 2) in HUMAN_ACTS or sentence.low(at + 2) in CARE
        human = human or sentence.low(at + 2) in {"do", "want", "ever", "even"}
        return (
            Hit(JUDGEMENT, 0, at + 1) if whom and human and sentence.low(at - 1) == "why" else None
        )
    you = sentence.low(at - 1) in {"you", "they"} and sentence.low(at - 2) in {"did", "do"}
    return Hit(JUDGEMENT, at - 2, at) if you else None


def _exclaimed(sentence: Sentence, at: int) -> Hit | None:
    """`Stupid me`, `mea culpa`, `someone with a clue`, `what were they thinking`."""
    low = sentence.low(at)
    if low == "clue":
        return Hit(JUDGEMENT, at - 2, at) if sentence.pair(at - 2) == ("with", "a") else None
    if low == "thinking":
        was = sentence.low(at - 2) in BE and at < 6 and sentence.low(at - 3) in _WHAT
        return Hit(JUDGEMENT, at - 3, at) if was else None
    said = sentence.low(at - 1) in {"stupid", "silly", "dumb", "mea", "foolish"}
    return Hit(CULPRIT, at - 1, at) if said else None


_WHAT: Final = words("what wtf hell")

TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_DISMAY, _dismay),
    "better": _better,
    "job": _our_job,
    **dict.fromkeys(words("coming deserved deserve asking"), _deserved),
    **dict.fromkeys(_REVERED | {"wisdom", "bless"}, _wisdom),
    **dict.fromkeys(_SHOULD_BE, _should_be),
    **dict.fromkeys(("let", "letting"), _let),
    "time": _next_time,
    "expect": _expect,
    **dict.fromkeys(("science", "surgery", "kill"), _science),
    "heads": _heads,
    **dict.fromkeys(_MESS, _mess),
    **dict.fromkeys(("seriously", "would"), _seriously),
    **dict.fromkeys(("me", "culpa", "clue"), _exclaimed),
}
ASKED: Final[Triggers] = {"thinking": _exclaimed}
"""Words that two rules look at."""
