"""A cause that is a person would have been another person on another day."""

from typing import Final

from incident_tui.postmortem.english.acts import CAUSED_BY, CAUSING
from incident_tui.postmortem.english.deeds import is_deed
from incident_tui.postmortem.english.forms import is_past, verbs
from incident_tui.postmortem.english.grammar import DETERMINERS
from incident_tui.postmortem.english.harm import HARM, done_by
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OTHERS, Noun, Who
from incident_tui.postmortem.rules.ids import CULPRIT
from incident_tui.postmortem.rules.sentence import (
    POINTED,
    Hit,
    Sentence,
    Triggers,
    people_from,
    points_at,
    said_of,
)

_IT: Final = words("this it")
_BY_ONE: Final = words(
    """
    cause trigger introduce break bring create induce provoke precipitate ignore forget overlook
    neglect botch misconfigure skip miss initiate
    """
)
"""What is done `by` somebody who is then the cause."""
_BY_UNKNOWN: Final = words("cause break botch misconfigure forget")
_STARTED: Final = words("trigger initiate create introduce")
"""People start failovers too; with harm, they are its cause."""
_BETWEEN: Final = words("when about down out largely partly")
_MADE: Final = verbs("make push deploy merge write commit add run apply execute author release")
_WORKS: Final = words("change commit script command release that which")
_FROM: Final = words("stems stemmed resulted comes came originated")
_CAUSE: Final = words("caused cause because due blame")
_ROOT: Final = words("root the a main real sole primary actual direct only")
GOOD: Final = words(
    """
    noticed found fixed reported solved spotted discovered helped identified suggested saved
    raised pointed restored detected flagged mitigated resolved answered explained joined
    """
)
HARMED: Final = HARM | words(
    """
    delayed failed broke lost missed longer slow late long dragged stalled postponed deleted
    overwritten prolonged wrong twice empty missing unreachable down offline dry hung died
    expired unavailable stale exposed leaked broken slowly blocked
    """
)
_EXCUSED: Final = words(
    """
    had has was were been could did would received got believed thought saw seen knew needed lacked
    expected heard followed trusted assumed noticed found asked worked used understood wished
    waited relied fixed restored reverted rolled helped reported joined called escalated spotted
    reacted acted came
    """
)
"""What people believed, lacked, were asked, or did well, tells of the system."""
_SPARED: Final = words(
    "short shorter quickly small limited contained prevented avoided luckily averted only"
)
_WITHIN: Final = words("of for behind the this that a whole all")
_BE: Final = words("is was were are")
_UPON: Final = words("when after as")
_HOW: Final = words("that how the way when because fact")
_LEADING: Final = words("traces leads goes points trace lead led attributed")
_ME: Final = words("me us")
_ASKED: Final = words("'s request demand")


def _caused(sentence: Sentence, at: int) -> Hit | None:
    """`caused by Tom`; `Tom caused the outage`."""
    low = sentence.low(at)
    by = sentence.onward(at + 1, _BETWEEN)
    if sentence.low(at + 1) in _UPON and low in CAUSED_BY and sentence.passive(at):
        return _did(sentence, at, at + 2) if at + 2 < len(sentence.words) else None
    if sentence.low(by) == "by" and (hit := _caused_by(sentence, at, by)) is not None:
        return hit
    if low in _MADE:
        return _made(sentence, at)
    if low in CAUSING and not sentence.passive(at):
        harm = HARM | _IT if CAUSING[low].base == "cause" else HARM
        past = low.endswith(("ed", "es", "rs"))
        if past and not harm.isdisjoint(done_by(sentence.lows, at)):
            doer = owner_of_subject(sentence, at)
            return said_of(CULPRIT, doer, at) if doer.who in OURS else None
    return None


def _caused_by(sentence: Sentence, at: int, by: int) -> Hit | None:
    verb = CAUSED_BY.get(sentence.low(at))
    if verb is None or sentence.negated(at):
        return None
    culprit = sentence.noun_from(by + 1)
    hit = Hit(CULPRIT, at, culprit.last)
    if culprit.who in OURS and (verb.base in _BY_ONE or "down" in sentence.ahead(at, 2)):
        started = verb.base in _STARTED and (HARM | _IT).isdisjoint(sentence.behind(at, 8))
        return None if started else hit
    if culprit.who is Who.UNKNOWN:
        return hit if verb.base in _BY_UNKNOWN else None
    misused = culprit.who is Who.CUSTOMER and verb.base in {"cause", "break"}
    return hit if misused and sentence.low(culprit.last + 1).endswith("ing") else None


def owner_of_subject(sentence: Sentence, verb: int) -> Noun:
    """The subject; where it is somebody's change or script, that somebody."""
    doer = sentence.subject(verb)
    if doer.who is not Who.THING or doer.first < 0:
        return doer
    if sentence.low(doer.first) in {"my", "his", "her"}:
        return Noun(Who.STAFF, doer.first, doer.last)
    owners = list(sentence.owners(doer.first, doer.last))
    owners += [
        sentence.noun_from(at + 1)
        for at in range(doer.first, doer.last)
        if sentence.low(at) == "by"
    ]
    work = any(map(is_deed, sentence.lows[doer.first : doer.last + 1]))
    of = OTHERS if work else {Who.NAMED}
    theirs = next((owner.who for owner in owners if owner.who in of), Who.THING)
    return Noun(theirs, doer.first, doer.last)


