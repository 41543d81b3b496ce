"""What somebody who takes over must know, on one screen; it says how things stand and no more."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from incident_tui.domain.actions import ActionItem
from incident_tui.domain.handover import brief
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.exporters.format import Exporter, ExportKind

_LAST: Final = 5
"""Rows of each list: what is older is in the log."""


def render(record: IncidentRecord) -> str:
    """Plain text, times in UTC; a part without content is left out."""
    lines = [f"HAND-OVER {record.name} {one_line(record.state.title)}".rstrip()]
    if record.spoken_of:
        lines.append(f"As of {_day(record.spoken_of)}")
    for heading, items in _parts(record):
        lines += [f"{heading}:", *(f"  {item}" for item in items)]
    return "\n".join(lines) + "\n"


def _parts(record: IncidentRecord) -> Iterator[tuple[str, list[str]]]:
    state = record.state
    if record.spoken_of:
        for part in brief(state, record.spoken_of, record.practice):
            yield part.heading, list(part.lines)
    standing = [row for row in record.rows if not row.overlay.retracted]
    said = [f"{_clock(row.occurred_at)} {row.word}: {one_line(row.text)}" for row in standing]
    lists = {
        "Still to do": [_action(item) for item in state.open_actions[:_LAST]],
        "Pages": [f"{one_line(page.text)} {one_line(page.url)}" for page in state.links[-_LAST:]],
        "Last entries": said[-_LAST:],
    }
    yield from ((heading, [i.strip() for i in items]) for heading, items in lists.items() if items)


def _action(item: ActionItem) -> str:
    due = f", due {item.due}" if item.due else ""
    return f"{item.label} {one_line(item.text)} ({one_line(item.owner) or 'no owner'}{due})"


def _day(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M} UTC"


def _clock(when: datetime) -> str:
    return f"{when:%H:%M}"


EXPORTER: Final = Exporter(
    "handover", "Hand-over brief (one screen)", "txt", ExportKind.BRIEF, render
)
