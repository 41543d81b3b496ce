"""Looking for whose fault it was stops at the first person that is found."""

from typing import Final

from incident_tui.postmortem.english.harm import HARM
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OTHERS, PERHAPS_OURS, Who
from incident_tui.postmortem.rules.ids import CULPRIT
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, said_of

_ANYBODY: Final = OURS | {Who.CUSTOMER, Who.UNKNOWN}
_BE: Final = words("is are was were be been being lies lay 's")
_ERRORS: Final = words(
    """
    mistake mistakes error errors negligence failure failures oversight carelessness typo
    misunderstanding inexperience haste impatience arrogance stubbornness recklessness
    indecision hesitation incompetence lack blunder blunders slip sloppiness inattention
    misjudgement misjudgment laziness ignorance misconfiguration screw-up mix-up mixup confusion
    slip-up misclick
    """
)
_PLAIN_ERRORS: Final = words("error errors failure failures lack")
"""As often of systems: `our error rate`, `our failure domains`."""
_LABELS: Final = words(
    """
    rate rates budget budgets handling log logs page message messages reporting tracking to
    domain domains mode modes
    """
)
_SIZES: Final = words(
    """
    own big biggest simple small only stupid serious first second fatal gross total sheer
    """
)
_MINE: Final = words("my our your his her")
_OURS_ALONE: Final = words("ours theirs his hers mine yours")
_PARTS: Final = words("part side end behalf")
_MADE: Final = words("made makes committed making")
_DENIED: Final = words("nobody no not never without none neither rather")
_SOLELY: Final = words("entirely squarely solely all purely")
_RESTS: Final = words("lies lay rests falls")
_HARMED: Final = (HARM | words("broken lost failed damaged deleted this")) - {"alerts", "issues"}
_MISHAPS: Final = HARM | words(
    "this missed lost late broken wrong failed delayed wasted accident shortage breach defect"
)
_RUNNING: Final = words("response management handling triage process communication reports fixing")
"""Work on harm, for which somebody is responsible without having done it."""


def _fault(sentence: Sentence, at: int) -> Hit | None:
    """`at fault`, `Ana's fault`, `fault of the team`, `fault lies with`."""
    if sentence.low(at + 1) == "but":
        mine = sentence.low(at + 2) in _OURS_ALONE or sentence.low(at + 2) in _MINE
        return Hit(CULPRIT, at, at + 2) if mine else None
    if _denied(sentence, at):
        return None
    if sentence.low(at - 1) == "at":
        doer = sentence.subject(at - 1)
        return said_of(CULPRIT, doer, at) if doer.who in _ANYBODY else None
    if (owned := _owned(sentence, at)) is not None:
        return owned
    is_ = sentence.onward(at + 1, _BE | _SOLELY)
    if is_ > at + 1 and any(owner.who in _ANYBODY for owner in sentence.owners(is_, is_ + 2)):
        return Hit(CULPRIT, at, is_)
    following = sentence.low(at + 1)
    place = at + 2 if following in {"of", "with", ":"} else at + 3
    whose = following in {"of", "with", ":"} or sentence.low(at + 2) in {"with", "on"}
    if whose and sentence.noun_from(place).who in _ANYBODY:
        return Hit(CULPRIT, at, sentence.noun_from(place).last)
    return None


def _owned(sentence: Sentence, at: int) -> Hit | None:
    """Somebody's mistake."""
    back = at - 1
    while sentence.low(back) in _SIZES:
        back -= 1
    if sentence.low(back) in _MINE:
        return Hit(CULPRIT, back, at)
    if sentence.low(back) == "their" and sentence.low(at) not in _PLAIN_ERRORS:
        return Hit(CULPRIT, back, at)
    for owner in sentence.owners(back, back):
        if owner.who in PERHAPS_OURS:
            return Hit(CULPRIT, owner.first, at)
    return None


