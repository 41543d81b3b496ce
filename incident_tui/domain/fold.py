"""State is a left fold over the facts in the order they happened; nothing else decides it.

Order is `(occurred_at, seq)`, so a fact recorded late takes its place in the past and never
overwrites a newer one. Corrections are read first, in the order they were recorded.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from incident_tui.domain import facts
from incident_tui.domain.call_effects import task_assigned
from incident_tui.domain.call_facts import TaskAssigned
from incident_tui.domain.decision_effects import proposed
from incident_tui.domain.decision_facts import Proposed
from incident_tui.domain.effects import action_added, apply, decision_made
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.overlays import CORRECTIONS, overlay_of, overlays, standing
from incident_tui.domain.state import PLAIN, IncidentState


def fold(entries: Iterable[TimelineEntry]) -> IncidentState:
    """The state after all of them; entries that bear no state may be left out."""
    return Fold(entries).state


def as_of(entries: Iterable[TimelineEntry], when: datetime) -> IncidentState:
    """What was true at that moment: later corrections are known, later facts have not happened."""
    return Fold(entries, until=when).state


class Fold:
    """A state kept current as entries arrive; it starts over only when the past itself changes."""

    def __init__(
        self, entries: Iterable[TimelineEntry] = (), *, until: datetime | None = None
    ) -> None:
        self._entries = sorted(entries, key=lambda entry: entry.seq)
        self._until = until
        self._newest: tuple[datetime, int] | None = None
        self._numbers: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self.state = IncidentState()
        for entry in self._entries:
            self._number(entry)
        self._start_over()

    def add(self, entries: Iterable[TimelineEntry]) -> IncidentState:
        """The state after these too; they must come in `seq` order, each once."""
        past_changed = False
        for entry in entries:
            self._entries.append(entry)
            self._number(entry)
            past_changed = past_changed or not self._extends(entry)
            if not past_changed:
                self.state = self._apply(self.state, entry)
        if past_changed:
            self._start_over()
        return self.state

    def _extends(self, entry: TimelineEntry) -> bool:
        """Whether the entry only continues what is already folded."""
        key = (entry.occurred_at, entry.seq)
        if isinstance(entry.fact, CORRECTIONS) or (self._newest and key < self._newest):
            return False
        if overlay_of(entry, self.state.overlays) is not PLAIN:
            return False  # a correction may be known before what it corrects
        if self._until is not None and entry.occurred_at > self._until:
            return False
        self._newest = key
        return True

    def _start_over(self) -> None:
        marks = overlays(self._entries)
        state = IncidentState(overlays=marks)
        for entry in standing(self._entries, marks):
            if self._until is not None and entry.occurred_at > self._until:
                break
            state = self._apply(state, entry)
            self._newest = (entry.occurred_at, entry.seq)
        self.state = state

    def _apply(self, state: IncidentState, entry: TimelineEntry) -> IncidentState:
        add = _ADDS.get(type(entry.fact))
        if add is None:
            return apply(state, entry)
        return add(state, entry, entry.fact, self._numbers[entry.id])

    def _number(self, entry: TimelineEntry) -> None:
        """Numbers follow the order of recording, so `A2` and `D3` mean the same for ever."""
        row = NUMBERED.get(type(entry.fact))
        if row is not None:
            self._counts[row] = self._counts.get(row, 0) + 1
            self._numbers[entry.id] = self._counts[row]


_Add = Callable[[IncidentState, TimelineEntry, Any, int], IncidentState]
_ADDS: Final[Mapping[type[Fact], _Add]] = {
    facts.ActionItemAdded: action_added,
    TaskAssigned: task_assigned,
    facts.DecisionMade: decision_made,
    Proposed: proposed,
}
NUMBERED: Final[Mapping[type[Fact], str]] = {
    facts.ActionItemAdded: "A",
    TaskAssigned: "T",
    facts.DecisionMade: "D",
    Proposed: "D",
}
"""What has a number, and the letter in front of it: kinds with one letter count in one row."""
