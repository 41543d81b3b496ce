"""In a list of action items some lines are none: they name a group, or explain what a word means.

An item with others further in is a group where its siblings are groups too; beside plain items it
is one of them, and what stands further in are its parts.
"""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.owners import is_people
from incident_tui.postmortem.reading.wanting import is_ordered

_LONGEST_LABEL: Final = 8
"""Words of a label; what is longer is one where it only sets the scene: `In future, when …:`."""
_TOPIC: Final = 2
"""Words of an item that only names what the items below it are about."""
_BOLD: Final = re.compile(r"\*\*[^*]+\*\*:?")
_SETTING: Final = re.compile(
    r"(?:in|to|for|when|whenever|if|as|after|before|during|while|on|with|from|regarding|around|next"
    r"|going forward|the following|these)\b|.*\bfollowing:$",
    re.IGNORECASE,
)
_TERM: Final = re.compile(r"(?P<term>[^:–—-]{1,30}?)\s*(?::|\s(?:[–—-]|means|=))\s")


class _List(msgspec.Struct):
    """The items that are beside each other: how many have none or one further in.

    `people` tells that every one of them names somebody.
    """

    count: int = 0
    plain: int = 0
    single: int = 0
    people: bool = True


class Outline:
    """Which items have others further in, and what stands beside them."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._children: dict[int, int] = {}
        self._lists: dict[int, _List] = {}
        self._build()
        for place, beside in self._lists.items():
            below = self._children.get(place, 0)
            beside.count += 1
            beside.people = beside.people and is_people(plain(lines[place].text))
            beside.plain += below == 0
            beside.single += below == 1

    def names_group(self, place: int) -> bool:
        """Whether the item there only names what those further in are about."""
        line, beside = self._lines[place], self._lists[place]
        words = plain(line.text)
        if not self._children.get(place) or line.done is not None:
            return False
        if beside.people:
            return True
        titled = bool(_BOLD.fullmatch(line.text))
        if titled and 1 < beside.count == beside.single:
            return False  # a title and its text
        ends, count = words.endswith(":"), len(words.split())
        short = (ends and count <= _LONGEST_LABEL) or (count <= _TOPIC and not is_ordered(words))
        return (titled or short or (ends and bool(_SETTING.match(words)))) and not beside.plain

    def _build(self) -> None:
        above: list[tuple[int, int, _List]] = []
        for place, line in enumerate(self._lines):
            if line.kind is Kind.HEADING or (line.kind is Kind.TEXT and not line.level):
                above = above if self._goes_on(place) else []
            if line.kind is not Kind.ITEM:
                continue
            while above and above[-1][0] > line.level:
                above.pop()
            begun = bool(above) and above[-1][0] == line.level
            beside = above.pop()[2] if begun else _List()
            if above:
                self._children[above[-1][1]] = self._children.get(above[-1][1], 0) + 1
            above.append((line.level, place, beside))
            self._lists[place] = beside

    def _goes_on(self, place: int) -> bool:
        """Whether a line only goes on with the item above it."""
        return place > 0 and self._lines[place - 1].kind in {Kind.ITEM, Kind.TEXT}


class Legend:
    """The words of a table, which a list above it may explain: `P0 - this week`."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words = {
            plain(cell).lower()
            for line in lines
            if line.kind is Kind.ROW and not line.head
            for cell in line.cells
        }

    def explains(self, line: Line) -> bool:
        """Whether a line says what such a word means."""
        found = _TERM.match(plain(line.text)) if self._words else None
        return found is not None and found["term"].strip().lower() in self._words
