"""Three figures say whether learning works, each with its target, its words and its trend."""

from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from incident_tui.domain.metrics.figures import Numbers
from incident_tui.domain.metrics.insights import Figures, Insights
from incident_tui.domain.metrics.parts import WITHIN_HOURS
from incident_tui.domain.metrics.targets import (
    COMPLETION,
    PUBLISHING,
    RECURRENCE,
    Standing,
    Target,
)
from incident_tui.domain.metrics.words import NOTHING, hours, many, part, percent

_Value = Callable[[Figures], float | None]


class Headline(msgspec.Struct, frozen=True):
    """`short` are the incidents that keep it from its target; `trend` has a value a month.

    `least` is what a value that is not known yet has exceeded already.
    """

    title: str
    value: float | None
    said: str
    target: Target
    told: tuple[str, ...]
    counted: Numbers
    short: Numbers
    short_means: str
    trend: Mapping[str, float | None]
    least: float | None = None

    @property
    def standing(self) -> Standing:
        """Where it stands against its target; what is counted and has no value yet is open."""
        if self.value is None and self.least is None and self.counted:
            return Standing.OPEN
        return self.target.standing(self.least if self.value is None else self.value)


def headlines(found: Insights) -> tuple[Headline, Headline, Headline]:
    """Action items, recurrence, post-mortems."""
    return _actions(found), _recurrence(found), _publishing(found)


def completed(figures: Figures) -> float | None:
    """Action item completion rate."""
    return figures.actions.completion.value


def recurred(figures: Figures) -> float | None:
    """Incident recurrence rate."""
    return figures.recurrence.rate.value


def took(figures: Figures) -> float | None:
    """Hours within which half of the post-mortems were published."""
    return figures.completion.hours.median


def _actions(found: Insights) -> Headline:
    actions = found.whole.actions
    rate = actions.completion
    if rate.whole:
        told = [f"{part(rate)} done, {actions.declined:,} declined"]
    else:
        told = ["none added, or all declined"]
    told.append(f"{actions.open:,} open, {actions.overdue:,} of them overdue")
    if actions.on_time.whole:
        told.append(f"{percent(actions.on_time.value)} on time ({part(actions.on_time)})")
    if actions.stale:
        told.append(f"{actions.stale:,} of high priority over 30 days")
    return Headline(
        "Action items done",
        rate.value,
        percent(rate.value),
        COMPLETION,
        tuple(told),
        rate.counted,
        rate.short,
        "with open action items",
        _trend(found, completed),
    )


def _recurrence(found: Insights) -> Headline:
    again = found.whole.recurrence
    told = [f"{part(again.rate)}, confirmed by people"]
    if not again.resolved:
        told = ["no incident was resolved"]
    told.append(f"{again.suggested:,} more suggested, not judged yet")
    return Headline(
        "Incidents that recur",
        again.rate.value,
        percent(again.rate.value),
        RECURRENCE,
        tuple(told),
        again.rate.counted,
        again.rate.short,
        "that recur",
        _trend(found, recurred),
    )


def _publishing(found: Insights) -> Headline:
    done = found.whole.completion
    waiting = len(done.hours.open)
    told = [f"{done.published:,} published, {waiting:,} open"]
    if done.published or waiting:
        ninth = hours(done.hours.p90)
        told.append(f"nine in ten within {ninth}" if done.hours.p90 else _TOO_FEW)
        told.append(f"{percent(done.within.value)} within 48 h ({part(done.within)})")
    said = hours(done.hours.median)
    if said == NOTHING and waiting:
        said = "not yet"
    return Headline(
        "Post-mortem, median",
        done.hours.median,
        said,
        PUBLISHING,
        tuple(told),
        (*done.hours.counted, *done.hours.open),
        done.within.short,
        "later than 48 h",
        _trend(found, took),
        least=WITHIN_HOURS if done.within.short else None,
    )


_TOO_FEW: Final = "too many are open for nine in ten"


def _trend(found: Insights, value: _Value) -> dict[str, float | None]:
    return {month: value(figures) for month, figures in found.by_month.items()}


def incidents(count: int) -> str:
    """`42 incidents resolved`."""
    return f"{many(count, 'incident')} resolved"
