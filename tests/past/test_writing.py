import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from incident_tui.domain.entries import micros
from incident_tui.domain.metrics.insights import insights
from incident_tui.domain.metrics.window import window
from incident_tui.services.figures.learning import shown
from incident_tui.services.insights_table import InsightsTable
from incident_tui.storage.integrity import verify
from incident_tui.storage.reader import Reader
from tests.past.writing import NOW, write


def test_a_history_is_whole_realistic_and_the_same_for_a_seed(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.db", 120, seed=7, years=1) for n in (1, 2)]
    with closing(sqlite3.connect(paths[0])) as store:
        assert verify(store) == []
    told = []
    for path in paths:
        reader = Reader(str(path))
        found = insights(reader.history(micros(NOW)), window(NOW))
        reader.close()
        told.append(found)
    assert shown(told[0], InsightsTable()) == shown(told[1], InsightsTable())
    whole = told[0].whole
    assert 0.3 < (whole.actions.completion.value or 0) < 0.95
    assert whole.completion.published
    assert whole.completion.hours.open
    assert whole.recurrence.confirmed
    assert len(told[0].by_month) >= 10
    assert {"SEV2", "SEV3", "SEV4"} <= set(told[0].by_severity)
    assert 0.4 < (whole.clocks.value or 0) < 1


def test_nothing_is_told_of_what_is_still_to_come(tmp_path: Path) -> None:
    early = datetime(2026, 2, 1, tzinfo=UTC)
    path = write(tmp_path / "early.db", 40, seed=3, years=0.2, now=early)
    with closing(sqlite3.connect(path)) as store:
        [(newest,)] = store.execute("SELECT max(occurred_at) FROM entry").fetchall()
    assert newest <= micros(early)
