"""Markdown is cut into lines that know what they are; what is malformed stays text.

One pass, whatever is in it: a fence nobody closed ends at the next heading, a comment nobody closed
is text.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

import msgspec

from incident_tui.postmortem.reading.headings import Family, family_of, is_bare_heading
from incident_tui.postmortem.reading.html_tables import joined


class Kind(StrEnum):
    """What a line is."""

    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    TEXT = "text"
    CODE = "code"
    QUOTE = "quote"
    BLANK = "blank"
    META = "meta"


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line without its mark; `text` is Markdown still.

    `level` is that of a heading, and else how far the line is indented. `done` is its checkbox.
    `head` marks the heads of a table, `broken` a text after which the next line begins anew.
    """

    number: int
    kind: Kind
    text: str = ""
    level: int = 0
    done: bool | None = None
    cells: tuple[str, ...] = ()
    head: bool = False
    broken: bool = False


_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?<=##)(?=[^#\s]))(.*)")
_HTML_HEADING: Final = re.compile(
    r"\s*<h([1-6])(?:\s[^<>]*)?>(.*?)(?:</h[1-6]>\s*)?", re.IGNORECASE
)
_ITEM: Final = re.compile(
    r"([ \t]*)(?:(?:[-*+•‣◦·–—▪●○]|\d{1,3}[.)]|[A-Za-z]\))[ \t]+|o\t[ \t]*)(.*)"
)
_HTML_ITEM: Final = re.compile(r"(\s*)<li(?:\s[^<>]*)?>(.*?)(?:</li>\s*)?", re.IGNORECASE)
_DEFINITION: Final = re.compile(r"^([ \t]*):[ \t]+")
"""What a definition list, in which the time is the term, puts before what happened."""
_CHECKBOX: Final = re.compile(r"\\?\[([ xX✓✔]?)\\?\][ \t]+")
_FENCE: Final = re.compile(r"[ \t>]*(`{3,}(?=[^`]*$)|~{3,})")
_DELIMITERS: Final = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*(?:[:-]+\s*)?)*")
_GRID: Final = re.compile(r"\s*\+(?:[-=]+\+)+\s*")
_WIKI_HEADING: Final = re.compile(
    r"(?:h([1-6])\.[ \t]+|(={1,6})[ \t]+|(={2,6}))([^=\s].*?)[ \t]*=*\s*"
)
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-{3,}|~{3,}|\^{3,}|\"{3,})\s*")
_RULE: Final = re.compile(r" {0,3}-{3,}\s*")
_LEVELS: Final = {"=": 1, "-": 2}
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CELL: Final = re.compile(r"<t[dh](?:\s[^<>]*)?>(.*?)(?=</?t[dhr]\b|$)", re.IGNORECASE)
_IN_FENCE: Final = re.compile(r"#{2,6} +\S")
_MOST_META: Final = 200


def lines(text: str) -> list[Line]:
    """Every line that holds something, and the blank ones."""
    raw = _uncommented(text.removeprefix("\ufeff").split("\n"))
    found: list[Line] = []
    fence = ""
    table = False
    start = _front_matter(raw, found)
    for number, line in joined(raw, start):
        if fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
                continue
            if not _IN_FENCE.match(line):
                found.append(Line(number, Kind.CODE, line))
                continue
            fence = ""
        if _underlined(line, found):
            continue
        opening = _FENCE.match(line)
        if opening:
            fence = opening[1]
            continue
        if _GRID.fullmatch(line):
            table = _head_above(found) if "=" in line else table
            continue
        if "|" in line and "-" in line and _DELIMITERS.fullmatch(line.strip()):
            table = _head_above(found)
            continue
        if _RULE.fullmatch(line):
            found.append(Line(found[-1].number + 1 if found else 1, Kind.BLANK))
            continue
        made = list(_line(number, line, table))
        table = table and bool(made) and made[0].kind is Kind.ROW
        found += made
    return _with_bare_headings(found)


def _uncommented(raw: list[str]) -> list[str]:
    """The lines with what stands in closed HTML comments taken out."""
    last = max((n for n, line in enumerate(raw) if "-->" in line), default=-1)
    kept = []
    within = False
    for number, line in enumerate(raw):
        rest, text = line, ""
        while rest:
            if within:
                _, closed, rest = rest.partition("-->")
                within = not closed
                continue
            before, opened, after = rest.partition("<!--")
            closes = opened and (number < last or "-->" in after)
            text += before if closes or not opened else before + opened
            within, rest = bool(closes), after
        kept.append(text)
    return kept


