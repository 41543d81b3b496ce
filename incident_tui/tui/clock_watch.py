"""A computer whose clock is set says so on the record: times before and after do not compare."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from incident_tui.domain.when import length
from incident_tui.services.session import wall_clock

_STEADY: Final = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Goes on while the computer sleeps, as the wall clock does: sleeping is no jump."""
_JUMP: Final = timedelta(seconds=2)
"""More than a clock that is being steered gains or loses between two looks."""


def steady() -> float:
    """Seconds that nobody can set."""
    return time.clock_gettime(_STEADY)


class ClockWatch:
    """Compares the wall clock with one that nobody can set, from one look to the next."""

    def __init__(
        self, now: Callable[[], datetime] = wall_clock, seconds: Callable[[], float] = steady
    ) -> None:
        self._now = now
        self._seconds = seconds
        self._last = (now(), seconds())

    def look(self) -> str:
        """What to put on the record if the clock was set since the last look, else nothing."""
        now, seconds = self._now(), self._seconds()
        (before, since), self._last = self._last, (now, seconds)
        moved = (now - before) - timedelta(seconds=seconds - since)
        if abs(moved) < _JUMP:
            return ""
        way = "forward" if moved > timedelta(0) else "back"
        return f"the clock of this computer was set {way} by {length(abs(moved))}"