def _mistake(sentence: Sentence, at: int) -> Hit | None:
    """`Marco's mistake`, `a mistake by the operator`, `an oversight on our part`."""
    low, following = sentence.pair(at)
    if _denied(sentence, at):
        return None
    owned = _owned(sentence, at)
    mine = owned is not None and sentence.low(owned.first) in _MINE
    if owned is not None and not (low in _PLAIN_ERRORS and (mine or following in _LABELS)):
        return owned
    if sentence.low(at + 1) in _BE and sentence.low(at + 2) in _OURS_ALONE:
        return Hit(CULPRIT, at, at + 2)
    by = _by(sentence, at)
    if by is not None:
        doer = sentence.noun_from(by)
        return Hit(CULPRIT, at, doer.last) if doer.who in OURS | {Who.CUSTOMER} else None
    if (maker := _maker(sentence, at)) is not None:
        return maker
    whose = sentence.low(at + 2) in _MINE | {"their"} and sentence.low(at + 3) in _PARTS
    return Hit(CULPRIT, at, at + 3) if following in {"on", "from"} and whose else None


def _maker(sentence: Sentence, at: int) -> Hit | None:
    """`the typo that Kwame made`, `the mistake was Sofia's`."""
    begin = at + 1 + (sentence.low(at + 1) in _BE | {"that", "which"})
    whom = sentence.noun_from(begin)
    if sentence.low(at + 1) in _BE:
        theirs = whom.who in OTHERS and sentence.low(whom.last) == "'s"
        owners = any(owner.who in OTHERS for owner in sentence.owners(begin, begin + 3))
        alone = owners and not sentence.low(whom.last + 1)[:1].isalpha()
        return Hit(CULPRIT, at, whom.last) if theirs or alone else None
    did = sentence.onward(whom.last + 1, {"had"})
    made = sentence.low(did) in _MADE | {"introduced", "did"}
    own = sentence.low(whom.last + 1) in {"can", "could"} or sentence.low(did) == "made"
    mine = sentence.low(whom.last) == "i" and own
    whose = whom.who in PERHAPS_OTHERS
    return Hit(CULPRIT, at, did) if mine or (made and whose) else None


def _by(sentence: Sentence, at: int) -> int | None:
    """Where the one who erred is named: `mistake by …`, `mistake was made by …`."""
    at += sentence.low(at + 1) == "," and sentence.low(at + 2) == "made"
    at += 2 if sentence.low(at + 1) in _BE and sentence.low(at + 2) == "made" else 0
    at += sentence.low(at + 1) == "made"
    if sentence.pair(at + 1) in {("of", "judgement"), ("of", "judgment"), ("in", "judgement")}:
        at += 2
    lacking = sentence.low(at) == "lack"  # of what is missing, and not of whom
    if sentence.low(at + 1) == "by" or (sentence.low(at + 1) == "of" and not lacking):
        return at + 2
    return at + 5 if sentence.pair(at + 1) == ("on", "the") else None


def _erred(sentence: Sentence, at: int) -> Hit | None:
    """`the engineer made a mistake`."""
    made = (n for n in range(at - 1, max(at - 5, -1), -1) if sentence.low(n) in _MADE)
    verb = next(made, None)
    if verb is None or _denied(sentence, at) or _denied(sentence, verb):
        return None
    if sentence.low(verb) == "making":
        verb -= 1
        if sentence.low(verb) not in {"keep", "keeps", "kept"}:
            return None
    erred = sentence.subject(verb).who in OURS | {Who.CUSTOMER}
    return Hit(CULPRIT, verb, at) if erred else None


