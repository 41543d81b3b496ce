"""What people take upon themselves, under whose eyes it went wrong, and how long they let it."""

from typing import Final

from incident_tui.postmortem.english.forms import is_past, verbs
from incident_tui.postmortem.english.grammar import is_adverb
from incident_tui.postmortem.english.harm import HARM, HURTING
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OURS
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import (
    BE,
    OWN,
    POINTED,
    Hit,
    Sentence,
    Triggers,
    people_from,
    said_of,
)

_SELVES: Final = words("himself herself themselves myself ourselves itself")
_WELCOME: Final = words(
    """
    fixed restored reverted rolled paged called rang acknowledged answered helped told informed
    reported opened raised found noticed escalated joined mitigated recovered
    """
)
_RULED: Final = words(
    "supervision leadership command direction management stewardship guidance eye"
)
_AMISS: Final = (
    HARM
    | HURTING
    | words(
        """
    wrong happened expired missed overlooked lapsed went grew slipped failed ignored forgotten
    late unnoticed worse worsened
    """
    )
)
_SPARED: Final = words("nothing no never not without resolved fixed restored recovered closed")
_OWNING_UP: Final = verbs(
    """
    admit concede bother deign condescend wake react own confess listen stir apologise apologize
    believe care grasp face accept
    """
)
_GOING: Final = words("moving going round around off up out")
_GETTING: Final = words("get pick come wake show turn")
_OBVIOUS: Final = words("obvious")
_OFTEN: Final = words("repeatedly twice explicitly expressly clearly specifically often thrice")
_TIMES: Final = words("times once")
_ORDERED: Final = words("told warned asked reminded instructed advised begged urged ordered")
_KNEW: Final = words("knew known aware warned told saw seen noticed")
_DEED: Final = words("response answer reply reaction feedback follow-up communication")
_TARDY: Final = words(
    """
    slow late sluggish tardy belated lukewarm lethargic half-hearted muddled confused chaotic
    lacking lame hesitant timid evasive defensive unsatisfactory
    """
)
_WAITING: Final = words("waiting hanging guessing")


def _upon(sentence: Sentence, at: int) -> Hit | None:
    """`took it upon himself`."""
    if sentence.low(at - 1) not in {"upon", "on"}:
        return None
    took = sentence.low(at - 3) in {"took", "taken", "takes", "taking"}
    it = took and sentence.low(at - 2) == "it"
    own = sentence.low(at) != "itself" or sentence.subject(at - 3).who in OURS
    return Hit(JUDGEMENT, at - 3, at) if it and own else None


def _ahead(sentence: Sentence, at: int) -> Hit | None:
    """`went ahead and rebooted it`."""
    if sentence.low(at - 1) != "went" or sentence.low(at + 1) != "and":
        return None
    did = sentence.low(sentence.onward(at + 2))
    doer = sentence.subject(at - 1)
    told = doer.who in POINTED and is_past(did) and did not in _WELCOME
    return said_of(JUDGEMENT, doer, at) if told else None


def _of_all(sentence: Sentence, at: int) -> Hit | None:
    """`Ewa, of all people, had approved it`."""
    told = sentence.low(at - 1) == "all" and sentence.low(at - 2) == "of"
    aside = told and sentence.low(at - 3) == "," and sentence.low(at + 1) in {",", ".", "!"}
    return Hit(JUDGEMENT, at - 2, at) if aside else None


def _watch(sentence: Sentence, at: int) -> Hit | None:
    """`on Robert's watch`, `on my watch`."""
    if sentence.low(at - 1) in OWN - {"its"}:
        on = at - 2
    elif sentence.low(at - 1) == "'s" and sentence.person_to(at - 2).who in PERHAPS_OURS:
        on = max(sentence.person_to(at - 2).first, 1) - 1
    else:
        return None
    under = "on" in sentence.lows[max(on - 1, 0) : on + 1]
    calm = not _SPARED.isdisjoint(sentence.lows) or sentence.low(at + 1)[:1].isalpha()
    return Hit(CULPRIT, on, at) if under and not calm else None


def _under(sentence: Sentence, at: int) -> Hit | None:
    """`went wrong under the supervision of`, `under her leadership three backups lapsed`."""
    amiss = sentence.has(_AMISS) and not sentence.has(_SPARED)
    if not amiss:
        return None
    of = sentence.low(at + 1) == "of"
    if of and sentence.low(at - 1) == "the" and sentence.low(at - 2) == "under":
        whom = sentence.noun_from(at + 2)
        return Hit(CULPRIT, at - 2, whom.last) if whom.who in OURS else None
    whose = sentence.person_to(at - 2).who in OTHERS if sentence.low(at - 1) == "'s" else False
    own = whose or sentence.low(at - 1) in OWN - {"its"}
    return Hit(CULPRIT, at - 1, at) if own and "under" in sentence.behind(at, 4) else None


