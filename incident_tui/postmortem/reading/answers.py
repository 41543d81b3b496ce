"""The prose of a section is what answers a field of the wizard; nothing is put into other words."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain, told
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.sections import Section, label_of


class Answer(msgspec.Struct, frozen=True):
    """The text of one field, and where it begins."""

    line: int
    field: str
    text: str


_LISTS: Final = {
    "factors": Family.CAUSES,
    "well": Family.WELL,
    "poorly": Family.POORLY,
    "lucky": Family.LUCKY,
}
_IMPACT: Final = (
    (
        "users",
        re.compile(r"(?:users?|customers?|people|accounts|clients)\b|affected", re.IGNORECASE),
    ),
    ("error_rate", re.compile(r"(?:error|failure) rate", re.IGNORECASE)),
    ("business", re.compile(r"business|revenue|financial|cost", re.IGNORECASE)),
)
_LEFT_OPEN: Final = re.compile(
    r"\W*(?:(?:not (?:written|named|resolved) yet|no (?:entry is starred|action item) yet"
    r"|tbd|tbc|todo|n/?a|none"
    r"|fill (?:this )?in|placeholder|…)\W*|\{\{.*\}\}\W*|)",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"(?<![\d,.])\d[\d,. ]{0,15}(?:%|k\b|m\b)?\s+(?:of\s+)?(?:\w+\s+){0,2}"
    r"(?:users?|customers?|people|accounts?|clients?|tenants?)\b",
    re.IGNORECASE,
)


def answers(
    sections: Iterable[Section], details: Iterable[tuple[int, str, str]]
) -> Iterator[Answer]:
    """The answer to every field that the document answers."""
    found = list(sections)
    for line, label, said in details:
        if re.fullmatch(r"(?:post-?mortem |document |incident )?owners?", label, re.IGNORECASE):
            if not left_open(said):
                yield Answer(line, "owner", said.removeprefix("@"))
            break
    yield from _joined("summary", [s for s in found if s.family is Family.SUMMARY], "\n\n")
    yield from _impact([s for s in found if s.family is Family.IMPACT])
    for field, family in _LISTS.items():
        yield from _listed(field, [s for s in found if s.family is family])
    yield from _whys([s for s in found if s.family is Family.WHYS])


def left_open(text: str) -> bool:
    """Whether a text only stands where one should be."""
    return bool(_LEFT_OPEN.fullmatch(text.strip()[:200]))


def paragraphs(lines: Iterable[Line]) -> list[str]:
    """The prose of a section: a paragraph or an item each, hard breaks kept."""
    found: list[str] = []
    open_text = False
    broken = False
    for line in lines:
        if line.kind is Kind.BLANK or line.kind in {Kind.ROW, Kind.META, Kind.HEADING}:
            open_text = False
            if line.kind is Kind.ROW and not line.head:
                found.append(" — ".join(told(cell) for cell in line.cells if cell))
            continue
        text = line.text.rstrip() if line.kind is Kind.CODE else told(line.text)
        if open_text and line.kind is not Kind.ITEM:
            found[-1] += ("\n" if broken or line.kind is Kind.CODE else " ") + text
        else:
            found.append(text)
        open_text, broken = True, line.broken
    return [text for text in found if not left_open(text)]


def _joined(field: str, sections: list[Section], between: str) -> Iterator[Answer]:
    texts = [text for section in sections for text in paragraphs(section.lines)]
    if texts:
        yield Answer(sections[0].line, field, between.join(texts))


def _listed(field: str, sections: list[Section]) -> Iterator[Answer]:
    """One line an item; a list of its own goes before the prose around it."""
    texts = []
    for section in sections:
        items = any(line.kind is Kind.ITEM for line in section.lines)
        texts += [
            text.replace("\n", " ")
            for text in paragraphs(_items(section.lines) if items else section.lines)
        ]
    if texts:
        yield Answer(sections[0].line, field, "\n".join(texts))


def _items(lines: list[Line]) -> list[Line]:
    """From the first item on: what stands above it introduces the list."""
    first = next(place for place, line in enumerate(lines) if line.kind is Kind.ITEM)
    return lines[first:]


def _impact(sections: list[Section]) -> Iterator[Answer]:
    parts: dict[str, list[str]] = {}
    for section in sections:
        for text in _impact_texts(section):
            label, said = label_of(text)
            field = next((name for name, known in _IMPACT if label and known.search(label)), "")
            if field and field not in parts:
                parts[field] = [said.strip()] if not left_open(said) else []
            elif not _computed(label) and not left_open(said):
                parts.setdefault("other", []).append(text)
    other = parts.pop("other", [])
    if "users" not in parts:
        counted = next((text for text in other if _COUNTED.search(text)), None)
        if counted:
            parts["users"] = [counted]
            other.remove(counted)
    if other:
        parts.setdefault("business", []).extend(other)
    for field, texts in parts.items():
        if texts:
            yield Answer(sections[0].line, field, " ".join(" ".join(texts).split()))


def _impact_texts(section: Section) -> list[str]:
    """A label begins a text of its own, whether or not it stands in a list."""
    apart: list[Line] = []
    for line in section.lines:
        words = plain(line.text)
        if line.kind is Kind.TEXT and label_of(words)[0]:
            apart.append(Line(line.number, Kind.BLANK))
        listed = line.kind is Kind.ITEM
        apart.append(msgspec.structs.replace(line, text=words) if listed else line)
    return paragraphs(apart)


def _computed(label: str) -> bool:
    """What the wizard computes by itself."""
    return bool(re.match(r"duration|slo budget", label, re.IGNORECASE))


def _whys(sections: list[Section]) -> Iterator[Answer]:
    if not sections:
        return
    texts: list[str] = []
    levels: list[int] = []
    for line in sections[0].lines:
        if line.kind not in {Kind.ITEM, Kind.TEXT} or left_open(line.text):
            continue
        while levels and levels[-1] >= line.level:
            levels.pop()
        texts.append("  " * len(levels) + told(line.text))
        levels.append(line.level)
    if texts:
        yield Answer(sections[0].line, "whys", "\n".join(texts))
