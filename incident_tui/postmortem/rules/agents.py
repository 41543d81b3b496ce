"""A passive may still name who did it: what is bad of its own is then pinned on them."""

from typing import Final

from incident_tui.postmortem.english.acts import BUNGLING, CARE, IGNORED, LAPSES, NOTICING, REACTING
from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.harm import HARM
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.ids import CULPRIT, OMISSION
from incident_tui.postmortem.rules.sentence import BE, Hit, Sentence, Triggers, people_from

_BAD: Final = {
    **BUNGLING,
    **LAPSES,
    **IGNORED,
    **verbs(
        """
        underestimate overestimate delay violate breach flout circumvent bypass neglect abuse misuse
        break destroy wipe ruin corrupt leak expose rush bungle dismiss waste squander hide conceal
        withhold hold obstruct stall fail deceive mislead abandon confuse mix
        """
    ),
}
_PLACED: Final = words("for during in on at until since by")
_HELD: Final = words("up back down off over out through")
_ONLY_UP: Final = words("hold held holds mess messed screw screwed mix mixed")
_HOW: Final = words(
    """
    accidentally mistakenly erroneously prematurely needlessly unnecessarily improperly wrongly
    incorrectly inappropriately
    """
)
_UNDONE: Final = {**CARE, **NOTICING, **REACTING}
_FROM: Final = words("came come comes stems stemmed resulted resulting originated arose")


def _by(sentence: Sentence, at: int) -> Hit | None:
    """`was mishandled by the vendor`, `was wrongly approved by Ana`, `was not noticed by QA`."""
    verb = _done(sentence, at)
    if not _passive(sentence, verb):
        return _further(sentence, at)
    doer = sentence.noun_from(at + 1)
    if doer.who not in OURS and sentence.low(at + 1) not in {"him", "her"}:
        return None
    low = sentence.low(verb)
    if sentence.negated(verb) and low in _UNDONE:
        return Hit(OMISSION, verb - 1, doer.last)
    around = sentence.behind(verb, 2) | sentence.behind(at, at - verb - 1)
    how = not _HOW.isdisjoint(around) or "too" in sentence.behind(at, 3)
    bad = low in _BAD and Form.DONE in _BAD[low].forms and not sentence.negated(verb)
    if low in _ONLY_UP and verb == at - 1:
        return None
    hasty = _careless(sentence, people_from(sentence, at + 1).last + 1)
    return Hit(CULPRIT, verb, doer.last) if how or bad or hasty else _further(sentence, at)


def _done(sentence: Sentence, by: int) -> int:
    """Where the participle before `by` stands, a time or a place in between."""
    near = sentence.back(by - 1, _HELD)
    if "too" in sentence.behind(by, 3):
        return sentence.lows.index("too", max(by - 3, 0)) - 1
    for at in range(by - 2, max(by - 7, 0), -1):
        if sentence.low(at) in _BAD or (sentence.low(at) in _UNDONE and sentence.negated(at)):
            between = not _PLACED.isdisjoint(sentence.lows[at + 1 : at + 3])
            return at if between and _passive(sentence, at) else near
    return near


def _passive(sentence: Sentence, verb: int) -> bool:
    helper = sentence.back(verb - 1, {"not", "badly", "then", "later"})
    listed = sentence.low(helper) == "and" and sentence.low(verb) in IGNORED
    return sentence.low(helper) in BE or listed


def _careless(sentence: Sentence, at: int) -> bool:
    """`without a backup`, `without testing it`, `who had not read it`, `for no reason`."""
    low = sentence.low(at)
    if low == "who":
        return "not" in sentence.ahead(at, 3) or "never" in sentence.ahead(at, 3)
    if low == "for":
        return sentence.pair(at + 1) == ("no", "reason")
    if low != "without":
        return False
    doing = CARE.get(sentence.low(at + 1))
    lacking = not _SAFE.isdisjoint(sentence.ahead(at, 4))
    return lacking or (doing is not None and Form.ING in doing.forms)


_SAFE: Final = words(
    """
    backup review approval permission notice warning test tests testing dry-run investigation answer
    explanation check comment analysis discussion reason knowledge understanding consultation
    """
)
_PUBLIC: Final = words("public open wrong plaintext unencrypted")
_GIVEN_AWAY: Final = words(
    "committed uploaded posted shared sent published pasted forwarded mailed emailed sold pushed"
)
_BEGUN: Final = words("introduced caused triggered broken initiated opened left")
_OPEN: Final = words(
    """
    open unlocked unattended unprotected exposed enabled disabled off on unfinished untested
    unplugged unmonitored unpatched behind dirty
    """
)


def _further(sentence: Sentence, at: int) -> Hit | None:
    """`introduced in March by Sofia`, `left open by the day shift`, `made public by Ken`."""
    verb = next((n for n in range(at - 1, max(at - 8, 0), -1) if sentence.low(n) in _FAR), None)
    if verb is None or not _passive(sentence, verb):
        return None
    between, low = frozenset(sentence.lows[verb + 1 : at]), sentence.low(verb)
    doer = sentence.noun_from(at + 1)
    if low == "left":
        bad = not _OPEN.isdisjoint(between)
    elif low in _GIVEN_AWAY:
        bad = not _PUBLIC.isdisjoint(between)
    else:
        bad = not _PLACED.isdisjoint(between) and sentence.has(HARM)
    return Hit(CULPRIT, verb, doer.last) if bad and doer.who in OTHERS else None


_FAR: Final = _GIVEN_AWAY | _BEGUN


def _from(sentence: Sentence, at: int) -> Hit | None:
    """`the error came from the trainee not reading the page`."""
    if sentence.low(at - 1) not in _FROM:
        return None
    if HARM.isdisjoint(sentence.lows[:at]):
        return None
    doer = sentence.noun_from(at + 1)
    pinned = doer.who in OURS - {Who.ANYBODY} and (
        sentence.low(doer.last + 1) == "not" or sentence.low(doer.last + 1).endswith("ing")
    )
    return Hit(CULPRIT, at - 1, doer.last + 1) if pinned else None


def _let_down(sentence: Sentence, at: int) -> Hit | None:
    """`we were let down by the carrier`."""
    if sentence.low(at - 1) != "let" or sentence.low(at + 1) != "by":
        return None
    whom = sentence.noun_from(at + 2)
    return Hit(CULPRIT, at - 1, whom.last) if whom.who in OURS else None


TRIGGERS: Final[Triggers] = {"by": _by, "from": _from, "down": _let_down}
