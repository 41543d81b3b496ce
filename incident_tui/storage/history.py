"""What was known at a moment is read off the views; only what changed since then is folded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from incident_tui.domain.actions import STALE_AFTER
from incident_tui.domain.entries import TimelineEntry, moment
from incident_tui.domain.factors import categories
from incident_tui.domain.fold import as_of
from incident_tui.domain.incident import Status
from incident_tui.domain.metrics.measured import History, Measured
from incident_tui.storage.codec import COLUMNS, entry
from incident_tui.storage.schema import STATELESS
from incident_tui.storage.script import json_array
from incident_tui.storage.views import summary

if TYPE_CHECKING:
    from incident_tui.storage.script import Row

Ask = Callable[..., "list[Row]"]

_FIELDS: Final = (
    *("number", "severity", "service", "declared_at", "resolved_at", "published_at"),
    *("started_at", "detected_at", "acknowledged_at", "mitigated_at", "actions"),
    *("done_actions", "declined_actions", "dated_actions", "timely_actions"),
)
_COUNTS: Final = ("updates", "clocks", "kept_clocks")
_INCIDENTS: Final = f"""
SELECT {", ".join((*_FIELDS, *_COUNTS))}, status, id, last_at FROM incident
WHERE first_at <= :at ORDER BY number
"""
_WAITING: Final = """
SELECT incident_id, count(*) FILTER (WHERE due < :today),
    count(*) FILTER (WHERE priority = 'high' AND created_at < :old)
FROM action_item WHERE status = 'open' GROUP BY incident_id
"""
FACTORS: Final = """
SELECT incident_id, text, max(revision) FROM answer
WHERE step = 'factors' AND saved_at <= :at GROUP BY incident_id
"""
_CHANGED: Final = f"""
SELECT {COLUMNS} FROM json_each(:ids) AS wanted CROSS JOIN entry
ON incident_id = wanted.value WHERE kind NOT IN {STATELESS} ORDER BY wanted.key, seq
"""
_JUDGED: Final = "SELECT incident_id, earlier_id, confirmed FROM recurrence ORDER BY incident_id"
_MEASURED: Final[Callable[..., Measured]] = Measured  # its fields come in the order of the columns
_DECLARED: Final = _FIELDS.index("declared_at")
_RESOLVED: Final = _FIELDS.index("resolved_at")


def history(ask: Ask, at: int) -> History:
    """Every incident declared by `at`, microseconds UTC; `ask` carries out a query."""
    rows = ask(_INCIDENTS, at=at)
    beside = _Beside(ask, at, {row[-2]: row[0] for row in rows})
    known: list[Measured] = []
    changed = []
    for row in rows:
        id_, last = row[-2:]
        if last > at:
            changed.append(id_)
        elif row[_DECLARED] is not None:
            known.append(beside.measured(id_, row[:-2]))
    known += _earlier(ask, changed, beside)
    return History(at, sorted(known, key=lambda each: each.number))


class _Beside:
    """What is known of incidents beside their own rows."""

    def __init__(self, ask: Ask, at: int, numbers: Mapping[str, int]) -> None:
        self.when = moment(at)
        self.numbers = numbers
        old = at - STALE_AFTER // timedelta(microseconds=1)
        found = ask(_WAITING, today=self.when.date().isoformat(), old=old)
        self._waiting = {id_: (overdue, stale) for id_, overdue, stale in found}
        self._factors = {id_: categories(text) for id_, text, _ in ask(FACTORS, at=at)}
        self._judged: dict[str, list[tuple[str, int]]] = {}
        for id_, *verdict in ask(_JUDGED):
            self._judged.setdefault(id_, []).append(tuple(verdict))

    def measured(self, id_: str, row: Row) -> Measured:
        """The incident whose row holds all that is asked for."""
        return self._made(id_, row, self._waiting.get(id_, (0, 0)), self._judged.get(id_, ()))

    def then(self, id_: str, entries: list[TimelineEntry]) -> Measured | None:
        """The incident as it was, though more has happened since; None: not declared yet."""
        state = as_of(entries, self.when)
        if state.declared_at is None:
            return None
        values = summary(id_, entries, state) | {"number": self.numbers[id_]}
        row = tuple(values[name] for name in (*_FIELDS, *_COUNTS, "status"))
        today = self.when.date()
        overdue = sum(item.overdue(today) for item in state.actions)
        stale = sum(item.stale(self.when) for item in state.actions)
        judged = [(each.earlier, each.confirmed) for each in state.recurrences.values()]
        return self._made(id_, row, (overdue, stale), judged)

    def _made(
        self, id_: str, row: Row, waiting: tuple[int, int], judged: Sequence[tuple[str, int]]
    ) -> Measured:
        *before, updates, clocks, kept, status = row
        if status != Status.RESOLVED:
            before[_RESOLVED] = None
        again = [self.numbers[e] for e, confirmed in judged if confirmed and e in self.numbers]
        counts = (*before, *waiting, updates, clocks, kept, self._factors.get(id_, ()))
        return _MEASURED(*counts, tuple(again), bool(judged))


def _earlier(ask: Ask, changed: Sequence[str], beside: _Beside) -> Iterator[Measured]:
    if not changed:
        return
    rows = map(entry, ask(_CHANGED, ids=json_array(changed)))
    for id_, told in groupby(rows, key=lambda each: each.incident_id):
        measured = beside.then(id_, list(told))
        if measured is not None:
            yield measured
