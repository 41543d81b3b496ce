from pathlib import Path

import pytest

from incident_tui.domain.call_facts import TaskAssigned, TaskClosed, UpdateLogged
from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.facts import ActionItemAdded, Amended, Noted, Redacted, TitleChanged
from incident_tui.domain.incident import Audience, TaskOutcome
from incident_tui.domain.payloads import fact_of, payload_of
from incident_tui.storage.append import append
from incident_tui.storage.reader import Reader
from incident_tui.storage.redact import redact
from tests.storage.engines import Store, on_both, run, verify
from tests.storage.stories import declared, noted, said

SECRET = "hunterzwei"


def traces(path: str) -> list[str]:
    """Files in which the secret, or the word of it in the search index, can still be read."""
    folder = Path(path).parent
    return [file.name for file in folder.iterdir() if SECRET.encode() in file.read_bytes()]


@pytest.mark.fault(24)
def test_not_a_byte_of_the_text_is_left(path: str, burning: Store) -> None:
    run(burning, append([noted(f"the password is {SECRET}", "n3")]))
    run(burning, append([noted(f"filler {n}", f"f{n}") for n in range(300)]))
    assert traces(path) == ["incidents.db"]
    hashes = burning.execute("SELECT hash FROM entry ORDER BY pos").fetchall()
    appended = run(burning, redact(said(Redacted("n3", "a password"), "r1")))
    assert appended.seq == 305
    assert traces(path) == []
    assert burning.execute("SELECT hash FROM entry ORDER BY pos LIMIT 304").fetchall() == hashes
    assert burning.execute("SELECT * FROM redaction").fetchall() == []
    assert verify(burning) == []


@pytest.mark.fault(24)
def test_the_amendments_of_an_entry_lose_their_text_with_it(path: str, burning: Store) -> None:
    run(burning, append([noted(f"the password is {SECRET}", "n3")]))
    corrections = [Amended("n3", f"no, it is {SECRET}2"), Amended("n1", "the queue is full")]
    run(burning, append([said(fact, f"c{n}") for n, fact in enumerate(corrections)]))
    run(burning, redact(said(Redacted("n3", "a password"), "r1")))
    assert traces(path) == []
    stored = burning.execute("SELECT kind, version, payload FROM entry WHERE id LIKE 'c_'")
    assert [fact_of(*row) for row in stored.fetchall()] == [
        Amended("n3", "[redacted]"),
        Amended("n1", "the queue is full"),
    ]
    assert verify(burning) == []
    run(burning, append([said(Amended("n3", "a password was here"), "c9")]))
    assert verify(burning) == []


@on_both
def test_a_blank_amendment_of_an_entry_that_stands_is_found(burning: Store) -> None:
    run(burning, append([said(Amended("n1", "the queue is full"), "c1")]))
    burning.execute("INSERT INTO redaction VALUES (1, 'c1')")
    blank = payload_of(Amended("n1", "[redacted]"))[2]
    burning.execute("UPDATE entry SET payload = ?, salt = NULL WHERE id = 'c1'", (blank,))
    burning.execute("DELETE FROM redaction")
    texts = [problem.text for problem in verify(burning)]
    assert "its text was removed without a redaction" in texts


@on_both
def test_a_retry_redacts_once(burning: Store) -> None:
    record = said(Redacted("n1", "why"), "r1")
    first = run(burning, redact(record))
    again = run(burning, redact(record))
    assert (again.seq, again.is_new) == (first.seq, False)
    assert run(burning, redact(said(Redacted("n1", "again"), "r2"))).is_new
    assert verify(burning) == []


def test_what_the_fact_did_stays_done(path: str, burning: Store) -> None:
    run(burning, append([said(ActionItemAdded(f"rotate {SECRET}", owner="bo"), "a1")]))
    run(burning, append([said(TitleChanged("Checkout down", f"leak of {SECRET}"), "t1")]))
    run(burning, redact(said(Redacted("a1", "a password"), "r1")))
    run(burning, redact(said(Redacted("t1", "a password"), "r2")))
    reader = Reader(path)
    [row] = reader.actions()
    assert (row.item.text, row.item.owner) == ("[redacted]", "bo")
    assert row.incident_title == "[redacted]"
    assert [found.entry.id for found in reader.search("redacted")] == ["t1", "a1"]
    reader.close()
    assert traces(path) == []


def test_what_was_asked_and_told_is_destroyed_and_who_did_it_stays(
    path: str, burning: Store
) -> None:
    closed = TaskClosed("t1", TaskOutcome.NO_HELP, f"{SECRET} was refused")
    told = UpdateLogged(Audience.PUBLIC, f"log in with {SECRET}", "jo")
    records = (TaskAssigned(f"try {SECRET}", "bo", 5), closed, told)
    run(burning, append([said(fact, f"t{n}") for n, fact in enumerate(records, 1)]))
    for target in ("t1", "t2", "t3"):
        run(burning, redact(said(Redacted(target, "a password"), f"r-{target}")))
    stored = burning.execute("SELECT kind, version, payload FROM entry WHERE id LIKE 't_'")
    assert [fact_of(*row) for row in stored.fetchall()] == [
        TaskAssigned("[redacted]", "bo", 5),
        TaskClosed("t1", TaskOutcome.NO_HELP, "[redacted]"),
        UpdateLogged(Audience.PUBLIC, "[redacted]", "jo"),
    ]
    assert traces(path) == []


@on_both
def test_only_an_entry_of_this_incident_can_be_named(burning: Store) -> None:
    run(burning, append([declared("i2"), noted("x", "m1", incident="i2")]))
    for target in ("zz", "m1"):
        with pytest.raises(NotFoundError):
            run(burning, redact(said(Redacted(target, "why"), "r1")))
    with pytest.raises(TypeError):
        run(burning, redact(said(Noted("x"), "r1")))
    [stored] = burning.execute(
        "SELECT kind, version, payload FROM entry WHERE id = 'm1'"
    ).fetchall()
    assert fact_of(*stored) == Noted("x")
