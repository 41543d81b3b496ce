"""Insights are every figure of a window: whole, by severity, by service and by month of resolve."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

import msgspec

from incident_tui.domain.metrics.figures import Numbers, Share
from incident_tui.domain.metrics.measured import DAY, History, Measured, numbers
from incident_tui.domain.metrics.off_hours import Hours, OffHours
from incident_tui.domain.metrics.parts import (
    Completion,
    FollowUps,
    Milestones,
    completion,
    follow_ups,
    kept,
    milestones,
)
from incident_tui.domain.metrics.recurrence import Recurrence, Recurring, recurrence, recurring
from incident_tui.domain.metrics.window import Window, month, months

UNNAMED: Final = "(no service)"
"""What incidents without a service are counted under."""


class Figures(msgspec.Struct, frozen=True):
    """All that is counted over one set of incidents."""

    incidents: Numbers
    actions: FollowUps
    recurrence: Recurrence
    completion: Completion
    milestones: Milestones
    clocks: Share
    off_hours: Share
    updates: int

    @property
    def counts(self) -> dict[str, float]:
        """What the formula of the time saved may name."""
        return {
            "incidents": len(self.incidents),
            "postmortems": self.completion.published,
            "updates": self.updates,
            "actions": self.actions.created,
        }


class Insights(msgspec.Struct, frozen=True):
    """The figures of the window, and the same over each part of it; no month is left out."""

    window: Window
    whole: Figures
    by_severity: Mapping[str, Figures]
    by_service: Mapping[str, Figures]
    by_month: Mapping[str, Figures]
    factors: Mapping[str, Mapping[str, Numbers]]


def insights(history: History, window: Window, hours: Hours = Hours()) -> Insights:  # noqa: B008
    """Every figure over the incidents whose last resolve lies in the window."""
    resolved = [i for i in history.incidents if window.holds(i.resolved_at)]
    count = _Count(history.as_of, recurring(history), OffHours(hours))
    of_day = cache(lambda day: month(day * DAY))
    by_month = _grouped(resolved, lambda i: of_day((i.resolved_at or 0) // DAY))
    for each in months(min(by_month), max(by_month)) if by_month else ():
        by_month.setdefault(each, [])
    return Insights(
        window=window,
        whole=count.figures(resolved),
        by_severity=count.each(_grouped(resolved, lambda i: f"SEV{i.severity}")),
        by_service=count.each(_grouped(resolved, lambda i: i.service or UNNAMED)),
        by_month=count.each(by_month),
        factors={name: _factors(part) for name, part in sorted(by_month.items())},
    )


class _Count:
    """What all sums of one question share."""

    def __init__(self, as_of: int, among: Recurring, off_hours: OffHours) -> None:
        self._as_of = as_of
        self._among = among
        self._off_hours = off_hours

    def each(self, groups: Mapping[str, Sequence[Measured]]) -> dict[str, Figures]:
        """The figures of every group, by name."""
        return {name: self.figures(part) for name, part in sorted(groups.items())}

    def figures(self, incidents: Sequence[Measured]) -> Figures:
        """The figures of these incidents."""
        return Figures(
            incidents=numbers(incidents),
            actions=follow_ups(incidents),
            recurrence=recurrence(incidents, self._among),
            completion=completion(incidents, self._as_of),
            milestones=milestones(incidents),
            clocks=kept(incidents),
            off_hours=self._off_hours.share(incidents),
            updates=sum([i.updates for i in incidents]),
        )


def _grouped(
    incidents: Sequence[Measured], key: Callable[[Measured], str]
) -> dict[str, list[Measured]]:
    groups: dict[str, list[Measured]] = {}
    for incident in incidents:
        groups.setdefault(key(incident), []).append(incident)
    return groups


def _factors(incidents: Sequence[Measured]) -> dict[str, Numbers]:
    """Incidents by the category of a factor, the most frequent first; one may be in several."""
    found = {
        name: numbers([i for i in incidents if name in i.factors])
        for name in {factor for i in incidents for factor in i.factors}
    }
    often = Counter({name: len(those) for name, those in found.items()})
    return {name: found[name] for name, _ in sorted(often.items(), key=lambda n: (-n[1], n[0]))}
