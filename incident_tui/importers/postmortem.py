"""An existing post-mortem is read as it stands: its timeline, its follow-ups and its sections.

What it says of severity and of roles is offered, since others decided it elsewhere.
"""

import re
from collections.abc import Iterator
from datetime import UTC
from typing import BinaryIO, Final

from incident_tui.importers.format import (
    Captured,
    CapturedAction,
    CapturedAnswer,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    ImportRefusedError,
    Skipped,
    Suggestion,
)
from incident_tui.importers.lines import head_of, numbered
from incident_tui.importers.references import References
from incident_tui.postmortem.reading.answers import answers
from incident_tui.postmortem.reading.document import Document
from incident_tui.postmortem.reading.document import read as read_document
from incident_tui.postmortem.reading.headings import Family
from incident_tui.postmortem.reading.lines import Kind, lines
from incident_tui.postmortem.reading.sections import sections
from incident_tui.postmortem.reading.timeline import Entry

MOST: Final = 8 * 1024 * 1024
"""Characters of a document; nobody reads a longer post-mortem."""
_ANSWERED: Final = frozenset(
    {
        *(
            Family.SUMMARY,
            Family.IMPACT,
            Family.TIMELINE,
            Family.CAUSES,
            Family.WELL,
            Family.POORLY,
        ),
        *(Family.LUCKY, Family.WHYS, Family.ACTIONS, Family.OTHER, Family.FIGURES),
    }
)
_ROLES: Final = (
    ("ic", r"(?:incident )?commander|ic|incident lead|incident manager"),
    ("deputy", r"deputy"),
    ("scribe", r"scribe"),
    ("comms", r"comm(?:s|unications?) lead|comms"),
)
_SIGNS: Final = frozenset(
    {
        Family.TIMELINE,
        Family.ACTIONS,
        Family.CAUSES,
        Family.WELL,
        Family.POORLY,
        Family.IMPACT,
        Family.SUMMARY,
        Family.LUCKY,
        Family.WHYS,
    }
)


def sniff(name: str, head: bytes) -> bool:
    """Whether it has headings of a post-mortem; in Markdown that of a timeline is enough."""
    text = head_of(head)
    if text.lstrip()[:1] == "{":
        return False
    found = {s.family for s in sections(lines(text)) if s.line} & _SIGNS
    if Family.TIMELINE in found and name.lower().endswith((".md", ".markdown", ".qmd", ".erb")):
        return True
    return len(found) >= (2 if Family.TIMELINE in found else 3)


def read(file: BinaryIO, given: Given) -> Iterator[Captured]:
    """What the document holds, in the order of its lines within each kind."""
    text = _text(file)
    start = given.start.astimezone(given.zone or UTC).date() if given.start else None
    document = read_document(text, given.name, start)
    found_answers = list(answers(document.sections, document.about.details))
    if not (document.entries or document.actions or found_answers):
        raise ImportRefusedError(
            "no timeline, action item or section of a post-mortem is in it; head them as "
            "## Timeline, ## Action items, ## Summary"
        )
    yield from _entries(document, given)
    yield from _actions(document)
    yield from (CapturedAnswer(each.line, each.field, each.text) for each in found_answers)
    yield from _suggestions(document)
    yield from (Skipped(each.line, each.reason) for each in document.undated)
    yield from _left_out(document)
    yield _found(document)


def _text(file: BinaryIO) -> str:
    told: list[str] = []
    size = 0
    for _, line in numbered(file):
        told.append(line)
        size += len(line) + 1
        if size > MOST:
            raise ImportRefusedError(
                f"it is longer than {MOST >> 20} MiB; import a smaller part of it"
            )
    return "\n".join(told)


def _found(document: Document) -> Found:
    named = {entry.zone.name for entry in document.entries if entry.zone is not None}
    zoned = all(entry.zone is not None for entry in document.entries)
    about = document.about
    name = about.zone.name if about.zone is not None else next(iter(sorted(named)), None)
    dated = all(entry.dated for entry in document.entries)
    return Found(name if zoned else None, about.title, dated=dated, severity=about.severity)


def _entries(document: Document, given: Given) -> Iterator[CapturedEntry]:
    references = References("postmortem")
    for entry in document.entries:
        at = entry.at
        if entry.zone is None and given.zone is not None:
            at = entry.local.replace(tzinfo=given.zone).astimezone(UTC)
        text = entry.text or _milestone_text(entry)
        reference = references.of("entry", entry.local.isoformat(), text)
        yield CapturedEntry(
            entry.line, at, text, reference, entry.author, entry.milestone, starred=True
        )


def _milestone_text(entry: Entry) -> str:
    return str(entry.milestone) if entry.milestone else "(no text)"


def _actions(document: Document) -> Iterator[CapturedAction]:
    references = References("postmortem")
    for item in document.actions:
        reference = references.of("action", item.text)
        yield CapturedAction(
            item.line, item.text, reference, item.owner, item.due, item.done, item.kind
        )


def _suggestions(document: Document) -> Iterator[Suggestion]:
    if severity := document.about.severity:
        yield Suggestion(None, "severity", f"Severity {severity.name}", f"/sev {int(severity)}")
    for line, label, said in document.about.details:
        for role, known in _ROLES:
            if re.fullmatch(known, label, re.IGNORECASE) and (who := _handle(said)):
                yield Suggestion(line, "role", f"{label}: {said}", f"/{role} @{who}")


def _handle(said: str) -> str:
    """One person as people are written here, or nothing where it is none or several."""
    found = re.fullmatch(r"@?([A-Za-z][\w.-]*)(?: [A-Z][\w.-]*)?", said.strip())
    return said.strip().removeprefix("@").replace(" ", ".").lower() if found else ""


def _left_out(document: Document) -> Iterator[Skipped]:
    """The sections with text for which there is no field, and are no part of what was read."""
    told = {entry.line for entry in document.entries}
    for section in document.sections:
        held = [line for line in section.lines if line.kind is not Kind.BLANK]
        whose = section.label and section.family is Family.PEOPLE
        if (
            section.family in _ANSWERED
            or whose
            or not held
            or any(line.number in told for line in held)
        ):
            continue
        yield Skipped(section.line, f"no field of the post-mortem is for “{section.heading}”")


IMPORTER: Final = CaptureImporter(
    "postmortem", "A post-mortem (Markdown)", sniff, read, declares=True
)
