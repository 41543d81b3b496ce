"""A deed may be told as a noun, as headings and causes are: whose it was stands behind it."""

from typing import Final

from incident_tui.postmortem.english.forms import is_past
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers

_AMISS: Final = words(
    """
    incorrect improper inadequate insufficient poor bad wrong careless faulty inappropriate hasty
    unauthorised unauthorized unapproved premature sloppy incomplete reckless negligent defective
    wrongful erroneous inept clumsy amateurish inconsiderate thoughtless violation breach misuse
    abuse neglect miscommunication lapse slip misstep blunder oversight refusal inaction
    inadvertent accidental stray errant mistyped mistaken unintended unintentional misplaced
    half-finished unfinished late belated rushed botched mishandling mismanagement misjudgement
    misjudgment non-compliance disregard interference tampering meddling negligence incompetence
    mistake error failure
    """
)
_GOOD: Final = words(
    """
    found noticed reported fixed corrected discovered detected caught spotted removed reverted
    blocked rejected handled replaced restored identified seen read received repaired closed
    confirmed investigated described named documented explained raised answered owned used
    """
)
_REACH: Final = 7
_MINDED: Final = words("diligence vigilance discipline professionalism foresight conscientiousness")
_LITTLE: Final = words("insufficient inadequate little no lacking poor missing lacked lack lacks")
_STRIFE: Final = words(
    """
    misunderstanding misunderstandings miscommunication dispute quarrel argument rivalry friction
    infighting disagreement squabble
    """
)
_SCOLDED: Final = words("criticises criticizes criticised criticized condemns condemned censured")
_MINE: Final = words("mine ours his hers theirs yours")
_OWNED: Final = words("mistake mistakes error errors blunder slip negligence doing carelessness")
_WORK: Final = words(
    """
    testing review planning care discipline attention diligence communication preparation
    monitoring oversight vigilance foresight coordination training experience
    """
)


def _by(sentence: Sentence, at: int) -> Hit | None:
    """`incorrect handling by support`, `a bad merge by Olga`, `violation of policy by the team`."""
    before = sentence.low(at - 1)
    done = is_past(before) and before not in _AMISS
    if before in _GOOD or (done and sentence.passive(at - 1)):
        return None
    first = next((n for n in range(at - 1, max(at - _REACH, -1), -1) if _parts(sentence, n)), -1)
    amiss = next((n for n in range(first + 1, at) if sentence.low(n) in _AMISS), None)
    if amiss is None or not sentence.behind(amiss, 2).isdisjoint({"no", "not", "without"}):
        return None
    doer = sentence.noun_from(at + 1)
    return Hit(CULPRIT, amiss, doer.last) if doer.who in OURS else None


def _parts(sentence: Sentence, at: int) -> bool:
    """Whether a word parts what is before it from the noun after it."""
    low = sentence.low(at)
    return low in BE or low in {"has", "have", "had", ",", ":", ";", "and", "but", "that", "which"}


def _minded(sentence: Sentence, at: int) -> Hit | None:
    """`insufficient diligence`, `we lacked discipline`."""
    before = sentence.low(at - 1)
    article = at - 2 if before in {"the", "any", "of"} else at - 1
    if sentence.low(article) not in _LITTLE:
        return None
    return Hit(JUDGEMENT, article, at)


def _strife(sentence: Sentence, at: int) -> Hit | None:
    """`a misunderstanding between the two engineers`."""
    if sentence.low(at + 1) not in {"between", "among"}:
        return None
    whom = sentence.noun_from(at + 2)
    return Hit(CULPRIT, at, whom.last) if whom.who in OURS else None


def _scolded(sentence: Sentence, at: int) -> Hit | None:
    """`the audit criticises the department`."""
    if sentence.passive(at):
        return None
    whom = sentence.noun_from(at + 1)
    return Hit(JUDGEMENT, at, whom.last) if whom.who in OTHERS else None


