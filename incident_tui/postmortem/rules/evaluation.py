"""Any word that weighs people, with people as what it is said of, is a judgement."""

from typing import Final

from incident_tui.postmortem.english.character import UNFLATTERING, VIRTUES
from incident_tui.postmortem.english.forms import verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.disposition import said_beside
from incident_tui.postmortem.rules.ids import CULPRIT, HINDSIGHT, JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, BECAME, OWN, Hit, Sentence, Triggers, said_of

_BECAME: Final = BECAME | words("seem become grew acted")
_DEGREES: Final = words("a bit little far much way so that as all just")
_SIZES: Final = words(
    """
    small big large few many far remote short high low much little old new close dependent
    expensive risky thin
    """
)
"""What people can be too much of without any fault."""
_QUICK: Final = words(
    "fast quick quickly soon early hard far long well carefully seriously closely"
)
_ACTED: Final = words(
    "react respond act look listen push check test think escalate reacted responded"
)
_NONSENSE: Final = words(
    """
    nonsense rubbish garbage folly madness insanity stupidity malpractice sabotage amateurism
    vandalism negligence recklessness foolishness absurdity
    """
)
_WORKS: Final = words(
    """
    handover hand-over review deploy deployment change migration rollout testing planning
    documentation code configuration commit merge work process fix patch release communication
    coordination preparation response investigation upgrade design setup practice practices
    behaviour behavior conduct attitude habit habits mindset analysis cabling
    """
)
_UNKEMPT: Final = words(
    """
    sloppy slapdash slipshod careless lazy shoddy amateurish half-hearted half-baked hasty reckless
    negligent thoughtless irresponsible unprofessional lax perfunctory cavalier slovenly
    """
)
"""Of what people do, as much as of people."""
_ACCEPTED: Final = words("acceptable excusable forgivable defensible justifiable professional")
_CONDUCT: Final = words(
    "behaviour behavior conduct practice attitude practices way work standard excuse response"
)
_SHAMING: Final = words(
    "embarrassing shameful pathetic disgraceful unbelievable incredible astonishing appalling"
)
_OF_TIME: Final = words("minute minutes hour hours day days week weeks")
_EXCESS: Final = words("confidence trust faith optimism pride haste enthusiasm eagerness ambition")
_MUCH: Final = words("excess excessive much misplaced blind false undue unwarranted over-")
_SPENT: Final = verbs("spend put place have show waste lose take")
_DISTURBED: Final = words("much little few many")
_LIKE: Final = words("time confidence trust faith attention effort importance weight pride")


def _unflattering(sentence: Sentence, at: int) -> Hit | None:
    """`the vendor was useless`, `a stubborn architect`, `an inattentive clerk`."""
    if not sentence.behind(at, 3).isdisjoint({"not", "never", "less", "no"}):
        return None
    helper = sentence.back(at - 1, _DEGREES)
    if sentence.low(helper) in _BECAME:
        doer = sentence.subject(helper)
        if doer.who in OURS:
            return said_of(JUDGEMENT, doer, at)
    if at and sentence.noun_to(at - 1).first == 0 and sentence.noun_to(at - 1).who in OTHERS:
        return Hit(JUDGEMENT, 0, at)
    return said_beside(sentence, at)


def _unkempt(sentence: Sentence, at: int) -> Hit | None:
    """`a sloppy handover`; only what people do is ever reckless."""
    worked = not _WORKS.isdisjoint(sentence.ahead(at, 2))
    denied = not sentence.behind(at, 3).isdisjoint({"not", "never", "no"})
    if worked and not denied:
        return Hit(JUDGEMENT, at, at + 1)
    helper = sentence.back(at - 1)
    said = sentence.low(at) == "reckless" and sentence.low(helper) in BE
    return Hit(JUDGEMENT, helper, at) if said and not denied else None


def _too(sentence: Sentence, at: int) -> Hit | None:
    """`too proud to ask`; `we spent too much time on it`."""
    following = sentence.low(at + 1)
    if following in _DISTURBED:
        verb = next((n for n in (at - 1, at - 2, at - 3) if sentence.low(n) in _SPENT), None)
        put = verb is not None and sentence.low(at + 2) in _LIKE
        doer = sentence.subject(verb or at)
        return said_of(JUDGEMENT, doer, at + 2) if put and doer.who in OURS else None
    helper = sentence.back(at - 1, _DEGREES)
    if sentence.low(helper) not in _BECAME or following in _SIZES or not following:
        return None
    doer = sentence.subject(helper)
    meant = doer.who in OTHERS and not sentence.negated(at)
    return said_of(JUDGEMENT, doer, at + 1) if meant else None


