"""What would come in is shown, and what a source does not say is asked for before it does."""

import gc
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC
from typing import Any, Final

import msgspec

from incident_tui.cli.call import Call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.metrics.words import many
from incident_tui.domain.postmortem import incident_name
from incident_tui.importers.format import (
    CapturedAction,
    CapturedEntry,
    CaptureImporter,
    Given,
    ImportRefusedError,
    Skipped,
    Suggestion,
)
from incident_tui.services.intake import capturing, sources, taking
from incident_tui.services.intake.import_facts import Choice
from incident_tui.services.json_shapes import stamp

_PATIENCE: Final = 1.0
"""Seconds after which a person wants to see that something happens."""


class Asked(msgspec.Struct, frozen=True):
    """What was asked on the command line."""

    number: int | None
    zone: str
    start: str
    columns: tuple[str, ...]
    channels: tuple[str, ...]
    title: str
    dry_run: bool
    as_json: bool


def run(call: Call, importer: CaptureImporter, source: sources.Source, asked: Asked) -> None:
    """Show what the source holds, and unless it is a trial take it in."""
    reading = capturing.Capture(source, importer, _given(call, source, asked))
    seen = capturing.Survey()
    document = _Document()
    gc.disable()  # nothing read refers in circles, and looking for that costs a tenth of the time
    with ExitStack() as stack:
        stack.callback(gc.enable)
        watch = _progress(stack)
        # Read once where that is enough: a long source is long to read.
        if asked.dry_run or asked.as_json or importer.declares or asked.title:
            for captured in reading.read(watch):
                seen.add(captured)
                if asked.as_json:
                    document.add(captured)
            seen.whole = True
        counts = _trial(seen) if asked.dry_run else _store(call, reading, seen, asked, watch)
    for said in (*_assumed(reading, seen), *seen.told()):
        tell(said)
    if importer.spoken and not asked.as_json:
        tell(
            "what is said in it may suggest decisions, roles and links: --dry-run --json lists "
            "them, the window offers them one by one"
        )
    if asked.as_json:
        say_json(document.told(seen.found.zone or asked.zone or None))
    else:
        say(counts)


def _given(call: Call, source: sources.Source, asked: Asked) -> Given:
    zone = sources.zone_of(asked.zone) if asked.zone else None
    start = sources.start_of(asked.start, zone, call.session.now()) if asked.start else None
    columns = dict(_column(said) for said in asked.columns)
    return Given(zone, start, columns, asked.channels, source.name)


def _column(said: str) -> tuple[str, str]:
    what, equals, column = said.partition("=")
    if not equals:
        raise ImportRefusedError(f"{said!r} names no column; write --column time=created_at")
    return what.strip().lower(), column


def _assumed(reading: capturing.Capture, seen: capturing.Survey) -> list[str]:
    """What a trial had to assume; without a trial nothing is assumed."""
    said = []
    if capturing.zone_unsaid(reading, seen):
        said.append("no time zone is named in it: its times are read as UTC (--tz says otherwise)")
    if capturing.day_unsaid(reading, seen):
        said.append(
            "it does not say on which day: read as from 1970-01-02 (--start says otherwise)"
        )
    return said


def _trial(seen: capturing.Survey) -> str:
    parts = [many(seen.entries, "entry", "entries"), f"{seen.starred} starred"]
    parts += [many(seen.actions, "action item"), many(seen.answers, "answer")]
    parts += [many(seen.suggestions, "suggestion")]
    return f"nothing stored yet  {', '.join(parts)}"


def _store(
    call: Call,
    reading: capturing.Capture,
    seen: capturing.Survey,
    asked: Asked,
    watch: sources.Watch | None,
) -> str:
    choice = Choice(declare=asked.title or None)
    prepared = taking.prepare(call.store, call.session, reading, seen, asked.number, choice, watch)
    taken = taking.carry_out(call.store, prepared)
    found = call.store.read.incident_of(prepared.incident_id)
    if found is None:
        raise NotFoundError("the incident is not in the list; `incident-tui rebuild` makes it anew")
    if taken.earlier:
        tell(f"an import of it had broken off; {taken.earlier} lines of it are there, it went on")
    counts = [many(taken.new, "new entry", "new entries"), f"{taken.there:,} there already"]
    counts += [f"{taken.starred} starred", many(taken.actions, "action item")]
    counts += [many(len(taken.filled), "answer")] if seen.answers else []
    return f"{incident_name(found.number)}  {', '.join(counts)}"


class _Document:
    """The one JSON document of an import, kept whole as it is printed whole."""

    def __init__(self) -> None:
        self._entries: list[CapturedEntry] = []
        self._actions: list[CapturedAction] = []
        self._suggestions: list[Suggestion] = []
        self._skipped: list[Skipped] = []

    def add(self, captured: Any) -> None:
        """Keep one thing that was read."""
        match captured:
            case CapturedEntry():
                self._entries.append(captured)
            case CapturedAction():
                self._actions.append(captured)
            case Suggestion():
                self._suggestions.append(captured)
            case Skipped():
                self._skipped.append(captured)

    def told(self, zone: str | None) -> dict[str, Any]:
        """The keys of the contract."""
        entries = sorted(self._entries, key=lambda entry: entry.occurred_at)
        return {
            "zone": zone,
            "entries": [_entry(entry) for entry in entries],
            "actions": [
                {
                    "line": action.line,
                    "text": action.text,
                    "owner": action.owner or None,
                    "due": action.due.isoformat() if action.due else None,
                    "done": action.done,
                    "kind": action.kind and str(action.kind),
                }
                for action in self._actions
            ],
            "suggestions": [
                {
                    "line": each.line,
                    "kind": each.kind,
                    "text": each.text,
                    "command": each.command,
                    "occurred_at": stamp(each.occurred_at),
                }
                for each in self._suggestions
            ],
            "skipped": [{"line": each.line, "reason": each.reason} for each in self._skipped],
        }


def _entry(entry: CapturedEntry) -> dict[str, Any]:
    return {
        "line": entry.line,
        "occurred_at": stamp(entry.occurred_at.astimezone(UTC)),
        "text": entry.text,
        "author": entry.author,
        "milestone": entry.milestone and str(entry.milestone),
        "starred": entry.starred,
        "external_ref": entry.external_ref,
    }


def _progress(stack: ExitStack) -> Callable[[int, int], None] | None:
    """A line on a terminal that says how far a long reading has come."""
    if not sys.stderr.isatty():
        return None
    began = time.monotonic()
    shown = -1

    def watch(done: int, size: int) -> None:
        nonlocal shown
        percent = done * 100 // max(size, 1)
        if percent != shown and time.monotonic() - began > _PATIENCE:
            shown = percent
            sys.stderr.write(f"\rreading {percent:3} %")
            sys.stderr.flush()

    def clear() -> None:
        if shown >= 0:
            sys.stderr.write("\r\x1b[K")

    stack.callback(clear)
    return watch
