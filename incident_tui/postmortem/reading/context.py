"""What a document says of itself: its title, its day, its zone, and the order of its dates."""

import re
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

import msgspec

from incident_tui.domain.incident import Severity
from incident_tui.postmortem.reading.dates import Written, about, day_first, day_in_name, days_in
from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.inline import plain
from incident_tui.postmortem.reading.lines import Kind, Line
from incident_tui.postmortem.reading.sections import Section, label_of
from incident_tui.postmortem.reading.zones import LABEL, Zone, zone, zone_in

_SPEAKS_OF_TIMES: Final = re.compile(
    r"\b(?:times?(?:\s?stamps?)?|time\s?zones?|clock)\b", re.IGNORECASE
)
_WITH_CLOCK: Final = re.compile(rf"\d(?::\d\d|\s?[AaPp]\.?[Mm]\.?)\s?\(?(?P<zone>{LABEL})")
_OFFSET: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?([+-]\d\d:\d\d)\b")
DATE_LABEL: Final = re.compile(
    r"(?:incident |event |outage |start )?(?:dates?|day|when|occurred)(?: of (?:the "
    r")?(?:incident|event|outage))?|started?(?: at| on)?|start(?: date| time)?|incident "
    r"(?:from|start)|date(?:s)? and time",
    re.IGNORECASE,
)
_SEVERITY: Final = re.compile(
    r"(?:sev(?:erity)?|p(?:riority)?)[\s:-]{0,3}(?P<level>(?:sev|p)?[\s-]?[1-5])\b", re.IGNORECASE
)
_PREFIX: Final = re.compile(
    r"(?:(?:post[- ]?mortem|incident(?: report| review)?|retrospective|rca|pir)\s*[:–—-]\s*"
    r"|INC-\d{1,9}[:\s]\s*)+",
    re.IGNORECASE,
)
_SUFFIX: Final = re.compile(r"\s*[-–—:]?\s+post-?mortem$", re.IGNORECASE)
_HYPHENS: Final = re.compile(r"(?<![\d/-])\d{1,2}-\d{1,2}-\d{4}(?!\d)")
_OF_THE_PAPER: Final = re.compile(
    r"\b(?:written|published|posted|(?:last )?updated|created|authored|modified|reviewed)\b",
    re.IGNORECASE,
)
_WENT_WRONG: Final = re.compile(
    r"outage|incident|downtime|\b(?:was|were|went|been) (?:down|away|offline)|unavailab|disrupt"
    r"|degrad|interrupt|fail|suffered|experienced|affected|unable|issues?\b|problems?\b|errors?\b",
    re.IGNORECASE,
)
_OF_A_POST: Final = frozenset(
    {"layout", "author", "authors", "categories", "category", "tags", "excerpt", "permalink"}
)
_AFTERWARDS: Final = timedelta(days=14)
"""How long after an incident people write of it."""
_AMERICAN: Final = ("America/", "Pacific/Honolulu")
_INTRODUCTION: Final = frozenset(
    {Family.OTHER, Family.SUMMARY, Family.TELLING, Family.FIGURES, Family.IMPACT}
)


class Context(msgspec.Struct, frozen=True):
    """All that holds for the whole document; None where it does not say."""

    title: str = ""
    day: date | None = None
    near: date | None = None
    zone: Zone | None = None
    day_first: bool = False
    severity: Severity | None = None
    details: tuple[tuple[int, str, str], ...] = ()


def context(lines: list[Line], sections: list[Section], name: str, text: str) -> Context:
    """What the document says of itself; `name` is that of its file."""
    details = tuple(_details(lines))
    title = _title(lines, details)
    named = _zone(lines)
    first = _order(text, named)
    near = _near(lines, name, first)
    post = [label for _, label, _ in details if label.lower() in _OF_A_POST]
    papers = {line for line, label, _ in details if label.lower() in {"date", "day"}}
    meta = {line.number for line in lines if line.kind is Kind.META}
    dated = [(line, said) for line, label, said in details if DATE_LABEL.fullmatch(label)]
    dated.sort(key=lambda each: each[0] in papers)
    day = _Days(sections, near, first=first).of(
        title,
        [said for line, said in dated if line not in meta],
        [said for line, said in dated if line in meta] or (post if meta else []),
        name,
    )
    severity = next(
        (found for _, label, said in details if (found := _severity(label, said))), None
    )
    return Context(title, day, near or day, named, first, severity, details)


