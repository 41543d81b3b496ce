"""A row of an HTML table is one line, however many lines it was written on."""

import re
from collections.abc import Iterator
from typing import Final

_ROW: Final = re.compile(r"\s*<tr\b", re.IGNORECASE)
_END: Final = re.compile(r"</tr\s*>", re.IGNORECASE)
_CELL: Final = re.compile(r"<t[dh]\b[^<>]*>", re.IGNORECASE)
_MOST: Final = 60
"""Lines of a row; what is never closed is left as it was written."""


def joined(raw: list[str], start: int) -> Iterator[tuple[int, str]]:
    """The lines from `start` on with their numbers, each row where its first cell stands."""
    place = start
    while place < len(raw):
        last = _last(raw, place) if _ROW.match(raw[place]) else place
        if last == place:
            yield place + 1, raw[place]
        else:
            row = raw[place : last + 1]
            first = next((n for n, line in enumerate(row) if _CELL.search(line)), 0)
            yield place + first + 1, " ".join(line.strip() for line in row)
        place = last + 1


def _last(raw: list[str], place: int) -> int:
    """The line on which the row ends that begins there."""
    for number in range(place, min(place + _MOST, len(raw))):
        if _END.search(raw[number]):
            return number
        if number > place and _ROW.match(raw[number]):
            break
    return place
