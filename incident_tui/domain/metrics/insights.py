"""Insights are every figure of a window: whole, by severity, by service and by month of resolve."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, cached_property
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
)
from incident_tui.domain.metrics.recurrence import Recurrence, Recurring, recurrence, recurring
from incident_tui.domain.metrics.window import Window, month, months

UNNAMED: Final = "(no service)"
"""What incidents without a service are counted under."""


class Figures:
    """All that is counted over one set of incidents; each is reckoned when it is asked for."""

    def __init__(self, counted: Sequence[Measured], question: "Question") -> None:
        self._counted = counted
        self._question = question

    @cached_property
    def incidents(self) -> Numbers:
        """Which incidents these are."""
        return numbers(self._counted)

    @cached_property
    def actions(self) -> FollowUps:
        """Their action items."""
        return follow_ups(self._counted)

    @cached_property
    def recurrence(self) -> Recurrence:
        """Those that recur."""
        return recurrence(self._counted, self._question.among)

    @cached_property
    def completion(self) -> Completion:
        """Their post-mortems."""
        return completion(self._counted, self._question.as_of)

    @cached_property
    def milestones(self) -> Milestones:
        """The times between their milestones."""
        return Milestones(self._counted)

    @cached_property
    def clocks(self) -> Share:
        """Their update clocks."""
        return kept(self._counted)

    @cached_property
    def off_hours(self) -> Share:
        """Their minutes at night and at weekends."""
        return self._question.off_hours.share(self._counted)

    @cached_property
    def updates(self) -> int:
        """How many updates were logged."""
        return sum([each.updates for each in self._counted])

    @property
    def counts(self) -> dict[str, float]:
        """What the formula of the time saved may name."""
        return {
            "incidents": len(self.incidents),
            "postmortems": self.completion.published,
            "updates": self.updates,
            "actions": self.actions.created,
        }


class Question(msgspec.Struct, frozen=True):
    """What the figures of all sets have in common."""

    as_of: int
    among: Recurring
    off_hours: OffHours

    def each(self, groups: Mapping[str, Sequence[Measured]]) -> dict[str, Figures]:
        """The figures of every group, by name."""
        return {name: Figures(part, self) for name, part in sorted(groups.items())}


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
    question = Question(history.as_of, recurring(history), OffHours(hours))
    of_day = cache(lambda day: month(day * DAY))
    by_month = _grouped(resolved, lambda i: of_day((i.resolved_at or 0) // DAY))
    for each in _months(by_month, window):
        by_month.setdefault(each, [])
    return Insights(
        window=window,
        whole=Figures(resolved, question),
        by_severity=question.each(_grouped(resolved, lambda i: f"SEV{i.severity}")),
        by_service=question.each(_grouped(resolved, lambda i: i.service or UNNAMED)),
        by_month=question.each(by_month),
        factors={name: _factors(part) for name, part in sorted(by_month.items())},
    )


def _months(found: Collection[str], window: Window) -> list[str]:
    """Those of the window, or from the first to the last in which anything was resolved."""
    if not found:
        return []
    first, last = min(found), max(found)
    if window.since is not None:
        first, last = month(window.since), month(window.last)
    return months(first, last)


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
