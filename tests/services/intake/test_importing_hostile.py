"""A file of an incident that was changed by hand comes in as an incident, or is refused."""

import json
import random
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.errors import IncidentTuiError
from incident_tui.exporters import jsonl as out
from incident_tui.importers import jsonl
from incident_tui.importers.format import ImportRefusedError
from incident_tui.services.intake import importing
from incident_tui.services.store import Store
from incident_tui.storage.integrity import verify
from tests.services.intake.test_importing import on, read, real, take
from tests.support.entries import id_of
from tests.support.records import record
from tests.support.strategies import logs

_ODD: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 1, 7, 2**31, 2**63, 2**64, -(2**63), 10**30, 0.5, 1e308),
    *("", " ", "\n", "\x00", "\ud800", "\u202e", "x" * 300, "[red]", "#1", "@ana", "INC-1"),
    *("2026-01-15T10:00:00Z", "2026-01-15", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"),
    *("1969-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "10:00"),
    *(id_of(1), id_of(2), id_of(3), [], {}, [None], ["x", 1], {"x": 1}, [[[]]], "sev1", "resolved"),
)
"""What a person, another program or an attacker may put where something else stood."""


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every container and key in it."""
    keys: list[Any] = []
    if isinstance(value, dict):
        keys = list(value)
    elif isinstance(value, list):
        keys = list(range(len(value)))
    return [
        *((value, key) for key in keys),
        *(place for key in keys for place in _places(value[key])),
    ]


def _changed(line: str, chance: random.Random) -> str:
    value = json.loads(line)
    holder, key = chance.choice(_places(value))
    if chance.random() < 0.2:
        del holder[key]
    else:
        holder[key] = chance.choice(_ODD)
    return json.dumps(value)


def broken(text: str, chance: random.Random) -> str:
    """The file after one to four changes, its counts made good again as often as not."""
    lines = text.splitlines()
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(lines))
        match chance.randrange(12):
            case 0:
                lines.insert(chance.randrange(len(lines)), lines[at])
            case 1 if len(lines) > 1:
                del lines[at]
            case 2:
                cut = chance.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:cut] + chance.choice(("", "}", "\\ud800", "\x00", '"', "["))
            case _:
                with suppress(ValueError, IndexError):
                    lines[at] = _changed(lines[at], chance)
    with suppress(ValueError, TypeError, KeyError):
        head = json.loads(lines[0])
        head["entries"] = len(lines) - 1 - head["answers"]
        lines[0] = json.dumps(head) if chance.random() < 0.9 else lines[0]
    return "\n".join(lines)


async def _survives(store: Store, text: str) -> None:
    try:
        incoming = jsonl.read_text(text)
    except ImportRefusedError:
        return
    known = await take(store, incoming)
    assert verify(store._connection) == []
    again = await importing.plan(store, jsonl.read_text(out.render(known)))
    assert (again.new, again.answers) == ((), {})
    assert out.render(await read(store)) == out.render(known)


def bears(log: list[TimelineEntry], chance: random.Random) -> None:
    whole = out.render(record(real(log), summary="short")).replace(id_of(0), id_of(1))
    text = broken(whole, chance)
    with tempfile.TemporaryDirectory() as folder, suppress(IncidentTuiError):
        on(Path(folder, "a.db"), lambda store: _survives(store, text))


@settings(max_examples=40, deadline=None)
@given(logs(), st.randoms(use_true_random=False))
def test_a_changed_file_is_an_incident_or_refused(
    log: list[TimelineEntry], chance: random.Random
) -> None:
    bears(log, chance)


@pytest.mark.long
@pytest.mark.timeout(900)
@settings(max_examples=6_000, deadline=None)
@given(logs(), st.randoms(use_true_random=False))
def test_a_file_changed_in_many_ways_is_an_incident_or_refused(
    log: list[TimelineEntry], chance: random.Random
) -> None:
    bears(log, chance)
