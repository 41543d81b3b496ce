"""Rows are read once, only when they are wanted, and only the newest few hundred are kept."""

from collections.abc import Callable, Collection, Iterable, Sequence

from textual.strip import Strip

from incident_tui.domain.errors import StoreError
from incident_tui.domain.timeline import TimelineRow

ReadRows = Callable[[Sequence[int]], Sequence[TimelineRow]]
"""Sequence numbers in, their rows out; may raise StoreError."""
DrawRow = Callable[[TimelineRow], list[Strip]]


class RowCache:
    """Rows by seq, and the strips drawn from them; a refused read leaves what was there."""

    def __init__(self, read: ReadRows, draw: DrawRow) -> None:
        self._read = read
        self._draw = draw
        self._rows: dict[int, TimelineRow] = {}
        self._strips: dict[int, list[Strip]] = {}
        self._stale: set[int] = set()

    def __len__(self) -> int:
        return len(self._rows)

    def load(self, seqs: Iterable[int]) -> bool:
        """Read the rows not yet here or out of date, in one call; False if the store refused."""
        wanted = [seq for seq in seqs if seq not in self._rows or seq in self._stale]
        if not wanted:
            return True
        try:
            rows = self._read(wanted)
        except StoreError:
            return False
        for row in rows:
            self.put(row)
        return True

    def put(self, row: TimelineRow) -> None:
        """Take a row as the newest reading of its entry."""
        seq = row.entry.seq
        self._rows[seq] = row
        self._strips.pop(seq, None)
        self._stale.discard(seq)

    def strips(self, seq: int) -> list[Strip] | None:
        """The row as it is drawn, or None while it could not be read."""
        drawn = self._strips.get(seq)
        if drawn is None and seq in self._rows:
            drawn = self._strips[seq] = self._draw(self._rows[seq])
        return drawn

    def expire(self, seqs: Iterable[int] | None) -> None:
        """Have these rows (None: all) read again when next wanted; until then they stay."""
        self._stale.update(self._rows if seqs is None else self._rows.keys() & set(seqs))

    def undraw(self) -> None:
        """Draw every row anew: the width, the colours or the marks have changed."""
        self._strips.clear()

    def keep(self, seqs: Collection[int]) -> None:
        """Forget every other row."""
        self._rows = {seq: self._rows[seq] for seq in seqs if seq in self._rows}
        self._strips = {seq: self._strips[seq] for seq in seqs if seq in self._strips}
        self._stale &= self._rows.keys()
