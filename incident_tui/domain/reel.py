"""Any moment of an incident is at hand: states are folded once, and kept at every so many facts."""

from bisect import bisect_right
from datetime import datetime
from typing import Final

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fold import Fold
from incident_tui.domain.overlays import overlays, standing
from incident_tui.domain.state import IncidentState

_EVERY: Final = 64
"""Facts between two states that are kept; a look folds fewer than that."""
_AFTER_ALL: Final = 2**63


class Reel(Fold):
    """What was true at a moment: later corrections are known, later facts have not happened."""

    _standing: list[TimelineEntry]
    _keys: list[tuple[datetime, int]]
    _kept: list[IncidentState]

    def at(self, when: datetime, seq: int = _AFTER_ALL) -> IncidentState:
        """The state at that moment; of its very instant, only what was recorded up to `seq`."""
        count = bisect_right(self._keys, (when, seq))
        while len(self._kept) <= count // _EVERY:
            self._kept.append(self._on(self._kept[-1], (len(self._kept) - 1) * _EVERY, _EVERY))
        begin = count // _EVERY * _EVERY
        return self._on(self._kept[count // _EVERY], begin, count - begin)

    def _on(self, state: IncidentState, begin: int, count: int) -> IncidentState:
        """The state after so many more facts."""
        for entry in self._standing[begin : begin + count]:
            state = self._apply(state, entry)
        return state

    def _start_over(self) -> None:
        marks = overlays(self._entries)
        self._standing = standing(self._entries, marks)
        self._keys = [(entry.occurred_at, entry.seq) for entry in self._standing]
        self.state = IncidentState(overlays=marks)
        self._kept = [self.state]
