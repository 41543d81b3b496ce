import subprocess
import sys
from pathlib import Path
from sqlite3 import Connection

import pytest

from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.facts import ActionItemAdded, StatusChanged
from incident_tui.domain.incident import Status
from incident_tui.storage.append import append
from incident_tui.storage.chain import GENESIS
from incident_tui.storage.opening import open_store
from tests.storage.engines import Store, on_both, run, verify
from tests.storage.stories import declared, noted, said

SLOW = {
    *("asyncio", "dataclasses", "datetime", "enum", "hashlib", "json", "logging", "msgspec"),
    *("pathlib", "re", "sqlite3", "sqlmodel", "sqlalchemy", "aiosqlite", "typing", "uuid"),
}


def test_seq_is_gapless_per_incident_and_pos_in_the_store(store: Connection) -> None:
    run(store, append([declared("i1"), noted("a", "n1")]))
    run(store, append([declared("i2")]))
    [late] = run(store, append([noted("b", "n2")]))
    [other] = run(store, append([noted("c", "n3", incident="i2")]))
    assert (late.pos, late.seq, late.number, late.is_new) == (4, 3, 1, True)
    assert (other.pos, other.seq, other.number) == (5, 2, 2)


@on_both
def test_each_entry_follows_the_one_before_and_each_incident_the_last_declared(
    store: Store,
) -> None:
    run(store, append([declared("i1"), noted("a", "n1")]))
    run(store, append([declared("i2")]))
    run(store, append([noted("b", "n2")]))
    rows = store.execute("SELECT id, prev_hash, hash FROM entry ORDER BY pos").fetchall()
    before = {id_: previous for id_, previous, _ in rows}
    hashes = {id_: hash_ for id_, _, hash_ in rows}
    assert before == {
        "i1": GENESIS,
        "n1": hashes["i1"],
        "i2": hashes["i1"],
        "n2": hashes["n1"],
    }


@on_both
def test_a_retry_gives_back_what_is_stored(burning: Store) -> None:
    [first] = run(burning, append([noted("x", "n9")]))
    [again] = run(burning, append([noted("x", "n9")]))
    assert (again.pos, again.seq, again.hash) == (first.pos, first.seq, first.hash)
    assert (first.is_new, again.is_new) == (True, False)
    assert burning.execute("SELECT count(*) FROM search").fetchall() == [(4,)]


@on_both
def test_a_retry_of_a_declaration_declares_once(burning: Store) -> None:
    [again] = run(burning, append([declared()]))
    assert (again.number, again.seq, again.is_new) == (1, 1, False)


@on_both
def test_an_import_repeated_or_overlapping_stores_each_reference_once(burning: Store) -> None:
    first = [
        noted("a", "m1", ref='s"1'),
        noted("b", "m2", ref="s\\2"),
        noted("b", "m3", ref="s\\2"),
    ]
    run(burning, append(first))
    again = run(burning, append([noted("b", "m4", ref="s\\2"), noted("c", "m5", ref="s3\n")]))
    assert [(a.seq, a.is_new) for a in again] == [(5, False), (6, True)]
    refs = burning.execute(
        "SELECT external_ref FROM entry WHERE external_ref IS NOT NULL ORDER BY seq"
    ).fetchall()
    assert refs == [('s"1',), ("s\\2",), ("s3\n",)]


@on_both
def test_the_same_reference_in_two_incidents_is_two_entries(burning: Store) -> None:
    run(burning, append([noted("a", "m1", ref="s1")]))
    run(burning, append([declared("i2")]))
    [other] = run(burning, append([noted("a", "m2", incident="i2", ref="s1")]))
    assert other.is_new


@on_both
def test_an_unknown_incident_is_refused(burning: Store) -> None:
    with pytest.raises(NotFoundError, match="declare"):
        run(burning, append([noted("x", "n9", incident="i9")]))
    assert verify(burning) == []


@on_both
def test_one_transaction_appends_to_one_incident(burning: Store) -> None:
    run(burning, append([declared("i2")]))
    with pytest.raises(ValueError, match="one incident"):
        run(burning, append([noted("a", "m1"), noted("b", "m2", incident="i2")]))
    assert run(burning, append([])) == []


@on_both
def test_a_fact_that_bears_state_brings_the_views_along(burning: Store) -> None:
    resolved = said(StatusChanged(Status.INVESTIGATING, Status.RESOLVED), "s1")
    run(burning, append([resolved, said(ActionItemAdded("fix", owner="bo"), "a1")]))
    row = burning.execute("SELECT status, entries, open_actions FROM incident").fetchall()
    assert row == [("resolved", 5, 1)]
    assert burning.execute("SELECT id, owner FROM action_item").fetchall() == [("a1", "bo")]


def test_a_note_costs_the_same_few_statements_however_long_the_incident(
    burning: Connection,
) -> None:
    def statements(first: int, count: int) -> int:
        seen: list[str] = []
        burning.set_trace_callback(seen.append)
        run(burning, append([noted("x", f"m{n}") for n in range(first, first + count)]))
        burning.set_trace_callback(None)
        # Trigger programs and the index's own statements are traced as comments.
        return len({sql for sql in seen if not sql.lstrip().startswith("--")})

    alone = statements(0, 1)
    run(burning, append([noted("x", f"l{n}") for n in range(500)]))
    assert statements(1, 1) == alone
    assert alone <= 12


WRITER = """
import sys
from incident_tui.storage.append import append
from incident_tui.storage.opening import open_store
from incident_tui.storage.note import note
from incident_tui.storage.script import run

path, name = sys.argv[1:]
for n in range(25):
    store = open_store(path)
    draft = note(f"{name} {n}", id=f"{name}-{n}", incident_id="i1", occurred_at=n, recorded_at=n,
                 author=name, source="test")
    run(store, append([draft]))
    store.close()
"""


def test_processes_that_write_at_once_lose_nothing(path: str) -> None:
    store = open_store(path)
    run(store, append([declared()]))
    others = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, name]) for name in ("ana", "bo")
    ]
    for n in range(25):
        run(store, append([noted("here", f"here-{n}")]))
    assert [other.wait(60) for other in others] == [0, 0]
    seqs = store.execute("SELECT seq FROM entry ORDER BY seq").fetchall()
    assert seqs == [(n,) for n in range(1, 77)]
    assert verify(store) == []
    store.close()


def test_a_note_loads_nothing_that_costs_time(path: str) -> None:
    store = open_store(path)
    run(store, append([declared()]))
    store.close()
    report = "\nprint(*sorted(m for m in sys.modules if m not in before))"
    code = "import sys\nbefore = set(sys.modules)" + WRITER + report
    done = subprocess.run(
        [sys.executable, "-S", "-c", code, path, "ana"],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    loaded = set(done.stdout.split())
    assert "incident_tui.storage.append" in loaded
    assert loaded & SLOW == set()