def _details(lines: list[Line]) -> list[tuple[int, str, str]]:
    """Line, label and text of what is labelled before anything else, front matter included."""
    found = []
    for line in lines:
        if line.kind is Kind.META:
            label, _, said = re.sub(r"\s*=\s*", ": ", line.text, count=1).partition(":")
            found.append((line.number, label.strip(), said.strip().strip("\"'")))
        elif line.kind is Kind.ROW and len(line.cells) == 2:
            found.append((line.number, plain(line.cells[0]).rstrip(":"), plain(line.cells[1])))
        elif line.kind in {Kind.TEXT, Kind.ITEM}:
            label, said = label_of(line.text)
            if label and said:
                found.append((line.number, label, plain(said)))
    return found


def _title(lines: list[Line], details: tuple[tuple[int, str, str], ...]) -> str:
    headed = [line for line in lines if line.kind is Kind.HEADING]
    first = next((line for line in headed if line.level == 1), headed[0] if headed else None)
    meta = next(((n, said) for n, label, said in details if label.lower() == "title"), None)
    if meta is not None and (first is None or first.level > 1 or meta[0] < first.number):
        return meta[1]
    if first is None:
        return ""
    words = plain(first.text)
    return _SUFFIX.sub("", words[_prefixed(words) :]) or words


def _prefixed(words: str) -> int:
    found = _PREFIX.match(words)
    return found.end() if found else 0


def _zone(lines: list[Line]) -> Zone | None:
    """The zone that a sentence about the times names, else that of the first clock with one.

    Front matter has no sentences: there an offset tells.
    """
    told = [
        line
        for line in lines
        if line.kind in {Kind.TEXT, Kind.HEADING, Kind.ITEM, Kind.QUOTE, Kind.META}
    ]
    for line in told:
        about = len(line.text) < 300 and _SPEAKS_OF_TIMES.search(line.text)
        named = zone_in(plain(line.text)) if about else None
        if named is not None and not _WITH_CLOCK.search(line.text):
            return named
    clocks = (_WITH_CLOCK.search(line.text[:2000]) for line in told)
    labels = [found["zone"] for found in clocks if found]
    labels += [
        found[1]
        for line in lines
        if line.kind is Kind.META and (found := _OFFSET.search(line.text))
    ]
    return zone(labels[0]) if labels else None


def _order(text: str, named: Zone | None) -> bool:
    said = day_first(text)
    if said is not None:
        return said
    if named is None or named.name == "UTC":
        return bool(_HYPHENS.search(text))  # rarely written between a month and its day
    return not named.name.startswith(_AMERICAN)


def _near(lines: list[Line], name: str, first: bool) -> date | None:
    """The first whole day that the document names: it tells the year of the others."""
    for line in lines:
        if line.kind in {Kind.CODE, Kind.BLANK}:
            continue
        if day := _whole(days_in(line.text[:2000]), None, first):
            return day
    headed = [line.text[:200] for line in lines if line.kind in {Kind.HEADING, Kind.META}]
    return day_in_name(name) or next(
        (found for said in (*headed, name) if (found := about(said))), None
    )


class _Days:
    """The day of the incident, as surely as the document tells it."""

    def __init__(self, sections: list[Section], near: date | None, *, first: bool) -> None:
        self._sections = sections
        self._near = near
        self._first = first

    def of(self, title: str, details: list[str], posted: list[str], name: str) -> date | None:
        """The day of a title, of a label, of what was `posted`: the one that it tells of, if near.

        A post is called by the day on which it was written, too.
        """
        for said in (title, *details):
            if day := self._in(said[:300]):
                return day
        written = next((day for said in posted if (day := self._in(said[:300]))), None)
        named = day_in_name(name)
        written = written or (named if posted else None)
        told, sure = self._introduced()
        if written and told and sure and timedelta(0) < written - told <= _AFTERWARDS:
            return told
        return written or named or told or self._near

    def _in(self, text: str) -> date | None:
        return _whole(days_in(text), self._near, self._first)

    def _introduced(self) -> tuple[date | None, bool]:
        """The first day of the introduction, and whether something went wrong on it."""
        for section in self._sections:
            if section.family not in _INTRODUCTION:
                continue
            for line, after in zip_longest(section.lines, section.lines[1:]):
                told = line.kind is not Kind.CODE and not _OF_THE_PAPER.search(line.text[:200])
                if told and (day := self._in(line.text[:2000])):
                    words = f"{line.text[:2000]} {after.text[:200] if after else ''}"
                    return day, bool(_WENT_WRONG.search(words))
        return None, False


def _whole(days: list[Written], near: date | None, first: bool) -> date | None:
    return next((day for said in days if (day := said.on(near, day_first=first))), None)


def _severity(label: str, said: str) -> Severity | None:
    if not re.match(r"(?:incident )?(?:severity|sev|priority|level)", label, re.IGNORECASE):
        return None
    found = _SEVERITY.search(f"severity: {said[:40]}")
    return Severity.read(re.sub(r"[\s-]", "", found["level"])) if found else None
