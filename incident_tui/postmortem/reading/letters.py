"""A letter in plain text has no tables: an item is numbered, and what is known of it stands below.

A1  Alert when the pool is 80% full (mitigative)
    jo · Medium · 2026-01-30 · Done
"""

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from incident_tui.postmortem.reading.context import Context
from incident_tui.postmortem.reading.follow_ups import FollowUp, done_of, due_of, follow_up
from incident_tui.postmortem.reading.lines import Kind, Line

_NUMBERED: Final = re.compile(r"A\d{1,4}\s{2,}(?=\S)")
_STANDING: Final = re.compile(r"(?:[^·]+ · )*(?:Open|Done|Declined(?::.*)?)")
_PRIORITIES: Final = frozenset({"High", "Medium", "Low"})


def is_letter(lines: list[Line]) -> bool:
    """Whether the items of a section are written so."""
    texts = [line for line in lines if line.kind is Kind.TEXT and not line.level]
    return bool(texts) and all(_NUMBERED.match(line.text) for line in texts)


def letter_items(lines: list[Line], about: Context) -> Iterator[FollowUp]:
    """The items, in their order."""
    begun: list[tuple[int, list[str]]] = []
    for line in lines:
        if line.kind is Kind.TEXT and not line.level:
            begun.append((line.number, [_NUMBERED.sub("", line.text, count=1)]))
        elif line.kind is not Kind.BLANK and begun:
            begun[-1][1].append(line.text)
    for number, texts in begun:
        yield _item(number, texts, about)


def _item(number: int, texts: list[str], about: Context) -> FollowUp:
    standing = next((n for n in range(1, len(texts)) if _STANDING.fullmatch(texts[n])), len(texts))
    words = " ".join(texts[:standing])
    found = follow_up(number, words, about.near, day_first=about.day_first)
    told = " ".join(texts[standing:]).split(" · ")
    owner, due = "", found.due
    for part in told[:-1]:
        day = due_of(part, about.near, day_first=about.day_first)
        if day is not None:
            due = day
        elif part not in _PRIORITIES and part == told[0]:
            owner = part
    done = done_of(told[-1]) if told[-1] else found.done
    return replace(found, owner=owner or found.owner, due=due, done=done)
