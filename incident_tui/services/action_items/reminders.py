"""What was promised is brought to mind once a day, in one calm line, and then not again."""

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from incident_tui.domain.entries import moment
from incident_tui.domain.incident import Severity
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.text import one_line
from incident_tui.services.action_items.tracker import SOON, ActionRow, when_due
from incident_tui.services.session import Session
from incident_tui.services.store import Store

_REMEMBERED: Final = 50
"""People whose last reminder is kept beside the store."""


class Owed(msgspec.Struct, frozen=True):
    """What is late and what falls due within a week, the most urgent first."""

    overdue: tuple[ActionRow, ...] = ()
    soon: tuple[ActionRow, ...] = ()

    def of(self, person: str) -> "Owed":
        """What that person owes."""
        late = tuple(row for row in self.overdue if row.item.owner == person)
        return Owed(late, tuple(row for row in self.soon if row.item.owner == person))

    @property
    def counts(self) -> str:
        """`2 actions overdue, 1 due soon`; empty where nothing is owed."""
        late, soon = len(self.overdue), len(self.soon)
        told = [f"{late} action{'s' * (late != 1)} overdue"] if late else []
        word = "" if late else " action" if soon == 1 else " actions"
        told += [f"{soon}{word} due soon"] if soon else []
        return ", ".join(told)


def owed(store: Store, today: date) -> Owed:
    """Of everybody, by what is open."""
    rows = store.read.actions(overdue_on=today + SOON + timedelta(days=1))
    late = tuple(row for row in rows if row.item.overdue(today))
    return Owed(late, tuple(row for row in rows if not row.item.overdue(today)))


def reminder(store: Store, session: Session) -> str:
    """The line of the day, and it is remembered that it was said; empty later that day.

    While an incident burns nobody is reminded of anything else.
    """
    if store.read.live() is not None:
        return ""
    today = session.now().date()
    before = _last(store.path)
    last = before.get(session.author)
    if last == today.isoformat():
        return ""
    said = line(owed(store, today), anniversaries(store, last, today), session.author, today)
    if said:
        _remember(store.path, {**before, session.author: today.isoformat()})
    return said


def line(everybody: Owed, past: Sequence[str], me: str, today: date) -> str:
    """Yours first; what others owe is said only where it is late, and only as a number."""
    mine = everybody.of(me)
    first = next(iter((*mine.overdue, *mine.soon)), None)
    told = []
    if first is not None:
        name = f"{incident_name(first.incident_number)} {first.item.label}"
        told.append(f"yours: {mine.counts}; first {name} {one_line(first.item.text)}")
        told[-1] += f" ({when_due(first.item, today)})"
    others = len(everybody.overdue) - len(mine.overdue)
    if others:
        told.append(f"{others} of others overdue")
    told += past
    return f"{' · '.join(told)} · F6" if told else ""


def anniversaries(store: Store, last: str | None, today: date) -> list[str]:
    """SEV1s whose day of resolve comes round, and that still have open action items.

    Each is said on its day, or at the next start after it; `last` is the day of the last reminder.
    """
    since = date.fromisoformat(last) if last else None
    told = []
    for number, _, resolved, still_open in store.read.unfinished(Severity.SEV1):
        years = _came_round(moment(resolved), since, today)
        if years:
            name = incident_name(number)
            span = "a year" if years == 1 else f"{years} years"
            are = "are" if still_open != 1 else "is"
            told.append(f"{span} after {name} (SEV1) {still_open} of its actions {are} open")
    return told[:2]


def _came_round(resolved: datetime, since: date | None, today: date) -> int:
    """How many years ago it was, if its day lies after `since` and is not still to come."""
    years = today.year - resolved.year
    day = _in_year(resolved.date(), today.year)
    if day > today:
        years, day = years - 1, _in_year(resolved.date(), today.year - 1)
    new = day == today if since is None else since < day
    return years if years > 0 and new else 0


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


def _file(store: Path) -> Path:
    return store.with_name(f"{store.name}.reminded")


def _last(store: Path) -> dict[str, str]:
    """The day of each person's last reminder; a file that cannot be read reminds once more."""
    with suppress(OSError, ValueError, msgspec.DecodeError):
        days: dict[str, str] = msgspec.json.decode(_file(store).read_bytes(), type=dict[str, str])
        return {who: day for who, day in days.items() if date.fromisoformat(day)}
    return {}


def _remember(store: Path, days: dict[str, str]) -> None:
    kept = dict(sorted(days.items(), key=lambda each: each[1])[-_REMEMBERED:])
    new = _file(store).with_name(f"{_file(store).name}.{os.getpid()}.new")
    with suppress(OSError):
        new.write_bytes(msgspec.json.encode(kept))
        new.replace(_file(store))
