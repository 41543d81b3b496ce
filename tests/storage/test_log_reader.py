from collections.abc import Iterator
from typing import Any

import pytest

from incident_tui.domain.facts import DecisionMade, Noted, Starred, StatusChanged
from incident_tui.domain.incident import Status
from incident_tui.storage import log_reader
from incident_tui.storage.append import append
from incident_tui.storage.log_reader import LogReader
from tests.storage.engines import Store, on_both, run
from tests.storage.stories import noted, said
from tests.support.postgres import OnServer

RESOLVED = StatusChanged(Status.INVESTIGATING, Status.RESOLVED)


@pytest.fixture
def reader(burning: Store, path: str) -> Iterator[LogReader]:
    reader = LogReader(burning if isinstance(burning, OnServer) else path)
    yield reader
    reader.close()


def ids(found: list[object]) -> list[str]:
    return [entry.id for entry in found]  # type: ignore[attr-defined]


@on_both
def test_the_timeline_is_in_the_order_things_happened(
    burning: Store, reader: LogReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(burning, append([noted("late", "n3", minute=-10), noted("tie", "n4", minute=2)]))
    assert ids([*reader.newest("i1", 3)]) == ["n1", "n2", "n4"]
    assert ids([*reader.newest("i1", 99)]) == ["n3", "i1", "n1", "n2", "n4"]
    monkeypatch.setattr(log_reader, "_CHUNK", 2)
    chunks = list(reader.order("i1"))
    assert [[seq for seq, _, _ in chunk] for chunk in chunks] == [[4, 1], [2, 3], [5]]
    assert all(length > 0 for chunk in chunks for _, _, length in chunk)
    assert list(reader.order("nowhere")) == []


@on_both
def test_entries_by_number_and_by_what_came_after(burning: Store, reader: LogReader) -> None:
    run(burning, append([said(RESOLVED, "s1"), noted("x", "n3", author="bo")]))
    assert ids([*reader.rows("i1", [3, 1, 77, 2])]) == ["n2", "i1", "n1"]
    assert reader.rows("i1", []) == []
    assert ids([*reader.after("i1", 3)]) == ["s1", "n3"]
    assert ids([*reader.state_rows("i1")]) == ["i1", "s1"]


@on_both
def test_entries_by_id_and_by_who_wrote_last(burning: Store, reader: LogReader) -> None:
    run(burning, append([noted("x", "n3", author="bo", ref="slack:1")]))
    [entry] = reader.by_ids(["n3", "zz"])
    assert (entry.seq, entry.fact, entry.external_ref) == (4, Noted("x"), "slack:1")
    assert len(entry.hash) == 64
    assert reader.newest_by("bo", "i1", 9) == [entry]
    assert ids([*reader.newest_by("ana", "i1", 2)]) == ["n2", "n1"]
    assert reader.by_ids(['"', "zz"]) == reader.newest_by("zz", "i1", 9) == []


@on_both
def test_corrections_have_no_place_of_their_own(burning: Store, reader: LogReader) -> None:
    run(burning, append([said(Starred("n1"), "s1"), noted("x", "n3", minute=9)]))
    assert ids([*reader.newest("i1", 9)]) == ["i1", "n1", "n2", "n3"]
    assert [seq for chunk in reader.order("i1") for seq, _, _ in chunk] == [1, 2, 3, 5]


@on_both
def test_matching_meets_every_condition(burning: Store, reader: LogReader) -> None:
    more = [
        said(DecisionMade("drain the queue"), "d1", minute=9),
        noted("queue", "n3", author="bo"),
    ]
    run(burning, append(more))

    def seqs(**asked: Any) -> list[int]:
        return sorted(seq for seq, _, _ in reader.matching("i1", **asked))

    assert seqs() == [1, 2, 3, 4, 5]
    assert seqs(text="queue") == [2, 4, 5]
    assert seqs(text="queue", author="bo") == [5]
    assert seqs(kinds=["decision"]) == [4]
    assert seqs(text='"*(', kinds=["decision"]) == []
    assert reader.matching("nowhere", text="queue") == []
