"""The quarterly report: what happened, what was learned, what is owed, and how it was counted."""

from collections.abc import Iterator, Mapping

from incident_tui.domain.metrics.headlines import Headline
from incident_tui.domain.metrics.insights import Figures, Insights
from incident_tui.domain.metrics.targets import SIGNS, Standing
from incident_tui.domain.metrics.words import (
    NOTHING,
    hours,
    known,
    many,
    part,
    percent,
    period,
    span,
)
from incident_tui.exporters.reliability_charts import charts
from incident_tui.exporters.reliability_words import METHOD, Quarter, counted, pairs, summary
from incident_tui.exporters.report import (
    Block,
    Card,
    Cards,
    Charts,
    Grid,
    Points,
    Report,
    Section,
    Text,
)

_MOST = 15
"""Rows of a list that people read to its end."""
_TONES = {
    Standing.NONE: "grey",
    Standing.OPEN: "grey",
    Standing.GOOD: "green",
    Standing.OFF: "yellow",
    Standing.FAILING: "red",
    Standing.ALARMING: "red",
}


def report(quarter: Quarter) -> Report:
    """The whole report."""
    found = quarter.found
    opening: tuple[Block, ...] = (Text(summary(quarter)), Cards(tuple(map(_card, pairs(quarter)))))
    return Report(
        f"Reliability report {quarter.name[:4]} {quarter.name[4:]}",
        f"{period(found.window)}, {known(found.window)}",
        opening,
        tuple(_sections(quarter)),
    )


def _sections(quarter: Quarter) -> Iterator[Section]:
    found = quarter.found
    if quarter.year.by_month:
        trend = (Charts(charts(quarter.year, found)), _by_month(quarter.year))
        yield Section("Trend by month", trend)
    if found.whole.incidents:
        yield Section("Severities and services", tuple(_parts(found)))
        yield Section("From start to resolve", (_times(found.whole), Text(_calls(quarter))))
    yield Section("What recurs", tuple(_recurs(quarter)))
    yield Section("Overdue action items", tuple(_overdue(quarter)))
    yield Section("Post-mortems later than 48 hours", tuple(_slow(quarter)))
    yield Section("How it is counted", (Points(METHOD), Text(counted(quarter), quiet=True)))


def _card(pair: tuple[Headline, Headline]) -> Card:
    now, before = pair
    word = f"{SIGNS[now.standing]} {now.standing}"
    told = (*now.told, f"quarter before: {before.said if before.said != NOTHING else 'no data'}")
    return Card(now.title, now.said, word, _TONES[now.standing], now.target.said, told)


_HEAD = ("Incidents", "Actions done", "Recur", "Post-mortem", "To resolve")


def _by_month(year: Insights) -> Grid:
    return Grid(("Month", *_HEAD), [_figures(name, f) for name, f in year.by_month.items()])


def _parts(found: Insights) -> Iterator[Block]:
    yield Grid(("Severity", *_HEAD), [_figures(n, f) for n, f in found.by_severity.items()])
    often = sorted(found.by_service.items(), key=lambda item: -len(item[1].incidents))
    yield Grid(
        ("Service", *_HEAD),
        [_figures(name, figures) for name, figures in often[:_MOST]],
        more=_left_out(len(often), "service"),
    )


def _figures(name: str, figures: Figures) -> tuple[str, ...]:
    return (
        name,
        f"{len(figures.incidents):,}",
        percent(figures.actions.completion.value),
        percent(figures.recurrence.rate.value),
        hours(figures.completion.hours.median),
        span(figures.milestones.resolve.median),
    )


def _times(figures: Figures) -> Grid:
    times = figures.milestones
    named = {
        "Detect (MTTD)": times.detect,
        "Acknowledge (MTTA)": times.acknowledge,
        "Mitigate (MTTM)": times.mitigate,
        "Resolve (MTTR)": times.resolve,
    }
    rows = [
        (name, span(s.mean), span(s.median), span(s.p90), f"{len(s.counted):,}")
        for name, s in named.items()
    ]
    return Grid(("Time to", "Mean", "Median", "Nine in ten", "Incidents"), rows)


def _calls(quarter: Quarter) -> str:
    clocks, off = quarter.found.whole.clocks, quarter.found.whole.off_hours
    minutes = many(off.whole, "incident minute")
    told = [f"{percent(off.value)} of the {minutes} fell on nights or weekends."]
    if clocks.whole:
        due = part(clocks, "that were due")
        told.append(f"{percent(clocks.value)} of the updates came in time ({due}).")
    else:
        told.append("No update came to be due.")
    if quarter.minutes_saved is not None:
        saved = f"{quarter.minutes_saved / 60:,.0f} h"
        told.append(f"Time saved: {saved}, by the formula {quarter.formula} minutes.")
    return " ".join(told)


def _recurs(quarter: Quarter) -> Iterator[Block]:
    again = quarter.found.whole.recurrence
    if not again.resolved:
        yield Text("No incident was resolved.")
        return
    yield Text(
        f"{part(again.rate, 'incidents')} share a contributing factor with one of the twelve "
        f"months before, as a person confirmed; {again.suggested:,} more suggested and not judged "
        "yet."
    )
    factors = _often(quarter.found.factors)
    if factors:
        rows = [(name, f"{count:,}") for name, count in factors.items()]
        yield Grid(
            ("Contributing factor", "Incidents"), rows[:_MOST], more=_left_out(len(rows), "factor")
        )
    if quarter.recurring:
        head = ("Incident", "Title", "As before", "Shared factor")
        yield _listed(head, quarter.recurring, "recurrence", 4, (1, 3))


def _often(factors: Mapping[str, Mapping[str, tuple[int, ...]]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for named in factors.values():
        for name, those in named.items():
            counts[name] = counts.get(name, 0) + len(those)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _overdue(quarter: Quarter) -> Iterator[Block]:
    if not quarter.overdue:
        yield Text("None of this quarter's action items is overdue.")
        return
    head = ("Incident", "Action item", "Owner", "Due", "Days late")
    yield _listed(head, quarter.overdue, "overdue item", 4, (1,))


def _slow(quarter: Quarter) -> Iterator[Block]:
    if not quarter.slow:
        yield Text("None: each was published in time, or still has time.")
        return
    head = ("Incident", "Title", "Severity", "Took")
    yield _listed(head, quarter.slow, "post-mortem", 3, (1,))


def _listed(
    head: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    noun: str,
    numbers: int,
    wraps: tuple[int, ...],
) -> Grid:
    return Grid(head, rows[:_MOST], numbers, _left_out(len(rows), noun), wraps)


def _left_out(count: int, noun: str) -> str:
    return f"… and {many(count - _MOST, f'more {noun}')}." if count > _MOST else ""
