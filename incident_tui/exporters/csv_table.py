"""Rows as RFC 4180 text with LF line ends, in which no cell is a formula to any spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from incident_tui.domain.text import visible

_FORMULA: Final = re.compile(r"[\t\r]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The whole file; a cell may hold line breaks."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([cell(text) for text in row] for row in rows)
    return file.getvalue()


def cell(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would calculate it instead of showing it.

    A number stays one: `-5` is no danger, and a column of numbers should add up.
    """
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        text = f"'{text}"
    return visible(text)