def _front_matter(raw: list[str], found: list[Line]) -> int:
    """How many lines the front matter takes with what is blank before it."""
    first = next((n for n, line in enumerate(raw) if line.strip()), len(raw))
    mark = raw[first].strip() if first < len(raw) else ""
    if mark not in {"---", "+++"}:
        return 0
    ends = [
        n for n in range(first + 1, min(first + _MOST_META, len(raw))) if raw[n].strip() == mark
    ]
    if not ends or not any(sign in raw[first + 1] for sign in ":="):
        return 0
    found += [Line(n + 1, Kind.META, raw[n]) for n in range(first + 1, ends[0])]
    return ends[0] + 1


def _head_above(found: list[Line]) -> bool:
    """Make the line above the head of the table that begins here; whether there is one."""
    if not found or "|" not in found[-1].text:
        return bool(found) and found[-1].kind is Kind.ROW
    above = found.pop()
    found.append(Line(above.number, Kind.ROW, above.text, cells=_cells(above.text), head=True))
    return True


def _underlined(line: str, found: list[Line]) -> bool:
    """Whether the line only makes a heading of the one above; other marks are as long as that."""
    mark = _UNDERLINE.fullmatch(line)
    above = found[-1] if found else Line(0, Kind.BLANK)
    alone = len(found) < 2 or found[-2].kind in {Kind.BLANK, Kind.META, Kind.HEADING}
    if mark is None or above.kind is not Kind.TEXT or not alone or len(above.text) >= 200:
        return False
    level = _LEVELS.get(mark[1][0], 3)
    if level == 3 and len(mark[1]) * 5 < len(above.text) * 4:
        return False
    found[-1] = Line(above.number, Kind.HEADING, above.text, level)
    return True


def _line(number: int, line: str, table: bool) -> Iterator[Line]:
    text = line.strip()
    if not text:
        yield Line(number, Kind.BLANK)
    elif text[0] == "|" or (table and "|" in text):
        yield Line(number, Kind.ROW, text, cells=_cells(text))
    elif text[0] == ">":
        yield Line(number, Kind.QUOTE, text.lstrip("> "))
    elif heading := (
        _HEADING.match(line) or _HTML_HEADING.fullmatch(line) or _WIKI_HEADING.fullmatch(line)
    ):
        *marks, words = heading.groups()
        mark = next(filter(None, marks))
        level = int(mark) if mark.isdigit() else len(mark)
        yield Line(number, Kind.HEADING, words.strip().rstrip("#").rstrip(), level)
    elif (item := _ITEM.fullmatch(line)) or (item := _HTML_ITEM.fullmatch(line)):
        yield from _item(number, item)
    elif "<t" in text and (found := _CELL.findall(text)):
        cells = tuple(cell.strip() for cell in found)
        head = "<th" in text.lower() and "<td" not in text.lower()
        yield Line(number, Kind.ROW, text, cells=cells, head=head)
    else:
        parts = _BREAK.split(_DEFINITION.sub(r"\1", line))
        for place, part in enumerate(parts, 1):
            broken = place < len(parts) or part.endswith(("  ", "\\"))
            if said := part.strip().removesuffix("\\").rstrip() if broken else part.strip():
                yield Line(number, Kind.TEXT, said, _indent(part), broken=broken)


def _item(number: int, found: re.Match[str]) -> Iterator[Line]:
    """The item, and as text of its own what stands behind a break in it."""
    first, *rest = _BREAK.split(found[2])
    box = _CHECKBOX.match(first)
    done = bool(box[1].strip()) if box else None
    level = len(found[1].expandtabs(4))
    yield Line(number, Kind.ITEM, first[box.end() if box else 0 :].strip(), level, done)
    for part in rest:
        if part.strip():
            yield Line(number, Kind.TEXT, part.strip(), level + 2)


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _cells(row: str) -> tuple[str, ...]:
    inner = row.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner))


def _with_bare_headings(found: list[Line]) -> list[Line]:
    """Plain text has headings too: a line in capitals that stands alone, a name of a section."""
    blank = Line(0, Kind.BLANK)
    level = 1
    for place, line in enumerate(found):
        if line.kind is Kind.HEADING:
            level = line.level
        if line.kind is not Kind.TEXT or line.level or not 3 < len(line.text) < 60:
            continue
        if place and found[place - 1].kind not in {Kind.BLANK, Kind.HEADING, Kind.META}:
            continue
        below = found[place + 1] if place + 1 < len(found) else blank
        shouted = line.text.isupper() and family_of(line.text) is not Family.OTHER
        if shouted and below.kind is Kind.BLANK:
            found[place] = Line(line.number, Kind.HEADING, line.text, 2)
        elif is_bare_heading(line.text) and not line.broken:
            found[place] = Line(line.number, Kind.HEADING, line.text, level + 1)
    return found
