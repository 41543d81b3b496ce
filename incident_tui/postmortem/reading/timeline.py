"""The entries of a timeline, with the day and zone that the text around them gives to each."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import msgspec
from msgspec.structs import replace

from incident_tui.domain.incident import Milestone
from incident_tui.postmortem.reading.clock import Around, Clock, Start, last_day, newest_first
from incident_tui.postmortem.reading.counted import counted
from incident_tui.postmortem.reading.lines import Kind
from incident_tui.postmortem.reading.marks import Mark, NewDay, Told, Vague
from incident_tui.postmortem.reading.milestones import labelled, stated
from incident_tui.postmortem.reading.zones import Zone


class Entry(msgspec.Struct, frozen=True):
    """Something that happened; `at` is aware UTC, `local` as the document shows it.

    Not `dated` where the document names no day for it; `zone` is None where it names none.
    `labelled` tells a milestone that stands as a label in front of its time.
    """

    line: int
    at: datetime
    local: datetime
    text: str
    author: str = ""
    milestone: Milestone | None = None
    dated: bool = True
    zone: Zone | None = None
    labelled: bool = False


class Undated(msgspec.Struct, frozen=True):
    """A line of a timeline without a time that could be read."""

    line: int
    reason: str


def entries(told: Iterable[Told], around: Around, *, loose: bool) -> Iterator[Entry | Undated]:
    """What the marks of a section tell; `loose` takes forms such as 10.41 for times too."""
    marks = list(told)
    timed = [mark for mark in marks if isinstance(mark, Mark)]
    halves = any(mark.at.half for mark in timed)
    reverse = newest_first(marks, around)
    clock = Clock(last_day(around, timed) if reverse else around, halves=halves, reverse=reverse)
    zone = around.zone or _shared(timed)
    start = around.start
    within = False
    last: Entry | None = None
    stopwatch = around.day is None and zone is None and _from_nought(timed)
    for mark in marks:
        match mark:
            case NewDay(day=day):
                clock.on(day)
                if not mark.bare:
                    yield Undated(mark.line, "it names a day and no time")
            case Vague(text=text):
                yield _counted(mark.line, text, start)
            case Mark():
                if mark.at.loose and not loose:
                    continue
                if stopwatch:
                    after = f"T+{mark.at.hour}:{mark.at.minute:02}:{mark.at.second:02}"
                    yield _counted(mark.line, f"{after} {' '.join(mark.texts[:1])}", start)
                    continue
                entry = _entry(mark, clock, zone)
                if last is not None and (last.at, last.text) == (entry.at, entry.text):
                    entry = replace(entry, milestone=None)  # the same, written twice
                last = entry
                if not within:
                    start, within = Start(entry.at, entry.local, entry.dated, entry.zone), True
                yield entry


def _counted(line: int, text: str, start: Start | None) -> Entry | Undated:
    """What is told by the time since the start, where the section names that."""
    found = counted(text)
    if found is None:
        return Undated(line, "its time was left open")
    if start is None:
        return Undated(
            line,
            "it counts from a start that is not named; write Start: 2026-01-15 14:02 above it",
        )
    after, words = found
    at, local = start.at + after, start.local + after
    return Entry(line, at, local, words, "", stated(words), start.dated, start.zone)


def _entry(mark: Mark, clock: Clock, zone: Zone | None) -> Entry:
    local, dated = clock.at(mark)
    named = mark.at.zone or mark.zone or zone
    at = local if named is None else local.replace(tzinfo=named.info).astimezone(UTC)
    text = "\n".join(part for part in mark.texts if part).strip()
    milestone = labelled(mark.label) if mark.label else None
    if milestone is None and mark.kind is not Kind.CODE:
        milestone = stated("\n".join(part for part in mark.texts[: mark.own] if part).strip())
    return Entry(mark.line, at, local, text, mark.author, milestone, dated, named, mark.named)


def _from_nought(timed: list[Mark]) -> bool:
    """Whether the times are those of a stopwatch: the first is 00:00, and none has a day."""
    first = timed[0].at if timed else None
    begins = first is not None and (first.hour, first.minute, first.second) == (0, 0, 0)
    return begins and len(timed) > 1 and not any(mark.at.day for mark in timed)


def _shared(timed: list[Mark]) -> Zone | None:
    """The zone of a section in which only some times name it."""
    named = [zone for mark in timed if (zone := mark.at.zone or mark.zone)]
    return named[0] if named and all(zone == named[0] for zone in named) else None
