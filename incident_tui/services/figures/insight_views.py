"""The figures as people look through them: rows, the incidents behind each, and a chart."""

from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from incident_tui.domain.metrics.figures import Numbers, Spread
from incident_tui.domain.metrics.headlines import completed, recurred, took
from incident_tui.domain.metrics.insights import Figures, Insights
from incident_tui.domain.metrics.targets import COMPLETION, PUBLISHING, RECURRENCE
from incident_tui.domain.metrics.words import (
    hours,
    many,
    month_name,
    percent,
    span,
)
from incident_tui.services.figures.insight_debts import calls
from incident_tui.services.figures.insight_rows import Bars, Row, Said, Value, View, bars_of, count


class Measure(msgspec.Struct, frozen=True):
    """What the groups are compared by, and its target where it has one."""

    title: str
    value: Value
    said: Said
    target: float | None = None


def _resolve(figures: Figures) -> float | None:
    return figures.milestones.resolve.median


MEASURES: Final = (
    Measure("Incidents", lambda figures: float(len(figures.incidents)), count),
    Measure("Actions done", completed, percent, COMPLETION.good),
    Measure("Recur", recurred, percent, RECURRENCE.good),
    Measure("Post-mortem", took, hours, PUBLISHING.good),
    Measure("To resolve", _resolve, span),
)


def views(found: Insights, minutes: float | None, formula: str) -> dict[str, Callable[[], View]]:
    """Every view by name, in the order of their keys; a view is reckoned when it is looked at."""
    return {
        "Months": lambda: _groups("Months", _by_month(found), newest=True),
        "Severities": lambda: _groups("Severities", found.by_severity),
        "Services": lambda: _groups("Services", _often(found.by_service)),
        "Factors": lambda: _factors(found),
        "Times": lambda: _times(found),
        "Calls": lambda: calls(found, minutes, formula),
    }


def _by_month(found: Insights) -> dict[str, Figures]:
    return {month_name(month): figures for month, figures in found.by_month.items()}


def _often(groups: Mapping[str, Figures]) -> dict[str, Figures]:
    return dict(sorted(groups.items(), key=lambda item: -len(item[1].incidents)))


def _groups(name: str, groups: Mapping[str, Figures], *, newest: bool = False) -> View:
    names = list(groups)
    order = names[::-1] if newest else names
    rows = tuple(
        Row(
            each,
            tuple(measure.said(measure.value(groups[each])) for measure in MEASURES),
            groups[each].incidents,
            f"{each}: {many(len(groups[each].incidents), 'incident')}",
        )
        for each in order
    )

    def chart(row: int, measure: int) -> Bars:
        what = MEASURES[measure]
        found = {each: what.value(groups[each]) for each in names}
        title = f"{what.title} by {_SINGULAR[name]}"
        chosen = names.index(order[row]) if rows else None
        return bars_of(title, found, what.said, what.target, chosen)

    return View(name, tuple(m.title for m in MEASURES), rows, chart, measured=True)


_SINGULAR: Final = {"Months": "month", "Severities": "severity", "Services": "service"}


def _factors(found: Insights) -> View:
    """Categories of contributing factors, and how each went over time."""
    months: dict[str, Mapping[str, Numbers]] = dict(found.factors)
    those: dict[str, list[int]] = {}
    for named in months.values():
        for name, numbers in named.items():
            those.setdefault(name, []).extend(numbers)
    order = sorted(those, key=lambda name: (-len(those[name]), name))
    whole = len(found.whole.incidents)

    def chart(row: int, _measure: int) -> Bars:
        if not order:
            return bars_of("Contributing factors", {}, count)
        name = order[row]
        counts = {month_name(m): float(len(named.get(name, ()))) for m, named in months.items()}
        return bars_of(f"Incidents with a factor of {name}", counts, count)

    rows = tuple(
        Row(
            name,
            (count(len(those[name])), percent(len(those[name]) / whole if whole else None)),
            tuple(those[name]),
            f"{many(len(those[name]), 'incident')} with a factor of {name}",
        )
        for name in order
    )
    return View("Factors", ("Incidents", "Share"), rows, chart)


def _times(found: Insights) -> View:
    names = ("Detect", "Acknowledge", "Mitigate", "Resolve")

    def chart(row: int, _measure: int) -> Bars:
        medians = {month_name(m): _spreads(f)[row].median for m, f in found.by_month.items()}
        return bars_of(f"Median time to {names[row].lower()}", medians, span)

    rows = tuple(
        Row(
            f"{name} (MTT{name[0]})",
            (span(each.mean), span(each.median), span(each.p90), count(len(each.counted))),
            each.counted,
            f"{many(len(each.counted), 'incident')} with a known time to {name.lower()}",
        )
        for name, each in zip(names, _spreads(found.whole), strict=True)
    )
    return View("Times", ("Mean", "Median", "Nine in ten", "Incidents"), rows, chart)


def _spreads(figures: Figures) -> tuple[Spread, ...]:
    times = figures.milestones
    return (times.detect, times.acknowledge, times.mitigate, times.resolve)
