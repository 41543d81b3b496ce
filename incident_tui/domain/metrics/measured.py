"""A measured incident is one plain row: what was so at the as-of date, and nothing since."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR


class Measured(msgspec.Struct, frozen=True, gc=False):
    """Times are microseconds UTC; `resolved_at` is the last resolve, None while it burns.

    `published_at` is the first publication. Of the action items: `done_dated` had a due date when
    they were done, `timely` of them were done by it; `overdue` and `stale` are open, the one past
    its date, the other of high priority and older than 30 days. Of the update clocks: `clocks`
    came to be due and `kept` of them were met in time. `again` are the earlier incidents with which
    a person confirmed a shared factor, `judged` that a person confirmed or rejected any.
    """

    number: int
    severity: int
    service: str
    declared_at: int
    resolved_at: int | None = None
    published_at: int | None = None
    started_at: int | None = None
    detected_at: int | None = None
    acknowledged_at: int | None = None
    mitigated_at: int | None = None
    created: int = 0
    done: int = 0
    declined: int = 0
    done_dated: int = 0
    timely: int = 0
    overdue: int = 0
    stale: int = 0
    updates: int = 0
    clocks: int = 0
    kept: int = 0
    factors: tuple[str, ...] = ()
    again: tuple[int, ...] = ()
    judged: bool = False

    @property
    def open(self) -> int:
        """Action items neither done nor declined."""
        return self.created - self.done - self.declined


class History(msgspec.Struct, frozen=True):
    """Every incident declared by `as_of`, microseconds UTC."""

    as_of: int
    incidents: Sequence[Measured] = ()


def numbers(incidents: Iterable[Measured]) -> tuple[int, ...]:
    """How the incidents are referred to."""
    return tuple([each.number for each in incidents])
