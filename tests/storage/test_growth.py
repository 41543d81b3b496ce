"""No question that an index can answer costs more in a store that holds ten times as much.

Counted are the steps of SQLite's virtual machine, which are the same on any machine.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final, cast

import pytest

from incident_tui.domain.facts import Noted
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage.asking import FileQuestions
from tests.bench.stores import RARE, many_incidents, one_incident

SMALL, LARGE = 300, 3_000
_SPARE: Final = 1.1
"""An index may be a page deeper."""
_MERGED: Final = 5
"""The index of words lies in pieces, which it merges at its own times; half of ten times."""
_RUNS: Final = 5
Deed = Callable[[Store, IncidentLog], object]

ENTRIES: Final[dict[str, Deed]] = {
    "append": lambda store, log: store.write(log.recording(Noted("it burns"), log.session.now())),
    "open": lambda store, log: open_log(store, log.session, number=1),
    "newest": lambda _, log: log.newest(100),
    "rows": lambda _, log: log.rows(range(100, 160)),
    "entry": lambda _, log: log.entry(100),
    "catch up": lambda _, log: log.catch_up(),
    "mine": lambda _, log: log.situation().mine(),
    "word": lambda store, _: store.read.search("pool", 20),
    "rare word": lambda store, _: store.read.search(RARE, 1),
    "unknown word": lambda store, _: store.read.search("nowhere"),
}
WORDS: Final = {"append", "word", "rare word", "unknown word"}
INCIDENTS: Final[dict[str, Deed]] = {
    "live": lambda store, _: store.read.live(),
    "incident": lambda store, _: store.read.incident(7),
    "newest incidents": lambda store, _: store.read.incidents(20),
    "overdue": lambda store, log: store.read.actions(overdue_on=log.session.now().date()),
}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, int], Path]:
    """A store of so many entries, or of so many incidents; each is made once."""
    folder = tmp_path_factory.mktemp("growth")
    made = {"entries": one_incident, "incidents": many_incidents}
    return cache(lambda what, count: made[what](folder / f"{what}-{count}.db", count))


def steps(path: Path, deed: Deed) -> int:
    """How many steps SQLite takes for it, at least: merging comes on top at times."""
    store = Store(path)
    try:
        log = open_log(store, Session("maria", "cli"), number=1)
        deed(store, log)
        return min(_steps(store, log, deed) for _ in range(_RUNS))
    finally:
        store.close()


def _steps(store: Store, log: IncidentLog, deed: Deed) -> int:
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    doors = (cast("FileQuestions", door._ask)._connection for door in (store.read, store.log))
    connections = [*doors, store._connection]
    for connection in connections:
        connection.set_progress_handler(step, 1)
    deed(store, log)
    for connection in connections:
        connection.set_progress_handler(None, 1)
    return taken


@pytest.mark.parametrize("name", ENTRIES)
def test_ten_times_the_entries_cost_no_more(stores: Callable[[str, int], Path], name: str) -> None:
    deed = ENTRIES[name]
    small, large = (steps(stores("entries", count), deed) for count in (SMALL, LARGE))
    assert 0 < large <= (_MERGED if name in WORDS else _SPARE) * small


@pytest.mark.parametrize("name", INCIDENTS)
def test_ten_times_the_incidents_cost_no_more(
    stores: Callable[[str, int], Path], name: str
) -> None:
    deed = INCIDENTS[name]
    small, large = (steps(stores("incidents", count), deed) for count in (SMALL, LARGE))
    assert 0 < large <= _SPARE * small


def test_what_shows_everything_is_seen_to_cost_as_much(
    stores: Callable[[str, int], Path],
) -> None:
    """So the count is one: reading the whole order takes ten times the steps."""

    def order(store: Store, log: IncidentLog) -> object:
        return list(store.log.order(log.id))

    small, large = (steps(stores("entries", count), order) for count in (SMALL, LARGE))
    assert 9 <= large / small <= 11
