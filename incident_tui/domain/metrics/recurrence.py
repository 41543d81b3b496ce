"""An incident recurs when a person confirmed that a factor is shared with the year before."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from incident_tui.domain.entries import micros, moment
from incident_tui.domain.metrics.figures import Numbers, Share
from incident_tui.domain.metrics.measured import DAY, History, Measured, numbers

_YEAR: Final = 365 * DAY
_LEAP: Final = 366 * DAY


class Recurring(msgspec.Struct, frozen=True):
    """Numbers of the incidents that recur: confirmed by a person, or only suggested."""

    confirmed: frozenset[int] = frozenset()
    suggested: frozenset[int] = frozenset()


class Recurrence(msgspec.Struct, frozen=True):
    """Of the incidents resolved, those that were confirmed; suggestions are counted apart."""

    resolved: int
    confirmed: int
    suggested: int
    rate: Share
    suggested_in: Numbers = ()


def recurring(history: History) -> Recurring:
    """Suggested: same service and factor category in the year before, and nobody said otherwise."""
    known = {each.number: each for each in history.incidents}
    confirmed = {
        each.number
        for each in history.incidents
        if any(number in known and precedes(known[number], each) for number in each.again)
    }
    judged = {each.number for each in history.incidents if each.judged}
    return Recurring(frozenset(confirmed), frozenset(_alike(history.incidents)) - judged)


def recurrence(incidents: Sequence[Measured], among: Recurring) -> Recurrence:
    """The rate over these incidents."""
    again = [i for i in incidents if i.number in among.confirmed]
    maybe = [i for i in incidents if i.number in among.suggested]
    rate = Share(len(again), len(incidents), numbers(incidents), numbers(again))
    return Recurrence(len(incidents), len(again), len(maybe), rate, numbers(maybe))


def precedes(earlier: Measured, later: Measured) -> bool:
    """Whether the one was declared before the other, and at most twelve months before."""
    gap = later.declared_at - earlier.declared_at
    if (earlier.declared_at, earlier.number) >= (later.declared_at, later.number) or gap > _LEAP:
        return False
    return gap <= _YEAR or earlier.declared_at >= _year_before(later.declared_at)


def _year_before(when: int) -> int:
    """The same day of the year before; the 28th for a 29th of February."""
    then = moment(when)
    day = min(then.day, 28) if then.month == 2 else then.day
    return micros(then.replace(year=then.year - 1, day=day))


def _alike(incidents: Iterable[Measured]) -> Iterable[int]:
    """Those that share service and factor with the one that came last before them."""
    last: dict[tuple[str, str], Measured] = {}
    for incident in sorted(incidents, key=lambda i: (i.declared_at, i.number)):
        keys: Mapping[tuple[str, str], None] = dict.fromkeys(
            (incident.service.casefold(), factor) for factor in incident.factors
        )
        if incident.service and any(k in last and precedes(last[k], incident) for k in keys):
            yield incident.number
        last.update(dict.fromkeys(keys, incident))
