"""What an import would do is shown before it is done, as far as anybody would look at it."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import msgspec

from incident_tui.domain.metrics.words import many
from incident_tui.domain.when import length
from incident_tui.importers.format import (
    CapturedEntry,
    CaptureImporter,
    Given,
    ImportRefusedError,
    Suggestion,
)
from incident_tui.services.incident_log import IncidentLog
from incident_tui.services.intake import capturing, sources
from incident_tui.services.session import Session
from incident_tui.storage.capturing import Taken

MOST_ROWS = 5_000
"""Entries that are shown without a star or a suggestion; the others are counted."""


class Wanted(msgspec.Struct, frozen=True):
    """What a person said: where it is, and what it does not say itself; empty where nothing."""

    path: str = ""
    pasted: str = ""
    format: str = capturing.AUTO
    zone: str = ""
    start: str = ""
    channel: str = ""


class Preview(msgspec.Struct, frozen=True):
    """One reading: its entries and suggestions by time, and what is asked before it is stored."""

    capture: capturing.Capture
    seen: capturing.Survey
    rows: tuple[CapturedEntry | Suggestion, ...]
    questions: tuple[str, ...]
    cut: int = 0


def source_of(wanted: Wanted) -> sources.Source:
    """What is to be read, opened."""
    if wanted.pasted:
        return sources.Source(BytesIO(wanted.pasted.encode("utf-8", "replace")), "pasted text")
    if not wanted.path.strip():
        raise ImportRefusedError("name a file or a folder")
    return sources.opened(Path(wanted.path.strip()).expanduser())


def looks_spoken(text: str) -> bool:
    """Whether a pasted text looks like chat or a transcript, with times."""
    source = source_of(Wanted(pasted=text))
    return any(name in {"chat", "irc", "vtt", "zoom-chat"} for name in capturing.recognised(source))


def previewed(wanted: Wanted, session: Session, watch: sources.Watch | None) -> Preview:
    """Open the source and read it once; it stays open for the import, not after a refusal."""
    source = source_of(wanted)
    try:
        return preview(source, wanted, session, watch)
    except BaseException:
        source.close()
        raise


def preview(
    source: sources.Source, wanted: Wanted, session: Session, watch: sources.Watch | None = None
) -> Preview:
    """Read it once; ImportRefusedError where nothing of it can be used."""
    importer = capturing.importer(wanted.format.strip() or capturing.AUTO, source)
    if not isinstance(importer, CaptureImporter):
        raise ImportRefusedError(
            f"an incident of its own: incident-tui import {importer.name} FILE"
        )
    zone = sources.zone_of(wanted.zone) if wanted.zone.strip() else None
    start = None
    if wanted.start.strip():
        start = sources.start_of(wanted.start, zone, session.now())
    channels = tuple(wanted.channel.replace(",", " ").split())
    capture = capturing.Capture(source, importer, Given(zone, start, {}, channels, source.name))
    seen = capturing.Survey()
    rows: list[CapturedEntry | Suggestion] = []
    plain = cut = 0
    for captured in seen.through(capture.read(watch)):
        if isinstance(captured, Suggestion) or (
            isinstance(captured, CapturedEntry) and captured.starred
        ):
            rows.append(captured)
        elif isinstance(captured, CapturedEntry):
            plain += 1
            if plain <= MOST_ROWS:
                rows.append(captured)
            else:
                cut += 1
    if seen.empty:
        capturing.refuse(capture, seen)
    rows.sort(key=lambda row: (row.occurred_at is None, row.occurred_at))
    return Preview(capture, seen, tuple(rows), tuple(capturing.asked(capture, seen)), cut)


def wants_day(made: Preview) -> bool:
    """Whether it has times of day, and neither it nor anybody says of which day."""
    return made.seen.found.clocked and capturing.day_unsaid(made.capture, made.seen)


def day_of(log: IncidentLog) -> str:
    """The day of the incident: what is pasted into it was mostly said then."""
    return f"{log.state.declared_at:%Y-%m-%d}"


def came_in(taken: Taken, refused: Sequence[str]) -> str:
    """What an import did, as a sentence."""
    there = f", {taken.there} were there already" if taken.there else ""
    there += ", as an import of it had broken off" if taken.earlier else ""
    left = f"; not done: {'; '.join(refused)}" if refused else ""
    new = many(taken.new, "entry", "entries")
    return f"{new} came in{there}; /undo takes them back{left}"


def summary(made: Preview, starred: int, accepted: int) -> str:
    """`412 entries in 1 h 38 min, 3 starred, 2 of 9 suggestions`, and what is still asked."""
    seen = made.seen
    parts = [many(seen.entries, "entry", "entries")]
    if seen.earliest is not None and seen.latest is not None:
        parts[0] += f" in {length(seen.latest.occurred_at - seen.earliest.occurred_at)}"
    parts.append(f"{starred} starred")
    if seen.suggestions:
        parts.append(f"{accepted} of {many(seen.suggestions, 'suggestion')}")
    parts += [many(seen.actions, "action item")] if seen.actions else []
    if skipped := sum(seen.skipped.values()):
        why = ", ".join(reason for reason, _ in seen.skipped.most_common(2))
        parts.append(f"{skipped} skipped ({why})")
    parts += [f"{made.cut} not shown here"] if made.cut else []
    asked = "".join(f". {question.split(';')[0].capitalize()}" for question in made.questions)
    return ", ".join(parts) + asked
