"""What a line of the incident list holds at each width: the title gives way last."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len

from incident_tui.domain.text import one_line
from incident_tui.tui.widgets.wrap import clip

_TITLE_LEAST: Final = 20
_TITLE_MOST: Final = 64


class Column(NamedTuple):
    """Its name (the style `incidents--<name>`), its heading, its width in cells, its side."""

    name: str
    heading: str
    width: int
    right: bool = False


_ALL: Final = (
    Column("number", "", 6, right=True),
    Column("severity", "Sev", 6),
    Column("status", "Status", 13),
    Column("title", "Title", 0),
    Column("service", "Service", 12),
    Column("commander", "IC", 10),
    Column("lasted", "Lasted", 8, right=True),
    Column("due", "Post-mortem", 11, right=True),
    Column("actions", "Open", 4, right=True),
)
_GIVEN_UP: Final = ("service", "due", "commander", "actions", "status", "lasted", "severity")
"""In this order, while the title would have too little room; without `due`, the status says it."""


def columns(width: int, widest_number: int = 6) -> tuple[Column, ...]:
    """Those that fit into `width` cells, two cells apart; the title has what the others leave."""
    kept = [
        c._replace(width=max(c.width, widest_number)) if c.name == "number" else c for c in _ALL
    ]
    for name in ("", *_GIVEN_UP):
        kept = [column for column in kept if column.name != name]
        room = width - 1 - sum(column.width + 2 for column in kept if column.name != "title")
        if room >= _TITLE_LEAST:
            break
    room = max(1, min(room, _TITLE_MOST))
    return tuple(c._replace(width=room) if c.name == "title" else c for c in kept)


def cell(text: str, column: Column) -> str:
    """The text in exactly the column's width, on its side."""
    shown = clip(one_line(text), column.width)
    pad = " " * (column.width - cell_len(shown))
    return pad + shown if column.right else shown + pad


def headings(kept: Sequence[Column]) -> str:
    """The line above the list."""
    return " " + "  ".join(cell(column.heading, column) for column in kept)
