"""The charts of the report: a year by month, in which the months of the quarter stand out."""

from collections.abc import Callable, Mapping

from incident_tui.domain.incident import Severity
from incident_tui.domain.metrics.headlines import completed, recurred, took
from incident_tui.domain.metrics.insights import Figures, Insights
from incident_tui.domain.metrics.targets import COMPLETION, PUBLISHING, RECURRENCE
from incident_tui.domain.metrics.words import NOTHING, hours, month_name, percent
from incident_tui.exporters.report import Bar, Chart

_Value = Callable[[Figures], float | None]
_Said = Callable[[float | None], str]


def charts(year: Insights, quarter: Insights) -> tuple[Chart, ...]:
    """Incidents, and the three figures with their targets."""
    return (
        _incidents(year, quarter),
        _trend(year, quarter, "Action items done", completed, percent, COMPLETION.good),
        _trend(year, quarter, "Incidents that recur", recurred, percent, RECURRENCE.good),
        _trend(year, quarter, "Post-mortem, median", took, hours, PUBLISHING.good),
    )


def _incidents(year: Insights, quarter: Insights) -> Chart:
    severities = {number: level.name for number, level in _levels(year).items()}
    worst_last = sorted(set(severities.values()), reverse=True)
    bars = []
    for month, figures in year.by_month.items():
        counts = {
            level: sum(severities[n] == level for n in figures.incidents) for level in worst_last
        }
        parts = tuple((level.lower(), float(count)) for level, count in counts.items() if count)
        said = str(len(figures.incidents))
        faint = month not in quarter.by_month
        bars.append(Bar(month_name(month)[:3], parts or (("bar", 0.0),), said, faint))
    counted = {month: float(len(f.incidents)) for month, f in year.by_month.items()}
    told = _told(counted, lambda value: f"{value or 0:,.0f}")
    return Chart(
        "Incidents by month and severity",
        tuple(bars),
        f"Incidents resolved: {told}.",
        legend=tuple((level, level.lower()) for level in sorted(worst_last)),
    )


def _levels(year: Insights) -> dict[int, Severity]:
    return {
        number: Severity.read(name)
        for name, figures in year.by_severity.items()
        for number in figures.incidents
    }


def _trend(
    year: Insights, quarter: Insights, title: str, value: _Value, said: _Said, target: float
) -> Chart:
    found = {month: value(figures) for month, figures in year.by_month.items()}
    bars = tuple(
        Bar(
            month_name(month)[:3],
            () if each is None else (("bar", each),),
            _short(said(each)),
            month not in quarter.by_month,
        )
        for month, each in found.items()
    )
    alt = f"{title}: {_told(found, said)}; target {said(target)}."
    return Chart(title, bars, alt, target, ((f"target {said(target)}", "target"),))


def _told(found: Mapping[str, float | None], said: _Said) -> str:
    """`80 % in Mar 26, 85 % in Apr 25; lowest 80 % (Mar 26), highest 89 % (Aug 25)`."""
    known = {month: value for month, value in found.items() if value is not None}
    if not known:
        return "no data"
    first, *_, last = *known, list(known)[-1]
    low, high = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
    outer = dict.fromkeys((first, last))
    ends = " and ".join(f"{said(known[month])} in {month_name(month)}" for month in outer)
    if len(known) < 3:
        return ends
    lowest = f"lowest {said(known[low])} ({month_name(low)})"
    return f"{ends}; {lowest}, highest {said(known[high])} ({month_name(high)})"


def _short(said: str) -> str:
    """What fits above a bar: the unit is said by the target."""
    return said.replace(" %", "%").replace(" ", "") if said != NOTHING else NOTHING
