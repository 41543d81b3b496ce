from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.errors import StoreLockedError
from incident_tui.domain.facts import (
    ActionItemAdded,
    ActionItemDone,
    PostMortemPublished,
    RoleAssigned,
    StatusChanged,
)
from incident_tui.domain.incident import Severity, Status
from incident_tui.storage.append import append
from incident_tui.storage.reader import Reader
from incident_tui.storage.rows import Counts
from tests.storage.engines import Store, on_both, run
from tests.storage.stories import T0, declared, noted, said
from tests.support.postgres import OnServer

RESOLVED = StatusChanged(Status.INVESTIGATING, Status.RESOLVED)


@pytest.fixture
def reader(burning: Store, path: str) -> Iterator[Reader]:
    reader = Reader(burning if isinstance(burning, OnServer) else path)
    yield reader
    reader.close()


@on_both
def test_an_incident_reads_as_the_facts_left_it(burning: Store, reader: Reader) -> None:
    story = [said(RoleAssigned("ic", "maria"), "r1"), said(RESOLVED, "s1", minute=30)]
    run(burning, append([*story, said(PostMortemPublished("d", "ana"), "p1", minute=90)]))
    row = reader.incident(1)
    assert row is not None
    assert row == reader.incident_of("i1") == reader.incidents()[0]
    assert (row.title, row.severity, row.status) == (
        "Checkout down",
        Severity.SEV2,
        Status.RESOLVED,
    )
    assert (row.commander, row.owner, row.entries) == ("maria", "ana", 6)
    assert row.declared_at == T0
    assert row.started_at is None
    assert row.resolved_at == T0 + timedelta(minutes=30)
    assert row.published_at == row.updated_at == T0 + timedelta(minutes=90)
    assert reader.incident(9) is reader.incident_of("x") is None


@on_both
def test_the_list_is_newest_first_and_knows_what_is_live(burning: Store, reader: Reader) -> None:
    for number in (2, 3):
        run(burning, append([declared(f"i{number}")]))
    run(burning, append([said(RESOLVED, "s3", incident="i3")]))
    assert [row.number for row in reader.incidents()] == [3, 2, 1]
    assert [row.number for row in reader.incidents(limit=1)] == [3]
    assert [row.number for row in reader.incidents(status=Status.INVESTIGATING)] == [2, 1]
    live = reader.live()
    assert live is not None
    assert live.number == 2
    assert reader.counts() == Counts(incidents=3, live=2, entries=6, open_actions=0)


@on_both
def test_search_finds_words_and_beginnings_newest_first(burning: Store, reader: Reader) -> None:
    run(burning, append([declared("i2"), noted("Queue drained", "q2", incident="i2")]))
    assert [(f.number, f.entry.id) for f in reader.search("queue")] == [(2, "q2"), (1, "n1")]
    assert [f.entry.id for f in reader.search("que")] == ["q2", "n1"]
    assert [f.entry.id for f in reader.search("drai que")] == []
    assert [f.entry.id for f in reader.search("queue drai")] == ["q2"]
    assert [f.entry.id for f in reader.search("queue", incident_id="i1")] == ["n1"]
    assert [f.entry.id for f in reader.search("queue", limit=1)] == ["q2"]
    assert reader.search("queue")[0].title == "Checkout down"
    assert [f.entry.id for f in reader.search("drai ")] == []


@on_both
@pytest.mark.parametrize(
    "query",
    ["", "  ", '"', "'", "*", "que*ue", "NOT", "a AND", "col:x", "(", "-", "^x", "NEAR(a b)"],
)
def test_no_query_is_a_mistake(reader: Reader, query: str) -> None:
    assert reader.search(query) == []


@on_both
def test_the_tracker_asks_for_what_it_wants(burning: Store, reader: Reader) -> None:
    items = [
        said(ActionItemAdded("later", owner="bo", due=date(2026, 5, 1)), "a1"),
        said(ActionItemAdded("soon", owner="ana", due=date(2026, 4, 1)), "a2"),
        said(ActionItemAdded("some day", owner="bo"), "a3"),
        said(ActionItemDone("a2"), "d1"),
    ]
    run(burning, append(items))
    run(burning, append([declared("i2")]))
    run(burning, append([said(ActionItemAdded("else", due=date(2026, 4, 2)), "b1", incident="i2")]))
    texts = [row.item.text for row in reader.actions()]
    assert texts == ["soon", "else", "later", "some day"]
    assert [r.item.id for r in reader.actions(status=ActionStatus.OPEN)] == ["b1", "a1", "a3"]
    assert [r.item.id for r in reader.actions(owner="bo")] == ["a1", "a3"]
    assert [r.incident_number for r in reader.actions(incident_id="i2")] == [2]
    assert [r.item.id for r in reader.actions(overdue_on=date(2026, 4, 2))] == []
    assert [r.item.id for r in reader.actions(overdue_on=date(2026, 4, 3))] == ["b1"]


def test_a_write_of_another_changes_the_data_version(burning: Store, reader: Reader) -> None:
    before = reader.data_version()
    assert reader.data_version() == before
    run(burning, append([noted("x", "n9")]))
    assert reader.data_version() != before


def test_a_reader_never_waits_long_nor_holds_up_a_writer(burning: Store, path: str) -> None:
    reader = Reader(path, patience_ms=1)
    reader.incidents()
    reader.search("queue")
    burning.execute("PRAGMA busy_timeout = 1")
    run(burning, append([noted("x", "n9")]))
    burning.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreLockedError):
        reader.incidents()
    burning.execute("ROLLBACK")
    assert reader.incidents()
    reader.close()
