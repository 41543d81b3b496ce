"""Many people on many incidents of one team's store: how long a commit takes, and being seen.

`python -m tests.measure.team [--seconds 600]` wants a PostgreSQL; INCIDENT_TUI_TEST_POSTGRES names
one. Everybody runs in this one process, so what is measured includes their waiting for each other.
"""

import argparse
import asyncio
import random
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Final

from incident_tui.storage.append import append
from incident_tui.storage.postgres.blocking import BlockingTeam
from incident_tui.storage.postgres.team import PostgresTeam
from tests.storage.stories import declared, noted
from tests.support import postgres

RESPONDERS: Final = 50
INCIDENTS: Final = 20
ENTRIES_A_SECOND: Final = 10


@dataclass
class Measured:
    """Seconds: from asking for a commit to its answer, and to each other window having the row."""

    commits: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    begun: dict[str, float] = field(default_factory=dict)
    connections: int = 0


class Responder:
    """One window: it writes to one incident and reads what others write to it."""

    def __init__(self, address: str, number: int, measured: Measured) -> None:
        self.team = PostgresTeam(address)
        self.incident = f"i{number % INCIDENTS}"
        self.number = number
        self.last = 1
        self._measured = measured
        self._count = 0

    async def write(self) -> None:
        self._count += 1
        id_ = f"r{self.number}-{self._count}"
        begun = self._measured.begun[id_] = time.perf_counter()
        text = f"responder {self.number} saw something, number {self._count}"
        await self.team.run(append([noted(text, id_, incident=self.incident)]))
        self._measured.commits.append(time.perf_counter() - begun)

    async def watch(self) -> None:
        async for changed in self.team.changes():
            if changed in {"", self.incident}:
                for id_, _, seq, *_ in await self.team.entries(self.incident, self.last, 1000):
                    self.last = seq
                    if not id_.startswith(f"r{self.number}-") and id_ in self._measured.begun:
                        now = time.perf_counter()
                        self._measured.seen.append(now - self._measured.begun[id_])


async def play(address: str, seconds: float) -> tuple[Measured, list[Responder]]:
    measured = Measured()
    responders = [Responder(address, n, measured) for n in range(RESPONDERS)]
    for n in range(INCIDENTS):
        await responders[0].team.run(append([declared(f"i{n}")]))
    watching = [asyncio.create_task(each.watch()) for each in responders]
    await asyncio.sleep(2)  # all have connected, or their first entries would measure that
    chance = random.Random(7)
    end = time.perf_counter() + seconds
    writing: set[asyncio.Task[None]] = set()
    while time.perf_counter() < end:
        writing.add(asyncio.create_task(chance.choice(responders).write()))
        writing = {task for task in writing if not task.done() or task.result()}
        await asyncio.sleep(chance.expovariate(ENTRIES_A_SECOND))
    await asyncio.gather(*writing)
    [(measured.connections,)] = await responders[0].team.ask(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE application_name = 'incident-tui' AND datname = current_database()"
    )
    await asyncio.sleep(1)  # what was committed last is still on its way to the others
    for task in watching:
        task.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    return measured, responders


def lost(responders: list[Responder], measured: Measured, store: BlockingTeam) -> list[str]:
    """What is wrong: entries that are not there, were never shown to a window, or do not verify."""
    rows = store("SELECT id, incident_id FROM entry WHERE seq > 1")
    wrong = [f"{len(measured.begun)} written, {len(rows)} stored"]
    if {id_ for id_, _ in rows} == set(measured.begun):
        wrong = []
    ends: dict[str, int] = defaultdict(lambda: 1)
    for _, incident in rows:
        ends[incident] += 1
    wrong += [f"window {r.number} is behind" for r in responders if r.last != ends[r.incident]]
    return wrong + [str(problem) for problem in store.verify()]


def told(name: str, times: list[float]) -> str:
    cuts = quantiles(times, n=100)
    marks = [f"p{mark} {cuts[mark - 1] * 1e3:.1f} ms" for mark in (50, 95, 99)]
    return f"{name}: {', '.join(marks)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20)
    seconds = parser.parse_args().seconds
    if reason := postgres.unreachable():
        print(reason)
        return 2
    with postgres.store() as store:
        measured, responders = asyncio.run(play(postgres.address(store.schema), seconds))
        print(
            f"{RESPONDERS} responders, {INCIDENTS} incidents, {len(measured.commits)} entries "
            f"in {seconds:.0f} s, {measured.connections} connections"
        )
        print(told("commit", measured.commits))
        print(told("seen by others", measured.seen))
        wrong = lost(responders, measured, store)
        print("\n".join(wrong) or "nothing lost, nothing doubled, every chain whole")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
