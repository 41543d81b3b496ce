"""What is to do or done, a line each, by the rules of todo.txt."""

import re
from typing import Final

from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.incident import Priority
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.follow_ups import FollowUp, follow_ups
from incident_tui.exporters.format import Exporter, ExportKind

_WANTED: Final = frozenset({ActionStatus.OPEN, ActionStatus.DONE})
_PRIORITIES: Final = {Priority.HIGH: "A", Priority.MEDIUM: "B", Priority.LOW: "C"}
_OUR_KEY: Final = re.compile(r"(?<!\S)(due|id|pri):(?=\S)")


def render(record: IncidentRecord) -> str:
    """`(A) 2026-01-15 Alert on p99 @ana +INC-42 due:2026-02-01 id:INC-42-A1`."""
    return "".join([f"{_line(each)}\n" for each in follow_ups(record, _WANTED)])


def _line(each: FollowUp) -> str:
    item = each.item
    priority = _PRIORITIES[item.priority] if item.priority else ""
    done = item.status is ActionStatus.DONE and item.closed_at
    parts = [
        f"x {done:%Y-%m-%d}" if done else f"({priority})" if priority else "",
        f"{item.created_at:%Y-%m-%d}",
        _OUR_KEY.sub(r"\1: ", each.text),
        f"@{'-'.join(each.owner.split())}" if each.owner else "",
        f"+{each.incident}",
        f"due:{each.due}" if each.due else "",
        f"id:{each.reference}",
        f"pri:{priority}" if done and priority else "",
    ]
    return " ".join(part for part in parts if part)


EXPORTER: Final = Exporter("todotxt", "Action items (todo.txt)", "txt", ExportKind.ACTIONS, render)
