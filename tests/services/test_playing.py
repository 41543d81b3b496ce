from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from incident_tui.domain.incident import Severity
from incident_tui.services import playing
from incident_tui.services.playing import ReplayClock
from incident_tui.services.scenario import ScenarioError, parse
from incident_tui.services.store import Store
from tests.support.entries import T0, at

HEAD = "start: 2026-01-15 14:00\nauthor: ana\n14:00 /declare Checkout fails sev:2\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "new.db")
    yield store
    store.close()


async def test_each_line_is_its_authors_at_its_time(store: Store) -> None:
    scenario = parse(HEAD + "14:02 it burns\n14:05 <li> -1m /sev 1\n14:06 /postmortem\n")
    log = await playing.play(store, scenario)
    entries = [row.entry for row in log.newest(9)]
    assert [(e.author, e.occurred_at, e.recorded_at) for e in entries] == [
        *(("ana", at(0), at(0)), ("ana", at(2), at(2)), ("li", at(4), at(5)))
    ]
    assert {e.source for e in entries} == {"replay"}
    assert log.state.severity is Severity.SEV1
    await store.finish()


async def test_the_lines_after_the_declaration_may_go_into_another_incident(store: Store) -> None:
    first = await playing.play(store, parse(HEAD))
    log = await playing.play(store, parse(HEAD + "14:02 it burns\n"), number=first.number)
    assert (log.number, len(log.newest(9))) == (1, 2)
    await store.finish()


async def test_a_line_that_cannot_be_done_is_named(store: Store) -> None:
    with pytest.raises(ScenarioError, match=r"/sev 9: '9' is not a severity"):
        await playing.play(store, parse(HEAD + "+1m /sev 9\n"))
    await store.finish()


def test_a_transcript_begins_with_a_declaration_alone(store: Store) -> None:
    step = parse(HEAD.replace("14:00 /declare", "14:00 I say /declare")).steps[0]
    with pytest.raises(ScenarioError, match="the first line of a transcript declares"):
        playing.begin(store, step)


def test_the_clock_runs_fast_to_the_end_and_then_as_everybodys() -> None:
    clock = ReplayClock(T0, at(60), 60, at(1000))
    assert clock.at(at(1000)) == T0
    assert clock.at(at(1000.5)) == at(30)
    assert clock.at(at(1001)) == at(60)
    assert clock.at(at(1003)) == at(62)
    assert clock.wait(at(30), at(1000)) == timedelta(seconds=30)
    assert clock.wait(T0, at(1001)) == timedelta(0)
    assert clock.now() > at(60)
