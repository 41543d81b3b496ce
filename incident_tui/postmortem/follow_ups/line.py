"""A line of a list or a table is taken apart: marker, owner, date, and the action itself."""

import re
from typing import Final, NamedTuple

from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.follow_ups.dates import Said, due_in
from incident_tui.postmortem.follow_ups.owners import Owner, owner_in

_MARKER: Final = re.compile(
    r"\s*(?:[-*+•·>]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s*)?(?P<done>[☑✔✅✓]|~~)?[☐❌✗️\s{\"“]*"
)
_LABEL: Final = re.compile(
    r"(?:\*\*|__)?"
    r"(?:actions?(?: items?)?|to-?do|ai|follow-?up|task|ticket|p[0-4]|[a-z]{1,10}-?\d{1,6})\b"
    r"(?: [A-Z]+-\d+| #\d+)?(?:\s*\([^()]{1,40}\))?(?:\*\*|__)?\s*[:–—-]\s*(?:\*\*|__)?",
    re.IGNORECASE,
)
_REFERENCE: Final = re.compile(r"(?:\[[^\]\n]{0,30}#?\d+\](?:\([^()\s]*\))?|#\d+)\s*[:–—-]\s*")
_NOISE: Final = re.compile(r"https?://\S+|`[^`\n]*`|\]\([^()\s]*\)")
_META: Final = words(
    "owner due by until deadline eta priority p0 p1 p2 p3 high low medium on to and"
)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


class Line(NamedTuple):
    """`start` and `end` are those of the action itself; `done` and `struck` are marked so."""

    start: int
    end: int
    owner: Owner | None
    due: Said | None
    done: bool
    struck: bool


def read_line(text: str) -> Line:
    """The parts of one line."""
    marker = _MARKER.match(text)
    start = marker.end() if marker else 0
    done = bool(marker and (marker["done"] not in {None, "~~"} or "[x]" in marker[0].lower()))
    hidden = _NOISE.sub(lambda found: "·" * len(found[0]), text)
    if (label := _LABEL.match(text, start)) is not None:
        start = label.end()
    if (reference := _REFERENCE.match(text, start)) is not None:
        start = reference.end()
    owner, due = _shifted(owner_in(hidden[start:]), start), _due(hidden, start)
    if owner is None and label is not None:
        owner = owner_in(hidden[: label.end()].rstrip(" *_:–—-"))
    begin, end = (
        _cell(text, start) if text.lstrip().startswith("|") or " | " in text else (start, len(text))
    )
    begin, end = _without(hidden, begin, end, owner, due)
    struck = bool(marker and marker["done"] == "~~")
    return Line(begin, end, owner, due, done, struck)


def _shifted(owner: Owner | None, by: int) -> Owner | None:
    return owner and Owner(owner.individual, owner.start + by, owner.end + by)


def _due(text: str, start: int) -> Said | None:
    said = due_in(text[start:])
    return Said(said.due, said.start + start, said.end + start) if said else due_in(text[:start])


def _cell(text: str, start: int) -> tuple[int, int]:
    """The longest cell of a row."""
    cells = [found.span() for found in re.finditer(r"[^|]+", text[start:])]
    letters = {
        span: sum(map(str.isalpha, text[start + span[0] : start + span[1]])) for span in cells
    }
    longest = max(cells, key=letters.__getitem__, default=(0, len(text) - start))
    return start + longest[0], start + longest[1]


def _without(
    text: str, start: int, end: int, owner: Owner | None, due: Said | None
) -> tuple[int, int]:
    """Leave out an owner in front, and what follows the action."""
    if owner is not None and owner.start < start + 4 <= owner.end + 4 and owner.end < end:
        front = re.compile(r"[*_)\]]*\s*(?::|–|—|- |to\b|will\b|is going to\b)?[*_]*\s*").match(
            text, owner.end
        )
        start = front.end() if front else owner.end
    for part in (owner, due):
        if part is not None and start < part.start < end and _only_meta(text, part.start, end):
            end = part.start
    said = text[start:end]
    lead = len(said) - len(said.lstrip(" *_|["))
    return start + lead, start + len(said.rstrip(" *_|,;.(–—-[@"))


def _only_meta(text: str, start: int, end: int) -> bool:
    """Whether no more of the action follows."""
    return sum(word.lower() not in _META for word in _WORD.findall(text, start, end)) <= 3
