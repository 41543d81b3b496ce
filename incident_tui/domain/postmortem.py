"""A post-mortem is prose: saved answers with a history, kept apart from the facts it speaks of."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

import msgspec

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.practice import PRACTICE, Practice
from incident_tui.domain.state import IncidentState
from incident_tui.domain.timeline import TimelineRow


class PostMortemStatus(StrEnum):
    """Where the document stands."""

    DRAFT = "Draft"
    IN_REVIEW = "In Review"
    PUBLISHED = "Published"
    CLOSED = "Closed"


class StepId(StrEnum):
    """The steps of the wizard, in order; comments name them, and so do commands."""

    OWNER = "owner"
    TIMELINE = "timeline"
    SUMMARY = "summary"
    IMPACT = "impact"
    WHYS = "whys"
    FACTORS = "factors"
    WELL = "well"
    ACTIONS = "actions"
    BLAMELESS = "blameless"
    REVIEW = "review"
    PUBLISH = "publish"


class PostMortem(msgspec.Struct, frozen=True):
    """The newest answer to each field, by field id; an absent one was never answered.

    `drafted` are those that are still as the record drew them up, with the entries they cite.
    """

    answers: Mapping[str, str] = {}
    drafted: Mapping[str, tuple[int, ...]] = {}

    def answer(self, field: str) -> str:
        """The answer without surrounding space, or an empty string."""
        return self.answers.get(field, "").strip()

    def lines(self, field: str) -> tuple[str, ...]:
        """The answer of a list field: one item a line, bullets and blank lines left out."""
        items = (line.strip().removeprefix("- ").strip() for line in self.answer(field).split("\n"))
        return tuple(item for item in items if item)


class IncidentRecord(msgspec.Struct, frozen=True):
    """All that an exporter, a step's prefill or a check may know about one incident.

    `rows` are the timeline; `entries` are every entry as it was recorded, corrections too.
    A brief speaks of the moment `as_of` (None: that of the last row), by the team's `practice`.
    """

    id: str
    number: int
    state: IncidentState
    rows: tuple[TimelineRow, ...]
    postmortem: PostMortem = PostMortem()
    entries: tuple[TimelineEntry, ...] = ()
    as_of: datetime | None = None
    practice: Practice = PRACTICE

    @property
    def spoken_of(self) -> datetime | None:
        """The moment of which a brief speaks, if there is anything to speak of."""
        return self.as_of or (self.rows[-1].occurred_at if self.rows else None)

    @property
    def name(self) -> str:
        """How people refer to it: `INC-42`."""
        return incident_name(self.number)

    @property
    def status(self) -> PostMortemStatus:
        """Each transition is a fact; whoever wrote reviewers down has begun the review too."""
        review = self.state.review
        if self.state.published is not None and not review.reopened:
            closed = review.closed_at is not None
            return PostMortemStatus.CLOSED if closed else PostMortemStatus.PUBLISHED
        noted = self.postmortem.answer("review") and not review.returned
        reviewed = review.requested_at is not None or noted
        return PostMortemStatus.IN_REVIEW if reviewed else PostMortemStatus.DRAFT


def incident_name(number: int) -> str:
    """`INC-42`."""
    return f"INC-{number}"
