"""A transition is refused with what is missing, by the policy of the severity."""

import pytest
from msgspec.structs import replace

from incident_tui.domain import facts
from incident_tui.domain.actions import ActionItem
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import Priority, Severity
from incident_tui.domain.policy import POLICIES, REQUIREMENTS, Policy, read_requirement
from incident_tui.domain.postmortem import IncidentRecord, PostMortemStatus
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.review_facts import (
    Circle,
    Commented,
    CommentSettled,
    MeetingBegun,
    MeetingEnded,
    PostMortemClosed,
    ReviewerAsked,
    ReviewReopened,
    ReviewRequested,
    ReviewReturned,
    SignedOff,
)
from incident_tui.postmortem.policies import Return, Transition, back, onward, refusals
from incident_tui.postmortem.progress import missing
from tests.support.entries import entry, id_of
from tests.support.records import ANSWERS, STORY, record

LAST = len(STORY)


def after(*more: Fact, **answers: str) -> IncidentRecord:
    made = [entry(LAST + n, fact, minutes=100 + n) for n, fact in enumerate(more, 1)]
    return record([*STORY, *made], **(answers or {**ANSWERS, "review": ""}))


def asks(known: IncidentRecord, *wanted: str, points: int = 90) -> tuple[str, ...]:
    """What is missing where the policy asks for just that."""
    policies = {**POLICIES, known.state.severity: Policy(publish=wanted)}
    known = replace(known, practice=replace(PRACTICE, policies=policies))
    return refusals(known, Transition.PUBLISH, lambda _: points)


def test_where_it_goes_depends_on_where_it_is() -> None:
    published = (ReviewRequested(), facts.PostMortemPublished("ab" * 32))
    for more, status, ways in (
        ((), PostMortemStatus.DRAFT, (Transition.PUBLISH, Transition.REVIEW)),
        (published[:1], PostMortemStatus.IN_REVIEW, (Transition.PUBLISH,)),
        (published, PostMortemStatus.PUBLISHED, (Transition.CLOSE, Transition.PUBLISH)),
        ((*published, PostMortemClosed()), PostMortemStatus.CLOSED, ()),
        (
            (ReviewRequested(), ReviewReturned("too early")),
            PostMortemStatus.DRAFT,
            (Transition.PUBLISH, Transition.REVIEW),
        ),
    ):
        known = after(*more)
        assert (known.status, onward(known)) == (status, ways)


@pytest.mark.parametrize("closed", [(), (PostMortemClosed(),)])
def test_what_went_out_is_opened_again_and_the_first_time_stands(closed: tuple[Fact, ...]) -> None:
    first = facts.PostMortemPublished("ab" * 32, "maria")
    out = (SignedOff("ana"), first, *closed)
    assert back(after()) == ()
    assert back(after(ReviewRequested())) == (Return.DRAFT,)
    assert back(after(*out)) == (Return.REVIEW, Return.DRAFT)
    for fact, status in (
        (ReviewReopened("the duration is wrong"), PostMortemStatus.IN_REVIEW),
        (ReviewReturned("the duration is wrong"), PostMortemStatus.DRAFT),
    ):
        again = after(*out, fact)
        assert again.status is status
        assert Transition.PUBLISH in onward(again)
        assert again.state.review.signed == {}
        assert missing(again) == ()
        once_more = after(*out, fact, facts.PostMortemPublished("cd" * 32, "maria"))
        assert once_more.status is PostMortemStatus.PUBLISHED
        for known in (again, once_more):
            published = known.state.published
            assert published is not None
            assert published.at == entry(LAST + 2, first, minutes=102).occurred_at


def test_a_draft_again_stays_one_although_the_review_left_notes() -> None:
    noted = {**ANSWERS, "review": "ana, li"}
    assert after(**noted).status is PostMortemStatus.IN_REVIEW
    assert after(ReviewReturned("too early"), **noted).status is PostMortemStatus.DRAFT


@pytest.mark.parametrize(
    ("wanted", "before", "more"),
    [
        ("signoffs:2", "2 more people have to sign off", (SignedOff("ana"), SignedOff("li"))),
        ("signoffs:1", "1 more person has to sign off", (SignedOff("ana"),)),
        ("meeting-held", "the meeting has not been held", (MeetingBegun(), MeetingEnded())),
        ("high-actions-done", "finish or decline A1", (facts.ActionItemDone(id_of(11)),)),
        ("actions-done", "finish or decline A1", (facts.ActionItemDeclined(id_of(11), "x"),)),
        (
            "actions-checked",
            "how we will know that A1 worked",
            (facts.ActionItemChanged(id_of(11), success="a test deploy fails"),),
        ),
    ],
)
def test_each_requirement_says_what_is_missing_until_it_is_there(
    wanted: str, before: str, more: tuple[Fact, ...]
) -> None:
    [sentence] = asks(after(), wanted)
    assert before in sentence
    assert asks(after(*more), wanted) == ()


def test_comments_and_reviewers_are_named() -> None:
    said = Commented("factors", "is that all?")
    assert asks(after(said), "comments-settled") == (
        f"Review: settle the comment #{LAST + 1} on factors, “is that all?”",
    )
    assert asks(after(said, CommentSettled(id_of(LAST + 1))), "comments-settled") == ()
    waiting = (ReviewerAsked("li", Circle.WIDER), ReviewerAsked("ana"))
    assert asks(after(*waiting), "reviewers-signed") == (
        "Review: @ana has not signed off",
        "Review: @li has not signed off",
    )


def test_a_score_and_findings_and_completeness_can_be_asked_for() -> None:
    assert asks(after(), "score:85", points=72) == ("Score: 72 of 85 points",)
    assert asks(after(), "score:85") == ()
    assert asks(after(), "no-findings", "complete") == ()
    blaming = after(**{**ANSWERS, "poorly": "It was human error"})
    assert asks(blaming, "no-findings") == ("Blameless: reword 1 finding",)
    assert len(asks(after(**{**ANSWERS, "summary": ""}), "complete")) == 1


@pytest.mark.parametrize("raw", ["signoffs", "signoffs:0", "score", "complete:2", "", "beauty"])
def test_what_is_no_requirement_is_refused_with_what_there_is(raw: str) -> None:
    with pytest.raises(ValueError, match="use one of complete, "):
        read_requirement(raw)


def test_every_built_in_policy_can_be_read() -> None:
    for policy in POLICIES.values():
        for raw in (*policy.review, *policy.publish, *policy.close):
            assert read_requirement(raw)[0] in {name.partition(":")[0] for name in REQUIREMENTS}
    assert "high-actions-done" in POLICIES[Severity.SEV1].close
    assert ActionItem("a", 1, "x", STORY[0].occurred_at, priority=Priority.HIGH).label == "A1"
