"""A transcript holds offsets from when its recording began, in any order; cues become sentences.

Teams names speakers in voice tags, Zoom before a colon. A name before a colon counts only where it
speaks more than once: otherwise it is a part of what was said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import BinaryIO, Final

import msgspec

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

UNDATED: Final = datetime(1970, 1, 2, tzinfo=UTC)
"""Where offsets count from as long as nobody says when the recording began."""
_OFFSET: Final = r"(-?)(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?"
_TIMING: Final = re.compile(rf"\s*{_OFFSET}\s*-->\s*{_OFFSET}(?:\s.*)?")
_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>(.*?)(?=</v>|<v[\s.]|\Z)", re.DOTALL)
_TAG: Final = re.compile(r"</?[a-zA-Z0-9][^<>]*>")
_NAMED: Final = re.compile(r"([^\W\d_@][^:\n]{0,60}?|@[^:\s]{1,40}):\s+(.*)", re.DOTALL)
_GUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27,}/.+", re.IGNORECASE)
_PAUSE: Final = timedelta(seconds=3)
_LONGEST: Final = 400
_MOST_CUES: Final = 500_000


class _Cue(msgspec.Struct):
    line: int
    start: timedelta
    end: timedelta
    id: str
    text: str
    speaker: str = ""


def sniff(_: str, head: bytes) -> bool:
    """Whether it says so itself, or begins with a timing as subtitles do."""
    said = head_of(head).lstrip()
    return said.startswith("WEBVTT") or any(map(_TIMING.fullmatch, said.split("\n", 3)[:3]))


def read(file: BinaryIO, given: Given) -> Iterator[Captured]:
    """What was said, a sentence or two at a time, in the order it was said."""
    cues: list[_Cue] = []
    for cue in _cues(file):
        if isinstance(cue, Skipped):
            yield cue
        else:
            cues.append(cue)
    if not cues:
        raise ImportRefusedError("there is no cue in it (00:04:10.120 --> 00:04:14.900)")
    yield Found("UTC" if given.start else None, dated=False, clocked=False)
    spoken = _spoken(sorted(cues, key=lambda cue: cue.start))
    begin = given.start or UNDATED
    references = References("vtt")
    for said in spoken:
        if isinstance(said, Skipped):
            yield said
            continue
        ref = (
            f"vtt:{said.id}" if said.id else references.of(str(said.start), said.speaker, said.text)
        )
        try:
            yield CapturedEntry(said.line, begin + said.start, said.text, ref, said.speaker)
        except OverflowError:
            yield Skipped(said.line, "there is no such time")


def _cues(file: BinaryIO) -> Iterator[_Cue | Skipped]:
    """The cues as they stand, with the line of their timing."""
    block: list[str] = []
    begins = 1
    count = 0
    for number, line in [*_bounded(numbered(file)), (0, "")]:
        if line.strip():
            begins = begins if block else number
            block.append(line)
            continue
        if found := _cue(begins, block):
            count += 1
            yield found
        block = []
    if count > _MOST_CUES:
        raise ImportRefusedError(f"it holds more than {_MOST_CUES} cues; import a part of it")


def _bounded(lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    size = 0
    for number, line in lines:
        size += len(line)
        if size > 64 << 20:
            raise ImportRefusedError("it is larger than a transcript can be; import a part of it")
        yield number, line


def _cue(begins: int, block: list[str]) -> _Cue | Skipped | None:
    timed = next((at for at, line in enumerate(block[:3]) if "-->" in line), None)
    if timed is None:
        return None  # a header, a NOTE, a STYLE
    found = _TIMING.fullmatch(block[timed])
    if found is None:
        return Skipped(begins + timed, f"{block[timed].strip()[:40]!r} is no timing of a cue")
    parts = found.groups()
    id_ = block[timed - 1].strip() if timed else ""
    text = "\n".join(block[timed + 1 :])
    if not text.strip():
        return None
    guid = id_ if _GUID.fullmatch(id_) else ""
    return _Cue(begins + timed, _offset(parts[:5]), _offset(parts[5:]), guid, text)


def _offset(parts: Iterable[str | None]) -> timedelta:
    sign, hours, minutes, seconds, fraction = (part or "" for part in parts)
    micros = int(fraction[:6].ljust(6, "0")) if fraction else 0
    span = timedelta(
        hours=int(hours or 0), minutes=int(minutes), seconds=int(seconds), microseconds=micros
    )
    return -span if sign else span


def _spoken(cues: list[_Cue]) -> Iterator[_Cue | Skipped]:
    """The cues with their speakers; what one speaker says in one breath is one."""
    voiced = any("<v" in cue.text for cue in cues)
    names: Counter[str] = Counter()
    if not voiced:
        matches = (_NAMED.fullmatch(_plain(cue.text)) for cue in cues)
        names.update(found[1].strip() for found in matches if found and len(found[1].split()) <= 5)
        names.update(_seldom(names, len(cues)))
    held: _Cue | None = None
    for cue in cues:
        if voiced and "<v" not in cue.text:
            yield Skipped(cue.line, "cues that nobody speaks")
            continue
        for part in _voices(cue) if voiced else [_named(cue, names)]:
            if held is not None and _goes_on(held, part):
                held = msgspec.structs.replace(held, text=f"{held.text} {part.text}", end=part.end)
                continue
            if held is not None:
                yield held
            held = part
    if held is not None:
        yield held


def _seldom(names: Counter[str], cues: int) -> list[str]:
    """Full names that speak once, where most of what is said is said by a name."""
    if sum(count for count in names.values() if count > 1) * 2 < cues:
        return []
    once = (name for name, count in names.items() if count == 1)
    return [n for n in once if len(n.split()) > 1 and all(w[0].isupper() for w in n.split())]


def _voices(cue: _Cue) -> Iterator[_Cue]:
    for count, found in enumerate(_VOICE.finditer(cue.text)):
        id_ = f"{cue.id}#{count}" if count and cue.id else cue.id
        if text := _plain(found[2]):
            speaker = unescape(found[1]).strip()
            yield msgspec.structs.replace(cue, id=id_, text=text, speaker=speaker)


def _named(cue: _Cue, names: Counter[str]) -> _Cue:
    text = _plain(cue.text)
    found = _NAMED.fullmatch(text)
    if found and names[found[1].strip()] > 1:
        return msgspec.structs.replace(cue, text=found[2].strip(), speaker=found[1].strip())
    return msgspec.structs.replace(cue, text=text)


def _goes_on(held: _Cue, cue: _Cue) -> bool:
    return (
        held.speaker == cue.speaker
        and not held.text.endswith((".", "?", "!", "…"))
        and cue.start - held.end <= _PAUSE
        and len(held.text) + len(cue.text) < _LONGEST
    )


def _plain(text: str) -> str:
    return " ".join(unescape(_TAG.sub("", text)).split())


IMPORTER: Final = CaptureImporter("vtt", "Transcript (WebVTT)", sniff, read, spoken=True)