def _took(sentence: Sentence, at: int) -> Hit | None:
    """`it took the desk until noon to admit it`, `took them an hour to get moving`."""
    if not sentence.low(at + 1)[:1].isalpha():
        return None
    whom = sentence.noun_from(at + 1)
    them = sentence.low(at + 1) in {"them", "him", "her", "me", "us"}
    to = next((n for n in range(at + 2, at + 11) if sentence.low(n) == "to"), None)
    if to is None or not (them or _named(sentence, at + 1, to) or whom.who in OTHERS):
        return None
    act = sentence.onward(to + 1)
    verb = sentence.low(act)
    stirred = verb in _GETTING and sentence.low(act + 1) in _GOING
    plain = not _OBVIOUS.isdisjoint(sentence.ahead(act, 3))
    finally_ = is_adverb(sentence.low(to + 1)) and sentence.low(to + 1) in {"finally", "even"}
    told = verb in _OWNING_UP or stirred or plain or finally_
    return Hit(JUDGEMENT, at, act) if told else None


def _named(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a person is named right there, before the time it took."""
    return any(sentence.noun_to(n).who in OTHERS for n in range(first, min(end, first + 4)))


def _time(sentence: Sentence, at: int) -> Hit | None:
    """`took his time answering`, `kept us waiting for six hours`."""
    took = sentence.low(at - 1) in OWN | {"its"} and sentence.low(at - 2) in {"took", "takes"}
    doer = sentence.subject(at - 2)
    return said_of(JUDGEMENT, doer, at) if took and doer.who in OTHERS else None


def _kept_waiting(sentence: Sentence, at: int) -> Hit | None:
    """`kept us waiting`, `left the ward hanging`."""
    kept = next((n for n in (at - 2, at - 3) if sentence.low(n) in {"kept", "left"}), None)
    if kept is None or sentence.passive(kept):
        return None
    doer = sentence.subject(kept)
    return said_of(JUDGEMENT, doer, at) if doer.who in OTHERS else None


def _told_not_to(sentence: Sentence, at: int) -> Hit | None:
    """`had been told twice not to touch it`, `was warned repeatedly and still pulled it`."""
    if sentence.low(sentence.back(at - 1)) not in BE:
        return None
    near = sentence.lows[max(at - 2, 0) : at] + sentence.lows[at + 1 : at + 5]
    often = not _OFTEN.isdisjoint(near) or ("than" in near and "once" in near)
    often = often or not _TIMES.isdisjoint(sentence.lows[at + 1 : at + 5])
    to = next((n for n in range(at + 1, at + 7) if sentence.low(n) in {"to", "and", "but"}), None)
    if not often or to is None:
        return None
    link = sentence.low(to)
    against = (
        sentence.low(to - 1) == "not"
        if link == "to"
        else not {"still", "yet", "nevertheless", "did"}.isdisjoint(sentence.ahead(to, 3))
    )
    doer = sentence.subject(at)
    return said_of(JUDGEMENT, doer, at) if against and doer.who in OURS else None


def _knew(sentence: Sentence, at: int) -> Hit | None:
    """`we knew of it for months and never fixed it`, `were warned and did nothing`."""
    doer = sentence.subject(at)
    if doer.who not in OURS or sentence.negated(at):
        return None
    link = next((n for n in range(at + 1, at + 14) if sentence.low(n) in {"and", "but", "yet"}), 0)
    low, following = sentence.pair(link + 1)
    if sentence.low(link + 1) in {"we", "they", "he", "she", "i"}:
        low, following = sentence.pair(link + 2)
    idle = (low in {"did", "have", "had"} and following == "nothing") or low in {"never", "nobody"}
    idle = idle or (low == "nothing" and following in {"was", "happened"})
    return said_of(OMISSION, doer, at) if link and idle else None


def _tardy(sentence: Sentence, at: int) -> Hit | None:
    """`the response from the vendor was painfully slow`, `our reaction was muddled`."""
    own = sentence.low(at - 1) in OWN - {"its"}
    owned = any(owner.who in OTHERS for owner in sentence.owners(at - 1, at - 1))
    helper = at + 1
    if not own and not owned:
        whom = people_from(sentence, at + 2)
        if sentence.low(at + 1) not in {"of", "from", "by"} or whom.who not in OTHERS:
            return None
        helper = whom.last + 1
    if sentence.low(helper) not in {"was", "were", "is", "has", "remained"}:
        return None
    end = sentence.clause_end(helper + 1, 10)
    weighed = next((n for n in range(helper + 1, end) if sentence.low(n) in _TARDY), None)
    if weighed is None or not {"not", "never"}.isdisjoint(sentence.lows[helper:weighed]):
        return None
    return Hit(JUDGEMENT, at - 1, weighed)


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_SELVES, _upon),
    "ahead": _ahead,
    **dict.fromkeys(words("people days times places things"), _of_all),
    "watch": _watch,
    **dict.fromkeys(_RULED, _under),
    "took": _took,
    "time": _time,
    **dict.fromkeys(_WAITING, _kept_waiting),
    **dict.fromkeys(_ORDERED, _told_not_to),
    **dict.fromkeys(_DEED, _tardy),
}
KNOWING: Final[Triggers] = dict.fromkeys(_KNEW, _knew)
"""Words that two rules look at."""
