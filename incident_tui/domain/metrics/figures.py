"""A figure without data is None, never 0 % or 100 %, and always names the incidents it counts."""

from collections.abc import Sequence
from math import fsum
from typing import Final

import msgspec

Numbers = tuple[int, ...]
_NEARLY: Final = 1e-9


class Share(msgspec.Struct, frozen=True):
    """`part` of `whole`; `short` are the incidents that hold it down, or drive it up."""

    part: int
    whole: int
    counted: Numbers = ()
    short: Numbers = ()

    @property
    def value(self) -> float | None:
        """From 0 to 1; None when there is nothing to have a share of."""
        return self.part / self.whole if self.whole else None


class Spread(msgspec.Struct, frozen=True):
    """How values lie: their mean, and the values that half and nine tenths do not exceed."""

    mean: float | None = None
    median: float | None = None
    p90: float | None = None
    counted: Numbers = ()


class Waiting(msgspec.Struct, frozen=True):
    """How long something takes while part of it is not done yet; None is: too few are done."""

    median: float | None = None
    p90: float | None = None
    counted: Numbers = ()
    open: Numbers = ()


def spread(values: Sequence[float], counted: Numbers) -> Spread:
    """The spread of values, one an incident in `counted`."""
    if not values:
        return Spread()
    ordered = sorted(values)
    mean = fsum(ordered) / len(ordered)
    return Spread(mean, _at(ordered, 5), _at(ordered, 9), counted)


def waiting(
    done: Sequence[float], pending: Sequence[float], counted: Numbers, still: Numbers
) -> Waiting:
    """Kaplan and Meier's estimate: what is still pending counts for as long as it has waited.

    Where nothing is pending it is the ordinary median and 90th percentile.
    """
    steps = _survival(done, pending)
    return Waiting(_falls_to(steps, 0.5), _falls_to(steps, 0.1), counted, still)


def _at(ordered: Sequence[float], tenths: int) -> float:
    """The value that so many tenths do not exceed; between two, their middle."""
    place, rest = divmod(len(ordered) * tenths, 10)
    return ordered[place] if rest else (ordered[place - 1] + ordered[place]) / 2


def _survival(done: Sequence[float], pending: Sequence[float]) -> list[tuple[float, float]]:
    """The moments at which something was done, and the share that was pending after each."""
    # At equal times what was done comes first: the other was still pending then.
    events = sorted([(time, 0) for time in done] + [(time, 1) for time in pending])
    left, pending_share = len(events), 1.0
    steps: list[tuple[float, float]] = []
    for time, is_pending in events:
        if not is_pending:
            pending_share *= (left - 1) / left
            if steps and steps[-1][0] == time:
                steps.pop()
            steps.append((time, pending_share))
        left -= 1
    return steps


def _falls_to(steps: Sequence[tuple[float, float]], share: float) -> float | None:
    for at, (time, left) in enumerate(steps):
        if left <= share + _NEARLY:
            level = left > share - _NEARLY and at + 1 < len(steps)
            return (time + steps[at + 1][0]) / 2 if level else time
    return None
