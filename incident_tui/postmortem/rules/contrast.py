"""What was done is set against what would have been right, or against what anybody understands."""

from typing import Final

from incident_tui.postmortem.english.forms import Form, is_past, verbs
from incident_tui.postmortem.english.harm import HURTING, hurts
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, Who
from incident_tui.postmortem.rules.cause import owner_of_subject
from incident_tui.postmortem.rules.ids import COUNTERFACTUAL, CULPRIT, JUDGEMENT
from incident_tui.postmortem.rules.sentence import (
    BE,
    OWN,
    POINTED,
    Hit,
    Sentence,
    Triggers,
    said_of,
)

_HARD: Final = words("hard difficult impossible not cannot fail fails beyond")
_GRASPED: Final = words("understand believe imagine fathom see explain grasp comprehend")
_WHY: Final = words("why how that what who")
_LABELS: Final = words(
    "cause causes reason reasons wrong factor factors poorly mistake mistakes badly"
)
_HAPPENED: Final = words("was were had is are has could can did would joined noticed found saw")
_SECRETS: Final = words(
    """
    password passwords passphrase credential credentials key keys token tokens secret secrets pin
    """
)
_GIVING_AWAY: Final = verbs(
    """
    upload post share send forward email mail publish paste commit hard-code hardcode expose enter
    type reveal disclose reuse write lend leak
    """
)
_OPENLY: Final = words("public wrong unencrypted everybody everyone plaintext personal private")
_GUARDS: Final = words(
    """
    alarm alarms alert alerts pager check checks test tests monitor monitoring interlock guard gate
    validation protection firewall safeguard safety phone verification signature
    """
)
_OFF: Final = verbs("disable silence mute bypass unplug snooze override defeat circumvent")
_EXPECTED: Final = words(
    """
    maintenance planned described instructed asked requested agreed procedure says documented
    temporarily while during runbook drill test-window exercise because since after
    """
)
_QUARREL: Final = verbs("argue quarrel bicker fight squabble")
_CLAIMED: Final = verbs("deny claim promise boast pretend assure swear")
_UNTRUE: Final = words("true but nobody untrue false lie wrong")
_WORSE: Final = words("incorrectly wrongly improperly erroneously mistakenly")


def _instead(sentence: Sentence, at: int) -> Hit | None:
    """`ran it on the live database instead of the copy`."""
    if sentence.low(at + 1) != "of" or at < 2:
        return None
    doer = sentence.doer(at)
    if doer.who not in {Who.NAMED, Who.STAFF, Who.TEAM} or sentence.has(_CHOSE):
        return None
    verb = next((n for n in range(doer.last + 1, at) if is_past(sentence.low(n))), None)
    doing = any(low.endswith("ing") for low in sentence.lows[doer.last + 1 : doer.last + 3])
    return Hit(JUDGEMENT, at, at + 1) if verb is not None or doing else None


_CHOSE: Final = words("decided chose agreed suggested will recommended preferred planned asked")


def _grasp(sentence: Sentence, at: int) -> Hit | None:
    """`it is hard to understand why the alarm was switched off`."""
    near = sentence.behind(at, 4)
    hard = not _HARD.isdisjoint(near) and sentence.low(at + 1) in _WHY
    told = hard and (near & {"i", "we", "it", "one"}) and "did" not in near
    if not told:
        return None
    acted = any(is_past(low) for low in sentence.lows[at + 2 :])
    people = sentence.noun_from(at + 2).who in OURS
    switched = any(sentence.low(n) in _SWITCHED for n in range(at + 2, len(sentence.lows)))
    return Hit(JUDGEMENT, at, at + 1) if acted and (people or switched) else None


_SWITCHED: Final = words(
    "approved switched merged skipped ignored deployed disabled released chosen allowed"
)


def _labelled(sentence: Sentence, at: int) -> Hit | None:
    """`What went wrong: Jens deployed on a Friday`."""
    if sentence.low(at + 1) != ":":
        return None
    doer = sentence.noun_from(at + 2)
    act = sentence.onward(doer.last + 1)
    did = sentence.low(act)
    told = doer.who in OTHERS and is_past(did) and did not in _HAPPENED
    return Hit(CULPRIT, at, act) if told else None


def _gave_away(sentence: Sentence, at: int) -> Hit | None:
    """`uploaded the list to a public folder`, `entered his password`."""
    verb = _GIVING_AWAY[sentence.low(at)]
    if verb.forms <= {Form.BASE, Form.ING} or sentence.passive(at):
        return None
    ahead = sentence.lows[at + 1 : sentence.clause_end(at + 1, 9)]
    own = any(one in OWN for one in ahead[:1]) and not _SECRETS.isdisjoint(ahead[:3])
    aloud = verb.base in {"hard-code", "hardcode", "reuse", "share", "lend", "leak", "expose"}
    secret = not _SECRETS.isdisjoint(ahead) and (aloud or own)
    openly = not _OPENLY.isdisjoint(ahead) and verb.base not in {"write", "enter", "type"}
    doer = sentence.subject(at)
    return said_of(CULPRIT, doer, at) if (secret or openly) and doer.who in OTHERS else None


