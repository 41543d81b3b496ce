"""The order of a timeline is three numbers a row, so that a million rows stay small and sorted."""

from array import array
from bisect import bisect_left, bisect_right
from datetime import date
from typing import Final

from incident_tui.domain.entries import micros, moment
from incident_tui.domain.timeline import TimelineRow

_DAY: Final = 86_400_000_000


class Order:
    """Parallel arrays sorted by (time, seq): `seqs` ('I'), `times` ('q', µs UTC), `lengths` ('I').

    `lengths` are characters of display text; they only estimate how many lines a row will take.
    """

    def __init__(
        self,
        seqs: "array[int] | None" = None,
        times: "array[int] | None" = None,
        lengths: "array[int] | None" = None,
    ) -> None:
        self.seqs = array("I") if seqs is None else seqs
        self.times = array("q") if times is None else times
        self.lengths = array("I") if lengths is None else lengths

    def __len__(self) -> int:
        return len(self.seqs)

    def place(self, time: int, seq: int) -> int:
        """Where that row stands, or would stand."""
        first = bisect_left(self.times, time)
        return bisect_left(self.seqs, seq, first, bisect_right(self.times, time, first))

    def holds(self, at: int, seq: int) -> bool:
        """Whether the row at that place is this one."""
        return at < len(self.seqs) and self.seqs[at] == seq

    def insert(self, at: int, seq: int, time: int, length: int) -> None:
        """Put a row at the place that `place` gave."""
        self.seqs.insert(at, seq)
        self.times.insert(at, time)
        self.lengths.insert(at, length)

    def day(self, at: int) -> date:
        """The UTC day of a row."""
        return moment(self.times[at]).date()

    def begins_day(self, at: int, today: date) -> bool:
        """Whether a day line belongs above the row; a timeline of today alone needs none."""
        day = self.times[at] // _DAY
        if at:
            return day != self.times[at - 1] // _DAY
        return day != self.times[-1] // _DAY or self.day(at) != today


def time_of(row: TimelineRow) -> int:
    """The sort key of a row, in µs UTC."""
    return micros(row.occurred_at)
