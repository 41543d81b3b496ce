"""That people had their minds elsewhere, or were not up to it, tells nothing of what they faced."""

from typing import Final

from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS
from incident_tui.postmortem.rules.ids import JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, OWN, Hit, Sentence, Triggers, said_of

_ABLE: Final = words("task job mark scratch challenge standard standards it this role")
_PLACES: Final = words("desk post station keyboard place console workplace bench counter")
_STATES: Final = {
    "depth": ({"out", "of"},),
    "head": ({"in", "over"},),
    "sea": ({"all", "at"},),
    "autopilot": ({"on"},),
    "away": ({"miles"},),
    "denial": ({"in"},),
    "napping": ({"caught"}, {"found"}),
    "sleeping": ({"caught"}, {"found"}),
    "wanting": ({"found"},),
    "caring": ({"past"},),
    "hurry": ({"much", "of"}, {"in", "such"}, {"in", "no"}, {"in", "great"}),
    "rush": ({"in", "no"}, {"much", "of"}, {"in", "such"}),
    "half": ({"clever", "by"},),
    "elsewhere": ({"minds"}, {"mind"}, {"attention"}, {"thoughts"}),
    "order": ({"out", "of"},),
    "line": ({"out", "of"},),
}
"""Said of people after `were`."""
_NOT_OF_THINGS: Final = words("order line half away head sea")
"""Of these, a team or a service is as often spoken of."""
_REACH: Final = 7
_PASTIMES: Final = {
    "play": words("cards games game chess football darts pool video solitaire poker music guitar"),
    "watch": words("film films movie movies series match football tv television netflix youtube"),
    "browse": words("web internet facebook reddit shops news phone"),
    "scroll": words("phone feed facebook instagram twitter reddit news"),
    "drink": words("beer wine coffee whisky alcohol job duty"),
    "chat": words("instead football while about"),
    "read": words("newspaper novel magazine comics"),
    "look": words("phone way"),
}
_IDLING: Final = verbs("text gossip daydream nap snooze doze party flirt loiter slack sleep dream")
_PASTIME: Final = verbs(" ".join(_PASTIMES))


def _state(sentence: Sentence, at: int) -> Hit | None:
    """`was in over his head`, `were in too much of a hurry`."""
    near = sentence.behind(at, 4)
    if not any(each <= near for each in _STATES[sentence.low(at)]):
        return None
    helper = next((n for n in range(at - 1, max(at - _REACH, -1), -1) if _is(sentence, n)), None)
    if helper is None or not {"not", "never"}.isdisjoint(sentence.lows[helper:at]):
        return None
    doer = sentence.subject(helper)
    minds = sentence.low(at) == "elsewhere" and sentence.low(helper - 2) in OWN
    told = doer.who in (OTHERS if sentence.low(at) in _NOT_OF_THINGS else OURS)
    return said_of(JUDGEMENT, doer, at) if told or minds else None


def _is(sentence: Sentence, at: int) -> bool:
    return sentence.low(at) in BE | {"felt", "seemed"}


def _not_up_to(sentence: Sentence, at: int) -> Hit | None:
    """`was not up to the task`, `were not equal to the job`."""
    if sentence.low(at) == "up" and sentence.low(at + 1) != "to":
        return None
    helper = sentence.back(at - 1, {"not", "quite", "really"})
    denied = not {"not", "never", "hardly"}.isdisjoint(sentence.lows[helper:at])
    able = not _ABLE.isdisjoint(sentence.lows[at + 2 : at + 5])
    doer = sentence.subject(helper)
    told = denied and able and sentence.low(helper) in BE and doer.who in OURS
    return said_of(JUDGEMENT, doer, at) if told else None


def _not_there(sentence: Sentence, at: int) -> Hit | None:
    """`was not at his desk`."""
    own = sentence.low(at - 1) in OWN and sentence.low(at - 2) == "at"
    away = own and not {"not", "nobody"}.isdisjoint(sentence.behind(at - 2, 4))
    doer = sentence.leading(at - 2)
    return Hit(OMISSION, at - 2, at) if away and doer.who in OURS else None


def _idling(sentence: Sentence, at: int) -> Hit | None:
    """`was watching a film`, `were texting`."""
    verb = _IDLING.get(sentence.low(at)) or _PASTIME[sentence.low(at)]
    if verb.forms != {Form.ING} or sentence.low(sentence.back(at - 1, {"busy"})) not in BE:
        return None
    what = _PASTIMES.get(verb.base)
    idle = what is None or not what.isdisjoint(sentence.ahead(at, 4))
    doer = sentence.subject(at - (sentence.low(at - 1) == "busy"))
    told = idle and doer.who in OURS and not sentence.negated(at)
    return said_of(JUDGEMENT, doer, at) if told else None


def _asleep(sentence: Sentence, at: int) -> Hit | None:
    return _state(sentence, at) or _idling(sentence, at)


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys({*_IDLING, *_PASTIME}, _idling),
    **dict.fromkeys(_STATES, _state),
    **dict.fromkeys(("napping", "sleeping"), _asleep),
    **dict.fromkeys(("up", "equal"), _not_up_to),
    **dict.fromkeys(_PLACES, _not_there),
}
