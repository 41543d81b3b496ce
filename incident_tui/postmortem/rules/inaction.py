"""What people let be is told of them: no thought given, no effort made, an hour to answer."""

from typing import Final

from incident_tui.postmortem.english.forms import Form, is_participle, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, Hit, Sentence, Triggers, said_of

_LIGHT: Final = verbs("take make give pay show have do lift spare put feel see bear accept")
_NONE: Final = words("no little zero scant any not nobody never hardly none neither nor without")
_MINDING: Final = words(
    """
    thought thoughts attention heed notice effort efforts attempt attempts consideration regard
    interest initiative responsibility urgency respect ownership finger understanding patience
    inclination hurry clue care pains appetite look glance
    """
)
"""What people give, take, pay or show, as they please."""
_OF_LUCK: Final = words("time choice chance way access")
_LEFT: Final = verbs("leave")
_ALONE: Final = words(
    "for until till as alone at there to lying hanging sitting running unattended"
)
_PRONOUNS: Final = words("it this that them everything us")
_TARDY: Final = words(
    """
    admit answer respond react reply notice realise realize acknowledge agree accept listen
    concede decide return call own wake bother join pick speak think understand pass forward tell
    """
)
_TIME: Final = words("second seconds minute minutes hour hours day days week weeks month months")
_SINCE: Final = words("yet")
_INTO_WORDS: Final = words("saw seen noticed knew heard read watched received got")
_ON: Final = words("on off away over home aside back ahead")
_WENT_ON: Final = verbs("carry go walk press plough log sign wander")


def _light(sentence: Sentence, at: int) -> Hit | None:
    """`made no effort`, `did not give it a thought`, `nobody among us gave a thought to it`."""
    verb = _LIGHT[sentence.low(at)]
    what = next(
        (n for n in range(at + 1, sentence.clause_end(at + 1, 5)) if sentence.low(n) in _MINDING),
        None,
    )
    if what is None or sentence.low(what - 1) in {"not", "never", "to"} or sentence.passive(at):
        return None
    if not _OF_LUCK.isdisjoint(sentence.lows[at:what]):
        return None
    doer = sentence.subject(at)
    among = frozenset(sentence.lows[max(doer.first, 0) : what])
    if _NONE.isdisjoint(among) or verb.forms <= {Form.ING}:
        return None
    return said_of(OMISSION, doer, what) if doer.who in OURS else None


def _left(sentence: Sentence, at: int) -> Hit | None:
    """`saw the disk at 97 % and left it for the morning`."""
    if sentence.low(at + 1) not in _PRONOUNS or sentence.low(at + 2) not in _ALONE:
        return None
    if sentence.passive(at) or _LEFT[sentence.low(at)].forms <= {Form.BASE, Form.ING}:
        return None
    doer = sentence.subject(at)
    return said_of(OMISSION, doer, at + 1) if doer.who in OTHERS else None


def _took(sentence: Sentence, at: int) -> Hit | None:
    """`it took the vendor two days to admit the defect`."""
    it = sentence.low(at - 1) == "it"
    whom = sentence.noun_from(at + 1) if it else sentence.subject(at)
    to = next((n for n in range(at + 1, at + 12) if sentence.low(n) == "to"), None)
    if to is None or sentence.lows[at:to].count("of"):
        return None
    last = whom.last if whom.who in OTHERS or not it else _person_before_time(sentence, at, to)
    if not it and whom.who not in OTHERS:
        return None
    act = sentence.onward(to + 1)
    told = last is not None and not _TIME.isdisjoint(sentence.lows[at:to])
    tardy = sentence.low(act) in _TARDY or "even" in sentence.lows[at:act]
    return Hit(JUDGEMENT, at, act) if told and tardy else None


def _person_before_time(sentence: Sentence, at: int, to: int) -> int | None:
    """Where in `took the storage group three hours to` the people end."""
    for end in range(to - 1, at, -1):
        if sentence.noun_to(end).who in OTHERS:
            return end
    return None


def _has_not(sentence: Sentence, at: int) -> Hit | None:
    """`the technician has not checked the backup`; that it is not done yet is a plan."""
    if sentence.low(at - 1) not in {"has", "have"} or not _SINCE.isdisjoint(sentence.lows):
        return None
    act = sentence.onward(at + 1)
    done = _CHECKED.get(sentence.low(act))
    doer = sentence.subject(at)
    still = "still" in sentence.behind(at, 3) and sentence.low(act) in _OWED
    told = (done is not None and Form.DONE in done.forms) or still
    pointed = {Who.NAMED, Who.STAFF} | ({Who.TEAM} if still else set())
    return said_of(OMISSION, doer, act) if told and doer.who in pointed else None


_OWED: Final = words(
    "apologised apologized answered replied responded explained understood learned"
)
_CHECKED: Final = verbs("check test verify read ask tell follow inform notify consult look think")


def _went_on(sentence: Sentence, at: int) -> Hit | None:
    """`silenced the alarm and went home`, `carried on regardless`."""
    if sentence.low(at + 1) not in _ON or sentence.passive(at):
        return None
    before = sentence.low(at - 1)
    earlier = frozenset(sentence.lows[: max(at - 1, 0)])
    done = any(is_participle(low) or low in _INTO_WORDS for low in earlier)
    seen = before in {"and", "then", "but"} and done
    doer = sentence.subject(at)
    away = seen and not _LEAVING.isdisjoint(sentence.ahead(at, 5)) and sentence.has(_SHUT)
    return said_of(OMISSION, doer, at + 1) if away and doer.who in OTHERS else None


_LEAVING: Final = words("home away bed lunch dinner meal break desk offline off holiday")
_SHUT: Final = words(
    """
    silenced muted ignored dismissed acknowledged merged pushed deployed closed saw noticed
    disabled snoozed started launched
    """
)


def _gerund(sentence: Sentence, at: int) -> Hit | None:
    """`Not testing it before the release`, as people make lists of what went wrong."""
    act = sentence.onward(at + 1, {"double", "even"})
    doing = _CAREFUL.get(sentence.low(act))
    begins = not any(word.mark.value in {"word", "handle"} for word in sentence.words[:at])
    told = doing is not None and doing.forms <= {Form.ING}
    follows = sentence.low(sentence.clause_end(act)) == "" or sentence.low(act + 1) not in BE
    return Hit(OMISSION, at, act) if begins and told and follows else None


_CAREFUL: Final = verbs(
    """
    check test review verify validate read follow tell inform communicate consult notify ask
    document mention warn announce coordinate confirm escalate double-check inspect study rehearse
    listen think consider involve look pay use plan question have update prepare train
    """
)

TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_LIGHT, _light),
    **dict.fromkeys(_LEFT, _left),
    **dict.fromkeys(_WENT_ON, _went_on),
}
TOOK: Final[Triggers] = {"took": _took, "takes": _took, "not": _has_not}
FRAGMENTS: Final[Triggers] = {"not": _gerund}
"""Words that two rules look at."""
