"""Pasted chat is read by its times: a line that begins or ends with one begins a message."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import BinaryIO, Final

import msgspec

from incident_tui.importers.clock_stamps import (
    DAY,
    STAMP,
    Days,
    day_first,
    day_of,
    local,
    month_day,
)
from incident_tui.importers.format import (
    Captured,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    ImportRefusedError,
    Skipped,
)
from incident_tui.importers.lines import head_of, numbered
from incident_tui.importers.references import References

_NAME: Final = r"(?P<name>[^\W\d_][^:<>\[\]{}/\t|=]{0,60}?)"
_FIRST: Final = re.compile(
    rf"\s*(?:[-*•]\s+)?(?::[\w+-]+:\s*)*(?P<open>[\[(]?){STAMP}[\])]?(?P<rest>$|\s*[-–—|:,>]?\s+.*|\s*<.*|:.*)",
    re.IGNORECASE,
)
_LAST: Final = re.compile(
    rf"\s*@?{_NAME}(?:\s+(?:APP|BOT|app))?(?:\s*:[\w+-]+:)*"
    rf"(?:\s*[,—–|:-]\s*|\s{{1,4}}|\s*(?=[\[(]))[\[(]?{STAMP}[\])]?\s*:?\s*",
    re.IGNORECASE,
)
_DIVIDER: Final = re.compile(rf"[-–—=*#\s]*{DAY}[-–—=*#:\s]*", re.IGNORECASE)
_HEADING: Final = re.compile(r"#{1,4} \S")
"""What a Markdown document has and a chat has not."""
_SAID: Final = re.compile(
    r"(?:<[@+ ]?(?P<nick>[^>\s]{1,40})>\s?|@?(?P<who>[^:]{1,60}?):\s+)(?P<text>.*)", re.DOTALL
)
_PERSON: Final = re.compile(r"[^\W\d_][\w.'’() -]*", re.UNICODE)
_NOT_PEOPLE: Final = frozenset(
    (
        *("note", "notes", "update", "updates", "todo", "fyi", "action", "actions", "link", "http"),
        *("https", "edit", "re", "warning", "error", "info", "status", "impact", "decision", "fix"),
        *("summary", "eta", "ps", "cause", "result", "alert", "critical", "resolved", "question"),
        *("answer", "warn", "debug", "fatal", "next", "steps", "workaround", "severity", "root"),
        *("detected", "mitigated", "timeline"),
    )
)
"""Words before a colon that name no speaker."""
_NOISE: Final = re.compile(
    r"\s*(?:\(edited\)|new|new messages?|\d+ repl(?:y|ies)|view thread|last reply .*|pinned by .*|"
    r"added by .*|also sent to the channel|:[\w+-]+:|\d+)\s*",
    re.IGNORECASE,
)


class _Message(msgspec.Struct):
    line: int
    at: datetime
    name: str
    here: str
    texts: list[str]
    perhaps: bool = False
    """Its name may be all that was said: nothing stood behind the time but it."""


class _Reading:
    """One text, a line at a time; `begun` is the message that is still being said."""

    def __init__(self, given: Given, *, day_first: bool) -> None:
        self.days = Days(given)
        self._day_first = day_first
        self._references = References("chat")
        self._begun: _Message | None = None
        self._before: tuple[str, bool] = ("", True)
        self._names: set[str] = set()
        self._speaker = ""

    def line(self, number: int, text: str) -> Iterator[Captured]:
        """What is complete now that this line was read."""
        follows_blank = not self._before[0].strip() or self._begun is None
        if not text.strip():
            if self._begun is not None:
                self._begun.texts.append("")
        elif found := _FIRST.fullmatch(text):
            yield from self._stamped(number, found)
        elif (found := _LAST.fullmatch(text)) and _is_person(found["name"]):
            yield from self._begin(number, found, found["name"].strip())
        elif found := _DIVIDER.fullmatch(text):
            yield from self._divide(found)
            text = ""
        elif self._begun is None:
            if self._before[0].strip() and number > 1:
                yield Skipped(number - 1, "it stands before the first time")
        elif not _NOISE.fullmatch(text):
            self._begun.texts.append(text)
        self._before = (text, follows_blank)

    def end(self) -> Iterator[Captured]:
        """The message that the text ends with."""
        message, self._begun = self._begun, None
        if message is None:
            return
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(message.texts)).strip()
        if not text and message.perhaps:
            text, message.name = message.name, ""
        if not text:
            yield Skipped(message.line, "a time with nothing said")
            return
        ref = self._references.of(message.here, message.name, text)
        yield CapturedEntry(message.line, message.at, text, ref, message.name)

    def _stamped(self, number: int, found: re.Match[str]) -> Iterator[Captured]:
        rest = found["rest"].strip()
        if not rest:
            name = self._name_above()
            yield from self._begin(number, found, name or self._speaker)
            return
        rest = re.sub(r"^[-–—|:,>]\s*", "", rest) if not rest.startswith("<") else rest
        said = _SAID.fullmatch(rest)
        name = (said["nick"] or said["who"]) if said else ""
        if said and (said["nick"] or _is_person(name)):
            yield from self._begin(number, found, name.strip(), said["text"])
        elif found["open"] and _is_full_name(rest):
            yield from self._begin(number, found, rest, perhaps=True)
        else:
            yield from self._begin(number, found, "", rest)

    def _name_above(self) -> str:
        """The line above, where it names who speaks; it is then no part of what was said."""
        above, follows_blank = self._before
        name = re.sub(r"\s*(?:APP|BOT)?\s*(?::[\w+-]+:\s*)*$", "", above.strip())
        if not _is_person(name) or not (follows_blank or name in self._names):
            return ""
        if self._begun is not None and self._begun.texts and self._begun.texts[-1] == above:
            self._begun.texts.pop()
        return name

    def _begin(
        self, number: int, found: re.Match[str], name: str, text: str = "", *, perhaps: bool = False
    ) -> Iterator[Captured]:
        said = local(found, day_first=self._day_first)
        if said is None:
            yield Skipped(number, "there is no such time")
            return
        yield from self.end()
        if name:
            self._names.add(name)
        self._speaker = name
        at = self.days.at(said)
        texts = [text] if text else []
        self._begun = _Message(number, at, name, str(self.days.here), texts, perhaps)

    def _divide(self, found: re.Match[str]) -> Iterator[Captured]:
        yield from self.end()
        with suppress(ValueError):
            if in_year := month_day(found):
                self.days.on_in_year(*in_year)
            elif day := day_of(found, day_first=self._day_first):
                self.days.on(day)


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        0 < len(words) <= 5
        and bool(_PERSON.fullmatch(name.strip()))
        and words[0].lower().strip(".") not in _NOT_PEOPLE
    )


def _is_full_name(text: str) -> bool:
    words = text.split()
    return (
        1 < len(words) <= 4
        and _is_person(text)
        and all(w[0].isupper() or w[0] == "(" for w in words)
    )


def sniff(_: str, head: bytes) -> bool:
    """Whether most of its paragraphs have a time."""
    text = head_of(head)
    if text.lstrip()[:1] in {"{", "["} and text.lstrip()[1:2] in {"{", '"', "\n", " "}:
        return False
    lines = [line for line in text.split("\n")[:200] if line.strip()]
    if any(_HEADING.match(line) for line in lines):
        return False
    stamped = sum(bool(_FIRST.fullmatch(line) or _LAST.fullmatch(line)) for line in lines)
    return bool(lines) and stamped >= max(1, len(lines) // 6)


def read(file: BinaryIO, given: Given) -> Iterator[Captured]:
    """What was said, in the order of the text."""
    file.seek(0)
    reading = _Reading(given, day_first=day_first(head_of(file.read(1 << 18))))
    empty = True
    for number, text in numbered(file):
        for captured in reading.line(number, text):
            empty = empty and not isinstance(captured, CapturedEntry)
            yield captured
    for captured in reading.end():
        empty = empty and not isinstance(captured, CapturedEntry)
        yield captured
    if empty:
        raise ImportRefusedError(
            "no line begins or ends with a time; write them as 14:05 mei: text"
        )
    yield Found("UTC" if reading.days.zoned else None, dated=reading.days.dated)


IMPORTER: Final = CaptureImporter("chat", "Chat, copied and pasted", sniff, read, spoken=True)
