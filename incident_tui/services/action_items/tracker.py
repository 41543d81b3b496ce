"""Which action items are shown, and in which order, is one typed line: the same at every door."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

import msgspec

from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.due import parse_due
from incident_tui.domain.errors import CommandError, TimeError
from incident_tui.domain.incident import ActionKind, Priority, Severity
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.text import one_line
from incident_tui.storage.tracking import ActionRow as ActionRow  # noqa: PLC0414  for front ends

SOON: Final = timedelta(days=7)
"""What falls due within it is due soon."""
ALL: Final = frozenset(ActionStatus)


class Asked(msgspec.Struct, frozen=True):
    """What a filter line asks for; None and empty leave a condition out."""

    statuses: frozenset[ActionStatus] = frozenset({ActionStatus.OPEN})
    owner: str | None = None
    overdue: bool = False
    undated: bool = False
    changed: bool = False
    due_by: date | None = None
    priority: Priority | None = None
    kind: ActionKind | None = None
    severity: Severity | None = None
    incident: int | None = None
    service: str = ""
    words: tuple[str, ...] = ()
    sort: str = "due"
    group: str = ""


def asked(line: str, me: str, today: date) -> Asked:
    """What the line asks for; CommandError says which word is none, and what would work."""
    found: dict[str, object] = {}
    words: list[str] = []
    for word in one_line(line).split():
        meant = _meant(word.casefold(), me, today)
        if meant is None:
            words.append(word.casefold())
        found |= meant or {}
    return msgspec.convert({**found, "words": tuple(words)}, Asked)


def kept(
    rows: Iterable[ActionRow], wanted: Asked, today: date, changed: Mapping[str, object] = {}
) -> list[ActionRow]:
    """The rows that meet every condition, in the order that was asked for."""
    checks = list(_checks(wanted, today, changed))
    found = [row for row in rows if all(check(row) for check in checks)]
    found.sort(key=_SORTS[wanted.sort])
    if wanted.group:
        found.sort(key=lambda row: _group_key(row, wanted.group))
    return found


def grouped(row: ActionRow, by: str) -> str:
    """The heading under which a row stands: `@ana`, `INC-7 Checkout fails`, `checkout`."""
    if by == "owner":
        return f"@{row.item.owner}" if row.item.owner else "nobody"
    if by == "incident":
        return one_line(f"{incident_name(row.incident_number)} {row.incident_title}")
    return one_line(row.service) or "no service"


def when_due(item: ActionItem, today: date) -> str:
    """`3 d late`, `today`, `in 5 d`, `done`, `declined`; empty for an open one without a date."""
    if item.status is not ActionStatus.OPEN:
        return str(item.status)
    if item.due is None:
        return ""
    days = (item.due - today).days
    if days < 0:
        return f"{_rough(-days)} late"
    return f"in {_rough(days)}" if days else "today"


def counted(rows: Sequence[ActionRow], me: str, today: date) -> dict[str, int]:
    """How many are open, overdue, due soon, and open with this person."""
    still = [row.item for row in rows if row.item.status is ActionStatus.OPEN]
    soon = [item for item in still if item.due and today <= item.due <= today + SOON]
    return {
        "open": len(still),
        "overdue": sum(item.overdue(today) for item in still),
        "due soon": len(soon),
        "mine": sum(item.owner == me for item in still),
    }


def _rough(days: int) -> str:
    """`12 d`, `14 mo`, `3 y`."""
    if days < 100:
        return f"{days} d"
    return f"{days * 12 // 365} mo" if days < 730 else f"{days // 365} y"


def _meant(word: str, me: str, today: date) -> dict[str, object] | None:
    """The conditions that a word stands for; None for a word of the text."""
    if word.startswith("@") and len(word) > 1:
        return {"owner": word[1:]}
    if word.startswith("inc-") and word[4:].isdecimal() and len(word) <= 13:
        return {"incident": int(word[4:])}
    if word in _WORDS:
        return _WORDS[word]
    if word == "mine":
        return {"owner": me.casefold()}
    if word == "soon":
        return {"due_by": today + SOON}
    key, colon, value = word.partition(":")
    if not colon or key not in _KEYS:
        return None
    if not value:
        return {}
    try:
        return _KEYS[key](value, today)
    except (ValueError, TimeError) as error:
        raise CommandError(f"{word}: {error}") from None


def _checks(
    wanted: Asked, today: date, changed: Mapping[str, object]
) -> Iterable[Callable[[ActionRow], bool]]:
    item = wanted
    if item.statuses != ALL:
        yield lambda row: row.item.status in item.statuses
    if item.overdue:
        yield lambda row: row.item.overdue(today)
    if item.undated:
        yield lambda row: row.item.due is None
    if item.changed:
        yield lambda row: row.item.id in changed
    if (by := item.due_by) is not None:
        yield lambda row: row.item.due is not None and row.item.due <= by
    if item.owner is not None:
        yield lambda row: row.item.owner.casefold() == item.owner
    if item.priority is not None:
        yield lambda row: row.item.priority is item.priority
    if item.kind is not None:
        yield lambda row: row.item.kind is item.kind
    if item.severity is not None:
        yield lambda row: row.severity is item.severity
    if item.incident is not None:
        yield lambda row: row.incident_number == item.incident
    if item.service:
        yield lambda row: item.service in row.service.casefold()
    if item.words:
        yield lambda row: _holds(row, item.words)


def _holds(row: ActionRow, words: tuple[str, ...]) -> bool:
    said = (row.item.text, row.incident_title, row.item.reason, row.item.factor, row.service)
    hay = one_line(f"{incident_name(row.incident_number)} {row.item.label} {' '.join(said)}")
    return all(word in hay.casefold() for word in words)


def _group_key(row: ActionRow, by: str) -> tuple[bool, str, int]:
    name = grouped(row, by)
    empty = name in {"nobody", "no service"}
    return (empty, "", -row.incident_number) if by == "incident" else (empty, name.casefold(), 0)


def _one_of(choices: Iterable[str], name: str) -> Callable[[str, date], dict[str, object]]:
    known = tuple(choices)

    def read(value: str, _: date) -> dict[str, object]:
        found = next((choice for choice in known if choice.startswith(value)), None)
        if found is None:
            raise ValueError(f"use one of {', '.join(known)}")
        return {name: found}

    return read


_LAST: Final = date.max
_URGENCY: Final = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2, None: 3}
_SORTS: Final[dict[str, Callable[[ActionRow], tuple[object, ...]]]] = {
    "due": lambda row: (row.item.due or _LAST, row.incident_number, row.item.number),
    "priority": lambda row: (_URGENCY[row.item.priority], row.item.due or _LAST),
    "severity": lambda row: (row.severity, row.item.due or _LAST),
    "owner": lambda row: (not row.item.owner, row.item.owner.casefold(), row.item.due or _LAST),
    "incident": lambda row: (-row.incident_number, row.item.number),
    "service": lambda row: (not row.service, row.service.casefold(), row.item.due or _LAST),
    "age": lambda row: (row.item.created_at,),
}
_WORDS: Final[dict[str, dict[str, object]]] = {
    **{str(status): {"statuses": frozenset({status})} for status in ActionStatus},
    "all": {"statuses": ALL},
    "overdue": {"overdue": True},
    "undated": {"undated": True},
    "changed": {"changed": True, "statuses": ALL},
    "nobody": {"owner": ""},
    **{str(priority): {"priority": priority} for priority in Priority},
    **{str(kind): {"kind": kind} for kind in ActionKind},
}
_KEYS: Final[dict[str, Callable[[str, date], dict[str, object]]]] = {
    "owner": lambda value, _: {"owner": value.removeprefix("@")},
    "priority": _one_of(Priority, "priority"),
    "kind": _one_of(ActionKind, "kind"),
    "sev": lambda value, _: {"severity": Severity.read(value)},
    "service": lambda value, _: {"service": value},
    "due": lambda value, today: {"due_by": parse_due(value, today)},
    "sort": _one_of(_SORTS, "sort"),
    "group": _one_of(("owner", "incident", "service"), "group"),
}
SORTS: Final = tuple(_SORTS)
GROUPS: Final = ("", "owner", "incident", "service")
