"""A hundred thousand messages of a Slack export, from the archive to the disk, and its memory."""

import json
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from tests.bench.figures import Figure
from tests.bench.program import Program

MESSAGES: Final = 100_000
_A_DAY: Final = 5_000
_LOOKS: Final = 0.02
"""Seconds between two looks at a running import."""
_SENTENCE: Final = (
    "the rollback of build is failing on checkout p99 latency database pool connections "
    "restarted pods now error rate 7 % rising again <@U002> graph &gt; 4s"
)
_WORDS: Final = _SENTENCE.split()


def imports(program: Program, rounds: int) -> Iterator[Figure]:
    """The whole command; the store is declared before, and new each time."""
    export = slack_export(program.folder / "slack.zip", MESSAGES)
    times, peaks = [], []
    for turn in range(max(1, min(rounds, 5))):
        store = program.folder / f"import-{turn}.db"
        _run(program, program.on(store, "declare", "An import"))
        took, peak = _run(program, program.on(store, "import", "slack", str(export)))
        times.append(took)
        peaks.append(peak)
    what = f"{MESSAGES:,} Slack messages"
    yield Figure("import", what, median(times), target=MESSAGES / 20)
    yield Figure("import", f"{what}, memory at its peak", median(peaks), unit="MiB", target=80)


def slack_export(path: Path, messages: int) -> Path:
    """An archive of one channel with that many messages, most of them plain."""
    chance = random.Random(1)
    people = [{"id": f"U{n:03}", "name": f"user{n}", "profile": {}} for n in range(200)]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("users.json", json.dumps(people))
        for day, first in enumerate(range(0, messages, _A_DAY)):
            some = [_message(n, chance) for n in range(first, min(messages, first + _A_DAY))]
            name = f"inc/2026-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}.json"
            archive.writestr(name, json.dumps(some))
    return path


def _message(number: int, chance: random.Random) -> dict[str, Any]:
    said = " ".join(chance.choices(_WORDS, k=chance.randint(3, 25)))
    inner = {"type": "rich_text_section", "elements": [{"type": "text", "text": said}]}
    message: dict[str, Any] = {
        "client_msg_id": f"{chance.getrandbits(128):032x}",
        "type": "message",
        "user": f"U{chance.randrange(200):03}",
        "text": said,
        "ts": f"{1_768_471_200 + number * 7}.{number % 1_000_000:06}",
        "team": "T1",
        "blocks": [{"type": "rich_text", "elements": [inner]}],
    }
    if number % 50 == 0:
        message["reactions"] = [{"name": "pushpin", "users": ["U001"], "count": 1}]
    return message


def _run(program: Program, argv: list[str]) -> tuple[float, float]:
    """Milliseconds, and MiB at the peak.

    What the system counts for an ended process begins with the memory of the one that started it,
    so the peak is read while it runs.
    """
    quiet = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, quiet, to) for to in (0, 1, 2)]
    started = time.perf_counter()
    pid = os.posix_spawn(argv[0], argv, dict(program.env), file_actions=streams)
    peak = 0.0
    while not (ended := os.waitpid(pid, os.WNOHANG))[0]:
        peak = max(peak, _peak(pid))
        time.sleep(_LOOKS)
    took = (time.perf_counter() - started) * 1000
    os.close(quiet)
    if os.waitstatus_to_exitcode(ended[1]):
        raise RuntimeError(f"{argv} failed")
    return took, peak


def _peak(pid: int) -> float:
    """MiB that it has held at most so far; 0 while it ends."""
    status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    held = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(next(held, "0")) / 1024
