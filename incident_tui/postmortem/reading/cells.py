"""A cell of a table may hold several times, each behind a break: every one is a row of its own."""

import re
from itertools import zip_longest
from typing import Final

from msgspec.structs import replace

from incident_tui.postmortem.reading.inline import plain, told
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.stamps import rest, stamp
from incident_tui.postmortem.reading.tables import whole_stamp

_BREAK: Final = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)


def parted(lines: list[Line]) -> list[Line]:
    """The lines, with rows that hold several times cut into one for each.

    Where one row of a table does, a time that begins the same cell of a later one is read, too.
    """
    found: list[Line] = []
    known: int | None = None
    for line in lines:
        if line.kind is not Kind.ROW:
            known = None
            found.append(line)
            continue
        column = _timed(line)
        if column is not None:
            known = column
        found += _rows(line, column if column is not None else known)
    return found


def _timed(line: Line) -> int | None:
    """The column whose cell holds several times, the first of them in front."""
    for column, cell in enumerate(line.cells):
        parts = [part for part in _BREAK.split(cell) if part] if "<" in cell else []
        if sum(_begins(part) for part in parts) > 1 and _begins(parts[0]):
            return column
    return None


def _rows(line: Line, column: int | None) -> list[Line]:
    if column is None or column >= len(line.cells) or not _begins(line.cells[column]):
        return [line]
    parts = [part for part in _BREAK.split(line.cells[column]) if part]
    if len(parts) == 1 and whole_stamp(plain(parts[0])):
        return [line]
    return _beside(line, column) or _within(line, column, parts)


def _beside(line: Line, column: int) -> list[Line]:
    """The rows where times stand in one cell, and as many texts in another."""
    times = _BREAK.split(line.cells[column])
    if not all(whole_stamp(plain(time)) for time in times):
        return []
    columns = [_BREAK.split(cell) for cell in line.cells]
    if any(len(parts) not in {1, len(times)} for parts in columns):
        return []
    columns = [parts if len(parts) > 1 else parts * len(times) for parts in columns]
    return [replace(line, cells=cells) for cells in zip_longest(*columns, fillvalue="")]


def _within(line: Line, column: int, parts: list[str]) -> list[Line]:
    """The rows where each time stands before its text in the same cell."""
    found: list[list[str]] = []
    for part in parts:
        words = told(part)
        at = stamp(words) if _begins(part) else None
        if at is not None:
            found.append([words[: at.end], rest(words, at)])
        else:
            found[-1][1] = f"{found[-1][1]} {part}"
    before, after = line.cells[:column], line.cells[column + 1 :]
    return [replace(line, cells=(*before, *each, *after)) for each in found]


def _begins(part: str) -> bool:
    at = stamp(plain(part))
    return at is not None and not at.loose
