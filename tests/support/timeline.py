"""Timeline rows without a store: a shelf that hands them out, counts them, and can be locked."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from incident_tui.domain.entries import micros
from incident_tui.domain.errors import StoreLockedError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Noted
from incident_tui.domain.state import PLAIN, Overlay
from incident_tui.domain.timeline import TimelineRow
from incident_tui.domain.wording import word, wording
from incident_tui.tui.widgets.order import Order
from tests.support.entries import T0, entry

TODAY: Final = T0.date()


def today() -> date:
    """The day on which the first entries were written."""
    return TODAY


def row(
    seq: int,
    fact: Fact | str = "a note",
    *,
    minutes: float | None = None,
    late: float = 0,
    overlay: Overlay = PLAIN,
    author: str = "maria",
) -> TimelineRow:
    """The row of an entry, with a text standing for a note."""
    said = Noted(fact) if isinstance(fact, str) else fact
    logged = entry(seq, said, minutes=minutes, late=late, author=author)
    return TimelineRow(logged, logged.occurred_at, word(said), wording(said), overlay)


def order(rows: Iterable[TimelineRow]) -> Order:
    """The order of rows that are given in it."""
    kept = list(rows)
    return Order(
        array("I", [r.entry.seq for r in kept]),
        array("q", [micros(r.occurred_at) for r in kept]),
        array("I", [len(r.text) for r in kept]),
    )


class Shelf:
    """A reader over rows in memory; `reads` holds what was asked for, call by call."""

    def __init__(self, rows: Iterable[TimelineRow]) -> None:
        self.rows = {r.entry.seq: r for r in rows}
        self.reads: list[Sequence[int]] = []
        self.locked = False

    def __call__(self, seqs: Sequence[int]) -> Sequence[TimelineRow]:
        """The rows with these numbers."""
        self.reads.append(seqs)
        if self.locked:
            raise StoreLockedError("the store is busy; try again")
        return [self.rows[seq] for seq in seqs]

    @property
    def count(self) -> int:
        """How many rows were read so far."""
        return sum(len(seqs) for seqs in self.reads)

    def order(self) -> Order:
        """All its rows in their order."""
        return order(sorted(self.rows.values(), key=lambda r: (r.occurred_at, r.entry.seq)))
