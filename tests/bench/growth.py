"""What an operation costs, against how much there is: on log axes a power is a straight line."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from math import log10
from pathlib import Path
from statistics import linear_regression
from typing import Final

from incident_tui.domain.facts import Noted
from incident_tui.exporters import timeline_markdown
from incident_tui.services import postmortems
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.ordering import whole_order
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from tests.bench.figures import Figure
from tests.bench.program import Program
from tests.bench.stores import RARE, one_incident
from tests.past.writing import write

_SIZES: Final = (100, 1_000, 10_000, 100_000)
_EXPORTED: Final = 10_000
"""Entries up to which exporting is measured; beyond it is the same line, and long."""
_INCIDENTS: Final = (10, 100, 1_000, 10_000)
_FLAT: Final = 0.15
"""The exponent up to which a cost counts as the same at any size: an index gets deeper."""
_SHOWN: Final = 1.1
"""That of what shows all there is: linear, and as much as caches get less helpful."""
_BARS: Final = "▁▂▃▄▅▆▇█"
_LEAST: Final = -2.0
"""The lowest bar is a hundredth of a millisecond, the highest ten seconds."""

Deed = Callable[[Store, IncidentLog], object]
_WHATEVER: Final[dict[str, Deed]] = {
    "a note appended": lambda store, log: store.write(
        log.recording(Noted("pool exhausted"), log.session.now())
    ),
    "an incident opened": lambda store, log: open_log(store, log.session, number=1).newest(200),
    "a screen of rows read": lambda _, log: log.rows(range(max(1, log.seq - 60), log.seq)),
    "a common word found": lambda store, _: store.read.search("pool"),
    "a rare word found, the newest": lambda store, _: store.read.search(RARE, 1),
    "the last entries of a person": lambda _, log: log.situation().mine(),
}
_ALL: Final[dict[str, Deed]] = {
    "the whole order read": lambda store, log: list(whole_order(store.path, log.id, log.state)),
    "a word found in one incident": lambda store, log: store.log.matching(log.id, "pool"),
}


def growth(program: Program, rounds: int, largest: int = _SIZES[-1]) -> Iterator[Figure]:
    """The exponent of each cost, fitted to the quickest of some runs at each size."""
    sizes = sorted({*_SIZES, largest})
    with ExitStack() as opened:
        logs = [(n, *_opened(program.folder, n, opened)) for n in sizes]
        for what, deed in _WHATEVER.items():
            yield _fitted(what, [(n, _best(deed, s, log, rounds)) for n, s, log in logs], _FLAT)
        for what, deed in _ALL.items():
            yield _fitted(what, [(n, _best(deed, s, log, 3)) for n, s, log in logs], _SHOWN)
        some = [(n, _best(_export, s, log, 3)) for n, s, log in logs if n <= _EXPORTED]
        yield _fitted("an export to Markdown", some, _SHOWN)
    yield from _many(program, rounds)


def _many(program: Program, rounds: int) -> Iterator[Figure]:
    """The same over incidents: finding the live one, and listing them all."""
    live, listed = [], []
    for count in _INCIDENTS:
        path = write(program.folder / f"growth-past-{count}.db", count)
        with closing(Store(path)) as store:
            live.append((count, _quickest(store.read.live, rounds)))
            listed.append((count, _quickest(store.read.incidents, rounds)))
    yield _fitted("the live incident found, of incidents", live, _FLAT)
    yield _fitted("incidents listed", listed, _SHOWN)


def _opened(folder: Path, entries: int, opened: ExitStack) -> tuple[Store, IncidentLog]:
    path = folder / f"growth-{entries}.db"
    store = opened.enter_context(
        closing(Store(path if path.exists() else one_incident(path, entries)))
    )
    return store, open_log(store, Session("maria", "cli"), number=1)


def _export(store: Store, log: IncidentLog) -> str:
    return str(timeline_markdown.render(postmortems.bare_record(store, log)))


def _best(deed: Deed, store: Store, log: IncidentLog, rounds: int) -> float:
    return _quickest(lambda: deed(store, log), rounds)


def _quickest(deed: Callable[[], object], rounds: int) -> float:
    """Milliseconds of the quickest run, with the caches warm."""
    deed()
    return min(islice(_times(deed), max(3, rounds)))


def _times(deed: Callable[[], object]) -> Iterator[float]:
    while True:
        started = time.perf_counter()
        deed()
        yield (time.perf_counter() - started) * 1000


def _fitted(what: str, costs: Sequence[tuple[int, float]], most: float) -> Figure:
    line = linear_regression([log10(n) for n, _ in costs], [log10(ms) for _, ms in costs])
    sizes = f"{costs[0][0]:,}–{costs[-1][0]:,}"
    last = f"{costs[-1][1]:.2g} ms"
    told = f"{what} {bars(ms for _, ms in costs)} {last}, {sizes}"
    return Figure("growth", told, max(0.0, line.slope), unit="exponent", target=most)


def bars(costs: Iterator[float]) -> str:
    """Each cost in milliseconds as a bar, a step of which is a factor of about six."""
    steps = (round((log10(ms) - _LEAST) / (6 / (len(_BARS) - 1))) for ms in costs)
    return "".join(_BARS[max(0, min(step, len(_BARS) - 1))] for step in steps)
