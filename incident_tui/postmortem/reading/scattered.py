"""Action items may stand outside of their section: in tables headed so, or marked one by one."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from incident_tui.postmortem.reading.action_rows import Group, of_actions, row_item
from incident_tui.postmortem.reading.context import Context
from incident_tui.postmortem.reading.follow_ups import FollowUp, completed, follow_up
from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain, told
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.sections import Section

_MARKED_ALONE: Final = re.compile(
    r"\W{0,4}(?:(?:(?i:action item|todo|follow[- ]?up)|AI|ACTION)\s*#?\d{0,3}\s?(?:\*\*)?"
    r"[:\])–—-]\W{0,4}"
    r"|(?:TODO|DONE|ACTION)\*\*\W{0,3}|TODO\s)"
)

_NO_PROMISES: Final = frozenset({Family.TIMELINE, Family.WELL, Family.POORLY, Family.LUCKY})
_PROMISED: Final = re.compile(
    r"(?=.*\b(?:prevent|avoid|again|similar|future|recur\w*|improve|reliab\w*|resilien\w*)\b)"
    r".*\b(?:we (?:will|are|plan|intend|have|['’]ve)|we['’](?:ll|re|ve)|the following|these)\b"
    r".{0,120}:",
    re.IGNORECASE,
)
"""A sentence above a list of follow-ups: `To prevent such outages we will:`."""
_PROMISE: Final = 300


def promised(sections: list[Section], about: Context) -> Iterator[FollowUp]:
    """The items of a list below a sentence that promises them, where no heading does."""
    for section in sections:
        if section.family in _NO_PROMISES:
            continue
        level: int | None = None
        for line in section.lines:
            if line.kind is Kind.TEXT:
                words = plain(line.text[:_PROMISE])
                said = line.text.endswith(":") and len(line.text) < _PROMISE
                level = -1 if said and _PROMISED.fullmatch(words) else None
            elif line.kind is Kind.ITEM and level is not None and level in {-1, line.level}:
                level = line.level
                item = follow_up(line.number, line.text, about.near, day_first=about.day_first)
                done = line.done if line.done is not None else item.done
                if item.text:
                    yield completed(replace(item, done=done), about.near, day_first=about.day_first)


def tabled(section: Section, about: Context) -> Iterator[FollowUp]:
    """The rows of tables whose heads say that they are of action items."""
    heads: tuple[str, ...] = ()
    for line in section.lines:
        if line.head:
            heads = tuple(plain(cell) for cell in line.cells)
        elif line.kind is Kind.ROW and of_actions(heads):
            if item := row_item(line, heads, Group(), about):
                yield item
        elif line.kind is not Kind.BLANK:
            heads = ()


def scattered(sections: list[Section], about: Context) -> Iterator[FollowUp]:
    """What is marked as one where no section is about them: `TODO: alert on the pool`."""
    for line, texts in _marked_lines(sections):
        words = " ".join(texts)
        found = follow_up(line.number, words, about.near, day_first=about.day_first)
        text = _MARKED_ALONE.sub("", words, count=1)
        done = line.done if line.done is not None else found.done
        if plain(text):
            item = replace(found, text=told(text), done=done)
            yield completed(item, about.near, day_first=about.day_first)


def _marked_lines(sections: list[Section]) -> Iterator[tuple[Line, list[str]]]:
    """Each line that is marked, with the lines of its paragraph."""
    for section in sections:
        found: list[tuple[Line, list[str]]] = []
        last = -1
        for line in section.lines:
            marked = line.done is not None or _MARKED_ALONE.match(line.text)
            if line.kind in {Kind.TEXT, Kind.ITEM} and marked:
                found.append((line, [line.text]))
            elif line.kind is Kind.TEXT and line.number == last + 1:
                found[-1][1].append(line.text)
            else:
                continue
            last = line.number
        yield from found
