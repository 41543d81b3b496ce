"""Every figure once more, by the plainest way: fold each incident, then count on the fingers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

import msgspec

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.adherence import adherence
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.facts import Declared
from incident_tui.domain.fold import as_of
from incident_tui.domain.incident import Milestone, Priority, Status
from incident_tui.domain.state import IncidentState

HOUR = timedelta(hours=1)


class Told(msgspec.Struct, frozen=True):
    """One incident as it lies in the store: its entries, and the answers that name its factors."""

    number: int
    id: str
    entries: Sequence[TimelineEntry]
    answers: Sequence[tuple[datetime, tuple[str, ...]]] = ()


class Reckoning:
    """What is so at `at`, over incidents resolved from `since` up to but not including `until`."""

    def __init__(
        self, told: Sequence[Told], at: datetime, since: datetime | None, until: datetime
    ) -> None:
        self.at = at
        self.told = {each.number: each for each in told}
        folded = {each.number: as_of(each.entries, at) for each in told}
        self.states = {n: state for n, state in folded.items() if state.declared_at is not None}
        self.resolved = [
            number
            for number, state in self.states.items()
            if state.status is Status.RESOLVED
            and (since is None or ended(state) >= since)
            and ended(state) < until
        ]

    def figures(self, numbers: Sequence[int]) -> dict[str, Any]:
        """As `insights --json` gives them for one set of incidents, without the off hours."""
        return {
            "incidents": len(numbers),
            "action_items": self._actions(numbers),
            "recurrence": self._recurrence(numbers),
            "postmortem_hours": self._publishing(numbers),
            **{name: spread["mean"] for name, spread in self._times(numbers).items()},
            "milestones": self._times(numbers),
            "updates": self._updates(numbers),
        }

    def parted(self, key: Callable[[IncidentState], str]) -> dict[str, list[int]]:
        """The resolved incidents by some name of theirs."""
        parts: dict[str, list[int]] = {}
        for number in self.resolved:
            parts.setdefault(key(self.states[number]), []).append(number)
        return parts

    def factors(self, number: int) -> tuple[str, ...]:
        """The categories its newest answer names."""
        known = [names for saved, names in self.told[number].answers if saved <= self.at]
        return known[-1] if known else ()

    def _items(self, numbers: Sequence[int]) -> list[ActionItem]:
        return [item for number in numbers for item in self.states[number].actions]

    def _actions(self, numbers: Sequence[int]) -> dict[str, Any]:
        items = self._items(numbers)
        done = [i for i in items if i.status is ActionStatus.DONE]
        declined = [i for i in items if i.status is ActionStatus.DECLINED]
        open_ = [i for i in items if i.status is ActionStatus.OPEN]
        overdue = [i for i in open_ if i.due and i.due < self.at.date()]
        dated = [i for i in done if i.due]
        timely = [i for i in dated if i.closed_at and i.due and i.closed_at.date() <= i.due]
        month_ago = self.at - timedelta(days=30)
        stale = [i for i in open_ if i.priority is Priority.HIGH and i.created_at < month_ago]
        return {
            "created": len(items),
            "done": len(done),
            "declined": len(declined),
            "open": len(open_),
            "overdue": len(overdue),
            "completion_rate": share(len(done), len(items) - len(declined)),
            "on_time_rate": share(len(timely), len(dated) + len(overdue)),
            "high_priority_over_30_days": len(stale),
        }

    def _recurrence(self, numbers: Sequence[int]) -> dict[str, Any]:
        confirmed = [n for n in numbers if self._recurs(n)]
        suggested = [n for n in numbers if not self.states[n].recurrences and self._alike(n)]
        return {
            "resolved": len(numbers),
            "confirmed": len(confirmed),
            "suggested": len(suggested),
            "rate": share(len(confirmed), len(numbers)),
        }

    def _recurs(self, number: int) -> bool:
        by_id = {self.told[n].id: n for n in self.states}
        said = [
            by_id.get(r.earlier) for r in self.states[number].recurrences.values() if r.confirmed
        ]
        return any(n is not None and self._precedes(n, number) for n in said)

    def _alike(self, number: int) -> bool:
        service = self.states[number].service.casefold()
        return bool(service) and any(
            self.states[n].service.casefold() == service
            and set(self.factors(n)) & set(self.factors(number))
            and self._precedes(n, number)
            for n in self.states
        )

    def _precedes(self, earlier: int, later: int) -> bool:
        first, then = self.states[earlier].declared_at, self.states[later].declared_at
        assert first is not None
        assert then is not None
        day = 28 if (then.month, then.day) == (2, 29) else then.day
        return (first, earlier) < (then, later) and first >= then.replace(
            year=then.year - 1, day=day
        )

    def _publishing(self, numbers: Sequence[int]) -> dict[str, Any]:
        out, waiting = [], []
        for number in numbers:
            state = self.states[number]
            if state.published:
                out.append(max(timedelta(0), state.published.at - ended(state)))
            else:
                waiting.append(self.at - ended(state))
        known = len(out) + sum(span > 48 * HOUR for span in waiting)
        median, p90 = (survived(out, waiting, left) for left in (Fraction(1, 2), Fraction(1, 10)))
        return {
            "published": len(out),
            "open": len(waiting),
            "median": None if median is None else round(median / HOUR, 6),
            "p90": None if p90 is None else round(p90 / HOUR, 6),
            "within_48h": share(sum(span <= 48 * HOUR for span in out), known),
        }

    def _times(self, numbers: Sequence[int]) -> dict[str, dict[str, Any]]:
        reached: dict[str, list[float]] = {"mttd": [], "mtta": [], "mttm": [], "mttr": []}
        for number in numbers:
            state = self.states[number]
            at = state.milestones
            began = at.get(Milestone.STARTED, state.declared_at)
            for name, first, last in (
                ("mttd", at.get(Milestone.STARTED), at.get(Milestone.DETECTED)),
                ("mtta", at.get(Milestone.DETECTED), at.get(Milestone.ACKNOWLEDGED)),
                ("mttm", began, at.get(Milestone.MITIGATED)),
                ("mttr", began, at.get(Milestone.RESOLVED)),
            ):
                if first is not None and last is not None and last >= first:
                    reached[name].append((last - first).total_seconds())
        return {name: described(values) for name, values in reached.items()}

    def _updates(self, numbers: Sequence[int]) -> dict[str, Any]:
        found = [
            adherence(self.states[n])
            for n in numbers
            if all(
                entry.recorded_at - entry.occurred_at <= HOUR
                for entry in self.told[n].entries
                if isinstance(entry.fact, Declared)
            )
        ]
        due, kept = sum(each.due for each in found), sum(each.kept for each in found)
        return {"kept": kept, "due": due, "rate": share(kept, due)}


def ended(state: IncidentState) -> datetime:
    return state.milestones[Milestone.RESOLVED]


def share(part: int, whole: int) -> float | None:
    return round(part / whole, 6) if whole else None


def described(values: Sequence[float]) -> dict[str, Any]:
    """Mean, median and ninth tenth, each looked for from below."""
    found: Mapping[str, float | None] = {
        "mean": sum(values) / len(values) if values else None,
        "median": reached_by(values, Fraction(1, 2)),
        "p90": reached_by(values, Fraction(9, 10)),
    }
    rounded = {name: None if v is None else round(v, 6) for name, v in found.items()}
    return {"incidents": len(values), **rounded}


def reached_by(values: Sequence[float], wanted: Fraction) -> float | None:
    """The least value that such a share does not exceed; the middle, where it is met exactly."""
    for value in sorted(values):
        below = Fraction(sum(v <= value for v in values), len(values))
        if below == wanted:
            return (value + min(v for v in values if v > value)) / 2
        if below > wanted:
            return value
    return None


def survived(
    done: Sequence[timedelta], pending: Sequence[timedelta], left: Fraction
) -> timedelta | None:
    """When that share is still pending, each one that waits handing its weight on to the right."""
    events = sorted([(span, False) for span in done] + [(span, True) for span in pending])
    weights = [Fraction(1, len(events)) for _ in events]
    for at, (_, waits) in enumerate(events):
        after = len(events) - at - 1
        if waits and after:
            weights = [w + weights[at] / after if i > at else w for i, w in enumerate(weights)]
            weights[at] = Fraction(0)
    times = sorted(set(done))
    for place, time in enumerate(times):
        gone = sum(
            w
            for w, (span, waits) in zip(weights, events, strict=True)
            if not waits and span <= time
        )
        if 1 - gone <= left:
            level = 1 - gone == left and place + 1 < len(times)
            return (time + times[place + 1]) / 2 if level else time
    return None