def _of_mine(sentence: Sentence, at: int) -> Hit | None:
    """Of `this mistake of mine`, and of `our error.` alone."""
    of = sentence.low(at + 1) == "of" and sentence.low(at + 2) in _MINE
    if of:
        return Hit(CULPRIT, at, at + 2)
    own = sentence.low(at - 1) in OWN and at == 1
    return Hit(CULPRIT, 0, at) if own and sentence.low(at + 1) in {",", ".", "", "!"} else None


def _our_lack(sentence: Sentence, at: int) -> Hit | None:
    """`our lack of testing caused this`."""
    own = sentence.low(at - 1) in OWN and sentence.low(at + 1) == "of"
    work = sentence.low(at + 2) in _WORK and sentence.low(at + 3) not in {"tools", "data"}
    return Hit(CULPRIT, at - 1, at + 2) if own and work else None


def _hand(sentence: Sentence, at: int) -> Hit | None:
    """`a lapse of the night nurse`, `a slip of the operator's hand`."""
    if sentence.low(at + 1) != "of":
        return None
    whom = sentence.noun_from(at + 2)
    owners = any(owner.who in OTHERS for owner in sentence.owners(at + 2, at + 6))
    return Hit(CULPRIT, at, whom.last) if owners or whom.who in OTHERS else None


def _alone(sentence: Sentence, at: int) -> Hit | None:
    """`told no one`, `asked nobody`, `informed none of us`."""
    nobody = sentence.low(at + 1) in {"nobody", "none"} or sentence.pair(at + 1) == ("no", "one")
    doer = sentence.subject(at)
    told = doer.who in OTHERS - {Who.ANYBODY} or sentence.low(doer.last) == "i"
    return Hit(JUDGEMENT, at, at + 1) if nobody and told else None


def _admitted(sentence: Sentence, at: int) -> Hit | None:
    """`the technician finally admitted that …`."""
    that = sentence.low(at + 1) in {"that", "to", "having", "he", "she", "they", "his", "her"}
    doer = sentence.subject(at)
    told = that and doer.who in OTHERS and not sentence.passive(at)
    return Hit(CULPRIT, at, at + 1) if told else None


def _occurred(sentence: Sentence, at: int) -> Hit | None:
    """`it occurred to none of us to ask`."""
    to = sentence.low(at + 1) == "to"
    nobody = sentence.low(at + 2) in {"none", "nobody"} or sentence.pair(at + 2) == ("no", "one")
    if to and not nobody:
        whom = sentence.noun_from(at + 2)
        nobody = whom.who in OURS and not sentence.behind(at, 3).isdisjoint({"not", "never"})
    return Hit(JUDGEMENT, at, at + 2) if to and nobody else None


def _abilities(sentence: Sentence, at: int) -> Hit | None:
    """`beyond the abilities of this team`, `cannot be trusted`."""
    if sentence.low(at) in {"trusted", "relied"}:
        doer = sentence.subject(at)
        denied = "not" in sentence.behind(at, 4) and "can" in sentence.behind(at, 5)
        return Hit(JUDGEMENT, at, at) if denied and doer.who in OTHERS else None
    beyond = "beyond" in sentence.behind(at, 3)
    return Hit(JUDGEMENT, at, at) if beyond and sentence.low(at + 1) in {"of", ""} else None


TRIGGERS: Final[Triggers] = {
    "by": _by,
    **dict.fromkeys(_MINDED, _minded),
    **dict.fromkeys(_STRIFE, _strife),
    **dict.fromkeys(_SCOLDED, _scolded),
    **dict.fromkeys(_OWNED, _of_mine),
    "lack": _our_lack,
    **dict.fromkeys(("occurred", "occur"), _occurred),
    **dict.fromkeys(words("abilities ability competence trusted relied"), _abilities),
    **dict.fromkeys(words("told asked informed warned consulted notified"), _alone),
    **dict.fromkeys(("admitted", "confessed", "confesses", "admits"), _admitted),
}
LAPSED: Final[Triggers] = dict.fromkeys(words("lapse slip misstep lapses slips"), _hand)
"""Words that two rules look at."""
