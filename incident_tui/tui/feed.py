"""What the log says reaches the timeline here: the newest rows at once, the whole order after."""

from array import array
from collections.abc import Callable, Iterable
from contextlib import suppress

from incident_tui.commands.outcome import FindText
from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import StoreError
from incident_tui.domain.overlays import CORRECTIONS, out_of_sight
from incident_tui.domain.timeline import QUIET, TimelineRow, row
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.ordering import Place, place, whole_order
from incident_tui.services.store import Store
from incident_tui.tui.widgets.order import Order
from incident_tui.tui.widgets.timeline import Timeline

_FIRST_ROWS = 200
"""More than any screen shows; fewer than anybody would notice waiting for."""


class Feed:
    """Keeps a timeline in step with its log, or with what was asked for in it."""

    def __init__(self, store: Store, log: IncidentLog, timeline: Timeline) -> None:
        self._store = store
        self._log = log
        self._timeline = timeline
        self._seen = log.seq
        self._withdrawn = log.state.withdrawn
        self.asked = FindText()
        self._relaid = False
        self._known = {e.id for e in self._around(log.seq)} if store.team else set()

    def new(self) -> list[TimelineEntry]:
        """The entries recorded since this was asked last, whoever else read the log meanwhile."""
        if self._log.relaid():
            self._relaid = True
            found = [e for e in self._around(self._seen) if e.id not in self._known]
            self._known |= {e.id for e in found}
            self._seen = self._log.seq
            return found
        found = self._log.catch_up()
        if self._log.seq - self._seen > len(found):
            found = self._store.log.after(self._log.id, self._seen)
        self._seen = self._log.seq
        if self._store.team:
            self._known |= {e.id for e in found}
        return found

    def _around(self, seq: int) -> list[TimelineEntry]:
        """The entries from some before that number on."""
        return self._store.log.after(self._log.id, max(0, seq - _FIRST_ROWS))

    def begin(self) -> bool:
        """Show the newest rows; True when there are more, which `load` brings."""
        try:
            rows = self._log.newest(_FIRST_ROWS)
        except StoreError:  # `load` is more patient
            return True
        self._timeline.show(ordered(place(r) for r in rows), keep_anchor=False)
        return len(rows) >= _FIRST_ROWS

    def load(self, deliver: Callable[[Order, int], None]) -> None:
        """Read the whole order, in a thread; `deliver` is given it and the entries it knows."""
        known = self._log.seq
        order = Order()
        for piece in whole_order(self._store.path, self._log.id, self._log.state):
            extend(order, piece)
        deliver(order, known)

    def take(self, order: Order, known: int) -> None:
        """Show the whole order, and what was recorded while it was read."""
        if self.asked != FindText():
            return
        self._timeline.show(order)
        self._timeline.append(self._shown(self._store.log.after(self._log.id, known)))

    def add(self, entries: Iterable[TimelineEntry]) -> bool:
        """Show new entries; True when the past moved and the whole order must be read again."""
        new = list(entries)
        if self._relaid and self.asked == FindText():
            self._relaid = False
            self._timeline.invalidate()
            self.begin()
            return True
        if self.asked != FindText():
            with suppress(StoreError):  # the rows of the last look stay
                self.find(self.asked)
            return False
        if any(isinstance(e.fact, CORRECTIONS) for e in new):
            self._timeline.invalidate()
        if shown := self._shown(new):
            self._timeline.append(shown)
        withdrawn = self._log.state.withdrawn
        before, self._withdrawn = self._withdrawn, withdrawn
        return before != withdrawn or any(_moves(e) for e in new)

    def _shown(self, entries: Iterable[TimelineEntry]) -> list[TimelineRow]:
        """Their rows; a line of an import that is not complete has none yet."""
        gone = self._log.state.withdrawn
        return [
            row(e, self._log.state)
            for e in entries
            if not (isinstance(e.fact, QUIET) or out_of_sight(e, gone))
        ]

    def find(self, asked: FindText) -> int:
        """Show only what was asked for; the number of rows found."""
        places = self._log.find(asked)
        self.asked = asked
        self._timeline.highlight = asked.text
        self._timeline.show(ordered(places), narrowed=True)
        return len(places)

    def all(self) -> None:
        """Show everything again; the whole order must be loaded after this."""
        self.asked = FindText()
        self._timeline.highlight = ""
        self.begin()


def ordered(places: Iterable[Place]) -> Order:
    """An order of places that are sorted by time already."""
    order = Order()
    extend(order, list(places))
    return order


def extend(order: Order, piece: list[Place]) -> None:
    """Add places: at the end, or where their time belongs."""
    if not piece:
        return
    if not len(order) or (piece[0][1], piece[0][0]) > (order.times[-1], order.seqs[-1]):
        order.seqs.extend(array("I", (seq for seq, _, _ in piece)))
        order.times.extend(array("q", (at for _, at, _ in piece)))
        order.lengths.extend(array("I", (length for _, _, length in piece)))
        return
    for seq, at, length in piece:
        order.insert(order.place(at, seq), seq, at, length)


def _moves(entry: TimelineEntry) -> bool:
    return isinstance(entry.fact, facts.Amended) and entry.fact.occurred_at is not None


def rows_of(log: IncidentLog) -> Callable[[Iterable[int]], list[TimelineRow]]:
    """What a timeline reads its rows with."""
    return lambda seqs: log.rows(list(seqs))
