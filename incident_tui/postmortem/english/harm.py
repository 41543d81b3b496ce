"""What is harm is told by a noun, or by a verb with the words that belong to it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from incident_tui.postmortem.english.grammar import DETERMINERS
from incident_tui.postmortem.english.lists import words

HARM: Final = words(
    """
    outage outages incident incidents failure failures downtime breakage problem problems issue
    issues bug bugs disruption disruptions crash crashes corruption loss losses error errors mess
    chaos damage disaster regression regressions degradation alerts havoc trouble pain delay delays
    confusion fire leak leaks vulnerability vulnerabilities spike overload deadlock lag slowdown
    blackout breach backlog mishap accident fiasco debacle nightmare collapse interruption
    inconsistency inconsistencies shortage hang stall headache headaches
    flood spill collision derailment injury injuries
    """
)
_HURT: Final = words(
    """
    broke crashed corrupted destroyed wiped overloaded flooded exhausted killed deadlocked clogged
    saturated starved overwrote erased deleted truncated leaked exposed disrupted crippled ruined
    wrecked lost tripped froze slowed delayed degraded blocked misrouted disconnected orphaned
    duplicated invalidated stranded interrupted stalled dropped removed disabled locked prolonged
    """
)
_AWAY: Final = {
    "took": words("down offline"),
    "brought": words("down offline halt standstill knees"),
    "knocked": words("down offline over"),
    "threw": words("away off out"),
    "shut": words("down out off"),
    "cut": words("off"),
    "put": words("down offline risk"),
    "left": words(
        "without unreachable broken dead empty inconsistent corrupt exposed stranded down offline"
    ),
    "made": words("unavailable unreachable worse slow fail crash unusable inaccessible"),
    "set": words("fire"),
    "sent": words("wrong"),
    "led": HARM,
    "resulted": HARM,
    "ended": HARM,
    "caused": HARM | {"this", "it"},
    "triggered": HARM | {"this"},
    "introduced": HARM,
    "created": HARM,
    "cost": words("us hours days money customers"),
}
STRONG: Final = words(
    """
    flooded corrupted destroyed overloaded exhausted deadlocked clogged saturated starved overwrote
    leaked disrupted crippled ruined wrecked misrouted orphaned stranded crashed took brought
    knocked
    """
)
"""Of the verbs of harm, those that nobody does as a plan says."""
HURTING: Final = _HURT | frozenset(_AWAY)
"""The verbs that may tell of harm."""
_NEAR: Final = 7
_SO_THAT: Final = frozenset({"to", "so", "that", "against"})
"""Behind one of these stands what a deed is for: `safeguards to ensure that these bugs`."""


def hurts(lows: Sequence[str], verb: int) -> bool:
    """Whether the verb at that place, with the words after it, tells of harm."""
    low = lows[verb] if 0 <= verb < len(lows) else ""
    before = lows[verb - 1] if verb > 0 else ""
    if before in DETERMINERS - {"what", "which", "that"} or before[:1].isdigit():
        return False
    if low in _HURT or (low in {"took", "knocked"} and lows[verb + 1 : verb + 2] == ["out"]):
        return True
    return low in _AWAY and not _AWAY[low].isdisjoint(done_by(lows, verb))


def done_by(lows: Sequence[str], verb: int) -> Iterator[str]:
    """The words near behind a verb that tell what it did, and not what for."""
    return takewhile(lambda word: word not in _SO_THAT, lows[verb + 1 : verb + 1 + _NEAR])
