"""From Enter to a line that is on the disk and on the screen, beside one bare commit."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.figures import Figure, p95
from tests.bench.program import Program
from tests.bench.stores import NEWEST, one_incident
from tests.bench.terminal import Terminal, on_terminal
from tests.bench.window import LARGE, shows

_COMMIT: Final = "a bare commit"
_PAGE_UP: Final = b"\x1b[5~"
_END: Final = b"\x1b[1;5F"


def enter(program: Program, rounds: int) -> Iterator[Figure]:
    """Enter to durable and painted; half of it with the view scrolled away from the end."""
    path = one_incident(program.folder / "enter.db", LARGE)
    bare = _commits(program.folder / "bare.db", 5 * rounds)
    with on_terminal(program.on(path), program.env) as window:
        shows(window, NEWEST)
        window.rest(3)
        following, sent = [], 0
        for at in range(3 * rounds):
            taken, written = _logged(window, f"line {at} qzx")
            following.append(taken)
            sent += written
        away = [_logged_away(window, f"away {at} qzx") for at in range(rounds)]
    yield Figure("enter", "p50 above a bare commit", median(following) - median(bare))
    yield Figure("enter", "p95 above a bare commit", p95(following) - p95(bare), target=20)
    yield Figure("enter", "scrolled away, p50", median(away))
    yield Figure("enter", _COMMIT, median(bare))
    yield Figure("enter", "written", sent / len(following), unit="bytes")


def _logged(window: Terminal, text: str) -> tuple[float, int]:
    """Milliseconds from Enter to the row with its clock, before which `saving…` may stand there.

    And how many bytes that took.
    """
    window.type(text.encode())
    shows(window, f"▸ {text}")
    window.rest(0.05)
    before = window.written
    pressed = window.type(b"\r")
    seen = window.until(lambda screen: _stored(screen, text), f"{text} stored")
    window.rest(0.03)
    return (seen - pressed) * 1000, window.written - before


def _logged_away(window: Terminal, text: str) -> float:
    """The same where the row is out of sight: until the count of new rows says so."""
    window.type(_PAGE_UP)
    window.rest(0.1)
    window.type(text.encode())
    shows(window, f"▸ {text}")
    window.rest(0.05)
    pressed = window.type(b"\r")
    seen = window.until(lambda screen: "1 new below" in screen, f"{text} below")
    window.type(_END)
    shows(window, text)
    window.rest(0.05)
    return (seen - pressed) * 1000


def _stored(screen: str, text: str) -> bool:
    return any(text in line and "note" in line for line in screen.splitlines())


def _commits(path: Path, count: int) -> list[float]:
    """Milliseconds of a row written as safely as the store writes, with nothing beside it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE entry (pos INTEGER PRIMARY KEY, text TEXT)")
    taken = []
    for _ in range(count):
        started = time.perf_counter()
        connection.execute("INSERT INTO entry (text) VALUES ('pool exhausted')")
        taken.append((time.perf_counter() - started) * 1000)
    connection.close()
    return taken
