"""A file that is not whole, or not ours, is refused by line; nothing of it is guessed."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain import facts
from incident_tui.domain.errors import IncidentTuiError
from incident_tui.exporters.jsonl import render
from incident_tui.importers.format import ImportRefusedError
from incident_tui.importers.jsonl import IMPORTER, read_text
from tests.services.intake.test_importing import real
from tests.support.entries import entry, id_of
from tests.support.records import STORY, record

LOG = real([*STORY[:3], entry(4, facts.Unknown("weather", 3, "not even json"))])
LINES = render(record(LOG, summary="short")).replace(id_of(0), id_of(1)).split("\n")[:-1]


def changed(number: int, **new: Any) -> str:
    lines = [*LINES]
    lines[number - 1] = json.dumps(json.loads(lines[number - 1]) | new)
    return "\n".join(lines)


def test_everything_is_read_back() -> None:
    read = read_text("\n".join(LINES))
    assert (read.id, read.entries, read.lines) == (id_of(1), tuple(LOG), (2, 3, 4, 5))
    assert read.answers == {"summary": "short"}


@pytest.mark.parametrize("change", [lambda t: f"\ufeff{t}\n\n", lambda t: t.replace("\n", "\r\n")])
def test_marks_that_editors_add_do_no_harm(change: Callable[[str], str]) -> None:
    assert read_text(change("\n".join(LINES))) == read_text("\n".join(LINES))


def test_a_fact_of_a_newer_program_is_kept_to_the_letter() -> None:
    data = {"of": "tomorrow", "n": 1.50}
    read = read_text(changed(4, kind="role", version=9, data=data))
    assert read.entries[2].fact == facts.Unknown("role", 9, json.dumps(data))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing in it"),
        ("hello", "line 1: it is not an incident of this program"),
        ('{"format": "other"}', "line 1: it is not an incident of this program"),
        ("[" * 100_000, "line 1: it is not an incident of this program"),
        (changed(1, incident="INC-42"), "line 1: it is not an incident of this program"),
        (changed(1, version=2), "line 1: version 2 was written by a newer program"),
        ("\n".join(LINES[:-1]), "4 entries and 1 answers behind its first line, and 4 lines"),
        ("\n".join(LINES[:1] + LINES[2:]), "and 4 lines are there"),
        (changed(3, id="../../etc"), "line 3: '../../etc' is not the id of an entry"),
        (changed(3, id=id_of(1)), "line 3: the entry .* is there twice"),
        (changed(3, seq=7), "line 3: entry 2 should come here"),
        (changed(2, kind="noted", data={"text": "x"}), "does not declare the incident"),
        (changed(2, id=id_of(9)), "does not declare the incident"),
        (changed(3, occurred_at="2026-01-15T14:04:00"), "line 3: a time needs its zone"),
        (changed(3, occurred_at="yesterday"), "line 3: Invalid RFC3339"),
        (changed(3, data={"role": "ic"}), "line 3: .*person"),
        (changed(3, data="[" * 50), "line 3: Expected `object`"),
        (changed(3, occurred_at="0001-01-01T00:00:00+14:00"), "line 3: its time is before or"),
        (changed(3, version=1 << 63), "line 3: Expected `int`"),
        (changed(3, seq="2"), "line 3: Expected `int`"),
        (changed(6, answer=None), "line 6: Expected `str`"),
    ],
)
def test_what_does_not_fit_is_refused_by_line(text: str, why: str) -> None:
    with pytest.raises(ImportRefusedError, match=why):
        read_text(text)


@pytest.mark.fault(22)
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_text_raises_anything_but_a_refusal(data: st.DataObject) -> None:
    lines = [*LINES]
    at = data.draw(st.integers(0, len(lines) - 1))
    cut = data.draw(st.integers(0, len(lines[at])))
    lines[at] = lines[at][:cut] + data.draw(st.text(max_size=5)) + lines[at][cut:]
    with suppress(IncidentTuiError):
        read_text("\n".join(lines))


def test_the_importer_is_registered_as_what_it_is() -> None:
    assert (IMPORTER.name, IMPORTER.read) == ("jsonl", read_text)
