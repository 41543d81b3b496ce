"""What was said elsewhere is read before anything of it is stored, and what is asked is told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import msgspec

from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.text import storable
from incident_tui.importers.format import (
    Captured,
    CapturedAction,
    CapturedAnswer,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    Importer,
    ImportRefusedError,
    Skipped,
    Suggestion,
)
from incident_tui.services import plugins
from incident_tui.services.intake.sources import Source, Watch

if TYPE_CHECKING:
    from incident_tui.importers.hearing import Hearing

AUTO: Final = "auto"
"""The name that asks for the format to be told by the source itself."""
_LAST: Final = ("csv", "postmortem", "chat")
"""Formats with so little form of their own that every other one is preferred."""
_EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LINES_KEPT: Final = 20


class Capture(msgspec.Struct, frozen=True):
    """A source, the format it is read as, and what was said beside it."""

    source: Source
    importer: CaptureImporter
    given: Given

    def read(self, watch: Watch | None = None, *, hear: bool = True) -> Iterator[Captured]:
        """All that it holds, made storable; ImportRefusedError where nothing of it can be used.

        To `hear` what it suggests takes as long as all the rest.
        """
        hearing = _hearing() if hear and self.importer.spoken else None
        try:
            for raw in self.importer.read(self.source.open(watch), self.given):
                captured = _checked(raw)
                yield captured
                if hearing is not None and isinstance(captured, CapturedEntry):
                    yield from hearing.hear(captured)
        except ImportRefusedError:
            raise
        except Exception as error:  # a plug-in's own fault must not end the program
            raise ImportRefusedError(
                f"{self.importer.name} cannot read it ({type(error).__name__}: {error}); "
                "nothing was imported"
            ) from error


def _hearing() -> "Hearing":
    from incident_tui.importers.hearing import Hearing  # noqa: PLC0415  its rules are many

    return Hearing()


class Survey:
    """What reading a source once tells of it, in little memory; `whole` once it was read."""

    def __init__(self) -> None:
        self.whole = False
        self.found = Found()
        self.entries = 0
        self.starred = 0
        self.actions = 0
        self.answers = 0
        self.suggestions = 0
        self.skipped: Counter[str] = Counter()
        self.lines: dict[str, list[int]] = {}
        self.earliest: CapturedEntry | None = None
        self.latest: CapturedEntry | None = None

    def through(self, read: Iterable[Captured]) -> Iterator[Captured]:
        """The same, counted on its way."""
        for captured in read:
            self.add(captured)
            yield captured
        self.whole = True

    def add(self, captured: Captured) -> None:
        """Count one thing that was read."""
        match captured:
            case Found():
                self.found = captured
            case CapturedEntry():
                self._entry(captured)
            case CapturedAction():
                self.actions += 1
            case CapturedAnswer():
                self.answers += 1
            case Suggestion():
                self.suggestions += 1
            case Skipped(line=line, reason=reason):
                self.skipped[reason] += 1
                kept = self.lines.setdefault(reason, []) if len(self.lines) < 100 else []
                if line is not None and len(kept) < _LINES_KEPT:
                    kept.append(line)

    def _entry(self, entry: CapturedEntry) -> None:
        self.entries += 1
        self.starred += entry.starred
        if self.earliest is None or entry.occurred_at < self.earliest.occurred_at:
            self.earliest = entry
        if self.latest is None or entry.occurred_at > self.latest.occurred_at:
            self.latest = entry

    @property
    def empty(self) -> bool:
        """Whether nothing of it could come in."""
        return not (self.entries or self.actions or self.answers)

    def told(self) -> list[str]:
        """What was skipped and why, a reason a line, with the first lines it was met in."""
        said = []
        for reason, count in self.skipped.most_common():
            lines = self.lines.get(reason, [])
            more = ", …" if count > len(lines) else ""
            where = f" (line {', '.join(map(str, lines))}{more})" if lines else ""
            said.append(f"{count} skipped: {reason}{where}")
        return said


def survey(capture: Capture, watch: Watch | None = None) -> Survey:
    """Read it once; ImportRefusedError where nothing of it can be used."""
    seen = Survey()
    for _ in seen.through(capture.read(watch)):
        pass
    return seen


def zone_unsaid(capture: Capture, seen: Survey) -> bool:
    """Whether it has times of day, and neither it nor anybody says in which zone."""
    said = seen.found.zone or capture.given.zone
    return bool(seen.entries) and seen.found.clocked and not said


def day_unsaid(capture: Capture, seen: Survey) -> bool:
    """Whether neither it nor anybody says on which day it was."""
    return bool(seen.entries) and not seen.found.dated and capture.given.start is None


def asked(capture: Capture, seen: Survey) -> list[str]:
    """What a person must still say before this can be stored: `--tz`, `--start`."""
    questions = []
    if zone_unsaid(capture, seen):
        questions.append("no time zone is named in it; say it: --tz Europe/London or --tz UTC")
    if day_unsaid(capture, seen):
        questions.append(
            "it does not say on which day; say when it began: --start 2026-01-15T14:00"
        )
    return questions


class UnsaidError(ImportRefusedError):
    """Somebody must say first what the source does not; waiting for more of it is no help."""


def refuse(capture: Capture, seen: Survey) -> None:
    """Raise ImportRefusedError where there is nothing to store, or something must be said first."""
    if seen.empty:
        why = f": {'; '.join(seen.told()[:3])}" if seen.skipped else ""
        raise ImportRefusedError(f"nothing in {capture.source.name or 'it'} can be imported{why}")
    if questions := asked(capture, seen):
        raise UnsaidError("; ".join(questions))


def importer(name: str, source: Source) -> Importer | CaptureImporter:
    """The format of that name, or the one that the source looks like."""
    if name != AUTO:
        found: Importer | CaptureImporter = plugins.load("importers", name)
        return found
    names = recognised(source)
    if not names:
        there = ", ".join(plugins.names("importers"))
        raise ImportRefusedError(f"its format cannot be told; name one of: {there}")
    return importer(names[0], source)


def recognised(source: Source) -> list[str]:
    """The formats that it looks like, the likeliest first; a broken plug-in is passed over."""
    head = source.head()
    found = []
    for name in plugins.names("importers"):
        try:
            loaded = plugins.load("importers", name)
            if isinstance(loaded, Importer):
                fits = b'"format":"incident-tui"' in head.replace(b'": "', b'":"')
            else:
                fits = loaded.sniff(source.name, head)
        except (NotFoundError, ValueError):
            continue
        if fits:
            found.append(name)
    return sorted(found, key=lambda name: _LAST.index(name) if name in _LAST else -1)


def _checked(captured: Captured) -> Captured:
    """The same with storable text; what has no possible time or no text is left out."""
    match captured:
        case CapturedEntry():
            text = storable(captured.text).strip()
            if not text:
                return Skipped(captured.line, "nothing is said in it")
            if captured.occurred_at < _EARLIEST:
                return Skipped(captured.line, "its time is before 1970")
            if (
                text is captured.text
                and captured.author.isprintable()
                and captured.external_ref.isprintable()
            ):
                return captured
            return msgspec.structs.replace(
                captured,
                text=text,
                author=storable(captured.author),
                external_ref=storable(captured.external_ref),
            )
        case CapturedAction() | CapturedAnswer():
            return msgspec.structs.replace(captured, text=storable(captured.text).strip())
        case Found():
            return msgspec.structs.replace(
                captured, title=" ".join(storable(captured.title).split())
            )
        case _:
            return captured
