"""The file holds every entry, corrections too; the way back in is proven with the import."""

import json

from hypothesis import given, settings

from incident_tui.domain import facts
from incident_tui.exporters.jsonl import render
from tests.exporters.nasty import TEXTS, hostile
from tests.support.entries import log
from tests.support.owed import GOLDEN
from tests.support.records import ANSWERS, STORY, record


def test_the_file_is_the_golden_one_to_the_byte() -> None:
    assert render(record(STORY, **ANSWERS)).encode() == (GOLDEN / "incident.jsonl").read_bytes()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_text_is_on_its_line_as_it_was(text: str) -> None:
    known = hostile(text)
    head, *lines = map(json.loads, render(known).split("\n")[:-1])
    assert (head["entries"], head["answers"]) == (len(known.entries), len(lines) - 18)
    assert lines[3]["data"] == {"text": text}
    assert {line["answer"] for line in lines[18:]} <= {text}


def test_what_this_build_cannot_read_goes_out_as_it_came() -> None:
    unknown = facts.Unknown("weather", 3, '{"n": 1.50, ')
    line = json.loads(render(record(log(unknown))).split("\n")[2])
    assert (line["kind"], line["version"], line["raw"]) == ("weather", 3, '{"n": 1.50, ')
    assert "data" not in line
