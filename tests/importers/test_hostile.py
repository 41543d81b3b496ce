"""Whatever a source holds, reading it ends soon, in things that can be stored or in a refusal."""

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest

from incident_tui.importers.format import (
    CapturedEntry,
    CaptureImporter,
    Given,
    ImportRefusedError,
)
from incident_tui.importers.hearing import Hearing
from incident_tui.services import plugins
from tests.importers.samples import HOSTILE, SAMPLES, broken

GIVENS = (Given(), Given(start=datetime(2026, 1, 15, tzinfo=UTC), name="a-2026-13-45.txt"))


def importers() -> Iterator[CaptureImporter]:
    for name in plugins.names("importers"):
        loaded = plugins.load("importers", name)
        if isinstance(loaded, CaptureImporter):
            yield loaded


IMPORTERS = list(importers())
each_importer = pytest.mark.parametrize("importer", IMPORTERS, ids=lambda each: each.name)


def survives(importer: CaptureImporter, data: bytes) -> int:
    """Read it in every way; the number of entries it gave."""
    importer.sniff("x", data[: 16 * 1024])
    count = 0
    for given in GIVENS:
        try:
            for captured in importer.read(BytesIO(data), given):
                if isinstance(captured, CapturedEntry):
                    count += 1
                    assert captured.occurred_at.utcoffset() is not None
                    assert captured.external_ref
                    if importer.spoken:
                        list(Hearing().hear(captured))
        except ImportRefusedError:
            continue
    return count


def test_every_importer_has_a_sample_and_tells_it_from_the_others() -> None:
    assert {importer.name for importer in IMPORTERS} <= set(SAMPLES)
    for importer in IMPORTERS:
        for sample in SAMPLES[importer.name]:
            assert importer.sniff("sample", sample), importer.name
            assert survives(importer, sample), importer.name


@each_importer
def test_what_nobody_expects_is_refused_or_read(importer: CaptureImporter) -> None:
    started = time.process_time()
    for data in HOSTILE:
        survives(importer, data)
    assert time.process_time() - started < 30


@each_importer
def test_a_source_may_break_off_anywhere(importer: CaptureImporter) -> None:
    for sample in SAMPLES[importer.name]:
        for at in range(0, len(sample), max(1, len(sample) // 25)):
            survives(importer, sample[:at])


@each_importer
def test_a_broken_source_ends_no_program(importer: CaptureImporter) -> None:
    _fuzz(importer, rounds=60, seed=1)


@pytest.mark.long
@pytest.mark.timeout(900)
@each_importer
def test_a_source_broken_in_many_ways_ends_no_program(importer: CaptureImporter) -> None:
    _fuzz(importer, rounds=6_000, seed=2)


def _fuzz(importer: CaptureImporter, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    for count in range(rounds):
        data = broken(chance.choice(SAMPLES[importer.name]), chance)
        try:
            survives(importer, data)
        except Exception as error:
            raise AssertionError(f"{importer.name}, round {count}: {data!r}") from error
