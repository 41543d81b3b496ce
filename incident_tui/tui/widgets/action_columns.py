"""What a line of the tracker holds at each width: the text gives way last."""

from collections.abc import Sequence
from typing import Final

from incident_tui.tui.widgets.incident_columns import Column

_TEXT_LEAST: Final = 24
_TEXT_MOST: Final = 100
_ALL: Final = (
    Column("mark", "", 1),
    Column("name", "Item", 10),
    Column("when", "Due", 10, right=True),
    Column("due", "Date", 10),
    Column("owner", "Owner", 10),
    Column("priority", "Priority", 8),
    Column("kind", "Kind", 12),
    Column("text", "What is to be done", 0),
    Column("service", "Service", 12),
    Column("severity", "Sev", 4),
)
_GIVEN_UP: Final = ("kind", "severity", "service", "due", "priority", "owner", "when")
"""In this order, while the text would have too little room."""


def columns(width: int, widest_name: int, without: Sequence[str] = ()) -> tuple[Column, ...]:
    """Those that fit into `width` cells, two cells apart; the text has what the others leave."""
    kept = [c._replace(width=widest_name) if c.name == "name" else c for c in _ALL]
    for name in (*without, "", *_GIVEN_UP):
        kept = [column for column in kept if column.name != name]
        room = width - sum(column.width + 2 for column in kept if column.name != "text")
        if name not in without and room >= _TEXT_LEAST:
            break
    room = max(1, min(room, _TEXT_MOST))
    return tuple(c._replace(width=room) if c.name == "text" else c for c in kept)
