"""The wizard knows where it stands from the record alone."""

import pytest

from incident_tui.domain import facts
from incident_tui.domain.incident import Severity
from incident_tui.domain.review_facts import ReviewerAsked, SignedOff
from incident_tui.postmortem.progress import OPTIONAL, StepState, missing, progress, resume
from incident_tui.postmortem.steps import STEPS
from tests.support.entries import entry
from tests.support.records import ANSWERS, CHECKOUT, STORY, record


def test_an_untouched_post_mortem_is_empty_and_starts_at_the_owner() -> None:
    empty = record([entry(1, facts.Declared("It burns", Severity.SEV2))])
    assert {p.state for p in progress(empty)} == {StepState.EMPTY}
    assert resume(empty).id == "owner"
    assert missing(empty) == (
        "Owner: name one person",
        "Timeline: star at least one entry",
        "Summary: not written yet",
        "Users affected: not written yet",
        "SLO: not written yet",
        "Business impact: not written yet",
        "Contributing factors: not written yet",
        "What went well: not written yet",
        "Action items: add at least one, with an owner and a due date",
    )


@pytest.mark.parametrize("severity", [Severity.SEV3, Severity.SEV4, Severity.SEV5])
def test_a_minor_one_is_asked_for_less(severity: Severity) -> None:
    minor = record([entry(1, facts.Declared("It smokes", severity))])
    assert missing(minor) == (
        "Owner: name one person",
        "Timeline: star at least one entry",
        "Summary: not written yet",
        "Users affected: not written yet",
        "Contributing factors: not written yet",
        "Action items: add at least one, with an owner and a due date",
    )
    assert {p.step.id for p in progress(minor) if p.note == OPTIONAL} == {"whys", "well"}


def test_a_complete_one_lacks_nothing_but_its_publication() -> None:
    complete = record(STORY, **ANSWERS)
    assert missing(complete) == ()
    assert resume(complete).id == "publish"
    assert {p.step.id for p in progress(complete) if p.state is not StepState.DONE} == {"publish"}


def test_a_published_one_is_done() -> None:
    out = record([*STORY, entry(40, facts.PostMortemPublished("00", "maria"))], **ANSWERS)
    assert {p.state for p in progress(out)} == {StepState.DONE}
    assert resume(out) is STEPS[-1]


@pytest.mark.parametrize(
    ("step", "state", "note"),
    [
        ("timeline", StepState.DONE, "4 of 15"),
        ("impact", StepState.PARTIAL, "2 of 5 missing"),
        ("well", StepState.PARTIAL, "1 of 3 missing"),
        ("actions", StepState.DONE, "1 open"),
        ("blameless", StepState.PARTIAL, "2 findings"),
        ("whys", StepState.EMPTY, OPTIONAL),
    ],
)
def test_notes_count_what_is_there(step: str, state: StepState, note: str) -> None:
    half = record(STORY, lucky="quiet", summary="human error", factors="ana forgot to look")
    (found,) = (p for p in progress(half) if p.step.id == step)
    assert (found.state, found.note) == (state, note)


@pytest.mark.parametrize("field", ["owner", "summary", "slo", "business", "factors", "well"])
def test_every_required_answer_refuses_publishing_when_it_is_gone(field: str) -> None:
    rest = {name: text for name, text in ANSWERS.items() if name != field}
    assert len(missing(record(STORY, **rest))) == 1


@pytest.mark.parametrize("field", ["whys", "poorly", "lucky", "review"])
def test_optional_answers_never_refuse(field: str) -> None:
    rest = {name: text for name, text in ANSWERS.items() if name != field}
    assert missing(record(STORY, **rest)) == ()


def test_blame_refuses_until_it_is_reworded_or_kept_with_a_reason() -> None:
    blaming = {**ANSWERS, "poorly": "human error"}
    assert missing(record(STORY, **blaming)) == (
        "Blameless: reword 1 finding, or write why the words stay",
    )
    assert missing(record(STORY, **blaming, blameless="quoted from the vendor")) == ()


def test_without_stars_it_goes_back_to_the_timeline() -> None:
    assert resume(record(CHECKOUT, **ANSWERS)).id == "timeline"


def test_a_review_is_done_when_everybody_who_was_asked_has_signed_off() -> None:
    asked = [*STORY, entry(40, ReviewerAsked("ana"))]
    (half,) = (p for p in progress(record(asked)) if p.step.id == "review")
    (done,) = (
        p for p in progress(record([*asked, entry(41, SignedOff("ana"))])) if p.step.id == "review"
    )
    assert (half.state, done.state) == (StepState.PARTIAL, StepState.DONE)
