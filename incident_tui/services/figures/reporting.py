"""A quarterly report is gathered here: the figures, and the rows that stand behind them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Final

from incident_tui.domain.entries import micros, moment
from incident_tui.domain.fold import as_of
from incident_tui.domain.metrics.insights import Insights, insights
from incident_tui.domain.metrics.measured import HOUR, History
from incident_tui.domain.metrics.parts import publishing_hours
from incident_tui.domain.metrics.window import Window
from incident_tui.domain.metrics.words import hours
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.state import IncidentState
from incident_tui.exporters.reliability import report
from incident_tui.exporters.reliability_words import Quarter
from incident_tui.exporters.report import Report
from incident_tui.exporters.report_html import html
from incident_tui.exporters.report_markdown import markdown
from incident_tui.services.figures import learning
from incident_tui.services.insights_table import InsightsTable
from incident_tui.services.store import Store
from incident_tui.storage.rows import IncidentRow

FORMATS: Final[dict[str, tuple[str, Callable[[Report], str]]]] = {
    "markdown": ("md", markdown),
    "html": ("html", html),
}
"""Name → the ending of its file, and what writes it."""


def reported(store: Store, name: str, window: Window, settings: InsightsTable) -> Report:
    """The report of the quarter of that name, which lies in that window."""
    return report(gathered(store, name, window, settings))


def gathered(store: Store, name: str, window: Window, settings: InsightsTable) -> Quarter:
    """All that the report tells."""
    history = store.read.history(window.as_of)
    found = insights(history, window, settings.hours)
    rows = {row.number: row for row in store.read.incidents()}
    return Quarter(
        name=name,
        found=found,
        before=_before(store, window, settings),
        year=insights(history, _year(window), settings.hours),
        overdue=tuple(_overdue(store, found, rows)),
        slow=tuple(_slow(history, found, rows)),
        recurring=tuple(_recurring(store, found, rows)),
        minutes_saved=learning.minutes_saved(found.whole, settings),
        formula=settings.formula,
    )


def _before(store: Store, window: Window, settings: InsightsTable) -> Insights:
    """The quarter before, as it was known when it was as old as this one."""
    begins = moment(window.since or 0)
    months = begins.year * 12 + begins.month - 1 - 3
    earlier = datetime(months // 12, months % 12 + 1, 1, tzinfo=begins.tzinfo)
    then = Window(window.as_of - micros(begins) + micros(earlier), window.since, micros(earlier))
    return insights(store.read.history(then.as_of), then, settings.hours)


def _year(window: Window) -> Window:
    """Twelve months up to the end of the quarter."""
    ends = moment(window.until or window.as_of)
    first = ends.replace(year=ends.year - 1)
    return Window(window.as_of, window.until, micros(first))


def _overdue(
    store: Store, found: Insights, rows: Mapping[int, IncidentRow]
) -> Iterator[tuple[str, ...]]:
    """The items that are late the longest first."""
    when = moment(found.window.as_of)
    late = [
        (item.due, number, item)
        for number in found.whole.actions.overdue_in
        for item in _then(store, rows[number], when).actions
        if item.due is not None and item.overdue(when.date())
    ]
    for due, number, item in sorted(late, key=lambda each: (each[0], each[1], each[2].number)):
        owner = f"@{item.owner}" if item.owner else "nobody"
        days = (when.date() - due).days
        yield (incident_name(number), item.text, owner, due.isoformat(), f"{days:,}")


def _slow(
    history: History, found: Insights, rows: Mapping[int, IncidentRow]
) -> Iterator[tuple[str, ...]]:
    """Those that took or have waited longest first."""
    known = {each.number: each for each in history.incidents}
    waited = {
        number: (history.as_of - (known[number].resolved_at or 0)) / HOUR
        for number in found.whole.completion.hours.open
    }
    late = [
        (waited.get(number, publishing_hours(known[number])), number)
        for number in found.whole.completion.within.short
    ]
    for took, number in sorted(late, key=lambda each: (-each[0], each[1])):
        told = f"open for {hours(took)}" if number in waited else hours(took)
        level = f"SEV{known[number].severity}"
        yield (incident_name(number), rows[number].title, level, told)


def _recurring(
    store: Store, found: Insights, rows: Mapping[int, IncidentRow]
) -> Iterator[tuple[str, ...]]:
    when = moment(found.window.as_of)
    for number in found.whole.recurrence.rate.short:
        verdicts = _then(store, rows[number], when).recurrences.values()
        confirmed = [each for each in verdicts if each.confirmed]
        before = ", ".join(incident_name(each.number) for each in confirmed)
        factors = "; ".join(dict.fromkeys(each.text for each in confirmed if each.text))
        yield (incident_name(number), rows[number].title, before, factors)


def _then(store: Store, row: IncidentRow, when: datetime) -> IncidentState:
    return as_of(store.log.state_rows(row.id), when)
