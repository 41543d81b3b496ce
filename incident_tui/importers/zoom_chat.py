"""The chat of a Zoom call: saved with a recording it holds offsets, saved by a person clock times.

Reactions come as messages of their own, in the language of whoever reacted; they say nothing, but a
pin among them suggests a star.
"""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import BinaryIO, Final

import msgspec

from incident_tui.importers.clock_stamps import Days, Local
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
from incident_tui.importers.vtt import UNDATED

_RECORDED: Final = re.compile(r"(\d{1,3}):(\d\d):(\d\d)\t([^\t]{1,120}?):\t(.*)", re.DOTALL)
_SAVED: Final = re.compile(
    r"(\d{1,2}):(\d\d):(\d\d)\s+From\s+(.{1,120}?)(?:\s+to\s+[^:]{1,120}?)?"
    r"(?:\(Direct Message\))?\s*:(?:\s+(.*))?$",
    re.DOTALL | re.IGNORECASE,
)
_SIGN: Final = r"[\"“]?(?P<sign>[^\w\s\"”]{1,12})[\"”]?"
_REACTIONS: Final = tuple(
    re.compile(pattern + _SIGN, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"(?:reacted to|removed a .{1,12} reaction from)\s+[\"“]?(?P<quote>.+?)[\"”]?\s+with\s+",
        r"[^\"“\d\n]{3,40}\s[\"“](?P<quote>.+?)[\"”]\s+\w{1,10}\s+",
    )
)
"""In English, and in any language that quotes what was reacted to."""
_REPLY: Final = re.compile(
    r"[^\n\"“]{3,40}[\"“](?P<quote>[^\n]*?)[\"”]\s*\n\s*\n?(?P<text>.*)", re.DOTALL
)
_STARRING: Final = ("📌", "📍", "⏱", "⭐", "🌟")


class _Message(msgspec.Struct):
    line: int
    clock: tuple[int, int, int]
    speaker: str
    texts: list[str]
    recorded: bool
    starred: bool = False


def sniff(_: str, head: bytes) -> bool:
    """Whether its first line is a message of one of the two kinds."""
    first = head_of(head).lstrip().split("\n", 1)[0].rstrip("\r")
    return bool(_RECORDED.fullmatch(first) or _SAVED.fullmatch(first))


def read(file: BinaryIO, given: Given) -> Iterator[Captured]:
    """What was said, in its order."""
    messages, left_out = _messages(file)
    if not messages:
        raise ImportRefusedError(
            "there is no line of a Zoom chat in it (00:03:23 TAB name: TAB text)"
        )
    yield from left_out
    recorded = messages[0].recorded
    zone = "UTC" if recorded and given.start else None
    yield Found(zone, dated=False, clocked=not recorded)
    references = References("zoom-chat")
    days = Days(given)
    for message in _without_reactions(messages):
        if isinstance(message, Skipped):
            yield message
            continue
        at = _moment(message, given, days)
        text = "\n".join(message.texts).strip()
        if at is None or not text:
            yield Skipped(
                message.line, "there is no such time" if text else "nothing is said in it"
            )
            continue
        ref = references.of(str(message.clock), message.speaker, text)
        said = _REPLY.fullmatch(text)
        if said and said["text"].strip():
            text = f'{said["text"].strip()} (in reply to "{said["quote"]}")'
        yield CapturedEntry(message.line, at, text, ref, message.speaker, starred=message.starred)


def _messages(file: BinaryIO) -> tuple[list[_Message], list[Skipped]]:
    messages: list[_Message] = []
    left_out: list[Skipped] = []
    size = 0
    for number, line in numbered(file):
        size += len(line)
        if size > 64 << 20:
            raise ImportRefusedError("it is larger than the chat of a call; import a part of it")
        found = _RECORDED.fullmatch(line) or _SAVED.fullmatch(line)
        if found:
            clock = (int(found[1]), int(found[2]), int(found[3]))
            text = [found[5]] if found[5] else []
            recorded = found.re is _RECORDED
            messages.append(_Message(number, clock, " ".join(found[4].split()), text, recorded))
        elif messages:
            messages[-1].texts.append(line.removeprefix("\t"))
        elif line.strip():
            left_out.append(Skipped(number, "it stands before the first message"))
    return messages, left_out


def _without_reactions(messages: list[_Message]) -> Iterator[_Message | Skipped]:
    """The messages in their order; the stars of later reactions are on them."""
    reactions: dict[int, Skipped] = {}
    for at, message in enumerate(messages):
        text = "\n".join(message.texts).strip()
        found = next(filter(None, (pattern.fullmatch(text) for pattern in _REACTIONS)), None)
        if found is None or not any(ord(char) > 0x2000 for char in found["sign"]):
            continue
        reactions[at] = Skipped(message.line, "reactions")
        if found["sign"].startswith(_STARRING):
            _star(messages[:at], found["quote"].rstrip(".…"))
    for at, message in enumerate(messages):
        yield reactions.get(at) or message


def _star(before: list[_Message], quote: str) -> None:
    for message in reversed(before):
        if "\n".join(message.texts).strip().startswith(quote):
            message.starred = True
            return


def _moment(message: _Message, given: Given, days: Days) -> datetime | None:
    hours, minutes, seconds = message.clock
    try:
        if message.recorded:
            span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
            return (given.start or UNDATED) + span
        return days.at(Local(time(hours, minutes, seconds)))
    except (ValueError, OverflowError):
        return None


IMPORTER: Final = CaptureImporter("zoom-chat", "Zoom chat", sniff, read, spoken=True)
