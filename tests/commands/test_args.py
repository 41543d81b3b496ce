"""Each type of argument reads what people write for it, and what it offers can be read."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.commands.args import ARG_TYPES, Minutes, Person, Role, Text, Url, Word
from incident_tui.commands.outcome import Situation
from incident_tui.domain.actions import ActionItem
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.incident import (
    ActionKind,
    Audience,
    Milestone,
    Priority,
    Severity,
    Status,
)
from incident_tui.domain.postmortem import StepId
from incident_tui.domain.tasks import Task
from incident_tui.domain.text import storable
from tests.commands.situations import BURNING, ON_CALL
from tests.support.entries import at
from tests.support.strategies import ANY_TEXT


def _named(kind: Any) -> str:
    return getattr(kind, "__name__", "") or str(kind)


@pytest.mark.parametrize(
    ("kind", "said", "meant"),
    [
        (Severity, "P1", Severity.SEV1),
        (Status, "Resolved", Status.RESOLVED),
        (Status, "mon", Status.MONITORING),
        (Milestone, "ack", Milestone.ACKNOWLEDGED),
        (Priority, "H", Priority.HIGH),
        (Priority, "p1", Priority.HIGH),
        (Priority, "P3", Priority.LOW),
        (ActionKind, "prevention", ActionKind.PREVENTATIVE),
        (ActionKind, "mit", ActionKind.MITIGATIVE),
        (Person, "@Ana.b-c_1", "Ana.b-c_1"),
        (Person, "@zoë", "zoë"),
        (Role, "IC", "ic"),
        (Role, "Comms-Lead", "comms"),
        (Role, "db-sme", "db-sme"),
        (Url, "https://a.example/x?y#z", "https://a.example/x?y#z"),
        (Url, "mailto:a@b.example", "mailto:a@b.example"),
        (Url, "https://[::1]/", "https://[::1]/"),
        (Url, "https://a/\ud800\x00", "https://a/\ufffd\ufffd"),
        (Word, "EU\x00", "EU\ufffd"),
        (Text, "a\r\nb", "a\nb"),
        (Audience, "INT", Audience.INTERNAL),
        (Minutes, "5m", 5),
        (Minutes, "1h", 60),
        (Minutes, "1h30m", 90),
        (Minutes, "90m", 90),
        (Minutes, "24h", 24 * 60),
        (date, "fri", date(2026, 1, 16)),
        (datetime, "14:05", at(5)),
        (datetime, "15:05", at(65)),
    ],
)
def test_it_reads(kind: Any, said: str, meant: object) -> None:
    assert ARG_TYPES[kind].read(said, BURNING) == meant


def test_tasks_are_known_by_number_beside_action_items() -> None:
    for said in ("T1", "t1", "1"):
        assert ARG_TYPES[Task].read(said, ON_CALL).text == "check the replica lag"
    either = ARG_TYPES[ActionItem | Task]
    read = [either.read(said, ON_CALL).text for said in ("T2", "t2", "A1", "a1", "1")]
    assert read == ["call the provider"] * 2 + ["Alert on lag"] * 3


def test_entries_and_action_items_are_known_by_number() -> None:
    assert ARG_TYPES[TimelineEntry].read("#2", BURNING).seq == 2
    assert ARG_TYPES[TimelineEntry].read("2", BURNING).seq == 2
    for said in ("A1", "a1", "1"):
        assert ARG_TYPES[ActionItem].read(said, BURNING).text == "Alert on lag"


@pytest.mark.parametrize(
    ("kind", "said", "says"),
    [
        (Status, "i", "investigating, identified"),  # two begin with it
        (Priority, "", "high, medium, low"),
        (Person, "@", "write @maria"),
        (Person, "@a b", "write @maria"),
        (Role, "@", "or one of your own"),
        (Url, "javascript:alert(1)", "https://"),
        (Url, "//a.example", "https://"),
        (Url, "https:a.example", "https://"),
        (Url, "mailto:", "https://"),
        (TimelineEntry, "#x", "its number is in its details"),
        (TimelineEntry, "#²", "its number is in its details"),
        (TimelineEntry, "#" + "9" * 5000, "its number is in its details"),
        (ActionItem, "A2", "there are: A1"),
        (Task, "T1", "none yet; add one with /task"),
        (ActionItem | Task, "T1", "there is no task 'T1'"),
        (ActionItem | Task, "B1", "there are: A1"),
        (Audience, "everybody", "internal, public"),
        (StepId, "facts", "owner, timeline, summary, impact, whys, factors, well, actions"),
        *((Minutes, said, "write 5m or 1h30m") for said in ("", "0m", "0h0m", "5", "m", "h")),
        *((Minutes, said, "write 5m or 1h30m") for said in ("24h1m", "30m1h", "-5m", "५m", "5 m")),
        (date, "05/06", "2026-02-01"),
        (datetime, "soon", "14:05"),
        (datetime, "2026-01-15 15:06", "a time that has passed"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_it_refuses_and_says_what_would_work(kind: Any, said: str, says: str) -> None:
    with pytest.raises(ValueError, match=r"\S") as refused:
        ARG_TYPES[kind].read(said, BURNING)
    assert says in str(refused.value)


@pytest.mark.parametrize("kind", list(ARG_TYPES), ids=_named)
@given(said=ANY_TEXT | st.text("@#ATmh-:/.0123456789", max_size=8))
@settings(max_examples=12)
def test_it_reads_or_refuses_anything(kind: Any, said: str) -> None:
    with suppress(ValueError):
        read = ARG_TYPES[kind].read(said, ON_CALL)
        assert storable(str(read)) == str(read)


@pytest.mark.parametrize("where", [BURNING, ON_CALL], ids=["burning", "on-call"])
@pytest.mark.parametrize("kind", list(ARG_TYPES), ids=_named)
def test_what_it_offers_it_can_read(kind: Any, where: Situation) -> None:
    row = ARG_TYPES[kind]
    for offered in row.offer(where):
        row.read(f"{row.sigil}{offered}", where)
