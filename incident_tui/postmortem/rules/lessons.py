"""A lesson that is a request to think, to look or to be careful leaves everything as it was."""

from typing import Final

from incident_tui.postmortem.english.acts import CARE
from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import BE_CAREFUL, CULPRIT
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, said_of

_CAREFUL: Final = words(
    "careful vigilant attentive diligent cautious mindful wary alert disciplined conscientious"
)
_OF_WHAT: Final = words("when with while before what about which next not if whenever")
_LOOKING: Final = verbs(
    """
    read re-read reread check double-check look think listen ask verify trust remember assume watch
    concentrate mind review copy
    """
)
_OWNING: Final = verbs("own take pay care respect follow")
_HOW: Final = words(
    "twice carefully properly thoroughly closely first always again before harder better"
)
_NEVER: Final = words("never always not")
_LESSONS: Final = words("lesson lessons learned learnt learning learnings moral takeaway reminder")
_LATER: Final = words("future next onwards forward henceforth now")
_MUST: Final = words("must should need needs have has shall will")
_TRAINED: Final = words("training coaching instruction instructions briefing lecture")
_GIVEN: Final = words("given received undergone get receive undergo attend attended sent")
_MORE: Final = words("additional extra further more refresher remedial proper formal")


def _careful(sentence: Sentence, at: int) -> Hit | None:
    """`Be careful when running this`, `please be more vigilant`."""
    be = sentence.back(at - 1, {"more", "extra", "very"})
    begins = sentence.low(be) == "be" and (be == 0 or sentence.low(be - 1) in {"please", ":", ","})
    asked = be == 0 or sentence.low(0) in {"please", "next", "in", "going", "from"} | _LESSONS
    what = sentence.low(at + 1) in _OF_WHAT
    return Hit(BE_CAREFUL, be, at) if begins and asked and what else None


def _lesson(sentence: Sentence, at: int) -> Hit | None:
    """`Lesson learned: look before you leap`, `Takeaway: never trust a contractor`."""
    if sentence.low(at + 1) != ":" or at > 3:
        return None
    act = sentence.onward(at + 2, _NEVER | {"do", "you", "please"})
    if act - at > 5 or not sentence.low(act):
        return None
    if sentence.low(act) == "be":
        careful = not _CAREFUL.isdisjoint(sentence.ahead(act, 3))
        return Hit(BE_CAREFUL, at, act) if careful else None
    verb = _LOOKING.get(sentence.low(act))
    never = not _NEVER.isdisjoint(sentence.lows[at + 2 : act])
    told = verb is not None and Form.BASE in verb.forms
    return Hit(BE_CAREFUL, at, act) if told and (never or _by_person(sentence, act)) else None


def _by_person(sentence: Sentence, act: int) -> bool:
    """Whether it can only be asked of a person: before they do something, or twice."""
    rest = frozenset(sentence.lows[act + 1 :])
    return not rest.isdisjoint(_HOW | {"you"})


def _please(sentence: Sentence, at: int) -> Hit | None:
    """`please check twice before you press enter`, `next time please read it properly`."""
    act = sentence.onward(
        at + 1, {"do", ",", ":", "all", "everyone", "everybody", "folks", "people"}
    )
    if sentence.low(act) == "stop" and sentence.low(act + 1).endswith("ing"):
        return Hit(BE_CAREFUL, at, act + 1)
    verb = _LOOKING.get(sentence.low(act))
    told = verb is not None and Form.BASE in verb.forms and _by_person(sentence, act)
    return Hit(BE_CAREFUL, at, act) if told else None


def _from_now_on(sentence: Sentence, at: int) -> Hit | None:
    """`in future everybody must read the release notes`."""
    if at > 4:
        return None
    must = next((n for n in range(at + 1, at + 12) if sentence.low(n) in _MUST), None)
    if must is None:
        return None
    act = sentence.onward(must + 1, {"to", "all"})
    doer = sentence.subject(must)
    plural = doer.who in OTHERS and sentence.low(doer.last) != "team"
    told = sentence.low(act) in CARE and sentence.low(act) in _LOOKING
    return Hit(BE_CAREFUL, must, act) if plural and told else None


def _training(sentence: Sentence, at: int) -> Hit | None:
    """`the operator has been given additional training`."""
    given = next((n for n in range(at - 1, max(at - 4, 0), -1) if sentence.low(n) in _GIVEN), None)
    if given is None or sentence.low(at - 1) not in _MORE:
        return None
    passive = sentence.low(sentence.back(given - 1)) in BE | {"has", "have", "will", "must"}
    doer = sentence.subject(given)
    told = passive and doer.who in OURS and not sentence.low(doer.last).endswith("s")
    return Hit(BE_CAREFUL, given, at) if told else None


def _understands(sentence: Sentence, at: int) -> Hit | None:
    """`make sure everybody understands that the runbook is not optional`."""
    sure = not {"sure", "ensure", "certain"}.isdisjoint(sentence.behind(at, 5))
    doer = sentence.subject(at)
    return Hit(BE_CAREFUL, at, at) if sure and doer.who in OTHERS else None


def _awareness(sentence: Sentence, at: int) -> Hit | None:
    """`raise awareness among operators`, `develop a culture of being careful`."""
    if sentence.low(at) == "culture":
        care = sentence.low(at + 1) == "of" and not _CAREFUL.isdisjoint(sentence.ahead(at, 5))
        return Hit(BE_CAREFUL, at, at + 2) if care else None
    raised = not {"raise", "raising", "increase", "improve", "build"}.isdisjoint(
        sentence.behind(at, 2)
    )
    among = sentence.low(at + 1) in {"among", "amongst", "of", "in", "with"}
    if not (raised and among):
        return None
    whom = sentence.noun_from(at + 2)
    return Hit(BE_CAREFUL, at, whom.last) if whom.who in OTHERS else None


