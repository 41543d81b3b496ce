"""An hour of a very loud incident, as fast as it goes: memory and waiting stay what they were."""

import gc
import statistics
import time

import psutil
import pytest

from incident_tui.domain.facts import Noted
from incident_tui.storage.append import append
from incident_tui.storage.codec import draft
from tests.faults.endurance import report, said
from tests.support.window import Place, Seat, window

ENTRIES = 72_000
"""Twenty a second for an hour."""
PIECE = 2_000


def said_elsewhere(place: Place, numbers: range) -> None:
    """What a program that listens to alerts would record."""
    with place.store() as store:
        incident = store.read.incident(1)
        assert incident is not None
        noise = [
            draft(
                Noted(f"{number} the pool is full again"),
                id=place.clock.new_id(place.clock.at),
                incident_id=incident.id,
                occurred_at=place.clock.at,
                recorded_at=place.clock.at,
                author="alerts",
                source="test",
            )
            for number in numbers
        ]
        store.write(append(noise))


async def minutes(seat: Seat, place: Place, entries: int) -> list[float]:
    """Milliseconds from Enter to stored and shown, a few of each piece."""
    waits: list[float] = []
    for first in range(0, entries, PIECE):
        place.say(
            *(f"{number} the pool is full again" for number in range(first, first + PIECE - 5))
        )
        seat.live.catch_up()
        for number in range(5):
            place.clock.later(seconds=20)
            begun = time.perf_counter()
            await seat.enter(f"{first + number} seen by hand")
            waits.append((time.perf_counter() - begun) * 1000)
        await seat.enter("/find hand")
        await seat.press("escape", "pageup", "ctrl+end")
        await seat.pilot.resize_terminal(80 + first % 60, 24 + first % 17)
        await seat.pilot.pause()
    return waits


@pytest.mark.fault(30)
@pytest.mark.long
@pytest.mark.timeout(3600)
async def test_an_hour_of_entries_leaves_memory_and_waiting_flat(place: Place) -> None:
    process = psutil.Process()
    async with window(place, size=(120, 40)) as seat:
        await minutes(seat, place, PIECE)
        gc.collect()
        before = process.memory_info().rss
        waits = await minutes(seat, place, ENTRIES)
        gc.collect()
        grown = (process.memory_info().rss - before) / 2**20
        files = len(process.open_files())
    assert len(said(place.db)) == ENTRIES + PIECE
    quarter = max(1, len(waits) // 4)
    early, late = statistics.median(waits[:quarter]), statistics.median(waits[-quarter:])
    assert grown < 20 + ENTRIES * 0.0015, "no more than its order of rows"
    report(
        30,
        what="entries in one window",
        entries=ENTRIES,
        MiB_grown=round(grown, 1),
        ms_early=round(early, 1),
        ms_late=round(late, 1),
        open_files=files,
    )
