"""Whole processes, from the shell's call to their end, in turn with `python -c pass`."""

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.figures import Figure, paired
from tests.bench.program import Program, peer
from tests.bench.stores import one_incident

_FLOOR: Final = "python -c pass"
_SQLITE: Final = """
import sqlite3, sys
c = sqlite3.connect(sys.argv[1])
c.execute("CREATE TABLE IF NOT EXISTS e (t, x)")
with c:
    c.execute("INSERT INTO e VALUES (1, 'pool exhausted')")
"""


def log(program: Program, rounds: int) -> Iterator[Figure]:
    """A note logged from the shell, against the interpreter alone, a bare script, and jrnl."""
    small, large = (
        one_incident(program.folder / f"log-{count}.db", count) for count in (1_000, 100_000)
    )
    calls = {
        _FLOOR: [program.python, "-c", "pass"],
        "sqlite3 script": [program.python, "-c", _SQLITE, str(program.folder / "script.db")],
        "1,000 entries": program.on(small, "log", "pool exhausted"),
        "100,000 entries": program.on(large, "log", "pool exhausted"),
    }
    if jrnl := peer("jrnl"):
        calls["jrnl"] = [jrnl, "--config-file", str(_journal(program.folder)), "pool exhausted"]
    times = timed(calls, program, rounds)
    floor = times.pop(_FLOOR)
    for name, taken in times.items():
        target = 2.5 if name.endswith("entries") else None
        ratio = paired(taken, floor)
        yield Figure("log", name, median(taken), peer=_FLOOR, ratio=ratio, target=target)
    if "jrnl" in times:
        ours = times["1,000 entries"]
        ratio = paired(ours, times["jrnl"])
        yield Figure("log", "1,000 entries", median(ours), peer="jrnl", ratio=ratio, target=0.2)


def commands(program: Program, rounds: int) -> Iterator[Figure]:
    """What is read by the grammar or by click: a command logged, help, completion, status."""
    store = one_incident(program.folder / "commands.db", 1_000)
    calls = {
        _FLOOR: [program.python, "-c", "pass"],
        "log /sev": program.on(store, "log", "/note pool exhausted"),
        "--help": [program.command, "--help"],
        "completion": [program.command],
        "status": program.on(store, "status"),
    }
    asked = {"_INCIDENT_TUI_COMPLETE": "bash_complete", "COMP_CWORD": "1"}
    asked |= {"COMP_WORDS": "incident-tui st"}
    times = timed(calls, program, rounds, {"completion": asked})
    floor = times.pop(_FLOOR)
    for name, taken in times.items():
        target = {"log /sev": 8.0, "--help": 6.0, "completion": 6.0}.get(name)
        ratio = paired(taken, floor)
        yield Figure("commands", name, median(taken), peer=_FLOOR, ratio=ratio, target=target)


def timed(
    calls: Mapping[str, list[str]],
    program: Program,
    rounds: int,
    more: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, list[float]]:
    """Milliseconds of each call, round by round; `more` adds to a call's environment."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(-1, rounds):
        for name, argv in calls.items():
            each = _run(argv, {**program.env, **(more or {}).get(name, {})}, program.folder)
            if turn >= 0:  # the first of each warms the caches of the system
                times[name].append(each)
    return times


def _run(argv: list[str], env: Mapping[str, str], folder: Path) -> float:
    quiet = os.open(os.devnull, os.O_RDWR)
    said = os.open(folder / "stderr.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    streams = [(os.POSIX_SPAWN_DUP2, quiet, 0), (os.POSIX_SPAWN_DUP2, quiet, 1)]
    streams.append((os.POSIX_SPAWN_DUP2, said, 2))
    started = time.perf_counter()
    pid = os.posix_spawn(argv[0], argv, env, file_actions=streams)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    taken = time.perf_counter() - started
    os.close(quiet)
    os.close(said)
    if status:
        raise RuntimeError(f"{argv} ended with {status}: {(folder / 'stderr.txt').read_text()}")
    return taken * 1000


def _journal(folder: Path) -> Path:
    """A jrnl configuration whose journal holds a thousand entries."""
    journal = folder / "journal.txt"
    entry = "[2026-01-15 14:00:{:02}] pool of db-main-2 exhausted again, p99 of checkout 4.2s\n"
    journal.write_text("".join(entry.format(at % 60) for at in range(1_000)))
    config = folder / "jrnl.yaml"
    config.write_text(f"journals:\n  default: {journal}\nversion: v4.2\n")
    return config
