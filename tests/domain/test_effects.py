"""Each kind of fact changes what it names and nothing else."""

from datetime import date
from typing import Any

import pytest

from incident_tui.domain import facts
from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.decisions import Decision
from incident_tui.domain.fact import Fact
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import ActionKind, Milestone, Priority, Severity, Status
from incident_tui.domain.learning_facts import RecurrenceConfirmed, RecurrenceRejected
from incident_tui.domain.state import (
    Link,
    Publication,
    Recurrence,
    RoleAssignment,
)
from tests.support.entries import at, changed, id_of, log

ADDED = facts.ActionItemAdded("Alert on lag", "ana", date(2026, 2, 1), Priority.LOW)
MITIGATED = facts.StatusChanged(Status.INVESTIGATING, Status.MONITORING)
DETECTED = {Milestone.DETECTED: at(1)}


def test_declared() -> None:
    state = fold(log())
    assert (state.title, state.service) == ("Checkout fails", "checkout")
    assert (state.severity, state.status) == (Severity.SEV3, Status.INVESTIGATING)
    assert (state.declared_at, state.milestones) == (at(1), DETECTED)


@pytest.mark.parametrize(
    ("fact", "changes"),
    [
        (
            facts.SeverityChanged(Severity.SEV3, Severity.SEV1),
            {
                "severity": Severity.SEV1,
                "severities": ((at(1), Severity.SEV3), (at(2), Severity.SEV1)),
            },
        ),
        (
            facts.StatusChanged(Status.INVESTIGATING, Status.IDENTIFIED),
            {"status": Status.IDENTIFIED},
        ),
        (
            MITIGATED,
            {
                "status": Status.MONITORING,
                "milestones": {**DETECTED, Milestone.MITIGATED: at(2)},
            },
        ),
        (
            facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED),
            {
                "status": Status.RESOLVED,
                "resolved_at": at(2),
                "milestones": {**DETECTED, Milestone.RESOLVED: at(2)},
            },
        ),
        (
            facts.RoleAssigned("ic", "maria"),
            {
                "roles": {"ic": RoleAssignment("maria", at(2))},
                "milestones": {**DETECTED, Milestone.ACKNOWLEDGED: at(2)},
            },
        ),
        (facts.RoleAssigned("scribe", "jo"), {"roles": {"scribe": RoleAssignment("jo", at(2))}}),
        (facts.RoleReleased("scribe", "jo"), {"vacated": {"scribe": at(2)}}),
        (
            facts.StatusChanged(Status.INVESTIGATING, Status.IDENTIFIED, "no column"),
            {"status": Status.IDENTIFIED, "cause": "no column"},
        ),
        (
            facts.DecisionMade("roll back", "ana"),
            {"decisions": (Decision(id_of(2), 1, 2, "roll back", "ana", at(2), carried_at=at(2)),)},
        ),
        (
            facts.LinkAdded("https://a.example", "graph"),
            {"links": (Link("https://a.example", "graph", at(2)),)},
        ),
        (facts.ImpactRecorded({"users": "12"}), {"impact": {"users": "12"}}),
        (
            facts.MilestoneMarked(Milestone.STARTED),
            {"milestones": {**DETECTED, Milestone.STARTED: at(2)}},
        ),
        (facts.TitleChanged("Checkout fails", "EU cards fail"), {"title": "EU cards fail"}),
        (facts.PostMortemPublished("ab", "jo"), {"published": Publication(at(2), "jo", "ab")}),
        (
            RecurrenceConfirmed("i1", 17, "no alert"),
            {"recurrences": {"i1": Recurrence("i1", 17, True, "no alert", at(2))}},
        ),
        (facts.Noted("hm"), {}),
        (facts.Imported("hm", "chat"), {}),
        (facts.Unknown("weather", 1, "{}"), {}),
        (facts.ActionItemDone("nowhere"), {}),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Fact) else "",
)
def test_one_fact_changes_this_and_nothing_else(fact: Fact, changes: dict[str, Any]) -> None:
    assert changed(fold(log(fact))) == changes


def test_later_measures_replace_earlier_ones_of_the_same_name() -> None:
    first = facts.ImpactRecorded({"users": "12", "regions": "EU"})
    assert fold(log(first, facts.ImpactRecorded({"users": "40"}))).impact == {
        "users": "40",
        "regions": "EU",
    }


def test_a_role_changes_hands_and_is_left() -> None:
    taken = log(facts.RoleAssigned("ic", "maria"), facts.RoleAssigned("ic", "jo", "maria"))
    state = fold(taken)
    assert (state.commander, state.roles["ic"].since) == ("jo", at(3))
    assert state.milestones[Milestone.ACKNOWLEDGED] == at(2)
    assert state.people == ("jo",)
    released = fold(log(facts.RoleAssigned("ic", "maria"), facts.RoleReleased("ic", "maria")))
    assert (released.commander, released.roles) == ("", {})


def test_the_first_mitigation_counts_and_a_mark_replaces_it() -> None:
    back = facts.StatusChanged(Status.MONITORING, Status.INVESTIGATING)
    again = log(MITIGATED, back, MITIGATED)
    assert fold(again).milestones[Milestone.MITIGATED] == at(2)
    marked = log(MITIGATED, facts.MilestoneMarked(Milestone.MITIGATED))
    assert fold(marked).milestones[Milestone.MITIGATED] == at(3)


def test_an_action_item_keeps_what_a_change_does_not_name() -> None:
    changed = facts.ActionItemChanged(id_of(2), owner="li", kind=ActionKind.PREVENTATIVE)
    [item] = fold(log(ADDED, changed)).actions
    assert (item.id, item.number, item.label, item.created_at) == (id_of(2), 1, "A1", at(2))
    assert (item.text, item.owner, item.due) == ("Alert on lag", "li", date(2026, 2, 1))
    assert (item.priority, item.kind) == (Priority.LOW, ActionKind.PREVENTATIVE)


def test_an_action_item_is_declined_for_a_reason_and_done_without_one() -> None:
    declined = facts.ActionItemDeclined(id_of(2), "retired")
    state = fold(log(ADDED, declined))
    [item] = state.actions
    assert (item.status, item.reason, item.closed_at) == (ActionStatus.DECLINED, "retired", at(3))
    assert state.open_actions == ()
    [item] = fold(log(ADDED, declined, facts.ActionItemDone(id_of(2)))).actions
    assert (item.status, item.reason, item.closed_at) == (ActionStatus.DONE, "", at(4))


def test_an_action_item_is_overdue_the_day_after_while_it_is_open() -> None:
    [item] = fold(log(ADDED)).actions
    assert not item.overdue(date(2026, 2, 1))
    assert item.overdue(date(2026, 2, 2))
    [item] = fold(log(ADDED, facts.ActionItemDone(id_of(2)))).actions
    assert not item.overdue(date(2026, 2, 2))


def test_publishing_again_keeps_the_first_time_and_the_newest_document() -> None:
    twice = log(facts.PostMortemPublished("ab", "jo"), facts.PostMortemPublished("cd", "li"))
    assert fold(twice).published == Publication(at(2), "li", "cd")


def test_the_newest_verdict_on_two_incidents_holds() -> None:
    told = log(RecurrenceConfirmed("i1", 17, "no alert"), RecurrenceRejected("i1", 17, "alerted"))
    assert fold(told).recurrences == {"i1": Recurrence("i1", 17, False, "alerted", at(3))}
    assert fold(told[:-1]).recurrences["i1"].confirmed