def _enough(sentence: Sentence, at: int) -> Hit | None:
    """`was not quick enough`, `did not react fast enough`, `did not push hard enough`."""
    weighed = sentence.low(at - 1) in _QUICK | VIRTUES
    if not weighed or sentence.behind(at, 7).isdisjoint({"not", "never", "nobody"}):
        return None
    negation = next(n for n in range(at, -1, -1) if sentence.low(n) in {"not", "never", "nobody"})
    doer = sentence.subject(negation)
    own = doer.who is Who.SELF and not sentence.ahead(negation, 3).isdisjoint(_ACTED)
    told = doer.who in OTHERS or own or sentence.low(negation) == "nobody"
    return Hit(JUDGEMENT, negation, at) if told else None


def _nonsense(sentence: Sentence, at: int) -> Hit | None:
    """`which was nonsense`, `it was madness to deploy`."""
    helper = sentence.back(at - 1, {"pure", "sheer", "plain", "utter", "complete", "total"})
    if sentence.low(helper) not in {"was", "is", "were"} or sentence.negated(at):
        return None
    it = sentence.low(helper - 1) in {"it", "this", "that"} and sentence.low(at + 1) == "to"
    people = sentence.subject(helper).who in OURS or sentence.leading(helper).who in OTHERS
    return Hit(JUDGEMENT, helper, at) if it or people else None


def _not_acceptable(sentence: Sentence, at: int) -> Hit | None:
    """`that is not acceptable engineering behaviour`."""
    denied = not sentence.behind(at, 2).isdisjoint({"not", "never"})
    conduct = not _CONDUCT.isdisjoint(sentence.ahead(at, 4))
    return Hit(JUDGEMENT, at - 1, at) if denied and conduct else None


def _unacceptable(sentence: Sentence, at: int) -> Hit | None:
    """`we spent a day on it, which is completely unacceptable`."""
    helper = sentence.back(at - 1)
    if sentence.low(helper) not in BE or sentence.low(helper - 1) not in {"this", "that", "which"}:
        return None
    led = sentence.leading(helper - 1).who in OURS or _first_people(sentence, helper)
    return Hit(JUDGEMENT, helper, at) if led else None


def _first_people(sentence: Sentence, end: int) -> bool:
    """Whether people are what the sentence begins with."""
    return end > 3 and sentence.noun_from(0).who in OURS


def _shaming(sentence: Sentence, at: int) -> Hit | None:
    """`an embarrassing three hours`."""
    counted = not _OF_TIME.isdisjoint(sentence.ahead(at, 3)) and at > 0
    return Hit(JUDGEMENT, at, at + 1) if counted and sentence.low(at - 1) in {"a", "an"} else None


def _excess(sentence: Sentence, at: int) -> Hit | None:
    """`an excess of confidence`, `misplaced trust`."""
    of = at - 1 - (sentence.low(at - 1) == "of")
    much = sentence.low(of) in _MUCH
    return Hit(JUDGEMENT, of, at) if much and sentence.low(of - 1) != "not" else None


def _easily(sentence: Sentence, at: int) -> Hit | None:
    """`could easily have been taken seriously`; what could easily have been worse is luck."""
    modal = sentence.low(at - 1) in {"could", "should", "would", "might"}
    have = modal and sentence.low(at + 1) == "have"
    lucky = not _WORSE.isdisjoint(sentence.lows)
    return Hit(HINDSIGHT, at - 1, at + 1) if have and not lucky else None


_WORSE: Final = words(
    "worse longer lost more bigger larger luck lucky luckily damaged failed missed gone been-worse"
)


def _by_own(sentence: Sentence, at: int) -> Hit | None:
    """`self-inflicted by the on-call`, `of their own making`."""
    if sentence.low(at) == "making":
        own = sentence.low(at - 1) == "own" and sentence.low(at - 2) in OWN
        return Hit(CULPRIT, at - 2, at) if own else None
    by = sentence.low(at + 1) == "by"
    return Hit(CULPRIT, at, at) if by and sentence.noun_from(at + 2).who in OURS else None


def _nowhere(sentence: Sentence, at: int) -> Hit | None:
    """`was nowhere to be found`, `was out of his depth`."""
    if sentence.low(at) == "depth":
        out = sentence.low(at - 1) in OWN and sentence.low(at - 3) == "out"
        return Hit(JUDGEMENT, at - 3, at) if out else None
    helper = sentence.back(at - 1)
    people = sentence.low(helper) in BE and sentence.subject(helper).who in OTHERS
    return Hit(JUDGEMENT, at, at) if people and sentence.low(at + 1) == "to" else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(UNFLATTERING, _unflattering),
    "too": _too,
    "enough": _enough,
    **dict.fromkeys(_NONSENSE, _nonsense),
    **dict.fromkeys(_ACCEPTED, _not_acceptable),
    **dict.fromkeys(words("unacceptable inexcusable"), _unacceptable),
    **dict.fromkeys(_SHAMING, _shaming),
    **dict.fromkeys(_EXCESS, _excess),
    "easily": _easily,
    **dict.fromkeys(words("nowhere depth"), _nowhere),
    **dict.fromkeys(words("self-inflicted making"), _by_own),
}
WORK: Final[Triggers] = dict.fromkeys(_UNKEMPT, _unkempt)
"""Words that two rules look at."""
