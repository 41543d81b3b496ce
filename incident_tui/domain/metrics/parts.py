"""Each figure is one sum over the incidents that were resolved in the window."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

import msgspec

from incident_tui.domain.metrics.figures import Numbers, Share, Spread, Waiting, spread, waiting
from incident_tui.domain.metrics.measured import HOUR, SECOND, Measured, numbers

WITHIN_HOURS: Final = 48


class FollowUps(msgspec.Struct, frozen=True):
    """Action items: declined ones do not count as created; those without a date are never late."""

    created: int
    done: int
    declined: int
    open: int
    overdue: int
    stale: int
    completion: Share
    on_time: Share
    overdue_in: Numbers = ()
    stale_in: Numbers = ()


class Completion(msgspec.Struct, frozen=True):
    """Post-mortems, in hours from the last resolve to the first publication."""

    published: int
    hours: Waiting
    within: Share


class Milestones:
    """Seconds between milestones, of those incidents that have both; each when it is asked for.

    A beginning nobody knows is the declaration. What runs backwards is left out.
    """

    def __init__(self, incidents: Sequence[Measured]) -> None:
        self._incidents = incidents

    @cached_property
    def detect(self) -> Spread:
        """From the start to the detection."""
        return _distances(
            [
                (i.number, i.detected_at - i.started_at)
                for i in self._incidents
                if i.detected_at is not None and i.started_at is not None
            ]
        )

    @cached_property
    def acknowledge(self) -> Spread:
        """From the detection to the acknowledgement."""
        return _distances(
            [
                (i.number, i.acknowledged_at - i.detected_at)
                for i in self._incidents
                if i.acknowledged_at is not None and i.detected_at is not None
            ]
        )

    @cached_property
    def mitigate(self) -> Spread:
        """From the beginning to the mitigation."""
        return _distances(
            [
                (i.number, i.mitigated_at - began(i))
                for i in self._incidents
                if i.mitigated_at is not None
            ]
        )

    @cached_property
    def resolve(self) -> Spread:
        """From the beginning to the last resolve."""
        return _distances(
            [
                (i.number, i.resolved_at - began(i))
                for i in self._incidents
                if i.resolved_at is not None
            ]
        )


def follow_ups(incidents: Sequence[Measured]) -> FollowUps:
    """Done of what was created and not declined; on time of what was due."""
    created = sum([i.created for i in incidents])
    done = sum([i.done for i in incidents])
    declined = sum([i.declined for i in incidents])
    overdue = sum([i.overdue for i in incidents])
    late = [i for i in incidents if i.overdue or i.timely < i.done_dated]
    dated = sum([i.done_dated for i in incidents])
    return FollowUps(
        created=created,
        done=done,
        declined=declined,
        open=created - done - declined,
        overdue=overdue,
        stale=sum([i.stale for i in incidents]),
        completion=Share(
            done,
            created - declined,
            numbers([i for i in incidents if i.created > i.declined]),
            numbers([i for i in incidents if i.open]),
        ),
        on_time=Share(
            sum([i.timely for i in incidents]),
            dated + overdue,
            numbers([i for i in incidents if i.done_dated or i.overdue]),
            numbers(late),
        ),
        overdue_in=numbers([i for i in incidents if i.overdue]),
        stale_in=numbers([i for i in incidents if i.stale]),
    )


def completion(incidents: Sequence[Measured], as_of: int) -> Completion:
    """An open post-mortem has waited until `as_of`; one of under 48 hours is not late yet."""
    done = [(i, publishing_hours(i)) for i in incidents if i.published_at is not None]
    open_ = [(i, (as_of - (i.resolved_at or 0)) / HOUR) for i in incidents if not i.published_at]
    overdue = [i for i, hours in open_ if hours > WITHIN_HOURS]
    slow = [i for i, hours in done if hours > WITHIN_HOURS]
    known = [i for i, _ in done] + overdue
    return Completion(
        published=len(done),
        hours=waiting(
            [hours for _, hours in done],
            [hours for _, hours in open_],
            numbers([i for i, _ in done]),
            numbers([i for i, _ in open_]),
        ),
        within=Share(len(done) - len(slow), len(known), numbers(known), numbers(slow + overdue)),
    )


def publishing_hours(incident: Measured) -> float:
    """From the last resolve to the first publication; what was out before it took no time."""
    took = (incident.published_at or 0) - (incident.resolved_at or 0)
    return max(took, 0) / HOUR


def began(incident: Measured) -> int:
    """When it started, else when it was declared."""
    return incident.declared_at if incident.started_at is None else incident.started_at


def kept(incidents: Sequence[Measured]) -> Share:
    """Update clocks that were met, of those that came to be due."""
    return Share(
        sum([i.kept for i in incidents]),
        sum([i.clocks for i in incidents]),
        numbers([i for i in incidents if i.clocks]),
        numbers([i for i in incidents if i.kept < i.clocks]),
    )


def _distances(known: Sequence[tuple[int, int]]) -> Spread:
    """The spread of microseconds by incident, in seconds."""
    forwards = [(number, apart) for number, apart in known if apart >= 0]
    return spread(
        [apart / SECOND for _, apart in forwards], tuple([number for number, _ in forwards])
    )
