"""One story, told to a file and to a server, leaves the same rows and answers every question."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from typing import Any, Final

import pytest

from incident_tui.domain import facts
from incident_tui.domain.entries import micros
from incident_tui.domain.incident import Priority, Severity, Status
from incident_tui.domain.learning_facts import RecurrenceConfirmed
from incident_tui.storage import append as appending
from incident_tui.storage.append import append
from incident_tui.storage.capturing import Capturing, Piece, Taken
from incident_tui.storage.draft import Draft
from incident_tui.storage.log_reader import LogReader
from incident_tui.storage.merging import merge_in
from incident_tui.storage.opening import open_store
from incident_tui.storage.reader import Reader
from incident_tui.storage.redact import redact
from incident_tui.storage.script import run
from tests.storage.stories import T0, declared, noted, said
from tests.support import postgres

TABLES: Final = {
    "entry": "seq, incident_id",
    "incident": "number",
    "action_item": "id",
    "recurrence": "incident_id, earlier_id",
    "answer": "id",
    "redaction": "one",
    "search": "rowid",
}
RESOLVED: Final = facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED)


def imported(number: int, batch: str, *, again: str = "") -> list[Piece]:
    line = facts.Imported(f"line {number}", "slack", "bo", batch)
    ref = f"slack:{number}"

    def star(line_id: str) -> list[Draft]:
        return [said(facts.Starred(line_id), f"s{number}{again}", ref=f"{ref}*")]

    return [Piece(said(line, f"m{number}{again}", ref=ref), star)]


def captured(batch: str, again: str = "") -> Any:
    def completed(taken: Taken) -> Draft:
        fact = facts.ImportCompleted("slack", "export.zip", taken.new, others=tuple(taken.others))
        return said(fact, batch)

    capturing = Capturing("i1")
    yield from capturing.begin()
    for number in range(3):
        yield from capturing.take(imported(number, batch, again=again))
    answers = {"summary": f"It burned{again}."}
    return (yield from capturing.finish(completed, answers, "ana", 10))


def story() -> Iterator[Any]:
    """The transactions in their order."""
    yield append([declared("i1"), noted("queue full", "n1"), noted("password", "n2")])
    yield append([declared("i2", "Disk full"), said(RESOLVED, "r2", incident="i2", minute=30)])
    yield append([said(facts.ActionItemAdded("fix", owner="bo", due=date(2026, 4, 1)), "a1")])
    item = facts.ActionItemAdded("page", priority=Priority.HIGH)
    done = facts.ActionItemDone("a2")
    yield append([said(item, "a2", incident="i2"), said(done, "d2", incident="i2")])
    yield append([said(facts.SeverityChanged(Severity.SEV2, Severity.SEV1), "v1")])
    yield append([said(RecurrenceConfirmed("i1", 1, "same queue"), "c2", incident="i2")])
    yield merge_in([noted("late", "n3", minute=-5)], {"factors": "tooling: no alarm"}, "jo", 5)
    yield captured("b1")
    yield captured("b1")
    yield append([said(facts.Retracted("b1"), "x1")])
    yield captured("b2", "again")
    yield append([said(facts.Amended("n2", "the password is swordfish"), "m9")])
    yield redact(said(facts.Redacted("n2", "a password"), "z1"))
    yield append([said(RESOLVED, "r1", minute=90)])
    yield append([declared("i3", "Größe")])


def answers(ask: Any) -> dict[str, Any]:
    """What a person could ask of the store."""
    reader, log = Reader(ask), LogReader(ask)
    moments = [micros(T0 + timedelta(minutes=m)) for m in (0, 31, 60, 100, 500_000)]
    return {
        "incidents": reader.incidents(),
        "resolved": reader.incidents(1, Status.RESOLVED),
        "counts": reader.counts(),
        "actions": reader.actions(),
        "late": reader.actions(overdue_on=date(2027, 1, 1)),
        "changes": reader.action_changes(0),
        "unfinished": reader.unfinished(Severity.SEV1),
        "history": [reader.history(at) for at in moments],
        "stories": reader.stories(0, moments[-1]),
        "search": [reader.search(words) for words in ("queue", "redacted", "größe", "swordfish")],
        "timeline": list(log.order("i1", gone=["b1"])),
        "newest": log.newest("i1", 5, gone=["b1"]),
        "rows": log.rows("i1", [3, 1, 9]),
        "known": (log.known_under(["slack:1"]), log.declared_as("x")),
        "matching": log.matching("i1", "line", "ana", ["imported"], ["b1"]),
    }


def told(store: Any, start: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    salts = count()
    monkeypatch.setattr(appending, "urandom", lambda size: next(salts).to_bytes(size, "big"))
    for script in story():
        start(script)


def test_the_same_story_is_the_same_store(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    postgres.require_server()
    path = f"{tmp_path}/incidents.db"
    with closing(open_store(path)) as file, postgres.store() as team:
        told(file, lambda script: run(file, script), monkeypatch)
        told(team, team.run, monkeypatch)
        for table, order in TABLES.items():
            names = [row[1] for row in file.execute(f"PRAGMA table_info({table})").fetchall()]
            sql = f"SELECT {', '.join(names)} FROM {table} ORDER BY {order}"
            assert team(sql) == file.execute(sql).fetchall(), table
        assert team.verify() == []
        with closing(Reader(path)) as reader:
            here = answers(reader._ask)
        there = answers(team)
    for question, answer in here.items():
        assert there[question] == answer, question