def _blamed(sentence: Sentence, at: int) -> Hit | None:
    """`is to blame`, `we blame the team`, `blame lies with procurement`."""
    if _denied(sentence, at):
        return None
    if not sentence.ahead(at, 3).isdisjoint(_DENIED):
        return None
    if sentence.pair(at + 1) in {("each", "other"), ("one", "another")}:
        return Hit(CULPRIT, at, at + 2) if sentence.subject(at).who in OURS else None
    if sentence.low(at - 1) == "to" or sentence.pair(at - 2) == ("to", "be"):
        doer = sentence.subject(at - 1)
        return said_of(CULPRIT, doer, at) if doer.who in _ANYBODY else None
    with_ = (n for n in range(at + 1, at + 8) if sentence.low(n) in {"on", "with"})
    begin = next(with_, at)
    return Hit(CULPRIT, at, at) if sentence.noun_from(begin + 1).who in _ANYBODY else None


def _guilty(sentence: Sentence, at: int) -> Hit | None:
    """`the guilty party`, `the developer is guilty`."""
    party = sentence.low(at + 1) == "party"
    if _denied(sentence, at) or not (party or sentence.subject(at).who in OURS):
        return None
    return Hit(CULPRIT, at, at + party)


def _culprit(sentence: Sentence, at: int) -> Hit | None:
    """`the culprit was a contractor`; `Ana was the culprit`."""
    if _denied(sentence, at):
        return None
    if sentence.low(at + 1) in _BE | {":"}:
        whom = sentence.noun_from(sentence.onward(at + 2))
    elif sentence.low(at - 1) == "the":
        whom = sentence.subject(at - 1)
    else:
        return None
    return Hit(CULPRIT, at, at) if whom.who in _ANYBODY else None


def _responsible(sentence: Sentence, at: int) -> Hit | None:
    """`is responsible for the outage`."""
    if _denied(sentence, at) or sentence.low(at + 1) != "for" or sentence.low(at - 1) == "team":
        return None
    doer = sentence.subject(at)
    of = sentence.ahead(at, 6)
    was = {"being"} if sentence.low(at - 1) in {"was", "were"} else set()
    harmed = not (_HARMED | was).isdisjoint(of) and of.isdisjoint(_RUNNING)
    return said_of(CULPRIT, doer, at) if harmed and doer.who in OURS else None


def _those(sentence: Sentence, at: int) -> Hit | None:
    """`those responsible have been spoken to`."""
    if sentence.low(at + 1) not in {"responsible", "guilty"}:
        return None
    harm = sentence.low(at + 2) == "for" and not HARM.isdisjoint(sentence.ahead(at + 2, 4))
    alone = sentence.low(at + 2) in {"have", "has", "will", "must", "should", "were", "are"}
    return Hit(CULPRIT, at, at + 1) if harm or alone else None


def _responsibility(sentence: Sentence, at: int) -> Hit | None:
    """`the responsibility for this failure lies with the storage team`."""
    lies = next((n for n in range(at, at + 8) if sentence.low(n) in _RESTS), None)
    if lies is None or _denied(sentence, at) or not sentence.has(_MISHAPS):
        return None
    whom = sentence.noun_from(lies + 2)
    return Hit(CULPRIT, at, lies) if whom.who in PERHAPS_OTHERS else None


def _denied(sentence: Sentence, at: int) -> bool:
    """`not at fault`, `nobody's fault`, `no one is to blame`."""
    further = {"or", "nor"} & sentence.behind(at, 3)
    near = sentence.behind(at, 9 if further else 5)
    that = any(sentence.pair(n) == ("not", "that") for n in range(at))
    return that or not near.isdisjoint(_DENIED)


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(("fault", "faults"), _fault),
    **dict.fromkeys(_ERRORS, _mistake),
    **dict.fromkeys(words("blame blamed blames blaming"), _blamed),
    **dict.fromkeys(words("culprit culprits perpetrator"), _culprit),
    "guilty": _guilty,
    **dict.fromkeys(("responsible", "accountable"), _responsible),
    "those": _those,
    "responsibility": _responsibility,
}
ERRING: Final[Triggers] = dict.fromkeys(words("mistake mistakes error errors blunder"), _erred)
"""Words that two rules look at."""
