"""The facts of a review: who is asked, who agrees, what was said, how far the document has come."""

from enum import StrEnum
from typing import ClassVar, Final

from incident_tui.domain.fact import Fact


class Circle(StrEnum):
    """Those who were there read first; then those who were not."""

    FIRST = "first"
    WIDER = "wider"


class ReviewRequested(Fact, frozen=True):
    """The draft is in review; `override` is why a policy was set aside."""

    KIND: ClassVar[str] = "review-requested"
    override: str = ""


class ReviewReturned(Fact, frozen=True):
    """The document is a draft again, in review or published as it was."""

    KIND: ClassVar[str] = "review-returned"
    reason: str


class ReviewReopened(Fact, frozen=True):
    """What was published is in review again; the time of its first publication stands."""

    KIND: ClassVar[str] = "review-reopened"
    reason: str


class PostMortemClosed(Fact, frozen=True):
    """Nothing is left to follow up; `override` is why a policy was set aside."""

    KIND: ClassVar[str] = "postmortem-closed"
    override: str = ""


class ReviewerAsked(Fact, frozen=True):
    """A person is asked to read it."""

    KIND: ClassVar[str] = "reviewer"
    person: str
    circle: Circle = Circle.FIRST


class SignedOff(Fact, frozen=True):
    """A person has read it and agrees."""

    KIND: ClassVar[str] = "signed-off"
    person: str
    text: str = ""


class Commented(Fact, frozen=True):
    """A person has something to say about a step."""

    KIND: ClassVar[str] = "comment"
    step: str
    text: str


class CommentSettled(Fact, frozen=True):
    """What was said led to something, or was answered; `target` is the comment."""

    KIND: ClassVar[str] = "comment-settled"
    target: str
    reason: str = ""


class MeetingBegun(Fact, frozen=True):
    """The review meeting began."""

    KIND: ClassVar[str] = "meeting"


class MeetingEnded(Fact, frozen=True):
    """The review meeting is over."""

    KIND: ClassVar[str] = "meeting-ended"


class Attended(Fact, frozen=True):
    """A person was at the review meeting."""

    KIND: ClassVar[str] = "attended"
    person: str


REVIEW_FACTS: Final = (
    *(ReviewRequested, ReviewReturned, ReviewReopened, PostMortemClosed, ReviewerAsked),
    *(SignedOff, Commented, CommentSettled, MeetingBegun, MeetingEnded, Attended),
)
