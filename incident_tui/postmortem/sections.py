"""Where something stands in a Markdown text is told by its line and the heading above it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from incident_tui.postmortem.follow_ups.owners import owner_of

_HEADING: Final = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
_LABEL: Final = re.compile(r"[\s*_>-]*([A-Za-z][A-Za-z -]{2,30}?)[\s*_]*:?[\s*_]*$")
_ACTIONS: Final = re.compile(
    r"\b(?:action items?|actions|follow[- ]?ups?|remediations?|next steps|to-?dos?"
    r"|(?:corrective|preventi?ve|preventative) (?:actions|measures)|tasks)\b",
    re.IGNORECASE,
)
_TAKEN: Final = re.compile(r"\b(?:taken|timeline|log|during|immediate|performed)\b", re.IGNORECASE)
_BULLET: Final = re.compile(r"([ \t]*)(?:[-*+•]|\d{1,3}[.)])[ \t]+\S|([ \t]*)[☐☑✔✗][ \t]*\S")
_ALONE: Final = re.compile(r"[ \t]*\*\*([^*]{1,40})\*\*:?[ \t]*$")
_EMPTY: Final = re.compile(
    r"[\W_]*(?:none|n/?a|tbd|todo|nothing|\{\{ ?summary ?\}\}.*)?[\W_]*", re.IGNORECASE
)
_COLUMNS: Final = (
    ("owner", re.compile(r"owner|who|assigne|responsib|\bdri\b|lead", re.IGNORECASE)),
    ("due", re.compile(r"\bdue|deadline|by when|\beta\b|target|when|date", re.IGNORECASE)),
    ("text", re.compile(r"action|item|task|what|description|to-?do|follow|summary", re.IGNORECASE)),
)


class Item(NamedTuple):
    """An action item from `start` to `end`; owner and due where they stand apart from it."""

    start: int
    end: int
    owner: str | None = None
    due: str | None = None


class Places:
    """The lines and headings of a text, in which code has been blanked."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.headings = [
            (start, len(found[1]), found[2])
            for start, line in zip(self._starts, text.split("\n"), strict=True)
            if (found := _HEADING.match(line))
        ]
        self._at = [start for start, _, _ in self.headings]

    def line(self, offset: int) -> int:
        """The line, from 1, that this offset is in."""
        return bisect_right(self._starts, offset)

    def name(self, offset: int) -> str:
        """`line 12, Root cause`."""
        above = bisect_right(self._at, offset)
        heading = f", {self.headings[above - 1][2].strip('*_ ')}" if above else ""
        return f"line {self.line(offset)}{heading}"


def action_items(text: str) -> Iterator[Item]:
    """The items of the lists and tables below a heading for them; code has been blanked."""
    level, owner, columns = 0, None, None
    lines = [(found.start(), found[0]) for found in re.finditer(r"[^\n]+|(?<=\n)(?=\n)", text)]
    for at, (start, line) in enumerate(lines):
        if (heading := _HEADING.match(line)) is not None:
            deeper = 0 < level < len(heading[1])
            here = len(heading[1]) if _is_for_actions(heading[2]) else 0
            level = level if deeper else here
            owner, columns = None, None
        elif (label := _LABEL.match(line)) is not None and _is_for_actions(label[1]):
            level, owner = level or 6, None
        elif level and (alone := _ALONE.match(line)) is not None:
            owner = alone[1] if owner_of(alone[1]) else None
        elif level and line.lstrip().startswith("|"):
            columns = columns or _head(line)
            yield from _row(start, line, columns)
        elif level and _BULLET.match(line) and not _EMPTY.fullmatch(line):
            following = lines[at + 1][1] if at + 1 < len(lines) else ""
            if not _is_group(line, following):
                yield Item(start, _end(lines, at), owner)


def _is_for_actions(heading: str) -> bool:
    return bool(_ACTIONS.search(heading)) and not _TAKEN.search(heading)


def _is_group(line: str, following: str) -> bool:
    """A bullet that only names a group of others is no item."""
    below = _BULLET.match(following)
    inner = len(following) - len(following.lstrip()) > len(line) - len(line.lstrip())
    return below is not None and inner and line.rstrip(" *_").endswith(":")


def _end(lines: list[tuple[int, str]], at: int) -> int:
    """Where an item ends: its wrapped lines are further in."""
    start, line = lines[at]
    end, inner = start + len(line.rstrip()), len(line) - len(line.lstrip())
    for begin, below in lines[at + 1 :]:
        further = len(below) - len(below.lstrip()) > inner
        if not below.strip() or not further or _BULLET.match(below):
            break
        end = begin + len(below.rstrip())
    return end


def _head(line: str) -> dict[str, int]:
    """Which column holds what, by the words of the head; the same word is taken once."""
    found: dict[str, int] = {}
    for at, cell in enumerate(_cells(line)):
        for name, pattern in _COLUMNS:
            if name not in found and pattern.search(cell):
                found[name] = at
                break
    return found or {"": -1}


def _row(start: int, line: str, columns: dict[str, int]) -> Iterator[Item]:
    cells = list(re.finditer(r"[^|]+", line.strip().strip("|")))
    lead = len(line) - len(line.lstrip()) + 1
    texts = [cell[0].strip() for cell in cells]
    if "text" not in columns or _head(line) == columns or columns["text"] >= len(cells):
        return
    cell = cells[columns["text"]]
    said = cell[0].strip()
    if not said or _EMPTY.fullmatch(said):
        return
    begin = start + lead + cell.start() + cell[0].index(said)
    yield Item(
        begin,
        begin + len(said),
        _of(texts, columns.get("owner")),
        _of(texts, columns.get("due")),
    )


def _of(texts: list[str], column: int | None) -> str | None:
    if column is None:
        return None
    return texts[column] if column < len(texts) else ""


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
