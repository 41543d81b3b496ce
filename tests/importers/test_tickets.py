"""Exports of Jira, Linear and GitHub, as they write them, say what became of an action item."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from incident_tui.importers.format import ImportRefusedError
from incident_tui.importers.tickets import Became, Ticket, read
from tests.support.strategies import ANY_TEXT

JIRA = """\
Summary,Issue key,Issue Type,Status,Resolution,Due date,Resolved,Labels,Labels,Description
Alert on lag,OPS-1,Task,Done,Done,,2026-01-20T09:00:00Z,sev2,INC-1-A1,From INC-1
"Split, the deploys",OPS-2,Task,Closed,Won't Do,,,sev2,INC-1-A2,
Renew by itself,OPS-3,Task,In Progress,,2026-03-01,,INC-7-A1,,
"""
LINEAR = """\
"ID";"Title";"Description";"Status";"Labels";"Due Date";"Completed";"Canceled"
"ENG-4";"'=Alert";"Reference: INC-1-A1";"Shipped it";"sev2";"";"2026-01-20T09:00:00Z";""
"ENG-5";"Drill";"";"Canceled";"";"";"";"2026-01-21T09:00:00Z"
"""
GITHUB = r"""[
{"number": 8, "title": "Alert", "state": "CLOSED", "stateReason": "COMPLETED",
 "body": "x\n\nReference: INC-1-A1", "labels": [{"name": "incident-action"}],
 "closedAt": "2026-01-20T09:00:00Z"},
{"number": 9, "title": "Drill", "state": "closed", "state_reason": "not_planned", "body": null},
{"number": 10, "title": "Open", "state": "OPEN", "stateReason": "", "body": "", "labels": []}
]"""
NODES = """{"data": {"issues": {"nodes": [
{"identifier": "ENG-4", "title": "Alert", "state": {"name": "Ready", "type": "completed"},
 "dueDate": "2026-02-01", "labels": {"nodes": [{"name": "INC-1-A1"}]}}
]}}}"""
SEARCH = """{"total": 1, "issues": [{"id": "7", "key": "OPS-1", "fields":
{"summary": "Alert", "status": {"name": "Erledigt", "statusCategory": {"key": "done"}},
 "resolution": null, "labels": ["INC-1-A1"]}}]}"""
CLOSED = datetime(2026, 1, 20, 9, tzinfo=UTC)


def told(text: str) -> list[tuple[str, str, Became, tuple[tuple[int, int], ...]]]:
    return [(t.key, t.title, t.became, t.references) for t in read(text)]


def test_a_table_of_jira() -> None:
    assert told(JIRA) == [
        ("OPS-1", "Alert on lag", Became.DONE, ((1, 1),)),
        ("OPS-2", "Split, the deploys", Became.DECLINED, ((1, 2),)),
        ("OPS-3", "Renew by itself", Became.OPEN, ((7, 1),)),
    ]
    first, second, third = read(JIRA)
    assert (first.closed_at, second.status, third.due) == (CLOSED, "Won't Do", date(2026, 3, 1))
    assert [t.line for t in (first, second, third)] == [2, 3, 4]


def test_a_table_of_linear_with_semicolons() -> None:
    assert told(LINEAR) == [
        ("ENG-4", "=Alert", Became.DONE, ((1, 1),)),
        ("ENG-5", "Drill", Became.DECLINED, ()),
    ]


def test_json_of_github_linear_and_jira() -> None:
    assert told(GITHUB) == [
        ("8", "Alert", Became.DONE, ((1, 1),)),
        ("9", "Drill", Became.DECLINED, ()),
        ("10", "Open", Became.OPEN, ()),
    ]
    assert told(NODES) == [("ENG-4", "Alert", Became.DONE, ((1, 1),))]
    assert told(SEARCH) == [("OPS-1", "Alert", Became.DONE, ((1, 1),))]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not whole JSON"),
        ("[1]", "no list of issues in it; export issues as CSV"),
        ("a,b\n1,2\n", "no columns for a title and a status"),
        ("", "no columns"),
    ],
)
def test_what_is_no_export_is_refused(text: str, says: str) -> None:
    with pytest.raises(ImportRefusedError, match=says):
        read(text)


@settings(max_examples=40)
@given(ANY_TEXT, ANY_TEXT)
def test_any_text_is_read_or_refused(title: str, status: str) -> None:
    [found] = read(json.dumps([{"title": title, "status": status, "labels": [title]}]))
    assert isinstance(found, Ticket)
    with suppress(ImportRefusedError):
        read(f"title,status\n{title}")
