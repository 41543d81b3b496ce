"""Corrections read in recording order; none of them, whatever it aims at, breaks the reading."""

from hypothesis import given, settings

from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Milestone
from incident_tui.domain.overlays import (
    CORRECTIONS,
    amended,
    out_of_sight,
    overlay_of,
    overlays,
    standing,
)
from incident_tui.domain.state import PLAIN, Link, Overlay
from tests.support.entries import at, entry, id_of, log
from tests.support.strategies import logs

NOTE = facts.Noted("error rate 7 %")


def _on_note(*corrections: Fact) -> Overlay:
    """What corrections say of entry 2; the first of them is entry 3."""
    return overlays(log(NOTE, *corrections)).get(id_of(2), PLAIN)


def test_an_entry_that_nobody_corrects_is_plain() -> None:
    assert overlays(log(NOTE)) == {}
    assert not any((PLAIN.retracted, PLAIN.amended, PLAIN.starred, PLAIN.redacted))


def test_the_newest_amendment_of_each_part_holds() -> None:
    overlay = _on_note(
        facts.Amended(id_of(2), text="17 %"),
        facts.Amended(id_of(2), occurred_at=at(1)),
        facts.Amended(id_of(2), text="27 %"),
    )
    assert overlay == Overlay(text="27 %", occurred_at=at(1))
    assert overlay.amended


def test_a_retracted_amendment_gives_the_earlier_wording_back() -> None:
    overlay = _on_note(
        facts.Amended(id_of(2), text="17 %"),
        facts.Amended(id_of(2), text="27 %"),
        facts.Retracted(id_of(4)),
    )
    assert overlay.text == "17 %"


def test_a_star_is_given_and_taken() -> None:
    star, unstar = facts.Starred(id_of(2)), facts.Unstarred(id_of(2))
    assert _on_note(star).starred
    assert not _on_note(star, unstar).starred
    assert _on_note(star, unstar, star).starred
    assert _on_note(star, unstar, facts.Retracted(id_of(4))).starred


def test_an_import_is_taken_back_and_brought_back_as_one() -> None:
    batch = id_of(4)
    entries = log(
        facts.Imported("rolled back", "chat", "ana", batch),
        facts.MilestoneMarked(Milestone.MITIGATED),
        facts.ImportCompleted("chat", entries=1, others=(id_of(3),)),
        facts.Retracted(batch, "wrong zone"),
    )
    line = entries[1]
    gone = fold(entries)
    assert Milestone.MITIGATED not in gone.milestones
    assert overlay_of(line, gone.overlays) == Overlay(retracted_by=id_of(5), reason="wrong zone")
    back = fold([*entries, entry(6, facts.Retracted(id_of(5)))])
    assert gone.withdrawn == {batch, id_of(3)}
    assert [out_of_sight(each, gone.withdrawn) for each in entries[1:4]] == [True, True, False]
    assert back.withdrawn == frozenset()
    assert Milestone.MITIGATED in back.milestones
    assert overlay_of(line, back.overlays) == PLAIN


def test_a_line_of_an_import_is_corrected_by_itself() -> None:
    entries = log(
        facts.Imported("rolled back", "chat", "ana", id_of(3)),
        facts.ImportCompleted("chat", entries=1),
        facts.Starred(id_of(2)),
        facts.Retracted(id_of(3)),
        facts.Retracted(id_of(2), "not ours"),
    )
    marks = overlays(entries)
    assert overlay_of(entries[1], marks) == Overlay(True, id_of(6), reason="not ours")
    assert overlay_of(entries[1], overlays(entries[:5])) == Overlay(True, id_of(5))


def test_evidence_adds_up_and_can_be_taken_back() -> None:
    first = facts.EvidenceAttached(id_of(2), "https://a.example/1", "before")
    second = facts.EvidenceAttached(id_of(2), "https://a.example/2")
    both = (Link("https://a.example/1", "before", at(3)), Link("https://a.example/2", "", at(4)))
    assert _on_note(first, second).evidence == both
    assert _on_note(first, second, facts.Retracted(id_of(3))).evidence == both[1:]


def test_a_redaction_takes_earlier_wordings_with_it() -> None:
    overlay = _on_note(facts.Amended(id_of(2), text="key"), facts.Redacted(id_of(2), "a token"))
    assert overlay == Overlay(redacted=True, reason="a token")


def test_a_retraction_says_by_what_and_why() -> None:
    overlay = _on_note(facts.Starred(id_of(2)), facts.Retracted(id_of(2), "wrong call"))
    assert overlay == Overlay(starred=True, retracted_by=id_of(4), reason="wrong call")


def test_the_first_retraction_is_known_again_when_the_second_is_taken_back() -> None:
    first, second = facts.Retracted(id_of(2), "one"), facts.Retracted(id_of(2), "two")
    assert _on_note(first, second).retracted_by == id_of(4)
    assert _on_note(first, second, facts.Retracted(id_of(4))).retracted_by == id_of(3)
    both = (first, second, facts.Retracted(id_of(4)), facts.Retracted(id_of(3)))
    assert not _on_note(*both).retracted


def test_retractions_of_each_other_and_of_themselves_are_read() -> None:
    assert not _on_note(facts.Retracted(id_of(3))).retracted
    ring = (facts.Retracted(id_of(4)), facts.Retracted(id_of(3)))
    assert not _on_note(*ring).retracted


def test_an_amendment_changes_wording_only_where_there_is_one() -> None:
    overlay = Overlay(text="new", occurred_at=at(9))
    noted = amended(entry(1, NOTE), overlay)
    assert (noted.fact, noted.occurred_at) == (facts.Noted("new"), at(9))
    marked = entry(1, facts.ActionItemDone("x"))
    assert amended(marked, overlay).fact == marked.fact
    assert amended(marked, PLAIN) == marked


@given(logs())
@settings(max_examples=40)
def test_what_stands_is_in_order_uncorrected_by_kind_and_not_retracted(
    entries: list[TimelineEntry],
) -> None:
    marks = overlays(entries)
    kept = standing(entries, marks)
    assert kept == sorted(kept, key=lambda e: (e.occurred_at, e.seq))
    assert not any(isinstance(e.fact, CORRECTIONS) for e in kept)
    gone = {target for target, overlay in marks.items() if overlay.retracted}
    there = {e.id for e in entries if not isinstance(e.fact, CORRECTIONS)}
    assert {e.id for e in kept} == there - gone
