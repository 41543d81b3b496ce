"""Stores to measure on are made by the program's own append, so that their cost is a real one's."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared, Noted, StatusChanged
from incident_tui.domain.ids import uuid7
from incident_tui.domain.incident import Severity, Status
from incident_tui.storage.append import append
from incident_tui.storage.codec import draft
from incident_tui.storage.draft import Draft
from incident_tui.storage.opening import open_store
from incident_tui.storage.script import run

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

NEWEST: Final = "the newest entry of all"
RARE: Final = "xylophone"
"""In every thousandth note."""
SEARCHES: Final = ("pool", RARE, "pool deploy", '"is exhausted"', "la", "lat", "xyl", "rose p99")
"""Common and rare words, two words, a phrase, and words as far as they are typed."""
_BEGAN: Final = datetime(2026, 1, 15, 14, 0, tzinfo=UTC)
_SENTENCE: Final = (
    "the pool of db-main-2 is exhausted again after deploy 412 and p99 of checkout rose to 4.2s "
    "while latency in eu-west-1 recovers customers report errors rollback started replicas lag "
    "cache hit rate falls queue depth grows oncall paged vendor says nothing graphs look flat"
)
_WORDS: Final = _SENTENCE.split()
_PIECE: Final = 5_000


def one_incident(path: Path, entries: int) -> Path:
    """One live incident with so many entries of one to three lines."""
    connection = open_store(str(path))
    chance = random.Random(1)
    try:
        drafts = _incident(entries, chance)
        while piece := list(islice(drafts, _PIECE)):
            run(connection, append(piece))
    finally:
        connection.close()
    return path


def many_incidents(path: Path, incidents: int) -> Path:
    """So many incidents of three entries each, nearly all of them resolved."""
    connection = open_store(str(path))
    try:
        for first in range(0, incidents, 500):
            run(connection, _several(range(first, min(incidents, first + 500))))
    finally:
        connection.close()
    return path


def _several(numbers: range) -> Script[None]:
    for number in numbers:
        yield from append(_short(number))


def _short(number: int) -> list[Draft]:
    id_ = _id(number, 0)
    facts: list[Fact] = [
        Declared(f"Checkout fails in region {number}", Severity(1 + number % 5), "checkout"),
        Noted("the pool is exhausted"),
    ]
    if number % 500:
        facts.append(StatusChanged(Status.INVESTIGATING, Status.RESOLVED))
    return [_draft(fact, id_, number, seq) for seq, fact in enumerate(facts)]


def _incident(entries: int, chance: random.Random) -> Iterator[Draft]:
    id_ = _id(0, 0)
    yield _draft(Declared("Checkout fails", Severity.SEV2, "checkout"), id_, 0, 0)
    for seq in range(1, entries - 1):
        yield _draft(Noted(_note(seq, chance)), id_, 0, seq)
    yield _draft(Noted(NEWEST), id_, 0, entries - 1)


def _note(seq: int, chance: random.Random) -> str:
    words = chance.choices(_WORDS, k=chance.choice((6, 9, 12, 30)))
    if seq % 1000 == 500:
        words.append(RARE)
    return " ".join(words)


def _draft(fact: Fact, incident_id: str, number: int, seq: int) -> Draft:
    at = _BEGAN + timedelta(hours=number, seconds=seq)
    return draft(
        fact,
        id=_id(number, seq),
        incident_id=incident_id,
        occurred_at=at,
        recorded_at=at,
        author="maria",
        source="tui",
    )


def _id(number: int, seq: int) -> str:
    return uuid7(number, seq.to_bytes(10, "big"))
