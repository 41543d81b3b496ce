"""What was learned from incidents is asked for here; as JSON it has one shape at every door."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from incident_tui.domain.entries import moment
from incident_tui.domain.metrics import saved
from incident_tui.domain.metrics.figures import Share, Spread
from incident_tui.domain.metrics.insights import Figures, Insights, insights
from incident_tui.domain.metrics.window import Window
from incident_tui.services.insights_table import InsightsTable
from incident_tui.services.json_shapes import stamp
from incident_tui.services.store import Store


def learned(store: Store, window: Window, settings: InsightsTable) -> Insights:
    """Every figure of the window, as the store has it."""
    return insights(store.read.history(window.as_of), window, settings.hours)


def minutes_saved(figures: Figures, settings: InsightsTable) -> float | None:
    """By the formula of the configuration; None where nothing was done that could save any."""
    return saved.minutes(settings.formula, figures.counts) if figures.incidents else None


def shown(found: Insights, settings: InsightsTable) -> dict[str, Any]:
    """The keys of `insights --json`: rates from 0 to 1, durations in seconds, null without data."""
    window = found.window
    minutes = minutes_saved(found.whole, settings)
    return {
        "as_of": stamp(moment(window.as_of)),
        "window": {
            "since": _stamp(window.since),
            "until": _stamp(window.as_of if window.until is None else window.until),
        },
        **group(found.whole),
        "time_saved": {"minutes": _rounded(minutes), "formula": settings.formula},
        "factors": {
            month: {name: len(those) for name, those in named.items()}
            for month, named in found.factors.items()
        },
        "by_severity": _groups(found.by_severity),
        "by_service": _groups(found.by_service),
        "by_month": _groups(found.by_month),
    }


def group(figures: Figures) -> dict[str, Any]:
    """The figures over one set of incidents."""
    actions, again, done = figures.actions, figures.recurrence, figures.completion
    spreads = {
        "mttd": figures.milestones.detect,
        "mtta": figures.milestones.acknowledge,
        "mttm": figures.milestones.mitigate,
        "mttr": figures.milestones.resolve,
    }
    return {
        "incidents": len(figures.incidents),
        "action_items": {
            "created": actions.created,
            "done": actions.done,
            "declined": actions.declined,
            "open": actions.open,
            "overdue": actions.overdue,
            "completion_rate": _rate(actions.completion),
            "on_time_rate": _rate(actions.on_time),
            "high_priority_over_30_days": actions.stale,
        },
        "recurrence": {
            "resolved": again.resolved,
            "confirmed": again.confirmed,
            "suggested": again.suggested,
            "rate": _rate(again.rate),
        },
        "postmortem_hours": {
            "published": done.published,
            "open": len(done.hours.open),
            "median": _rounded(done.hours.median),
            "p90": _rounded(done.hours.p90),
            "within_48h": _rate(done.within),
        },
        **{name: _rounded(each.mean) for name, each in spreads.items()},
        "milestones": {name: _spread(each) for name, each in spreads.items()},
        "updates": _share(figures.clocks, "kept", "due"),
        "off_hours": _share(figures.off_hours, "minutes", "of_minutes"),
    }


def _groups(groups: Mapping[str, Figures]) -> dict[str, dict[str, Any]]:
    return {name: group(figures) for name, figures in groups.items()}


def _spread(spread: Spread) -> dict[str, Any]:
    return {
        "incidents": len(spread.counted),
        "mean": _rounded(spread.mean),
        "median": _rounded(spread.median),
        "p90": _rounded(spread.p90),
    }


def _share(share: Share, part: str, whole: str) -> dict[str, Any]:
    return {part: share.part, whole: share.whole, "rate": _rate(share)}


def _rate(share: Share) -> float | None:
    return None if share.value is None else round(share.value, 6)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _stamp(micros_utc: int | None) -> str | None:
    when: datetime | None = None if micros_utc is None else moment(micros_utc)
    return stamp(when)
