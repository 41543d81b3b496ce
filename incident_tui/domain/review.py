"""How far a post-mortem has come with its readers is read off the facts."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from incident_tui.domain.review_facts import Circle


class Comment(msgspec.Struct, frozen=True):
    """What somebody said about a step; `seq` is its entry's number."""

    id: str
    seq: int
    step: str
    text: str
    author: str
    at: datetime
    settled: bool = False
    reason: str = ""


class Review(msgspec.Struct, frozen=True):
    """Reviewers by circle, sign-offs by person, comments, and the meeting.

    It was `returned` if a person made it a draft again, `reopened` if it had been published before
    that or before it went into review again.
    """

    requested_at: datetime | None = None
    returned: bool = False
    reopened: bool = False
    closed_at: datetime | None = None
    reviewers: Mapping[str, Circle] = {}
    signed: Mapping[str, datetime] = {}
    comments: tuple[Comment, ...] = ()
    meeting_at: datetime | None = None
    meeting_ended_at: datetime | None = None
    attendees: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()

    @property
    def open_comments(self) -> tuple[Comment, ...]:
        """What nobody has answered yet."""
        return tuple(comment for comment in self.comments if not comment.settled)

    @property
    def meeting(self) -> bool:
        """Whether the meeting is under way."""
        return self.meeting_at is not None and self.meeting_ended_at is None

    @property
    def unsigned(self) -> tuple[str, ...]:
        """Reviewers who have not signed off, the first circle in front."""
        waiting = [person for person in self.reviewers if person not in self.signed]
        return tuple(sorted(waiting, key=lambda person: self.reviewers[person] is Circle.WIDER))
