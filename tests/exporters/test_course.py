"""What the SRE book tells apart is told of the record, and costs nothing on the way back in."""

from io import BytesIO

from msgspec.structs import replace

from incident_tui.domain.call_facts import TaskAssigned, TaskClosed
from incident_tui.domain.decision_facts import Verified
from incident_tui.domain.incident import Severity, TaskOutcome
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.template import TEMPLATES
from incident_tui.exporters import course, markdown
from incident_tui.exporters.composition import document
from incident_tui.exporters.document import Items
from incident_tui.importers.format import CapturedAction, CapturedAnswer, CapturedEntry, Given
from incident_tui.importers.postmortem import IMPORTER
from tests.support.entries import entry, id_of
from tests.support.records import ANSWERS, STORY, record

_SRE = replace(PRACTICE, templates=dict.fromkeys(Severity, TEMPLATES["sre-book"]))
_HELP = [
    entry(30, TaskAssigned("drain the pool", "jo"), minutes=25),
    entry(31, TaskClosed(id_of(30), TaskOutcome.HELPED), minutes=30),
    entry(32, Verified(id_of(7), "errors fell to 0"), minutes=40),
]


def test_an_empty_record_has_nothing_to_tell_apart() -> None:
    empty = record()
    assert [course.authors(empty), course.detection(empty), course.resolution(empty)] == [None] * 3


def test_the_record_says_who_wrote_it_how_it_was_found_and_what_ended_it() -> None:
    known = record([*STORY, *_HELP], **ANSWERS)
    assert course.authors(known) == Items(("maria",))
    assert course.detection(known) == Items(
        (
            "Detected on 2026-01-15 at 14:04 UTC, 4 min after it started",
            "Acknowledged on 2026-01-15 at 14:06 UTC, 2 min after detection",
        )
    )
    ended = course.resolution(known)
    assert ended is not None
    assert ended.texts[1:] == (
        "Resolved on 2026-01-15 at 14:57 UTC, 57 min after it started",
        "Verified: roll back to 411 (errors fell to 0)",
        "Helped: drain the pool",
    )


def test_only_a_template_that_names_them_tells_them() -> None:
    plain = record([*STORY, *_HELP], **ANSWERS)
    new = {"Authors", "Detection", "Resolution"}
    assert new.isdisjoint(section.heading for section in document(plain).sections)
    told = [section.heading for section in document(replace(plain, practice=_SRE)).sections]
    assert new <= set(told)


def test_it_comes_back_in_as_if_it_had_been_told_in_the_usual_order() -> None:
    plain = record([*STORY, *_HELP], **ANSWERS)
    assert _read(replace(plain, practice=_SRE)) == _read(plain)


def _read(known: IncidentRecord) -> set[tuple[object, ...]]:
    """What an import makes of its document, whatever lines it stands on."""
    captured = IMPORTER.read(BytesIO(markdown.render(known).encode()), Given())
    found: set[tuple[object, ...]] = set()
    for each in captured:
        match each:
            case CapturedAnswer():
                found.add((each.field, each.text))
            case CapturedEntry():
                found.add((each.occurred_at, each.text, each.milestone))
            case CapturedAction():
                found.add((each.text, each.owner, each.due))
            case _:
                pass
    return found
