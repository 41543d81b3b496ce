"""What became of a follow-up elsewhere is read from an export of Jira, Linear or GitHub.

A table (CSV) or JSON; the columns and keys are those the three write, in any order and case. Our
reference (`INC-42-A1`) is looked for in the id, the labels and the description.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

import msgspec

from incident_tui.domain.text import one_line
from incident_tui.importers.format import ImportRefusedError

_REFERENCE: Final = re.compile(r"\bINC-(\d{1,9})-A(\d{1,6})\b", re.IGNORECASE)


class Became(StrEnum):
    """What became of it there."""

    OPEN = "open"
    DONE = "done"
    DECLINED = "declined"


class Ticket(msgspec.Struct, frozen=True):
    """One issue of another tracker; `line` counts from 1, `references` are incident and item."""

    line: int
    key: str
    title: str
    status: str
    became: Became
    references: tuple[tuple[int, int], ...] = ()
    due: date | None = None
    closed_at: datetime | None = None


def read(text: str) -> list[Ticket]:
    """Every issue in the text; ImportRefusedError says what would work."""
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] in {"{", "["}:
        return list(_of_json(text))
    return list(_of_table(text))


def _of_json(text: str) -> Iterator[Ticket]:
    try:
        told: Any = json.loads(text)
    except ValueError as error:
        raise ImportRefusedError(f"it is not whole JSON: {error}") from None
    issues = _issues(told)
    if issues is None:
        raise ImportRefusedError(f"there is no list of issues in it; {_HOW}")
    for line, issue in enumerate(issues, 1):
        if isinstance(issue, Mapping):
            yield _ticket(line, dict(_flat(issue)))


def _issues(told: Any) -> list[Any] | None:
    """The first list of objects, as deep as the three put it."""
    if isinstance(told, list):
        return told if all(isinstance(each, Mapping) for each in told) else None
    if isinstance(told, Mapping):
        for key in ("issues", "nodes", "data", "items"):
            found = _issues(told.get(key))
            if found is not None:
                return found
    return None


def _flat(issue: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The cells of an issue, by plain names; Jira keeps most of them under `fields`."""
    for key, value in {**issue, **_mapping(issue.get("fields"))}.items():
        yield _plain(key), _said(value)
        if _plain(key) == "state" and (kind := _mapping(value).get("type")):
            yield "statustype", str(kind)
        if _plain(key) == "status" and (kind := _mapping(value).get("statusCategory")):
            yield "statustype", str(_mapping(kind).get("key", ""))


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        inner = value.get("nodes") or value.get("name") or value.get("displayName")
        return _said(inner) if inner else json.dumps(value)
    if isinstance(value, list):
        return " ".join(map(_said, value))
    return "" if value is None else str(value)


def _of_table(text: str) -> Iterator[Ticket]:
    head = text.split("\n", 1)[0]
    mark = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text), delimiter=mark)
    try:
        names = [_plain(name) for name in next(rows, [])]
        if not {"status", "state"} & set(names) or not {"summary", "title", "name"} & set(names):
            raise ImportRefusedError(f"it has no columns for a title and a status; {_HOW}")
        for row in rows:
            cells: dict[str, str] = {}
            for name, cell in zip(names, row, strict=False):
                cells[name] = f"{cells[name]} {cell}" if cells.get(name) else cell
            if any(row):
                yield _ticket(rows.line_num, cells)
    except csv.Error as error:
        raise ImportRefusedError(f"line {rows.line_num} is no row of a table: {error}") from None


def _ticket(line: int, cells: Mapping[str, str]) -> Ticket:
    def cell(*names: str) -> str:
        return next((one_line(cells[name]) for name in names if cells.get(name)), "")

    status = cell("status", "state")
    why = cell("resolution", "statereason")
    where = " ".join(cells.get(name, "") for name in _REFERRING)
    found = dict.fromkeys((int(a), int(b)) for a, b in _REFERENCE.findall(where))
    return Ticket(
        line,
        cell("issuekey", "key", "identifier", "number", "id"),
        cell("summary", "title", "name").removeprefix("'"),
        why or status,
        _became(cells, status, why),
        tuple(found),
        _day(cell("duedate", "due")),
        _moment(cell("resolved", "closedat", "completedat", "completed", "canceledat", "canceled")),
    )


def _became(cells: Mapping[str, str], status: str, why: str) -> Became:
    kind = _plain(cells.get("statustype", ""))
    said = {_plain(status), kind}
    if _plain(why) in _DECLINED or said & _DECLINED or cells.get("canceled"):
        return Became.DECLINED
    if said & _DONE or cells.get("completed") or cells.get("completedat"):
        return Became.DONE
    return Became.OPEN


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _plain(name: str) -> str:
    """`Won't Do` and `wont_do` are `wontdo`."""
    return "".join(char for char in name.casefold() if char.isalnum())


def _words(*words: Iterable[str]) -> frozenset[str]:
    return frozenset(_plain(word) for each in words for word in each)


_HOW: Final = (
    "export issues as CSV from Jira or Linear, or write "
    "`gh issue list --state all --json number,title,state,stateReason,body,labels,closedAt`"
)
_REFERRING: Final = ("id", "taskid", "labels", "label", "tags", "description", "body", "notes")
_DONE: Final = _words(
    ("done", "closed", "resolved", "complete", "completed", "fixed", "merged"),
    ("shipped", "released", "verified", "deployed", "finished"),
)
_DECLINED: Final = _words(
    ("won't do", "won't fix", "canceled", "cancelled", "declined", "duplicate", "not planned"),
    ("rejected", "obsolete", "abandoned", "invalid", "cannot reproduce", "not a bug", "wont do"),
)
