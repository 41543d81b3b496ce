"""The same record can be made again from the text alone."""

import json
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fold import fold
from incident_tui.domain.payloads import fact_of
from incident_tui.domain.postmortem import IncidentRecord, PostMortem
from incident_tui.domain.state import IncidentState
from incident_tui.domain.timeline import timeline
from incident_tui.exporters.json_record import render
from tests.support.records import ANSWERS, STORY, record
from tests.support.strategies import TEXTS, logs


def _entry(told: dict[str, Any]) -> TimelineEntry:
    payload = told.pop("payload")
    text = payload if isinstance(payload, str) else json.dumps(payload)
    fact = fact_of(told.pop("kind"), told.pop("version"), text)
    return msgspec.convert({**told, "fact": {}}, _Bare).with_(fact)


class _Bare(TimelineEntry, frozen=True):
    """An entry whose fact is read apart."""

    fact: Any

    def with_(self, fact: Any) -> TimelineEntry:
        fields = {name: getattr(self, name) for name in TimelineEntry.__struct_fields__}
        return TimelineEntry(**{**fields, "fact": fact})


def read(source: str) -> IncidentRecord:
    told = json.loads(source)
    assert (told["format"], told["schema"]) == ("incident-tui", 1)
    entries = tuple(map(_entry, told["entries"]))
    state = fold(entries)
    answers = PostMortem(told["postmortem"]["answers"])
    rows = tuple(timeline(entries, state))
    return IncidentRecord(told["id"], told["number"], state, rows, answers, entries)


@settings(max_examples=150)
@given(logs(), st.dictionaries(st.sampled_from(sorted(ANSWERS)), TEXTS))
def test_nothing_is_lost(entries: list[TimelineEntry], answers: dict[str, str]) -> None:
    known = record(entries, **answers)
    source = render(known)
    assert read(source) == known
    assert msgspec.convert(json.loads(source)["state"], IncidentState) == known.state


def test_the_chain_names_its_last_link() -> None:
    entries = [
        msgspec.structs.replace(e, hash=f"{e.seq:064x}", external_ref=f"chat:{e.seq}")
        for e in STORY
    ]
    assert read(render(record(entries))) == record(entries)
    told = json.loads(render(record(entries)))
    assert told["chain"] == {"entries": len(STORY), "tip": f"{len(STORY):064x}"}
    assert [e["hash"] for e in told["entries"]] == [e.hash for e in entries]
    assert json.loads(render(record()))["chain"] == {"entries": 0, "tip": ""}


def test_entries_stand_in_the_order_of_recording() -> None:
    told = json.loads(render(record(reversed(STORY), **ANSWERS)))
    assert [e["seq"] for e in told["entries"]] == [e.seq for e in STORY]
