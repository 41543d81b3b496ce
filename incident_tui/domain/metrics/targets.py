"""A target is told by a word and a sign; what has no data meets none and misses none."""

from enum import StrEnum
from math import inf
from typing import Final

import msgspec


class Standing(StrEnum):
    """How a figure stands against its target."""

    NONE = "no data"
    OPEN = "in time"
    GOOD = "on target"
    OFF = "off target"
    FAILING = "failing"
    ALARMING = "alarming"


SIGNS: Final = {
    Standing.NONE: "·",
    Standing.OPEN: "·",
    Standing.GOOD: "✔",
    Standing.OFF: "!",
    Standing.FAILING: "✘",
    Standing.ALARMING: "✘",
}


class Target(msgspec.Struct, frozen=True):
    """`good` is met, beyond `bad` is failing; `more` says that more is better."""

    said: str
    good: float
    bad: float
    more: bool = False

    def standing(self, value: float | None) -> Standing:
        """Where the value stands."""
        if value is None:
            return Standing.NONE
        if self.more:
            good, bad = value >= self.good, value < self.bad
        else:
            good, bad = value < self.good, value > self.bad
        return (
            Standing.GOOD
            if good
            else (Standing.FAILING if self.more else Standing.ALARMING)
            if bad
            else Standing.OFF
        )


COMPLETION: Final = Target("≥ 80 %, failing < 50 %", 0.8, 0.5, more=True)
RECURRENCE: Final = Target("< 5 %, alarming > 30 %", 0.05, 0.3)
PUBLISHING: Final = Target("< 48 h", 48, inf)
