"""What one fact does to the state: a small function a kind, looked up by type."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, Final

from msgspec.structs import replace

from incident_tui.domain import action_facts, facts
from incident_tui.domain.actions import ActionItem, ActionStatus
from incident_tui.domain.call_effects import CALL_EFFECTS
from incident_tui.domain.decision_effects import DECISION_EFFECTS, with_decision
from incident_tui.domain.decisions import Decision
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import COMMANDER, Milestone, Status
from incident_tui.domain.learning_effects import LEARNING_EFFECTS
from incident_tui.domain.privacy_facts import MadePrivate, PrivacyLifted
from incident_tui.domain.program_effects import PROGRAM_EFFECTS
from incident_tui.domain.review_effects import REVIEW_EFFECTS
from incident_tui.domain.role_facts import CommandTaken
from incident_tui.domain.state import (
    HandOver,
    IncidentState,
    Link,
    Publication,
    RoleAssignment,
)


def apply(state: IncidentState, entry: TimelineEntry) -> IncidentState:
    """The state after one more standing fact; a kind that bears no state changes nothing."""
    effect = _EFFECTS.get(type(entry.fact))
    return effect(state, entry, entry.fact) if effect else state


def action_added(
    state: IncidentState, entry: TimelineEntry, fact: facts.ActionItemAdded, number: int
) -> IncidentState:
    """The state with a new action item; its number counts over the whole log, so it is given."""
    item = ActionItem(
        entry.id,
        number,
        fact.text,
        entry.occurred_at,
        owner=fact.owner,
        due=fact.due,
        priority=fact.priority,
        kind=fact.kind,
        factor=fact.factor,
        success=fact.success,
        origin=fact.origin,
    )
    at = bisect_right([a.number for a in state.actions], number)
    return replace(state, actions=(*state.actions[:at], item, *state.actions[at:]))


def decision_made(
    state: IncidentState, entry: TimelineEntry, fact: facts.DecisionMade, number: int
) -> IncidentState:
    """The state with a decision that nobody had to ask about: it is carried at once."""
    made = Decision(entry.id, number, entry.seq, fact.text, fact.executor, entry.occurred_at)
    return with_decision(state, replace(made, carried_at=entry.occurred_at))


def _declared(state: IncidentState, entry: TimelineEntry, fact: facts.Declared) -> IncidentState:
    reached = {Milestone.DETECTED: entry.occurred_at}
    if fact.started_at is not None:
        reached[Milestone.STARTED] = fact.started_at
    return replace(
        state,
        title=fact.title,
        service=fact.service,
        severity=fact.severity,
        declared_at=entry.occurred_at,
        severities=((entry.occurred_at, fact.severity),),
        milestones={**reached, **state.milestones},
    )


def _severity(
    state: IncidentState, entry: TimelineEntry, fact: facts.SeverityChanged
) -> IncidentState:
    history = (*state.severities, (entry.occurred_at, fact.after))
    return replace(state, severity=fact.after, severities=history)


def _status(state: IncidentState, entry: TimelineEntry, fact: facts.StatusChanged) -> IncidentState:
    reached = dict(state.milestones)
    resolved_at, reopened_at = state.resolved_at, state.reopened_at
    slowed_at = state.slowed_at
    if fact.after is Status.RESOLVED:
        reached[Milestone.RESOLVED] = resolved_at = entry.occurred_at
    elif state.status is Status.RESOLVED:
        reached.pop(Milestone.RESOLVED, None)
        resolved_at, reopened_at, slowed_at = None, entry.occurred_at, None
    if fact.after is Status.MONITORING:
        reached.setdefault(Milestone.MITIGATED, entry.occurred_at)
    if fact.after is Status.IDENTIFIED and fact.reason:
        state = replace(state, cause=fact.reason)
    state = replace(state, resolved_at=resolved_at, reopened_at=reopened_at, slowed_at=slowed_at)
    return replace(state, status=fact.after, milestones=reached)


def _role(state: IncidentState, entry: TimelineEntry, fact: facts.RoleAssigned) -> IncidentState:
    roles = {**state.roles, fact.role: RoleAssignment(fact.person, entry.occurred_at)}
    reached = state.milestones
    if fact.role == COMMANDER and Milestone.ACKNOWLEDGED not in reached:
        reached = {**reached, Milestone.ACKNOWLEDGED: entry.occurred_at}
    if fact.role == COMMANDER and fact.previous:
        change = HandOver(fact.person, fact.previous, entry.occurred_at)
        state = replace(state, handover=change)
    return replace(state, roles=roles, milestones=reached)


def _command_taken(state: IncidentState, entry: TimelineEntry, fact: CommandTaken) -> IncidentState:
    change = state.handover
    if change is None or change.person != fact.person:
        return state
    return replace(state, handover=replace(change, taken_at=entry.occurred_at))


def _role_released(
    state: IncidentState, entry: TimelineEntry, fact: facts.RoleReleased
) -> IncidentState:
    roles = {role: held for role, held in state.roles.items() if role != fact.role}
    return replace(state, roles=roles, vacated={**state.vacated, fact.role: entry.occurred_at})


def _link(state: IncidentState, entry: TimelineEntry, fact: facts.LinkAdded) -> IncidentState:
    return replace(state, links=(*state.links, Link(fact.url, fact.text, entry.occurred_at)))


def _impact(
    state: IncidentState, entry: TimelineEntry, fact: facts.ImpactRecorded
) -> IncidentState:
    return replace(state, impact={**state.impact, **fact.measures})


def _milestone(
    state: IncidentState, entry: TimelineEntry, fact: facts.MilestoneMarked
) -> IncidentState:
    return replace(state, milestones={**state.milestones, fact.milestone: entry.occurred_at})


def _title(state: IncidentState, entry: TimelineEntry, fact: facts.TitleChanged) -> IncidentState:
    return replace(state, title=fact.after)


def _private(state: IncidentState, entry: TimelineEntry, fact: MadePrivate) -> IncidentState:
    return replace(state, members=fact.people)


def _lifted(state: IncidentState, entry: TimelineEntry, fact: PrivacyLifted) -> IncidentState:
    return replace(state, members=())


def _published(
    state: IncidentState, entry: TimelineEntry, fact: facts.PostMortemPublished
) -> IncidentState:
    first = state.published.at if state.published else entry.occurred_at
    overrides = (*state.review.overrides, *([fact.override] if fact.override else []))
    review = replace(state.review, closed_at=None, reopened=False, overrides=overrides)
    published = Publication(first, fact.owner, fact.digest)
    return replace(state, published=published, review=review)


def _on_action(state: IncidentState, action: str, **new: Any) -> IncidentState:
    return replace(
        state, actions=tuple(replace(a, **new) if a.id == action else a for a in state.actions)
    )


def _action_changed(
    state: IncidentState, entry: TimelineEntry, fact: facts.ActionItemChanged
) -> IncidentState:
    given = {"text": fact.text, "owner": fact.owner, "due": fact.due}
    given |= {"priority": fact.priority, "kind": fact.kind}
    given |= {"factor": fact.factor, "success": fact.success}
    return _on_action(state, fact.action, **{k: v for k, v in given.items() if v is not None})


def _action_done(
    state: IncidentState, entry: TimelineEntry, fact: facts.ActionItemDone
) -> IncidentState:
    return _on_action(
        state, fact.action, status=ActionStatus.DONE, reason="", closed_at=entry.occurred_at
    )


def _action_declined(
    state: IncidentState, entry: TimelineEntry, fact: facts.ActionItemDeclined
) -> IncidentState:
    return _on_action(
        state,
        fact.action,
        status=ActionStatus.DECLINED,
        reason=fact.reason,
        closed_at=entry.occurred_at,
    )


def _dismissed(
    state: IncidentState, entry: TimelineEntry, fact: action_facts.SuggestionDismissed
) -> IncidentState:
    return replace(state, dismissed={**state.dismissed, fact.suggestion: fact.reason})


_Effect = Callable[[IncidentState, TimelineEntry, Any], IncidentState]
_EFFECTS: Final[dict[type[Fact], _Effect]] = {
    **CALL_EFFECTS,
    **REVIEW_EFFECTS,
    **LEARNING_EFFECTS,
    **DECISION_EFFECTS,
    **PROGRAM_EFFECTS,
    facts.Declared: _declared,
    facts.SeverityChanged: _severity,
    facts.StatusChanged: _status,
    facts.RoleAssigned: _role,
    facts.RoleReleased: _role_released,
    CommandTaken: _command_taken,
    facts.LinkAdded: _link,
    facts.ImpactRecorded: _impact,
    facts.MilestoneMarked: _milestone,
    facts.TitleChanged: _title,
    MadePrivate: _private,
    PrivacyLifted: _lifted,
    facts.PostMortemPublished: _published,
    facts.ActionItemChanged: _action_changed,
    facts.ActionItemDone: _action_done,
    facts.ActionItemDeclined: _action_declined,
    action_facts.SuggestionDismissed: _dismissed,
}