def _disabled(sentence: Sentence, at: int) -> Hit | None:
    """`silenced the pager`, `bypassed the interlock`; not for a maintenance that was planned."""
    verb = _OFF[sentence.low(at)]
    if verb.forms <= {Form.BASE, Form.ING} or sentence.passive(at) or sentence.has(_EXPECTED):
        return None
    doer = sentence.subject(at)
    guard = not _GUARDS.isdisjoint(sentence.ahead(at, 5))
    return said_of(CULPRIT, doer, at) if guard and doer.who in OTHERS else None


def _turned_off(sentence: Sentence, at: int) -> Hit | None:
    """`had turned off the alarm`, `switched the alert off`."""
    ahead = sentence.ahead(at, 5)
    off = "off" in ahead and not _GUARDS.isdisjoint(ahead) and not sentence.has(_EXPECTED)
    doer = sentence.subject(at)
    told = off and not sentence.passive(at) and doer.who in OTHERS
    return said_of(CULPRIT, doer, at) if told else None


def _whose(sentence: Sentence, at: int) -> Hit | None:
    """`the intern's script deleted the users table`, `the removal of it by the team broke it`."""
    if not hurts(sentence.lows, at) or sentence.passive(at):
        return None
    if sentence.subject(at).who in OURS:
        return None
    doer = owner_of_subject(sentence, at)
    return said_of(CULPRIT, doer, at) if doer.who in OTHERS else None


def _quarrelled(sentence: Sentence, at: int) -> Hit | None:
    """`were arguing instead of working`, `finger-pointing`."""
    doer = sentence.subject(at)
    told = doer.who in POINTED and not sentence.negated(at)
    return said_of(JUDGEMENT, doer, at) if told and sentence.low(at) != "fight" else None


def _pointing(_sentence: Sentence, at: int) -> Hit | None:
    return Hit(CULPRIT, at, at)


def _claimed(sentence: Sentence, at: int) -> Hit | None:
    """`claimed that she had tested it, which was not true`, `denied that there was a problem`."""
    low = sentence.low(at)
    denied = low == "denied" and sentence.low(at + 1) in {"that", "there", "any", "having"}
    untrue = any(one in _UNTRUE for one in sentence.lows[at + 3 : at + 25])
    doer = sentence.subject(at)
    denied = denied or sentence.pair(at + 1) == ("to", "have")
    told = (denied or untrue) and doer.who in OTHERS and not sentence.passive(at)
    return said_of(JUDGEMENT, doer, at) if told and is_past(low) else None


def _blamed(sentence: Sentence, at: int) -> Hit | None:
    """`the carrier blamed our router`."""
    doer = sentence.subject(at)
    told = doer.who in POINTED and not sentence.passive(at) and not sentence.negated(at)
    return said_of(JUDGEMENT, doer, at) if told else None


def _taken(sentence: Sentence, at: int) -> Hit | None:
    """`it would have taken ten seconds to check`."""
    would = sentence.low(at - 1) == "have" and "would" in sentence.behind(at, 3)
    it = sentence.low(at - 3) == "it" or sentence.low(at - 4) == "it"
    return Hit(COUNTERFACTUAL, at - 2, at) if would and it else None


def _amiss(sentence: Sentence, at: int) -> Hit | None:
    """`entered the rates incorrectly`."""
    if sentence.low(at + 1)[:1].isalpha() and sentence.low(at + 1) not in {
        "in",
        "and",
        "on",
        "when",
    }:
        return None
    doer = sentence.doer(at)
    passive = any(sentence.low(n) in BE for n in range(max(doer.last, 0), at))
    return Hit(CULPRIT, at, at) if doer.who in POINTED and not passive else None


TRIGGERS: Final[Triggers] = {
    "instead": _instead,
    **dict.fromkeys(_GRASPED, _grasp),
    **dict.fromkeys(_LABELS, _labelled),
    **dict.fromkeys(_GIVING_AWAY, _gave_away),
    **dict.fromkeys(_OFF, _disabled),
    **dict.fromkeys(("turned", "switched"), _turned_off),
    **dict.fromkeys(_QUARREL, _quarrelled),
    **dict.fromkeys(("finger-pointing", "fingerpointing"), _pointing),
    **dict.fromkeys(_CLAIMED, _claimed),
    "blamed": _blamed,
    "taken": _taken,
    **dict.fromkeys(_WORSE, _amiss),
}
WHOSE: Final[Triggers] = dict.fromkeys(HURTING, _whose)
"""Words that two rules look at."""
