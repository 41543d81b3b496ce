"""An error whose owner is a kind of person ends the inquiry where it should begin."""

from typing import Final

from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OURS
from incident_tui.postmortem.rules.ids import HUMAN_ERROR
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers

_WHOSE: Final = words(
    """
    human operator user manual people personnel personal engineer engineering pilot admin
    administrator administrative developer staff employee customer person individual driver
    technician finger keying typing typographical transcription copy-paste data-entry copy-and-paste
    contractor programmer reviewer clerical operating end-user on-call
    """
)
_ERRORS: Final = words(
    """
    error errors mistake mistakes slip slips failure blunder oversight negligence carelessness
    incompetence misunderstanding inattention misjudgement misjudgment fault ignorance laziness
    inexperience haste impatience hesitation indecision unfamiliarity problem
    """
)
_ALONE: Final = words("oversight negligence carelessness incompetence inattention laziness blunder")
"""Slips of people, whether or not one is named."""
_LABELS: Final = words(
    """
    rate rates message messages page pages code codes budget log logs handling tracking report
    reports count counts response responses dialog dialogue screen banner text template toast
    event events ratio percentage type types boundary state classification metric metrics
    """
)
"""After it: the error of a user interface."""
_GUARDS: Final = words(
    """
    prevent prevents preventing avoid avoids avoiding tolerate tolerates tolerating reduce
    reduces reducing eliminate eliminates minimize minimizes minimise against detect detects
    catch catches absorb survive survives likely less rarer limit limits possibility chance
    chances risk risks likelihood potential prone resilient robust mitigate mitigates expect
    assume room harder unlikely safe proof
    """
)
_RARER: Final = words("less harder rarer unlikely impossible harmless")
_DENIALS: Final = words(
    """
    not never no without avoid instead rather beyond myth term terms phrase word words label
    concept called accept begins starts starting start where inevitable normal symptom effect
    consequence page talk article chapter section training course literature book
    """
)
_CAUSES: Final = words(
    """
    cause causes caused because due root reason trigger triggered down result resulted led from
    blame by factor purely simply was is
    """
)
_SET_AGAINST: Final = words("rather instead beyond")
"""Behind it they deny something else."""
_SUPERVISION: Final = words("board committee body group team process role")
_IN_LAW: Final = words("clause clauses claim claims law laws suit case insurance lawsuit")
_HANDS: Final = words("finger fingers mouse hand pen keyboard thumb tongue cursor")
_TECHNICAL_TOO: Final = words("driver engineering")
_PLAIN: Final = words("error errors mistake mistakes failure fault")
_CUSTOMER: Final = words("user customer end-user")
_CUSTOMER_PLAIN: Final = words("failure fault errors")
_MINDS: Final = words("attention judgement judgment concentration discipline memory")


def _error(sentence: Sentence, at: int) -> Hit | None:
    """`operator error` as what happened; the owner of `Ana's error` is for another rule."""
    whose = sentence.low(at - 1)
    if whose == "'s":
        return None
    if whose not in _WHOSE or sentence.low(at + 1) in _LABELS:
        return _slip(sentence, at)
    if sentence.low(at) == "problem" and whose not in {"people", "human", "personnel"}:
        return None
    if whose in _TECHNICAL_TOO and sentence.low(at) in _PLAIN:
        return None
    if whose in _CUSTOMER and sentence.low(at) in _CUSTOMER_PLAIN and not sentence.has(_CAUSES):
        return None
    near, after = sentence.behind(at - 1, 6), sentence.ahead(at, 5)
    if sentence.low(at + 1) == ",":
        after = frozenset()
    if near.isdisjoint(_GUARDS | _DENIALS) and after.isdisjoint((_DENIALS - _SET_AGAINST) | _RARER):
        return Hit(HUMAN_ERROR, at - 1, at)
    return None


def _slip(sentence: Sentence, at: int) -> Hit | None:
    """An oversight or a lapse that is named as the cause, whosever it was."""
    low = sentence.low(at)
    if low not in _ALONE or sentence.low(at + 1) in _SUPERVISION | _IN_LAW:
        return None
    if not sentence.behind(at, 3).isdisjoint({"not", "no", "never", "of", "covers", "insured"}):
        return None
    near = sentence.behind(at, 6)
    if low != "oversight" or not near.isdisjoint(_CAUSES) or "cause" in sentence.lows:
        return Hit(HUMAN_ERROR, at, at)
    return None


def _slip_or_error(sentence: Sentence, at: int) -> Hit | None:
    return _slip_of(sentence, at) or _error(sentence, at)


def _lapse(sentence: Sentence, at: int) -> Hit | None:
    """`a lapse in attention`, `a lapse of judgement`."""
    of = sentence.low(at + 1) in {"in", "of"} and not _MINDS.isdisjoint(sentence.ahead(at, 4))
    return Hit(HUMAN_ERROR, at, at + 2) if of else None


def _slip_of(sentence: Sentence, at: int) -> Hit | None:
    """`a slip of the finger`, `of the mouse`."""
    of = sentence.low(at + 1) == "of" and not _HANDS.isdisjoint(sentence.ahead(at + 1, 2))
    return Hit(HUMAN_ERROR, at, at + 2) if of else None


def _finger(sentence: Sentence, at: int) -> Hit | None:
    """`fat fingers`, `finger trouble`."""
    low, following = sentence.pair(at)
    if low == "finger":
        return Hit(HUMAN_ERROR, at, at + 1) if following == "trouble" else None
    return Hit(HUMAN_ERROR, at, at + 1) if following.startswith("finger") else None


def _nickname(_sentence: Sentence, at: int) -> Hit | None:
    """`PEBKAC`, `a fat-finger`."""
    return Hit(HUMAN_ERROR, at, at)


def _typo(sentence: Sentence, at: int) -> Hit | None:
    """`somebody made a typo`; a typo that stands in a file is a fact."""
    made = next((n for n in (at - 1, at - 2) if sentence.low(n) == "made"), None)
    hit = made is not None and sentence.subject(made).who in OURS
    return Hit(HUMAN_ERROR, made or at, at) if hit else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_ERRORS, _error),
    **dict.fromkeys(("lapse", "lapses"), _lapse),
    **dict.fromkeys(("fat", "finger"), _finger),
    **dict.fromkeys(("slip", "slips"), _slip_or_error),
    **dict.fromkeys(words("fat-finger fat-fingered pebkac pebcak"), _nickname),
    **dict.fromkeys(("typo", "typos"), _typo),
}
