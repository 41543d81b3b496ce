"""Due dates for calendars and reminder lists: iCalendar, which needs CRLF and short lines.

Most calendars pass over to-dos, so a due date is an all-day event as well.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.incident import Priority
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.follow_ups import FollowUp, follow_ups
from incident_tui.exporters.format import Exporter, ExportKind

_LONGEST: Final = 75
"""Octets of a line."""
_WARNED: Final = "-PT15H"
"""Before the day begins: at nine in the morning of the day before."""
_STATUSES: Final = {
    ActionStatus.OPEN: "NEEDS-ACTION",
    ActionStatus.DONE: "COMPLETED",
    ActionStatus.DECLINED: "CANCELLED",
}
_PRIORITIES: Final = {Priority.HIGH: 1, Priority.MEDIUM: 5, Priority.LOW: 9}
_SPECIAL: Final = re.compile(r"[\\;,]")


def render(record: IncidentRecord) -> str:
    """A to-do for every item and, for what is open and due, an event; UIDs stay the same."""
    changed = Counter(getattr(entry.fact, "action", "") for entry in record.entries)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//incident-tui//action items//EN"]
    for each in follow_ups(record):
        changes = changed[each.item.id]  # a calendar keeps the highest number it has met
        lines += ["BEGIN:VTODO", *_todo(each, changes), "END:VTODO"]
        if each.due and each.item.status is ActionStatus.OPEN:
            lines += ["BEGIN:VEVENT", *_event(each, changes), "END:VEVENT"]
    return "".join([f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")])


def _todo(each: FollowUp, changes: int) -> Iterator[str]:
    item = each.item
    yield f"UID:{item.id}@incident-tui"
    yield from _common(each, changes)
    yield f"STATUS:{_STATUSES[item.status]}"
    if item.priority:
        yield f"PRIORITY:{_PRIORITIES[item.priority]}"
    if item.status is ActionStatus.DONE and item.closed_at:
        yield f"COMPLETED:{_moment(item.closed_at)}"
    if item.due:
        yield f"DUE;VALUE=DATE:{each.due.replace('-', '')}"
        if item.status is ActionStatus.OPEN:
            yield from _alarm(each, f"TRIGGER;RELATED=END:{_WARNED}")


def _event(each: FollowUp, changes: int) -> Iterator[str]:
    item = each.item
    yield f"UID:{item.id}-due@incident-tui"
    yield from _common(each, changes)
    yield f"DTSTART;VALUE=DATE:{each.due.replace('-', '')}"  # without an end, it is that whole day
    yield "TRANSP:TRANSPARENT"
    yield from _alarm(each, f"TRIGGER:{_WARNED}")


def _common(each: FollowUp, changes: int) -> Iterator[str]:
    yield f"DTSTAMP:{_moment(each.item.closed_at or each.item.created_at)}"
    yield f"CREATED:{_moment(each.item.created_at)}"
    yield f"SEQUENCE:{changes}"
    yield f"SUMMARY:{_text(f'{each.reference} {each.text}')}"
    yield f"DESCRIPTION:{_text(chr(10).join(each.description()))}"
    yield f"CATEGORIES:{each.incident}"


def _alarm(each: FollowUp, trigger: str) -> Iterator[str]:
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", trigger)
    yield f"DESCRIPTION:{_text(f'Due tomorrow: {each.text}')}"
    yield "END:VALARM"


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n")


def _moment(when: datetime) -> str:
    return f"{when:%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> str:
    """The line in pieces that continue with a space; no character is taken apart."""
    pieces, room = [""], _LONGEST
    for char in line:
        size = len(char.encode("utf-8", "replace"))
        if size > room:
            pieces.append("")
            room = _LONGEST - 1
        pieces[-1] += char
        room -= size
    return "\r\n ".join(pieces)


EXPORTER: Final = Exporter(
    "ics", "Due dates with reminders (iCalendar)", "ics", ExportKind.ACTIONS, render
)