def _closer(sentence: Sentence, at: int) -> Hit | None:
    """`were told to keep a closer eye on it`, `need to slow down and think`, `get their act`."""
    low = sentence.low(at)
    duty = not _MUST.isdisjoint(sentence.behind(at, 6)) or "to" in sentence.behind(at, 5)
    if low == "eye":
        told = sentence.low(at - 1) in {"closer", "better", "sharper"} and duty
    elif low == "act":
        told = sentence.low(at - 1) in OWN and sentence.low(at + 1) == "together"
    else:
        told = sentence.low(at - 1) == "slow" and not _MUST.isdisjoint(sentence.behind(at - 1, 3))
        told = told and sentence.low(at + 1) == "and"
    doer = sentence.leading(at)
    return Hit(BE_CAREFUL, at - 1, at) if told and doer.who in OURS else None


def _expected(sentence: Sentence, at: int) -> Hit | None:
    """`reviewers will be expected to actually review`, `people need to start reading`."""
    if sentence.low(at) == "start":
        doing = _LOOKING.get(sentence.low(at + 1)) or _OWNING.get(sentence.low(at + 1))
        due = sentence.low(at - 1 - (sentence.low(at - 1) == "to")) in _MUST
        told = doing is not None and Form.ING in doing.forms and due
        return (
            Hit(BE_CAREFUL, at, at + 1)
            if told and sentence.subject(at - (sentence.low(at - 1) == "to") - 1).who in OTHERS
            else None
        )
    actually = sentence.low(at + 1) == "to" and sentence.low(at + 2) in {"actually", "really"}
    return Hit(BE_CAREFUL, at, at + 2) if actually and sentence.subject(at).who in OTHERS else None


def _talk(sentence: Sentence, at: int) -> Hit | None:
    """`I will have a chat with the two developers`."""
    have = sentence.low(at - 1) in {"a", "serious", "quiet", "stern"} and "have" in sentence.behind(
        at, 4
    )
    will = not {"will", "must", "should", "shall", "going"}.isdisjoint(sentence.behind(at, 6))
    if not (have and will) or sentence.low(at + 1) != "with":
        return None
    whom = sentence.noun_from(at + 2)
    one = whom.who in OTHERS and whom.who is not Who.TEAM
    return Hit(BE_CAREFUL, at, whom.last) if one else None


def _promise(sentence: Sentence, at: int) -> Hit | None:
    """`I will triple check every selector`, `I promise to read the output next time`."""
    act = sentence.onward(at + 1, {"to", "double", "triple"})
    verb = _LOOKING.get(sentence.low(act))
    told = verb is not None and Form.BASE in verb.forms
    next_time = any(sentence.pair(n) == ("next", "time") for n in range(len(sentence.lows)))
    later = next_time or not _EVER.isdisjoint(sentence.lows)
    return (
        Hit(BE_CAREFUL, at, act)
        if told and later and sentence.subject(at).who is Who.SELF
        else None
    )


_EVER: Final = words("always future triple double triple-check double-check")


def _told(sentence: Sentence, at: int) -> Hit | None:
    """`the contractor has been told to follow the procedure`."""
    been = sentence.low(at - 1) in {"been", "was", "were"}
    to = next((n for n in range(at + 1, at + 7) if sentence.low(n) == "to"), None)
    if not been or to is None:
        return None
    more = sentence.low(to + 1) == "be" and sentence.low(to + 2) in {"more", "extra"} | _CAREFUL
    obey = sentence.low(to + 1) in {"follow", "obey", "stick", "adhere", "pay", "never", "always"}
    whom = sentence.subject(at)
    return Hit(BE_CAREFUL, at, to + 1) if (more or obey) and whom.who in OTHERS else None


def _alert(sentence: Sentence, at: int) -> Hit | None:
    """`that the operators are more alert at night`."""
    helper = sentence.back(at - 1, {"more", "extra"})
    more = sentence.low(at - 1) == "more" and sentence.low(helper) in BE
    return Hit(BE_CAREFUL, helper, at) if more and sentence.subject(helper).who in OURS else None


def _again(sentence: Sentence, at: int) -> Hit | None:
    """`the contractor will not be hired again`."""
    never = not {"not", "never"}.isdisjoint(sentence.behind(at, 4)) and sentence.passive(at)
    doer = sentence.subject(at)
    return said_of(CULPRIT, doer, at) if never and doer.who in OTHERS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_CAREFUL - {"alert"}, _careful),
    "alert": _alert,
    **dict.fromkeys(("will", "promise"), _promise),
    **dict.fromkeys(("told", "instructed", "asked"), _told),
    **dict.fromkeys(_LESSONS, _lesson),
    "please": _please,
    **dict.fromkeys(_LATER, _from_now_on),
    **dict.fromkeys(_TRAINED, _training),
    **dict.fromkeys(("understands", "realises", "realizes"), _understands),
    **dict.fromkeys(("awareness", "culture"), _awareness),
    **dict.fromkeys(("eye", "act", "down"), _closer),
    **dict.fromkeys(("start", "expected"), _expected),
    **dict.fromkeys(("chat", "talk", "conversation"), _talk),
    **dict.fromkeys(("hired", "employed", "trusted", "promoted"), _again),
}