def _made(sentence: Sentence, at: int) -> Hit | None:
    """`goes back to a change that Ivo made`, `caused by a script run by the operator`."""
    if not _explains(sentence, at):
        return None
    if sentence.low(at + 1) == "by":
        doer = sentence.noun_from(at + 2)
        return Hit(CULPRIT, at, doer.last) if doer.who in POINTED else None
    doer = sentence.subject(at)
    relative = not _WORKS.isdisjoint(sentence.behind(doer.first, 2))
    if doer.who in POINTED and relative and not sentence.low(at).endswith("ing"):
        return said_of(CULPRIT, doer, at)
    return None


def _explains(sentence: Sentence, end: int) -> bool:
    """Whether the words before speak of a cause."""
    near = sentence.lows[:end]
    return not _CAUSE.isdisjoint(near) or any(
        (low in {"back", "down"} and near[at + 1 : at + 2] == ["to"])
        or (low in _FROM and "from" in near[at : at + 3])
        for at, low in enumerate(near)
    )


def _because(sentence: Sentence, at: int) -> Hit | None:
    """`because of Luca`, `due to the operator`, `is down to the vendor`."""
    to = at + 1 + (sentence.low(at + 1) == "back")
    if sentence.low(at) == "traced" and sentence.low(to) in DETERMINERS:
        to = next((n for n in range(to, to + 5) if sentence.low(n) == "to"), to)
    if sentence.low(to) not in {"of", "to"}:
        return None
    if sentence.low(at) in _LEADING and HARM.isdisjoint(sentence.lows[:at]):
        return None
    culprit = sentence.noun_from(to + 1)
    mine = sentence.low(to + 1) in _ME and not sentence.low(to + 2)[:1].isalpha()
    if not (culprit.who in OTHERS or mine) or sentence.low(culprit.last + 1) in _ASKED:
        return None
    return Hit(CULPRIT, at, culprit.last)


def _what_for(sentence: Sentence, at: int) -> Hit | None:
    """`it took so long because the responder wanted to fix it alone`."""
    harmed = not HARMED.isdisjoint(sentence.lows[:at]) and not sentence.has(_SPARED)
    return _did(sentence, at, at + 1) if harmed else None


def _did(sentence: Sentence, at: int, begin: int) -> Hit | None:
    """Whether a clause begins there in which somebody does something of their own."""
    doer = people_from(sentence, begin)
    act = sentence.onward(doer.last + 1, {"had", "first"})
    willed = is_past(sentence.low(act)) and sentence.low(act) not in _EXCUSED
    told = points_at(sentence, doer)
    return Hit(CULPRIT, at, act) if willed and told else None


def _is_person(sentence: Sentence, at: int) -> Hit | None:
    """`the cause was the operator`, `root cause: Karim`, `Dave was the cause of it`."""
    back = at - 1
    while sentence.low(back) in _ROOT:
        back -= 1
    if back < at - 1 and sentence.low(back) in _BE:
        doer = sentence.subject(back)
        theirs = owner_of_subject(sentence, back)
        if doer.who in PERHAPS_OTHERS or theirs.who in OTHERS:
            return Hit(CULPRIT, max(doer.first, 0), at)
    return _named_after(sentence, at)


def _named_after(sentence: Sentence, at: int) -> Hit | None:
    for on in range(at + 1, min(at + 10, len(sentence.words) - 1)):
        if sentence.low(on) in _BE | {":"}:
            return _pinned(sentence, at, sentence.onward(on + 1))
        before = sentence.low(on - 1)
        if on > at + 1 and sentence.low(on) not in _WITHIN and before not in _WITHIN:
            return None
    return None


def _pinned(sentence: Sentence, at: int, begin: int) -> Hit | None:
    that = sentence.onward(begin, _HOW)
    if not (_HOW - {"the"}).isdisjoint(sentence.lows[begin:that]):
        return None if sentence.low(begin - 1) == "not" else _did(sentence, at, that)
    doer = sentence.noun_from(begin)
    if any(owner.who is Who.NAMED for owner in sentence.owners(begin, doer.last)):
        return Hit(CULPRIT, at, doer.last)
    alone = doer.who in PERHAPS_OTHERS and sentence.ends_after(doer)
    return Hit(CULPRIT, at, doer.last) if alone and doer.last >= begin else None


def _cleft(sentence: Sentence, at: int) -> Hit | None:
    """`it was Nadia who approved the plan`; not `who noticed it`."""
    if sentence.low(at + 1) not in {"was", "is", "'s"}:
        return None
    doer = sentence.noun_from(at + 2)
    last = doer.last
    if sentence.pair(last + 1) == (",", "not"):
        last = (
            next((n for n in range(last + 2, last + 9) if sentence.low(n) == "who"), last + 1) - 1
        )
    did = sentence.low(sentence.onward(last + 2, {"had", "first"}))
    people = doer.who in OTHERS or (doer.who is Who.UNKNOWN and sentence.low(last + 1) == "who")
    cleft = people and sentence.low(last + 1) in {"who", "that"}
    past = is_past(did) or did in {"has", "had"}
    return Hit(CULPRIT, at, doer.last) if cleft and past and did not in GOOD else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys({*CAUSED_BY, *CAUSING, *_MADE}, _caused),
    **dict.fromkeys(words("because due owing down attributable traced") | _LEADING, _because),
    **dict.fromkeys(words("cause causes reason trigger factor problem root origin"), _is_person),
    "it": _cleft,
}
REASONS: Final[Triggers] = dict.fromkeys(words("because since as"), _what_for)
"""Words that two rules look at."""
