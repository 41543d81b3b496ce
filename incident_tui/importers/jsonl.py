"""JSON Lines are read as they were written or refused by line: half an incident is never taken."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Final, TypeVar

import msgspec

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Declared
from incident_tui.domain.payloads import fact_of, read, readable
from incident_tui.domain.text import storable
from incident_tui.importers.format import Importer, ImportRefusedError, Incoming

T = TypeVar("T")

_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Head(msgspec.Struct, frozen=True):
    format: str
    version: int
    incident: str
    entries: int
    answers: int


class _Entry(msgspec.Struct, frozen=True):
    id: str
    seq: int
    kind: str
    version: Annotated[int, msgspec.Meta(ge=0, lt=1 << 31)]
    occurred_at: datetime
    recorded_at: datetime
    author: str
    source: str
    external_ref: str | None = None
    data: msgspec.Raw = msgspec.Raw()
    raw: str | None = None


class _Answer(msgspec.Struct, frozen=True):
    field: str
    answer: str


_HEAD: Final = msgspec.json.Decoder(_Head)
_ENTRY: Final = msgspec.json.Decoder(_Entry)
_ANSWER: Final = msgspec.json.Decoder(_Answer)


def read_text(text: str) -> Incoming:
    """The incident in the text of a `jsonl` export; ImportRefusedError names the line."""
    lines = list(_lines(text))
    if not lines:
        raise ImportRefusedError("there is nothing in it; export with --format jsonl")
    head = _head(*lines[0])
    rest = lines[1:]
    if len(rest) != head.entries + head.answers:
        raise ImportRefusedError(
            f"it should hold {head.entries} entries and {head.answers} answers behind its first "
            f"line, and {len(rest)} lines are there; export it again"
        )
    told = rest[: head.entries]
    entries = tuple(_entry(number, line, head.incident) for number, line in told)
    _whole(entries, [number for number, _ in told], head.incident)
    answers = [_decoded(_ANSWER, number, line) for number, line in rest[head.entries :]]
    return Incoming(
        head.incident,
        entries,
        tuple(number for number, _ in told),
        {each.field: storable(each.answer) for each in answers},
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Not by `splitlines`, which would also cut at marks that may stand inside a text."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if line.strip():
            yield number, line


def _head(number: int, line: str) -> _Head:
    try:
        head = _HEAD.decode(line)
    except (msgspec.DecodeError, RecursionError):
        head = None
    if head is None or head.format != "incident-tui" or not _ID.fullmatch(head.incident):
        raise ImportRefusedError(
            f"line {number}: it is not an incident of this program; export with --format jsonl"
        )
    if head.version != 1:
        raise ImportRefusedError(
            f"line {number}: version {head.version} was written by a newer program; update this one"
        )
    return head


def _entry(number: int, line: str, incident: str) -> TimelineEntry:
    told = _decoded(_ENTRY, number, line)
    if not _ID.fullmatch(told.id):
        raise ImportRefusedError(f"line {number}: {told.id!r} is not the id of an entry")
    if told.occurred_at.tzinfo is None or told.recorded_at.tzinfo is None:
        raise ImportRefusedError(f"line {number}: a time needs its zone; write it with a Z")
    try:
        occurred_at, recorded_at = (
            when.astimezone(UTC) for when in (told.occurred_at, told.recorded_at)
        )
    except OverflowError as error:
        raise ImportRefusedError(f"line {number}: its time is before or after all years") from error
    return TimelineEntry(
        told.id,
        incident,
        told.seq,
        occurred_at,
        recorded_at,
        storable(told.author),
        storable(told.source),
        _fact(number, told),
        told.external_ref,
    )


def _fact(number: int, told: _Entry) -> Fact:
    if told.raw is not None:
        return fact_of(told.kind, told.version, storable(told.raw))
    data = bytes(told.data).decode()
    if not data:
        raise ImportRefusedError(f"line {number}: an entry needs its data")
    if not readable(told.kind, told.version):
        return fact_of(told.kind, told.version, data)
    try:
        return read(told.kind, told.version, data)
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(f"line {number}: {error}") from error


def _whole(entries: tuple[TimelineEntry, ...], lines: list[int], incident: str) -> None:
    """Numbered from one without a gap, each id once, and declared before all else."""
    if not entries or entries[0].id != incident or not isinstance(entries[0].fact, Declared):
        raise ImportRefusedError("its first entry does not declare the incident; export it again")
    seen: set[str] = set()
    for count, (entry, line) in enumerate(zip(entries, lines, strict=True), 1):
        if entry.seq != count:
            raise ImportRefusedError(f"line {line}: entry {count} should come here; export again")
        if entry.id in seen:
            raise ImportRefusedError(f"line {line}: the entry {entry.id} is there twice")
        seen.add(entry.id)


def _decoded(decoder: msgspec.json.Decoder[T], number: int, line: str) -> T:
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise ImportRefusedError(f"line {number}: {error}") from error


IMPORTER: Final = Importer("jsonl", "An exported incident (JSON Lines)", read_text)
