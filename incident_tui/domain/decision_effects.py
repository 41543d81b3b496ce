"""What the facts of a decision do to the state: each moves the one decision that it names."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, Final

from msgspec.structs import replace

from incident_tui.domain import decision_facts as facts
from incident_tui.domain.decisions import Decision, DecisionOutcome, Objection
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.state import IncidentState


def proposed(
    state: IncidentState, entry: TimelineEntry, fact: facts.Proposed, number: int
) -> IncidentState:
    """The state with a proposal; proposals and decisions count in one row over the whole log."""
    made = Decision(
        entry.id,
        number,
        entry.seq,
        fact.text,
        fact.executor,
        entry.occurred_at,
        proposer=entry.author,
        risk=fact.risk,
        backout=fact.backout,
        minutes=fact.minutes,
    )
    return with_decision(state, made)


def with_decision(state: IncidentState, decision: Decision) -> IncidentState:
    """The state with one more decision, in its place."""
    at = bisect_right([d.number for d in state.decisions], decision.number)
    return replace(state, decisions=(*state.decisions[:at], decision, *state.decisions[at:]))


def _on(
    state: IncidentState, decision_id: str, change: Callable[[Decision], dict[str, Any]]
) -> IncidentState:
    return replace(
        state,
        decisions=tuple(
            replace(d, **change(d)) if d.id == decision_id else d for d in state.decisions
        ),
    )


def _risk(state: IncidentState, entry: TimelineEntry, fact: facts.RiskStated) -> IncidentState:
    told = {"risk": fact.risk, "backout": fact.backout}
    given = {name: value for name, value in told.items() if value is not None}
    return _on(state, fact.decision, lambda _: given)


def _objected(state: IncidentState, entry: TimelineEntry, fact: facts.Objected) -> IncidentState:
    raised = Objection(fact.person, fact.reason, entry.occurred_at)
    return _on(state, fact.decision, lambda d: {"objections": (*d.objections, raised)})


def _carried(state: IncidentState, entry: TimelineEntry, fact: facts.Carried) -> IncidentState:
    def change(decision: Decision) -> dict[str, Any]:
        return {
            "carried_at": entry.occurred_at,
            "executor": fact.executor or decision.executor,
            "minutes": fact.minutes or decision.minutes,
            "against": fact.reason,
        }

    return _on(state, fact.decision, change)


def _ended(
    state: IncidentState, entry: TimelineEntry, decision: str, outcome: DecisionOutcome, result: str
) -> IncidentState:
    end = {"outcome": outcome, "result": result, "closed_at": entry.occurred_at}
    return _on(state, decision, lambda _: end)


DECISION_EFFECTS: Final[
    dict[type[Fact], Callable[[IncidentState, TimelineEntry, Any], IncidentState]]
] = {
    facts.RiskStated: _risk,
    facts.Objected: _objected,
    facts.Carried: _carried,
    facts.Withdrawn: lambda state, entry, fact: _ended(
        state, entry, fact.decision, DecisionOutcome.WITHDRAWN, fact.reason
    ),
    facts.Verified: lambda state, entry, fact: _ended(
        state, entry, fact.decision, DecisionOutcome.VERIFIED, fact.result
    ),
    facts.Failed: lambda state, entry, fact: _ended(
        state, entry, fact.decision, DecisionOutcome.FAILED, fact.result
    ),
}
