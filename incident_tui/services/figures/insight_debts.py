"""How the calls went and what is owed after them: a figure a row, each by month in its chart."""

from collections.abc import Callable
from typing import NamedTuple

from incident_tui.domain.metrics.figures import Numbers, Share
from incident_tui.domain.metrics.insights import Figures, Insights
from incident_tui.domain.metrics.words import NOTHING, many, month_name, part, percent
from incident_tui.services.figures.insight_rows import Bars, Row, Said, Value, View, bars_of, count


class _Part(NamedTuple):
    """One figure of the last view; `of` and `said` give it for a month."""

    label: str
    value: str
    told: str
    those: Numbers
    words: str
    of: Value
    said: Said


def calls(found: Insights, minutes: float | None, formula: str) -> View:
    """How the calls went, and what is owed after them."""
    parts = _calls_of(found.whole)
    saved = NOTHING if minutes is None else f"{minutes / 60:,.0f} h"
    rows = [
        Row(label, (value, told), those, words) for label, value, told, those, words, *_ in parts
    ]
    every = found.whole.incidents
    rows.append(Row("Time saved", (saved, f"= {formula} minutes"), every, "incidents counted"))

    def chart(row: int, _measure: int) -> Bars:
        if row >= len(parts):
            counts = {month_name(m): float(len(f.incidents)) for m, f in found.by_month.items()}
            return bars_of("Incidents by month", counts, count)
        asked = parts[row]
        each = {month_name(m): asked.of(f) for m, f in found.by_month.items()}
        return bars_of(f"{asked.label} by month", each, asked.said)

    return View("Calls", ("", ""), tuple(rows), chart)


def _calls_of(whole: Figures) -> tuple[_Part, ...]:
    actions = whole.actions
    return (
        _share("Updates in time", whole, lambda f: f.clocks, "that were due"),
        _share("Nights and weekends", whole, lambda f: f.off_hours, "incident minutes"),
        _share("Actions on time", whole, lambda f: f.actions.on_time, "with a date"),
        _number("Overdue", "action item", whole, lambda f: f.actions.overdue_in, actions.overdue),
        _number("Over 30 days", "urgent item", whole, lambda f: f.actions.stale_in, actions.stale),
        _number("Suggested", "recurrence", whole, lambda f: f.recurrence.suggested_in),
        _number("Not published", "post-mortem", whole, lambda f: f.completion.hours.open),
    )


def _share(label: str, whole: Figures, of: Callable[[Figures], Share], noun: str) -> _Part:
    each = of(whole)
    told = part(each, noun) if each.whole else "no data"
    words = f"{label}: incidents that fall short"

    def value(figures: Figures) -> float | None:
        return of(figures).value

    return _Part(label, percent(each.value), told, each.short, words, value, percent)


def _number(
    label: str,
    noun: str,
    whole: Figures,
    of: Callable[[Figures], Numbers],
    items: int | None = None,
) -> _Part:
    """`items` where an incident may have several; the chart counts incidents."""
    those = of(whole)
    number = len(those) if items is None else items
    told = f"{noun}{'' if number == 1 else 's'}"
    if items is not None:
        told += f" in {many(len(those), 'incident')}"

    def value(figures: Figures) -> float | None:
        return float(len(of(figures)))

    return _Part(label, count(number), told, those, f"{label}: {told}", value, count)
