"""A part of the score is what was earned of what could be, and what would earn the rest."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

from incident_tui.postmortem.english.sentences import sentences
from incident_tui.postmortem.reading.answers import left_open, paragraphs
from incident_tui.postmortem.reading.document import Document
from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain


class Lack(NamedTuple):
    """What would earn so many points; `field` is where the wizard asks for it, if it is one."""

    said: str
    points: float
    field: str = ""


class Part(msgspec.Struct, frozen=True):
    """`line` is where its section stands in a document, `step` where the wizard asks for it."""

    id: str
    points: float
    max: int
    lacks: tuple[Lack, ...]
    step: str
    line: int | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """What would earn the rest, as sentences."""
        return tuple(lack.said for lack in self.lacks)


class Tally:
    """Points are earned one by one; what is not earned says what would."""

    def __init__(self) -> None:
        self.points = 0.0
        self.lacks: list[Lack] = []

    def earn(self, points: float, *, when: bool, otherwise: str, field: str = "") -> None:
        """All of these points, or none."""
        self.share(points, float(when), otherwise, field)

    def share(self, points: float, part: float, otherwise: str, field: str = "") -> None:
        """That part of the points, from 0 to 1."""
        self.points += points * part
        if part < 1 and otherwise:
            self.lacks.append(Lack(otherwise, points * (1 - part), field))


UNIT: Final = re.compile(
    r"(?<![\d,.'])\d[\d,.']{0,15}\s?(?:%|percent\b|k\b|m\b)|(?<![\d,.'])\d[\d,.']{0,15}\+?\s{1,3}(?:of\s+)?(?:(?!and\b"
    r"|or\b)[\w/-]+\s+){0,2}"
    r"(?:users?|customers?|requests?|accounts?|tickets?|orders?|errors?|people|sessions?|services?"
    r"|pods?|nodes?|clusters?|students?|instructors?|hubs?|tenants?|teams?|clients?"
    r"|queries|messages?|events?|payments?"
    r"|transactions?|jobs?|builds?|records?|rows?|hosts?|servers?|instances?|regions?"
    r"|sites?|emails?"
    r"|mails?|logins?|calls?|flags?|apps?|applications?|USD|EUR|GBP|dollars?|euros?)\b|[$€£]\s?\d"
    r"|(?:users?|customers?|accounts?|requests?|orders?)(?: "
    r"affected)?\s*[:=]\s*[~<>]?\s*(?:about |around |approx\.? )?\d",
    re.IGNORECASE,
)
DURATION: Final = re.compile(
    r"\b(?:\d{1,9}(?:[.,]\d{1,3})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|several"
    r"|few)\+?[\s-]?"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|h|m|d|s)\b(?!\.\w)",
    re.IGNORECASE,
)
CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)


def prose(document: Document, *families: Family) -> str:
    """All that stands under headings of those families, a paragraph or an item a line."""
    texts = (text for section in document.of(*families) for text in paragraphs(section.lines))
    return "\n".join(plain(text) for text in texts if not left_open(text))


def line_of(document: Document, *families: Family) -> int | None:
    """The line of the first such heading."""
    return next((section.line for section in document.of(*families) if section.line), None)


def count_sentences(text: str) -> int:
    """How many sentences there are."""
    return sum(1 for _ in sentences(text))


def said(words: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts matches."""
    pattern = re.compile(words, re.IGNORECASE)
    return any(pattern.search(text) for text in texts)
