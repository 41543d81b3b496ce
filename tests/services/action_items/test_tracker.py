"""One typed line says which action items are shown, and in which order."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.errors import CommandError
from incident_tui.domain.incident import ActionKind, Priority, Severity
from incident_tui.services.action_items import tracker
from incident_tui.services.action_items.tracker import ActionRow, Asked
from tests.support.entries import T0
from tests.support.strategies import ANY_TEXT

TODAY = T0.date()


def row(
    number: int,
    text: str = "fix",
    *,
    due: int | None = None,
    incident: int = 1,
    severity: int = 3,
    service: str = "checkout",
    **rest: object,
) -> ActionRow:
    day = None if due is None else date(2026, 1, 15 + due)
    item = replace(ActionItem(f"i{incident}a{number}", number, text, T0, due=day), **rest)
    return ActionRow(f"i{incident}", incident, "Checkout fails", Severity(severity), item, service)


ROWS = [
    row(1, "Alert on lag", due=3, owner="ana", priority=Priority.HIGH),
    row(2, "Split the deploys", due=-2, owner="jo", kind=ActionKind.PREVENTATIVE),
    row(3, "Old idea", status=ActionStatus.DECLINED, reason="retired", owner="ana"),
    row(1, "Renew by itself", incident=7, severity=1, service="pay", owner=""),
    row(2, "Drill", due=-2, incident=7, severity=1, service="", status=ActionStatus.DONE),
]


def shown(line: str, me: str = "ana") -> list[str]:
    found = tracker.kept(ROWS, tracker.asked(line, me, TODAY), TODAY, {"i7a2": "done"})
    return [f"{r.incident_number}.{r.item.number}" for r in found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", ["1.2", "1.1", "7.1"]),
        ("all", ["1.2", "7.2", "1.1", "1.3", "7.1"]),
        ("@ANA", ["1.1"]),
        ("mine all", ["1.1", "1.3"]),
        ("nobody", ["7.1"]),
        ("overdue", ["1.2"]),
        ("soon", ["1.2", "1.1"]),
        ("due:today", ["1.2"]),
        ("undated", ["7.1"]),
        ("done", ["7.2"]),
        ("declined", ["1.3"]),
        ("changed", ["7.2"]),
        ("high", ["1.1"]),
        ("priority:h", ["1.1"]),
        ("kind:prev", ["1.2"]),
        ("inc-7", ["7.1"]),
        ("sev:1 all", ["7.2", "7.1"]),
        ("service:PAY", ["7.1"]),
        ("alert LAG", ["1.1"]),
        ("retired declined", ["1.3"]),
        ("a2", ["1.2"]),
        ("sort:incident", ["7.1", "1.1", "1.2"]),
        ("sort:owner", ["1.1", "1.2", "7.1"]),
        ("sort:priority", ["1.1", "1.2", "7.1"]),
        ("group:incident", ["7.1", "1.2", "1.1"]),
        ("group:owner", ["1.1", "1.2", "7.1"]),
        ("group:service all", ["1.2", "1.1", "1.3", "7.1", "7.2"]),
        ("nothing like it", []),
        ("sort: group:", ["1.2", "1.1", "7.1"]),
        ("http://x", []),
    ],
)
def test_a_line_shows(line: str, found: list[str]) -> None:
    assert shown(line) == found


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("sort:x", "sort:x: use one of due, priority"),
        ("due:whenever", "is not a date"),
        ("sev:9", "use 1"),
        ("priority:x", "use one of high, medium, low"),
    ],
)
def test_what_cannot_be_meant_is_named(line: str, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        shown(line)


@settings(max_examples=60)
@given(ANY_TEXT)
def test_any_line_filters_or_says_why_not(line: str) -> None:
    with suppress(CommandError):
        assert isinstance(tracker.asked(line, "ana", TODAY), Asked)


def test_when_it_is_due_fits_a_narrow_column() -> None:
    told = [tracker.when_due(row(1, due=d).item, TODAY) for d in (-2, 0, 5)]
    assert told == ["2 d late", "today", "in 5 d"]
    far = row(1, owner="x").item
    spans = [date(2025, 6, 1), date(2022, 1, 1)]
    assert [tracker.when_due(replace(far, due=d), TODAY) for d in spans] == [
        "7 mo late",
        "4 y late",
    ]
    assert [tracker.when_due(r.item, TODAY) for r in ROWS[2:]] == ["declined", "", "done"]


def test_they_are_counted() -> None:
    assert tracker.counted(ROWS, "ana", TODAY) == {
        "open": 3,
        "overdue": 1,
        "due soon": 1,
        "mine": 1,
    }
