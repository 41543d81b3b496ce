"""The order of a timeline is read apart from its rows: three numbers a row, whatever the length."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from incident_tui.domain.entries import micros
from incident_tui.domain.state import IncidentState
from incident_tui.domain.timeline import TimelineRow
from incident_tui.storage.asking import FileQuestions
from incident_tui.storage.connection import PATIENCE_MS, open_reader
from incident_tui.storage.log_reader import LogReader, Place

__all__ = ["Place", "place", "whole_order"]

_CACHE_KIB = 256
"""Of pages, each of which is read once; what SQLite takes for itself the window never gets back."""


def whole_order(path: Path, incident_id: str, state: IncidentState) -> Iterator[list[Place]]:
    """Every row's place by recorded time, in pieces; opens the store anew, so any thread may ask.

    Rows whose time was corrected come last, as a piece of their own, at their corrected time.
    """
    moved = {i: over.occurred_at for i, over in state.overlays.items() if over.occurred_at}
    questions = FileQuestions(open_reader(str(path), PATIENCE_MS, _CACHE_KIB))
    with closing(LogReader(questions)) as reader:
        away = {entry.seq: moved[entry.id] for entry in reader.by_ids(list(moved))}
        late: list[Place] = []
        for piece in reader.order(incident_id, sorted(state.withdrawn)):
            late += [p for p in piece if p[0] in away]
            yield [p for p in piece if p[0] not in away] if away else piece
        yield [(seq, micros(away[seq]), length) for seq, _, length in late]


def place(row: TimelineRow) -> Place:
    """Where a row that is at hand belongs."""
    return row.entry.seq, micros(row.occurred_at), len(row.text)
