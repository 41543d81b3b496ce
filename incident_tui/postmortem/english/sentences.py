"""A sentence ends at a full stop before a new one, and at a line that begins anew."""

import re
from collections.abc import Iterator
from typing import Final

from incident_tui.postmortem.english.lists import words

_END: Final = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’')\]*_]*+(?=\s|$)|\n[ \t\r]*\n"
    r"|\n(?=[ \t]*(?:[-*+•☐☑✔✗]|\d{1,3}[.)])\s)|\n(?=[ \t]*\S)|[|]"
)
_WRAPPED: Final = 60
"""A line at least this long may go on in the next one even if that begins with a capital."""
_WRAPPED_SMALL: Final = 40
"""The same where the next one begins with a small letter."""
_SHORT: Final = words(
    """
    e.g i.e etc vs approx ca cf no mr mrs ms dr prof st inc ltd fig resp incl jan feb mar apr
    jun jul aug sep sept oct nov dec a.m p.m
    """
)
_INDENT: Final = 40
_BULLET: Final = re.compile(r"[ \t]*(?:[-*+•☐☑✔✗]|\d{1,3}[.)])\s")
_BLANK: Final = re.compile(r"[ \t]*")
_LAST_WORD: Final = re.compile(r"[\w.]+$")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, blanks around it left out."""
    stop = len(text) if end is None else end
    begin = start
    for found in _END.finditer(text, start, stop):
        if _goes_on(text, begin, found, stop):
            continue
        yield from _trimmed(text, begin, found.end())
        begin = found.end()
    yield from _trimmed(text, begin, stop)


def _goes_on(text: str, begin: int, found: re.Match[str], stop: int) -> bool:
    """Whether it is no end: a wrapped line, a short form, or a small letter after the full stop."""
    if found[0] == "\n":
        line = text.rfind("\n", begin, found.start()) + 1
        bullet = _BULLET.match(text, found.end())
        if bullet is None and _hangs(text, begin, found.end()):
            return True
        small = text[found.end() : min(stop, found.end() + _INDENT)].lstrip(" \t")[:1].islower()
        least = _WRAPPED_SMALL if small else _WRAPPED
        return bullet is None and found.start() - max(begin, line) >= least
    if not found[0].startswith("."):
        return False
    word = _LAST_WORD.search(text, max(begin, found.start() - 12), found.start())
    if word is not None and (word[0].lower() in _SHORT or (len(word[0]) == 1 and word[0] != "I")):
        return True
    rest = text[found.end() : min(stop, found.end() + 3)].strip()
    return bool(rest) and rest[0].islower()


def _hangs(text: str, begin: int, line: int) -> bool:
    """Whether this line is further in than the item of a list that it belongs to."""
    item = _BULLET.match(text, text.rfind("\n", 0, begin) + 1) or _BULLET.match(text, begin)
    if item is None:
        return False
    inner = item.end() - item.start() - len(item[0].lstrip(" \t"))
    blank = _BLANK.match(text, line)
    return blank is not None and len(blank[0]) > inner


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = text[start:end]
    lead = len(said) - len(said.lstrip())
    if said.strip(" \t\r\n|"):
        yield start + lead, start + len(said.rstrip())
