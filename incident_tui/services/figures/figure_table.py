"""A figure a line, with what it was made of: so that a spreadsheet can open every one of them."""

from collections.abc import Iterator, Mapping
from typing import Final

from incident_tui.domain.metrics.figures import Numbers, Share, Spread
from incident_tui.domain.metrics.insights import Figures, Insights
from incident_tui.exporters.csv_table import table

HEAD: Final = ("scope", "of", "figure", "value", "unit", "part", "whole", "incidents", "short")
_Line = tuple[str, ...]


def table_of(found: Insights) -> str:
    """The whole file; `short` are the incidents that hold a figure down, or drive it up."""
    return table(HEAD, _lines(found))


def _lines(found: Insights) -> Iterator[_Line]:
    yield from _of("all", "", found.whole)
    parts: dict[str, Mapping[str, Figures]] = {
        "severity": found.by_severity,
        "service": found.by_service,
        "month": found.by_month,
    }
    for scope, groups in parts.items():
        for name, figures in groups.items():
            yield from _of(scope, name, figures)
    for month, named in found.factors.items():
        for factor, those in named.items():
            count = str(len(those))
            yield ("factor", month, factor, count, "incidents", "", "", _numbers(those), "")


def _of(scope: str, name: str, figures: Figures) -> Iterator[_Line]:
    actions, again, done = figures.actions, figures.recurrence, figures.completion
    shares = {
        "action_items.completion_rate": actions.completion,
        "action_items.on_time_rate": actions.on_time,
        "recurrence.rate": again.rate,
        "postmortem_hours.within_48h": done.within,
        "updates.rate": figures.clocks,
        "off_hours.rate": figures.off_hours,
    }
    counts = {
        "incidents": (len(figures.incidents), figures.incidents),
        "action_items.overdue": (actions.overdue, actions.overdue_in),
        "action_items.high_priority_over_30_days": (actions.stale, actions.stale_in),
        "recurrence.suggested": (again.suggested, again.suggested_in),
        "postmortem_hours.open": (len(done.hours.open), done.hours.open),
    }
    waited = {"median": done.hours.median, "p90": done.hours.p90}
    times = figures.milestones
    spreads = {
        "mttd": times.detect,
        "mtta": times.acknowledge,
        "mttm": times.mitigate,
        "mttr": times.resolve,
    }
    for figure, (count, those) in counts.items():
        yield (scope, name, figure, str(count), "", "", "", _numbers(those), "")
    for figure, share in shares.items():
        yield (scope, name, figure, *_share(share))
    everyone, still = _numbers((*done.hours.counted, *done.hours.open)), _numbers(done.hours.open)
    for which, value in waited.items():
        figure = f"postmortem_hours.{which}"
        yield (scope, name, figure, _value(value), "hours", "", "", everyone, still)
    for figure, spread in spreads.items():
        yield from ((scope, name, *line) for line in _spread(figure, spread))


def _share(share: Share) -> _Line:
    part, whole = str(share.part), str(share.whole)
    return (_value(share.value), "", part, whole, _numbers(share.counted), _numbers(share.short))


def _spread(figure: str, spread: Spread) -> Iterator[_Line]:
    for which, value in (("", spread.mean), (".median", spread.median), (".p90", spread.p90)):
        those = _numbers(spread.counted)
        yield (f"{figure}{which}", _value(value), "seconds", "", "", those, "")


def _value(value: float | None) -> str:
    """Empty without data: a spreadsheet must not take it for nought."""
    return "" if value is None else f"{value:.6g}"


def _numbers(those: Numbers) -> str:
    return " ".join(map(str, those))
