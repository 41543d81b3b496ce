"""A word of character about people, or about what they decided, explains nothing."""

from typing import Final

from incident_tui.postmortem.english.esteem import CHOICES, DEEDS, SLIGHT, STERN, WORKS
from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.grammar import DETERMINERS, PREPOSITIONS
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Noun, Who
from incident_tui.postmortem.rules.ids import JUDGEMENT
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, said_of

_ALWAYS: Final = words(
    """
    careless carelessly negligent negligently incompetent incompetence incompetently
    irresponsible irresponsibly amateurish unprofessional unprofessionally
    inexcusable unforgivable clueless recklessly thoughtless thoughtlessly foolhardy sloppily
    sloppiness carelessness recklessness stupidity foolish foolishly complacent complacency
    shoddy half-hearted half-baked short-sighted shortsighted ill-conceived unthinking heedless
    mindlessly feckless inexplicable indefensible unjustifiable unwise cavalier lackadaisical
    inept ineptitude unfit cowboy misguided ill-advised ill-considered ill-judged stupidly
    lazily dereliction idiotic idiot idiots moron
    """
)
"""Of people or their work wherever they stand, unless a thing is their subject."""
_BEYOND_EXCUSE: Final = words("inexcusable unforgivable indefensible unjustifiable")
_TERRIBLE: Final = words("terrible awful horrible dreadful disappointing lousy")
_OF_PEOPLE: Final = (SLIGHT | STERN) - _ALWAYS
_TECHNICAL: Final = words(
    """
    loading load loaded loader evaluation initialization initialisation init import imports
    quorum algorithm implementation bayes datetime timestamp pipe terminal retry retries cache
    query queries allocation solution fetch fetching binding mount matching regex umount unmount
    writer replica proxy client connection disk address sector gateway request block blocks node
    nodes weather latency performance packet
    """
)
_STEPS: Final = words(
    "thing command step way shortcut deploy merge commit change changes rollout restart upgrade fix"
)
_WAS: Final = words("is was were are be been being looks looked seems seemed")
_GOES_ON: Final = PREPOSITIONS | words("to and that when enough not or but")
_IT: Final = words("it this that which")
_MEASURES: Final = words("quality volume time times rate rates code codes size sizes body bodies")
_TOGETHER: Final = words(
    "communication coordination planning leadership supervision teamwork preparation discipline"
)
_AMONG: Final = words("between within by in among from of")
_NOT_OF_PEOPLE: Final = words("bad wrong rushed poor distracted")
_ARTICLES: Final = words("a an more")
_LIGHTLY: Final = words("cursory superficial")
"""How one may well look first, if not only so."""
_ONLY: Final = words("only just merely but mere nothing more")
_LIGHT_VERBS: Final = words("make makes made take takes took give gives gave")
_JOB_DONE: Final = words("did does done do")


def _strong(sentence: Sentence, at: int) -> Hit | None:
    if sentence.low(at).endswith("ly") and not sentence.passive(at):
        doer, act = sentence.subject(at), sentence.low(at + 1)
        if doer.who is Who.THING and (is_past(act) or act.endswith("s")):
            return None
    if _denied(sentence, at) or sentence.low(at + 1) in _TECHNICAL:
        return None
    helper = sentence.back(at - 1, _ARTICLES)
    if sentence.low(at) in _BEYOND_EXCUSE and sentence.low(helper) in _WAS:
        return Hit(JUDGEMENT, at, at)
    if sentence.low(helper) in _WAS and sentence.low(at + 1) not in DEEDS:
        doer = sentence.subject(helper)
        if sentence.low(helper - 1) == "which" and sentence.leading(helper).who in OTHERS:
            return Hit(JUDGEMENT, at, at)
        if doer.who is Who.THING and doer.first >= 0 and not _is_of(sentence, doer, WORKS):
            return None
        if doer.who in OURS:
            return said_of(JUDGEMENT, doer, at)
    return Hit(JUDGEMENT, at, at)


