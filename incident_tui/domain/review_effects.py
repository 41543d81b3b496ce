"""What the facts of a review do to the state."""

from collections.abc import Callable
from typing import Any, Final

from msgspec.structs import replace

from incident_tui.domain import review_facts as facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.review import Comment
from incident_tui.domain.state import IncidentState


def _on(state: IncidentState, **new: Any) -> IncidentState:
    return replace(state, review=replace(state.review, **new))


def _overridden(state: IncidentState, why: str) -> tuple[str, ...]:
    return (*state.review.overrides, why) if why else state.review.overrides


def _requested(
    state: IncidentState, entry: TimelineEntry, fact: facts.ReviewRequested
) -> IncidentState:
    overrides = _overridden(state, fact.override)
    return _on(state, requested_at=entry.occurred_at, returned=False, overrides=overrides)


def _returned(
    state: IncidentState, entry: TimelineEntry, fact: facts.ReviewReturned
) -> IncidentState:
    out = state.published is not None
    return _on(state, requested_at=None, closed_at=None, signed={}, returned=True, reopened=out)


def _reopened(
    state: IncidentState, entry: TimelineEntry, fact: facts.ReviewReopened
) -> IncidentState:
    """Who signed off agreed to what was published, not to what is written now."""
    at = entry.occurred_at
    return _on(state, requested_at=at, closed_at=None, signed={}, returned=False, reopened=True)


def _closed(
    state: IncidentState, entry: TimelineEntry, fact: facts.PostMortemClosed
) -> IncidentState:
    return _on(state, closed_at=entry.occurred_at, overrides=_overridden(state, fact.override))


def _asked(state: IncidentState, entry: TimelineEntry, fact: facts.ReviewerAsked) -> IncidentState:
    return _on(state, reviewers={**state.review.reviewers, fact.person: fact.circle})


def _signed(state: IncidentState, entry: TimelineEntry, fact: facts.SignedOff) -> IncidentState:
    return _on(state, signed={**state.review.signed, fact.person: entry.occurred_at})


def _commented(state: IncidentState, entry: TimelineEntry, fact: facts.Commented) -> IncidentState:
    said = Comment(entry.id, entry.seq, fact.step, fact.text, entry.author, entry.occurred_at)
    return _on(state, comments=(*state.review.comments, said))


def _settled(
    state: IncidentState, entry: TimelineEntry, fact: facts.CommentSettled
) -> IncidentState:
    comments = tuple(
        replace(said, settled=True, reason=fact.reason) if said.id == fact.target else said
        for said in state.review.comments
    )
    return _on(state, comments=comments)


def _begun(state: IncidentState, entry: TimelineEntry, fact: facts.MeetingBegun) -> IncidentState:
    return _on(state, meeting_at=entry.occurred_at, meeting_ended_at=None)


def _ended(state: IncidentState, entry: TimelineEntry, fact: facts.MeetingEnded) -> IncidentState:
    return _on(state, meeting_ended_at=entry.occurred_at)


def _attended(state: IncidentState, entry: TimelineEntry, fact: facts.Attended) -> IncidentState:
    there = dict.fromkeys((*state.review.attendees, fact.person))
    return _on(state, attendees=tuple(there))


REVIEW_EFFECTS: Final[
    dict[type[Fact], Callable[[IncidentState, TimelineEntry, Any], IncidentState]]
] = {
    facts.ReviewRequested: _requested,
    facts.ReviewReturned: _returned,
    facts.ReviewReopened: _reopened,
    facts.PostMortemClosed: _closed,
    facts.ReviewerAsked: _asked,
    facts.SignedOff: _signed,
    facts.Commented: _commented,
    facts.CommentSettled: _settled,
    facts.MeetingBegun: _begun,
    facts.MeetingEnded: _ended,
    facts.Attended: _attended,
}
