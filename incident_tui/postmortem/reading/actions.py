"""The action items of a document: items, rows and marked paragraphs of the sections headed so."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from incident_tui.postmortem.reading.action_headings import headed_items
from incident_tui.postmortem.reading.action_rows import (
    NOTHING,
    Group,
    are_heads,
    row_item,
    with_group,
)
from incident_tui.postmortem.reading.context import Context
from incident_tui.postmortem.reading.follow_ups import (
    FollowUp,
    completed,
    due_of,
    follow_up,
    kind_of,
)
from incident_tui.postmortem.reading.grouping import Legend, Outline
from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain, told
from incident_tui.postmortem.reading.letters import is_letter, letter_items
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.owners import is_people, names_people
from incident_tui.postmortem.reading.paragraphs import item_lines
from incident_tui.postmortem.reading.scattered import promised, scattered, tabled
from incident_tui.postmortem.reading.sections import Section, label_of
from incident_tui.postmortem.reading.wanting import is_ordered, is_wanted

_MARKED: Final = re.compile(
    r"\W{0,4}(?:(?:action|ai|todo|task|follow[- ]?up"
    r"|item)(?:\s*(?:item)?\s*#?\d{0,3})?\s*[:.)–—-]\s|[✅✔☑❌⬜🔲])",
    re.IGNORECASE,
)
_CLOSED_GROUP: Final = re.compile(
    r"^\W*(?:completed?|done|finished|already done)\b|[(\[](?:completed?|done)[)\]]"
    r"|\b(?:implemented|completed|taken|already (?:done|in place))\W*$",
    re.IGNORECASE,
)
_OPEN_GROUP: Final = re.compile(
    r"\W*(?:(?:still )?open|in progress|not (?:yet )?(?:started|done)|pending)\W*", re.IGNORECASE
)
_BOLD_ALONE: Final = re.compile(r"\*\*[^*]{2,120}\*\*:?")
_TITLE: Final = re.compile(r"\*\*[^*]{2,80}\*\*\s*[:–—-]?\s*\S")
_ESTIMATED: Final = re.compile(
    r"(?::|\s[–—-])\s*(?:~|about |ca\. |est\. )?\d+(?:[.,]\d+)?(?:\s?[–-]\s?\d+)?\s?"
    r"(?:h|hours?|days?|d|weeks?)\W*$"
)
"""What only says how long a part takes."""
_TAKEN: Final = re.compile(r"actions? taken", re.IGNORECASE)
_PLANNED: Final = re.compile(r"actions? (?:planned|to (?:be )?taken?)", re.IGNORECASE)


def action_items(sections: list[Section], about: Context) -> list[FollowUp]:
    """Every action item, in the order of the document."""
    planned = any(_PLANNED.fullmatch(section.heading) for section in sections)
    found: list[FollowUp] = []
    for section in sections:
        taken = planned and bool(_TAKEN.fullmatch(section.heading))
        if section.family is not Family.ACTIONS and not taken:
            found += tabled(section, about)
            continue
        if is_letter(section.lines):
            found += letter_items(section.lines, about)
        else:
            headed, rest = headed_items(section.lines, about)
            reading = _Reading(replace(section, lines=rest), about, taken=taken)
            found += sorted((*headed, *reading.items()), key=lambda item: item.line)
    return found or list(scattered(sections, about)) or list(promised(sections, about))


class _Reading:
    """One section, line by line; `open` is the item that may still go on."""

    def __init__(self, section: Section, about: Context, *, taken: bool = False) -> None:
        self._lines = section.lines
        self._about = about
        self._label = section.line if section.label else 0
        done = taken or _closed(section.heading)
        self._group = Group(kind=kind_of(section.heading), done=done)
        self._people = names_people(
            [line.text for line in self._lines if line.kind in {Kind.ITEM, Kind.TEXT}]
        )
        self._heads: tuple[str, ...] = ()
        self._open: FollowUp | None = None
        self._level = 0
        self._boxed = False
        self._listed = any(line.kind in {Kind.ITEM, Kind.ROW} for line in self._lines)
        self._outline = Outline(self._lines)
        self._legend = Legend(self._lines)
        self._bold = not self._listed and _are_items(self._lines)
        self._paragraphs = item_lines(self._lines)
        self._titles = not self._listed and _titled(self._lines) > 1

    def items(self) -> Iterator[FollowUp]:
        """The items, in their order."""
        before = Line(0, Kind.BLANK)
        for place, line in enumerate(self._lines):
            match line.kind:
                case Kind.HEADING:
                    yield from self._close()
                    self._begin_group(plain(line.text), heading=True)
                case Kind.ROW:
                    yield from self._row(line, before)
                case Kind.ITEM:
                    yield from self._item(place, line)
                case Kind.TEXT:
                    yield from self._text(place, line, before)
            before = line
        yield from self._close()

    def _close(self, then: FollowUp | None = None) -> Iterator[FollowUp]:
        if self._open is not None:
            yield completed(self._open, self._about.near, day_first=self._about.day_first)
        self._open = then

    def _row(self, line: Line, before: Line) -> Iterator[FollowUp]:
        said = tuple(plain(cell) for cell in line.cells)
        if line.head or (before.kind is not Kind.ROW and are_heads(said)):
            self._heads = said
            return
        yield from self._close(row_item(line, self._heads, self._group, self._about))

    def _item(self, place: int, line: Line) -> Iterator[FollowUp]:
        if self._boxed and line.done is not None and line.level > self._level:
            yield from self._close(self._begun(line))
        elif self._open is not None and line.level > self._level:
            self._open = replace(self._open, text=f"{self._open.text}\n- {told(line.text)}")
        elif self._outline.names_group(place):
            yield from self._close()
            self._begin_group(plain(line.text))
        elif not self._legend.explains(line) and (begun := self._begun(line)) is not None:
            self._level, self._boxed = line.level, line.done is not None
            yield from self._close(begun)

    def _text(self, place: int, line: Line, before: Line) -> Iterator[FollowUp]:
        ended = before.text.endswith(".") or (before.kind is Kind.TEXT and before.broken)
        anew = not self._listed and ended and is_ordered(line.text)
        goes_on = before.kind in {Kind.ITEM, Kind.TEXT} and not (_alone(line) or anew)
        if self._open is not None and goes_on:
            self._open = replace(self._open, text=f"{self._open.text} {told(line.text)}")
        elif not (self._bold and _BOLD_ALONE.fullmatch(line.text)) and _names_group(
            line, self._lines, place
        ):
            yield from self._close()
            self._begin_group(label_of(line.text)[0] or plain(line.text).rstrip(":"))
        elif (
            line.number == self._label
            or line.number in self._paragraphs
            or (self._titles and _TITLE.match(line.text))
            or (self._bold and _BOLD_ALONE.fullmatch(line.text))
            or _paragraph(line, before, listed=self._listed)
        ):
            self._level = line.level
            yield from self._close(self._begun(line))

    def _begun(self, line: Line) -> FollowUp | None:
        words = plain(line.text)
        estimated = line.done is None and _ESTIMATED.search(words) and not is_wanted(words)
        if NOTHING.fullmatch(words[:200]) or estimated:
            return None
        about = self._about
        found = follow_up(
            line.number, line.text, about.near, day_first=about.day_first, people=self._people
        )
        if not found.text:
            return None
        done = line.done if line.done is not None else found.done
        return with_group(replace(found, done=done), self._group)

    def _begin_group(self, words: str, *, heading: bool = False) -> None:
        self._group = _grouped(words, self._about, heading=heading)


def _names_group(line: Line, lines: list[Line], place: int) -> bool:
    label, rest = label_of(line.text)
    words = plain(line.text)
    if label and not rest:
        return True
    after = range(place + 1, len(lines))
    below = next((lines[n].kind for n in after if lines[n].kind is not Kind.BLANK), Kind.BLANK)
    return below is Kind.ITEM and (words.endswith(":") or is_people(words))


def _alone(line: Line) -> bool:
    return bool(_MARKED.match(line.text)) or line.text.startswith(("**", "__"))


def _paragraph(line: Line, before: Line, *, listed: bool) -> bool:
    """Whether a paragraph is an item: it is marked as one, or stands where lists are not used."""
    if _MARKED.match(line.text):
        return True
    bold = re.match(r"\*\*([^*]{2,40})\*\*\s*\S", line.text)
    if bold and is_people(bold[1]):
        return True
    if listed or len(line.text) > 300:
        return False
    begins = before.kind is not Kind.TEXT or before.text.endswith(".") or before.broken
    return begins and is_wanted(line.text)


def _are_items(lines: list[Line]) -> bool:
    """Whether paragraphs in bold are items, with what is known of them below: orders, numbers."""
    said = [line.text for line in lines if line.kind is Kind.TEXT]
    bold = [text.strip("*: ") for text in said if _BOLD_ALONE.fullmatch(text)]
    orders = sum(is_ordered(text) and len(text.split()) > 2 for text in bold)
    return len(bold) > 1 and (
        all(text[0].isdigit() for text in bold if text) or orders * 2 >= len(bold)
    )


def _titled(lines: list[Line]) -> int:
    """How many paragraphs begin with a title in bold."""
    return sum(line.kind is Kind.TEXT and bool(_TITLE.match(line.text)) for line in lines)


def _grouped(words: str, about: Context, *, heading: bool) -> Group:
    owner = words.strip(" :") if is_people(words, heading=heading) else ""
    due = due_of(words, about.near, day_first=about.day_first)
    return Group(owner.removeprefix("@"), kind_of(words), _closed(words), due)


def _closed(words: str) -> bool | None:
    if _CLOSED_GROUP.search(words):
        return True
    return False if _OPEN_GROUP.fullmatch(words) else None
