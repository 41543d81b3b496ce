"""An incident that went out comes in as what it was, once, or not at all."""

import asyncio
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters import jsonl as out
from incident_tui.importers import jsonl
from incident_tui.importers.format import ImportRefusedError, Incoming
from incident_tui.services import postmortems
from incident_tui.services.incident_log import open_log
from incident_tui.services.intake import importing, sources
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from tests.support.entries import T0, entry, id_of
from tests.support.records import ANSWERS, STORY, record
from tests.support.strategies import TEXTS, logs

READER = Session("reader", "cli", lambda: T0)


def real(log: list[TimelineEntry]) -> list[TimelineEntry]:
    """The log as a store would hold it: the incident goes by the id of its declaration."""
    return [replace(each, incident_id=id_of(1)) for each in log]


def incoming(log: list[TimelineEntry], **answers: str) -> Incoming:
    return Incoming(id_of(1), tuple(real(log)), tuple(range(2, len(log) + 2)), answers)


def on(db: Path, work: Callable[[Store], Any]) -> Any:
    async def working() -> Any:
        store = Store(db)
        try:
            return await work(store)
        finally:
            await store.finish()

    return asyncio.run(working())


async def take(store: Store, what: Incoming) -> IncidentRecord:
    await importing.carry_out(store, READER, await importing.plan(store, what))
    return await read(store)


async def read(store: Store) -> IncidentRecord:
    return await postmortems.record(store, open_log(store, READER, number=1))


def told(known: IncidentRecord) -> IncidentRecord:
    """All of it but the hashes, which belong to one store."""
    rows = tuple(replace(row, entry=replace(row.entry, hash="")) for row in known.rows)
    entries = tuple(replace(each, hash="") for each in known.entries)
    return replace(known, rows=rows, entries=entries)


@settings(max_examples=25, deadline=None)
@given(logs(), st.dictionaries(st.sampled_from(sorted(ANSWERS)), TEXTS.filter(bool), max_size=3))
def test_any_incident_survives_the_way_out_and_in(
    log: list[TimelineEntry], answers: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = on(Path(folder, "a.db"), lambda store: take(store, incoming(log, **answers)))
        text = out.render(first)
        second = on(Path(folder, "b.db"), lambda store: take(store, jsonl.read_text(text)))
    assert told(second) == told(first)
    assert len(first.entries) == len(log)
    assert dict(second.postmortem.answers) == answers
    assert out.render(second) == text


def test_a_second_import_adds_nothing(tmp_path: Path) -> None:
    async def twice(store: Store) -> None:
        text = out.render(await take(store, incoming(STORY, **ANSWERS)))
        again = await importing.plan(store, jsonl.read_text(text))
        assert (again.new, again.answers, again.skipped) == ((), {}, ())
        await importing.carry_out(store, READER, again)
        assert out.render(await read(store)) == text

    on(tmp_path / "a.db", twice)


def test_what_was_logged_since_is_all_that_comes_in(tmp_path: Path) -> None:
    async def grown(store: Store) -> None:
        await take(store, incoming(STORY[:5]))
        plan = await importing.plan(store, incoming(STORY))
        assert [each.seq for each in plan.new] == list(range(6, len(STORY) + 1))
        assert plan.lines == tuple(range(7, len(STORY) + 2))
        assert len((await take(store, incoming(STORY))).entries) == len(STORY)

    on(tmp_path / "a.db", grown)


def test_an_entry_that_says_something_else_is_refused_and_nothing_comes_in(tmp_path: Path) -> None:
    async def differing(store: Store) -> None:
        before = await take(store, incoming(STORY[:6]))
        other = [*STORY]
        other[5] = replace(STORY[5], fact=facts.Noted("never said"))
        with pytest.raises(ImportRefusedError, match="line 7: entry 6 is stored already"):
            await importing.plan(store, incoming(other))
        assert await read(store) == before

    on(tmp_path / "a.db", differing)


def test_a_redaction_of_a_newer_program_is_kept_as_it_came(tmp_path: Path) -> None:
    newer = entry(2, facts.Unknown("redacted", 9, '{"target":"x"}'))

    async def kept(store: Store) -> None:
        known = await take(store, incoming([STORY[0], newer]))
        assert [each.fact for each in known.entries][1] == newer.fact

    on(tmp_path / "a.db", kept)


def test_a_redaction_here_outlives_a_file_from_before_it(tmp_path: Path) -> None:
    note = entry(2, facts.Noted("the password is swordfish"))
    redacted = entry(3, facts.Redacted(id_of(2), "a secret"))

    async def redacting(store: Store) -> None:
        known = await take(store, incoming([STORY[0], note, redacted]))
        assert known.entries[1].fact == facts.Noted("[redacted]")
        await take(store, incoming([STORY[0], note]))
        assert "swordfish" not in out.render(await read(store))

    on(tmp_path / "a.db", redacting)
    assert b"swordfish" not in (tmp_path / "a.db").read_bytes()


def test_an_answer_that_is_there_stays_and_is_named(tmp_path: Path) -> None:
    async def answered(store: Store) -> None:
        await take(store, incoming(STORY, summary="ours"))
        plan = await importing.plan(
            store, incoming(STORY, summary="theirs", owner="li", moon="full")
        )
        assert plan.answers == {"owner": "li"}
        assert [each.reason for each in plan.skipped] == [
            "summary has another answer here, which stays",
            "moon is no field of the post-mortem here",
        ]
        await importing.carry_out(store, READER, plan)
        assert (await read(store)).postmortem.answers == {"summary": "ours", "owner": "li"}

    on(tmp_path / "a.db", answered)


def test_a_number_must_be_that_of_the_very_incident(tmp_path: Path) -> None:
    async def numbered(store: Store) -> None:
        with pytest.raises(ImportRefusedError, match="not INC-1; leave -i out"):
            await importing.plan(store, incoming(STORY), 1)
        await take(store, incoming(STORY))
        assert (await importing.plan(store, incoming(STORY), 1)).new == ()

    on(tmp_path / "a.db", numbered)


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def failing(store: Store) -> None:
        plan = await importing.plan(store, incoming(STORY, **ANSWERS))
        monkeypatch.setattr(
            "incident_tui.storage.answering._ANSWER", "INSERT INTO nowhere VALUES (1)"
        )
        with pytest.raises(Exception, match="nowhere"):
            await importing.carry_out(store, READER, plan)
        assert store.read.counts().entries == 0

    on(tmp_path / "a.db", failing)


def test_a_source_that_is_not_there_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="cannot be read: No such file"):
        sources.opened(Path("/nowhere/at/all"))


def test_what_went_out_can_be_printed_and_cut_at_line_ends_only() -> None:
    text = out.render(record([STORY[0], entry(2, facts.Noted("\x1b[2J\u2028\u202e\x85é🚒\n"))]))
    assert "".join(text.split("\n")).isprintable()
    assert [json.loads(line) for line in text.split("\n")[:-1]] == [
        json.loads(line) for line in text.splitlines()
    ]
    assert json.loads(text.split("\n")[2])["data"]["text"] == "\x1b[2J\u2028\u202e\x85é🚒\n"