def _weighed(sentence: Sentence, at: int) -> Hit | None:
    """An adjective beside a person or a decision, or said of one."""
    low, after = sentence.pair(at)
    technical = after in _TECHNICAL and after not in DEEDS
    technical = technical or sentence.low(at + 2) in _MEASURES
    technical = technical or (low in _LIGHTLY and sentence.behind(at, 3).isdisjoint(_ONLY))
    if _denied(sentence, at) or technical or (after in DEEDS and _of_a_thing(sentence, at)):
        return None
    if after == "job" and not _JOB_DONE.isdisjoint(sentence.behind(at, 3)):
        return Hit(JUDGEMENT, at, at + 1)
    if low in {"poor", "bad"} and after in _TOGETHER:
        whose = sentence.noun_from(at + 3).who in OTHERS
        told = whose if sentence.low(at + 2) in _AMONG else at == 0
        return Hit(JUDGEMENT, at, at + 1) if told else None
    if after in (CHOICES if low in SLIGHT else DEEDS):
        aside = low == "wrong" and after in {"call", "move"}
        return None if aside else Hit(JUDGEMENT, at, at + 1)
    if after in DEEDS and sentence.low(at + 2) == "by" and at + 3 < len(sentence.words):
        theirs = sentence.noun_from(at + 3).who in OTHERS
        return Hit(JUDGEMENT, at, at + 1) if theirs else None
    if low not in SLIGHT and after and low not in DETERMINERS:
        step = after in _STEPS and low not in {"silly", "lazy"}
        if step or sentence.noun_from(at).who in OURS:
            return Hit(JUDGEMENT, at, at + 1)
    helper = sentence.back(at - 1, _ARTICLES)
    if sentence.low(helper) in _WAS and (not after[:1].isalpha() or after in _GOES_ON):
        return _predicated(sentence, at, helper)
    return None


def _of_a_thing(sentence: Sentence, at: int) -> bool:
    """Whether a program is said to decide so: `the scheduler makes poor decisions`."""
    verb = sentence.back(at - 1, _ARTICLES | {"some", "the", "such"})
    if sentence.low(verb) not in _LIGHT_VERBS or sentence.passive(verb):
        return False
    doer = sentence.subject(verb)
    return doer.who is Who.THING and doer.first >= 0


def _predicated(sentence: Sentence, at: int, helper: int) -> Hit | None:
    """`the operator was reckless`, `it was naive of the team`, `the decision was stupid`."""
    low, after = sentence.pair(at)
    doer = sentence.subject(helper)
    if (sentence.low(doer.last) in _IT and doer.first == doer.last) or sentence.low(
        helper - 1
    ) in _IT:
        of = after == "of" and sentence.noun_from(at + 2).who in OURS
        to = after in {"to", "that"} and low not in SLIGHT
        return Hit(JUDGEMENT, at, at) if of or to else None
    if doer.who in OURS and low not in _NOT_OF_PEOPLE:
        slowed = low == "slow" and after != "to" and (doer.who is Who.SELF or after == "down")
        return None if slowed else said_of(JUDGEMENT, doer, at)
    deeds = WORKS
    if low in SLIGHT:
        strong = low in _TERRIBLE or sentence.low(doer.last) in _TOGETHER
        deeds = DEEDS if strong or _of_somebody(sentence, doer) else CHOICES
    return said_of(JUDGEMENT, doer, at) if _is_of(sentence, doer, deeds) else None


def _of_somebody(sentence: Sentence, noun: Noun) -> bool:
    """Whether it is said whose it was: `the communication of the manager`."""
    owned = any(owner.who in OTHERS for owner in sentence.owners(noun.first, noun.last))
    return owned or any(
        sentence.low(at) in {"of", "by", "from"} and sentence.noun_from(at + 1).who in OTHERS
        for at in range(max(noun.first, 0), noun.last)
    )


def _is_of(sentence: Sentence, noun: Noun, among: frozenset[str]) -> bool:
    """Whether the noun is something that people decide or do."""
    if sentence.low(noun.last) in _MEASURES:
        return False
    return not among.isdisjoint(sentence.lows[max(noun.first, 0) : noun.last + 1])


def _denied(sentence: Sentence, at: int) -> bool:
    near = sentence.behind(at, 6 if sentence.low(at - 1) == "of" else 3)
    return not near.isdisjoint({"not", "never", "less"})


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_ALWAYS, _strong),
    **dict.fromkeys(_OF_PEOPLE, _weighed),
}
