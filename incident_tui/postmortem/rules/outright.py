"""Harm done outright: by somebody, by what somebody made, or with the eyes shut."""

from typing import Final

from incident_tui.postmortem.english.acts import IGNORED, LAPSES
from incident_tui.postmortem.english.forms import Form
from incident_tui.postmortem.english.grammar import (
    AUXILIARIES,
    DETERMINERS,
    LINKS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from incident_tui.postmortem.english.harm import HURTING, STRONG, hurts
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, PERHAPS_OTHERS
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import (
    BE,
    POINTED,
    Hit,
    Sentence,
    Triggers,
    points_at,
    said_of,
)

_MEANT: Final = words(
    "maintenance planned deliberately drill exercise chaos experiment test contain for to so"
)
_WRONG: Final = words(
    "wrong faulty incorrect broken untested bad incomplete invalid too outdated unreviewed useless"
)
_BEFORE_IT: Final = (AUXILIARIES | LINKS | PREPOSITIONS | SUBORDINATORS) - {"that"}
_MADE: Final = words(
    """
    wrote made pushed merged deployed entered typed committed added set changed configured ran
    applied chose picked gave sent drew built published released shipped installed ordered
    """
)
_FIT: Final = words("exist work match compile apply help fit belong")
_PUT: Final = words("added typed entered wrote put set sent removed deleted keyed ordered gave")


def _outright(sentence: Sentence, at: int) -> Hit | None:
    """`the plumber flooded the basement`, `Ravi took out the login cluster`."""
    if (made := _made(sentence, at)) is not None:
        return made
    if sentence.low(at) not in STRONG or not hurts(sentence.lows, at) or sentence.passive(at):
        return None
    out_of = any(sentence.pair(n) == ("out", "of") for n in range(at, at + 7))
    if out_of or not _MEANT.isdisjoint(sentence.ahead(at, 9)) or sentence.negated(at):
        return None
    doer = sentence.subject(at)
    return said_of(CULPRIT, doer, at) if doer.who in OTHERS else None


def _made(sentence: Sentence, at: int) -> Hit | None:
    """`the script Ravi wrote deleted the rows`, `the value that Ravi entered was wrong`."""
    last = at - 1 - (sentence.low(at - 1) in {"in", "out", "up", "on"})
    if sentence.low(last) not in _MADE or not _amiss(sentence, at):
        return None
    doer = sentence.person_to(last - 1)
    first = doer.first
    while sentence.low(first - 1) in DETERMINERS:
        first -= 1
    before = sentence.low(first - 1)
    relative = before[:1].isalpha() and before not in _BEFORE_IT
    told = doer.who in PERHAPS_OTHERS or sentence.low(doer.last) == "i"
    return Hit(CULPRIT, first, at) if told and relative and first > 1 else None


def _amiss(sentence: Sentence, at: int) -> bool:
    low = sentence.low(at)
    if low in BE:
        return sentence.low(sentence.onward(at + 1)) in _WRONG
    missing = low == "did" and sentence.low(at + 1) == "not" and sentence.low(at + 2) in _FIT
    return missing or hurts(sentence.lows, at)


def _ignoring(sentence: Sentence, at: int) -> Hit | None:
    """`Ravi pressed on, ignoring the light`, `Ravi, forgetting the light, pressed on`."""
    verb = {**IGNORED, **LAPSES}[sentence.low(at)]
    if Form.ING not in verb.forms or sentence.low(at - 1) != ",":
        return None
    doer = sentence.noun_to(at - 2)
    doer = doer if doer.who in POINTED else sentence.leading(at)
    return Hit(OMISSION, at, at + 1) if points_at(sentence, doer) else None


def _too_many(sentence: Sentence, at: int) -> Hit | None:
    """`added one zero too many`."""
    if sentence.low(at - 1) != "too":
        return None
    verb = next((n for n in range(at - 2, at - 7, -1) if sentence.low(n) in _PUT), None)
    if verb is None or sentence.passive(verb):
        return None
    doer = sentence.subject(verb)
    return said_of(CULPRIT, doer, verb) if points_at(sentence, doer) else None


def _watch(sentence: Sentence, at: int) -> Hit | None:
    """`it happened on Ravi's watch`."""
    on = sentence.behind(at, 5) & {"on", "under"}
    owners = any(owner.who in OTHERS for owner in sentence.owners(at - 1, at - 1))
    return Hit(JUDGEMENT, at - 1, at) if on and owners else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(HURTING | {"was", "were", "is", "did"}, _outright),
    **dict.fromkeys({**IGNORED, **LAPSES}, _ignoring),
    "many": _too_many,
    **dict.fromkeys(words("watch nose"), _watch),
}
