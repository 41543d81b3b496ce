"""What is too quick for a process of its own is measured in this one, against its plain peer."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.metrics.headlines import headlines
from incident_tui.domain.metrics.insights import insights
from incident_tui.domain.metrics.window import Window, window
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.wording import wording
from incident_tui.exporters import timeline_markdown
from incident_tui.services import postmortems
from incident_tui.services.catalogue import listed
from incident_tui.services.figures.insight_views import views
from incident_tui.services.incident_log import open_log
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage.reader import Reader
from tests.bench.figures import Figure, p95, paired
from tests.bench.program import Program, peer
from tests.bench.shell import timed
from tests.bench.stores import RARE, SEARCHES, one_incident
from tests.past.writing import NOW, write

LARGEST: Final = 1_000_000


def search(program: Program, rounds: int, entries: int = 100_000) -> Iterator[Figure]:
    """The newest fifty of what is found, as it is typed; against ripgrep or grep in a flat file."""
    path = one_incident(program.folder / f"search-{entries}.db", entries)
    reader = Reader(str(path))
    what = f"p95 in {entries:,} entries"
    try:
        each = {text: _times(partial(reader.search, text), rounds) for text in SEARCHES}
        [one] = reader.search("pool", 1)
        flat = _flat(wording(one.entry.fact), path, entries)
    finally:
        reader.close()
    slowest = max(p95(times) for times in each.values())
    yield Figure("search", what, slowest, target=5.0)
    for name in ("rg", "grep"):
        if found := peer(name):
            theirs = timed({name: [found, "-F", RARE, str(flat)]}, program, rounds)[name]
            ours = each[RARE][: len(theirs)]
            ratio = paired(ours, theirs)
            target = 0.1 if name == "rg" else None
            what = f"a rare word in {entries:,}"
            yield Figure("search", what, median(ours), peer=name, ratio=ratio, target=target)


def lists(program: Program, rounds: int) -> Iterator[Figure]:
    """Ten thousand incidents of three years: the list, the tracker, and every figure over them."""
    path = write(program.folder / "past.db", 10_000)
    reader = Reader(str(path))
    today, whole = NOW.date(), window(NOW)
    quarter = window(NOW, "2026-04-01", as_of="2026-06-30")

    def figures(asked: Window) -> list[object]:
        """What the screen shows first: the three figures with their trends, and the months."""
        found = insights(reader.history(asked.as_of), asked)
        return [headlines(found), views(found, None, "")["Months"]()]

    try:
        rows = _times(lambda: listed(reader.incidents()), rounds)
        overdue = _times(lambda: reader.actions(overdue_on=today), rounds)
        opened = _times(lambda: reader.actions(status=ActionStatus.OPEN), rounds)
        every = _times(lambda: figures(whole), rounds)
        earlier = _times(lambda: figures(quarter), rounds)
    finally:
        reader.close()
    yield Figure("list", "10,000 incidents", median(rows), target=150.0)
    yield Figure("tracker", "overdue of 20,000 items", median(overdue), target=150.0)
    yield Figure("tracker", "open of them", median(opened), target=150.0)
    yield Figure("insights", "of 10,000 incidents", median(every), target=150.0)
    yield Figure("insights", "of a quarter, as of its end", median(earlier), target=150.0)


def export(program: Program, rounds: int) -> Iterator[Figure]:
    """Ten thousand rows as a Markdown timeline, against joining the same texts unescaped."""
    path = one_incident(program.folder / "export.db", 10_000)
    store = Store(path)
    try:
        log = open_log(store, Session("maria", "cli"), number=1)
        whole = postmortems.bare_record(store, log)
    finally:
        store.close()
    ours = _times(lambda: timeline_markdown.render(whole), rounds)
    theirs = _times(lambda: _joined(whole), rounds)
    ratio = paired(ours, theirs)
    peer_ = "an f-string join"
    yield Figure("export", "10,000 entries", median(ours), peer=peer_, ratio=ratio, target=2.0)


def _joined(record: IncidentRecord) -> str:
    """The bare join that the exporter is compared with."""
    return "\n".join(
        f"| {row.occurred_at:%Y-%m-%d %H:%M:%S} | {row.entry.author} | {row.word} | {row.text} |"
        for row in record.rows
    )


def _flat(text: str, path: Path, entries: int) -> Path:
    """Such texts, a line each, for a program that reads files."""
    flat = path.with_suffix(".txt")
    with flat.open("w") as file:
        for at in range(entries):
            file.write(f"{text} {RARE if at % 1000 == 500 else ''}\n")
    return flat


def _times(deed: Callable[[], object], rounds: int) -> list[float]:
    deed()
    taken = []
    for _ in range(max(rounds, 20)):
        started = time.perf_counter()
        deed()
        taken.append((time.perf_counter() - started) * 1000)
    return taken
