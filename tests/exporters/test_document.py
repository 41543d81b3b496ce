"""The document has its required sections always, and says what is missing instead of hiding it."""

import pytest

from incident_tui.domain import facts
from incident_tui.domain.incident import Severity
from incident_tui.domain.learning_facts import RecurrenceConfirmed, RecurrenceRejected
from incident_tui.exporters.composition import document
from incident_tui.exporters.document import Absent, Detail, Details, Events, Items, Section
from tests.support.entries import at, entry, log
from tests.support.records import ANSWERS, STORY, record


def test_an_empty_record_says_what_is_missing() -> None:
    page = document(record())
    assert page.title == "INC-42"
    assert [section.heading for section in page.sections] == [
        *("Summary", "Impact", "Timeline (UTC)"),
        *("Contributing factors", "Action items"),
    ]
    missing = [s.block.sentence for s in page.sections if isinstance(s.block, Absent)]
    assert missing == [
        *("Not written yet.", "No entry is starred yet."),
        *("Not written yet.", "No action item yet."),
    ]
    assert page.details[2] == Detail("Owner", "not named yet", absent=True)


@pytest.mark.parametrize("severity", [Severity.SEV1, Severity.SEV3])
def test_a_minor_one_is_told_short_and_leaves_out_nothing_that_was_written(
    severity: Severity,
) -> None:
    minor = severity is Severity.SEV3
    changed = entry(30, facts.SeverityChanged(Severity.SEV2, severity))
    told = document(record([*STORY, changed], **ANSWERS)).sections
    headings = {section.heading for section in told}
    assert {"What went well", "What went poorly", "5 Whys", "Links"} <= headings
    assert headings.isdisjoint({"Roles", "Decisions"}) is minor
    assert ("What went well" in {s.heading for s in _unwritten(severity)}) is not minor


def _unwritten(severity: Severity) -> tuple[Section, ...]:
    return document(record([entry(1, facts.Declared("x", severity))])).sections


def test_details_that_are_badges_have_a_tone() -> None:
    tones = {detail.label: detail.tone for detail in document(record(STORY, **ANSWERS)).details}
    assert tones == {"Date": "", "Severity": "red", "Owner": "", "Status": "yellow"}


def test_impact_is_reckoned_once_for_every_format() -> None:
    block = document(record(STORY, **ANSWERS)).sections[1].block
    assert isinstance(block, Details)
    assert block.details[1] == Detail("Duration", "57 min")
    assert block.details[2].text.startswith("6.6% of the 30-day budget")


def test_events_bring_their_proof() -> None:
    block = document(record(STORY, **ANSWERS)).sections[2].block
    assert isinstance(block, Events)
    assert [event.at for event in block.events] == [at(4), at(8), at(20), at(57)]
    assert [proof.url for proof in block.events[2].evidence] == ["https://ci.example/411"]


def test_a_confirmed_recurrence_is_part_of_the_document() -> None:
    told = (
        RecurrenceConfirmed("b", 17, "disk full"),
        RecurrenceConfirmed("a", 9),
        RecurrenceRejected("c", 3, "another cause"),
    )
    found = {s.heading: s.block for s in document(record(log(*told))).sections}
    assert found["Seen before"] == Items(("INC-9", "INC-17: disk full"))
    assert "Seen before" not in {s.heading for s in document(record(log())).sections}
