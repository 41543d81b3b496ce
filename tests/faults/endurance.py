"""Programs that write to one store while something is done to them, and what was acknowledged."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from incident_tui.services.store import Store
from incident_tui.storage.integrity import verify
from tests.support.pty_app import ROOT

FIGURES: Final = "FAULT_FIGURES"
"""Names the file that figures are added to, one JSON object a line."""


def program(
    db: Path,
    *args: str,
    preload: dict[str, str] | None = None,
    stdin: int = subprocess.PIPE,
    stdout: int = subprocess.PIPE,
) -> subprocess.Popen[bytes]:
    """The program on that store, with pipes for its lines unless files are given."""
    home = {"XDG_CONFIG_HOME": str(db.parent), "HOME": str(db.parent)}
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "incident_tui", "--db", str(db), *args],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, **home, **(preload or {})},
    )


def numbered(name: str, count: int) -> list[str]:
    """Lines that tell who sent them and which they are."""
    return [f"{name}-{number:06d}" for number in range(count)]


def acknowledged(out: bytes) -> list[str]:
    """The texts of the whole lines that the program printed, each after it was durable."""
    whole = out.decode().split("\n")[:-1]
    return [line.rsplit("  ", 1)[1] for line in whole]


def said(db: Path) -> list[str]:
    """Every text in the store, in the order of storage, the first declaration left out."""
    with closing(Store(db)) as store:
        assert verify(store._connection) == []
        incident = store.read.incident(1)
        assert incident is not None
        entries = store.log.after(incident.id, 1)
    return [getattr(entry.fact, "text", entry.fact.KIND) for entry in entries]


def held_to(acked: Iterable[str], stored: Sequence[str]) -> dict[str, int]:
    """What was acknowledged against what is there: nothing lost, nothing twice."""
    counts = Counter(stored)
    acked = list(acked)
    lost = [text for text in acked if text not in counts]
    double = [text for text, count in counts.items() if count > 1]
    assert lost == []
    assert double == []
    return {"acknowledged": len(acked), "stored": len(stored), "lost": 0, "doubled": 0}


def report(fault: int, **figures: float | str) -> None:
    """Keep the figures of a run where the runner of the long half looks for them."""
    if path := os.environ.get(FIGURES):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"fault": fault, **figures}) + "\n")
