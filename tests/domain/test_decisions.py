"""A decision at the edges of its window and of its clock, whenever its facts are told."""

import pytest

from incident_tui.domain import decision_facts as decided
from incident_tui.domain import facts
from incident_tui.domain.decisions import Decision, DecisionOutcome, Objection, Stage
from incident_tui.domain.fact import Fact
from incident_tui.domain.fold import as_of, fold
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.timeline import timeline
from tests.support.entries import at, entry, id_of, log

PROPOSED = decided.Proposed("roll back", "ana", "carts are lost", minutes=10)
D1 = id_of(2)
WINDOW = PRACTICE.objections / 60
"""Minutes."""


def decision(*then: Fact) -> Decision:
    """D1, proposed at the second minute, after these; one a minute."""
    return fold(log(PROPOSED, *then)).decisions[0]


@pytest.mark.parametrize(
    ("minutes", "stage"),
    [
        (2, Stage.OPEN),
        (2 + WINDOW * 0.99, Stage.OPEN),
        (2 + WINDOW, Stage.UNOPPOSED),
        (500, Stage.UNOPPOSED),
    ],
)
def test_the_window_for_objections_closes_by_itself(minutes: float, stage: Stage) -> None:
    assert decision().stage(at(minutes), PRACTICE) is stage


@pytest.mark.parametrize(
    ("then", "stage"),
    [
        (decided.Objected(D1, "li", "not now"), Stage.OBJECTED),
        (decided.Carried(D1), Stage.EXECUTING),
        (decided.Withdrawn(D1), Stage.WITHDRAWN),
        (decided.Verified(D1), Stage.VERIFIED),
        (decided.Failed(D1, "no"), Stage.FAILED),
    ],
)
@pytest.mark.parametrize("minutes", [2, 2.1, 90])
def test_what_was_said_of_it_stands_inside_the_window_and_after(
    then: Fact, stage: Stage, minutes: float
) -> None:
    assert decision(then).stage(at(minutes), PRACTICE) is stage


def test_two_windows_run_beside_each_other() -> None:
    state = fold([*log(PROPOSED), entry(3, PROPOSED, minutes=2.1)])
    one, two = state.decisions
    assert [d.label for d in state.running] == ["D2", "D1"]
    between = at(2 + WINDOW + 0.01)
    assert one.stage(between, PRACTICE) is Stage.UNOPPOSED
    assert two.stage(between, PRACTICE) is Stage.OPEN


def test_a_proposal_is_carried_by_whom_it_names_unless_somebody_else_does() -> None:
    carried = decision(decided.Carried(D1))
    assert (carried.executor, carried.minutes, carried.carried_at) == ("ana", 10, at(3))
    assert (carried.made, carried.open, carried.executing) == (True, False, True)
    other = decision(decided.Carried(D1, "li", 5, "no way round"))
    assert (other.executor, other.minutes, other.against) == ("li", 5, "no way round")


def test_its_clock_runs_from_when_it_was_carried() -> None:
    carried = decision(decided.Carried(D1))
    assert carried.due == at(13)
    assert [carried.late(at(minutes)) for minutes in (3, 12.99, 13, 14)] == [
        *(False, False, True, True),
    ]
    assert not decision().late(at(900))
    assert not decision(decided.Carried(D1), decided.Verified(D1)).late(at(900))
    assert fold(log(facts.DecisionMade("wait"))).decisions[0].due is None


def test_what_came_of_it_is_kept_with_its_time() -> None:
    ended = decision(decided.Carried(D1), decided.Failed(D1, "schema"))
    assert (ended.outcome, ended.result, ended.closed_at) == (
        *(DecisionOutcome.FAILED, "schema", at(4)),
    )
    given_up = decision(decided.Withdrawn(D1, "later"))
    assert (given_up.made, given_up.open, given_up.result) == (False, False, "later")


def test_risk_and_back_out_may_be_told_later_and_one_at_a_time() -> None:
    told = decision(decided.RiskStated(D1, backout="deploy again"))
    assert (told.risk, told.backout) == ("carts are lost", "deploy again")
    told = decision(decided.RiskStated(D1, risk="worse"))
    assert (told.risk, told.backout) == ("worse", "")


def test_every_objection_is_kept() -> None:
    raised = (decided.Objected(D1, "li", "now?"), decided.Objected(D1, "jo", "no"))
    assert decision(*raised).objections == (
        Objection("li", "now?", at(3)),
        Objection("jo", "no", at(4)),
    )


def test_proposals_and_decisions_count_in_one_row_that_never_moves() -> None:
    made = facts.DecisionMade("drain", "jo")
    entries = [*log(made, PROPOSED), entry(4, made, minutes=1.5, late=9)]
    assert [d.label for d in fold(entries).decisions] == ["D1", "D2", "D3"]
    entries.append(entry(5, facts.Retracted(D1)))
    assert [d.label for d in fold(entries).decisions] == ["D2", "D3"]
    assert [d.label for d in as_of(entries, at(1.7)).decisions] == ["D3"]


def test_an_objection_taken_back_never_was() -> None:
    entries = log(PROPOSED, decided.Objected(D1, "li", "now?"), facts.Retracted(id_of(3)))
    assert fold(entries).decisions[0].objections == ()


def test_people_of_a_decision_are_known_to_completion() -> None:
    state = fold(log(PROPOSED, decided.Objected(D1, "li", "now?")))
    assert state.people == ("ana", "li", "maria")


def test_its_rows_are_one_thread() -> None:
    then = (
        decided.Objected(D1, "li", "now?"),
        decided.RiskStated(D1, backout="deploy again"),
        decided.Carried(D1, reason="no way round"),
        decided.Verified(D1, "0.1 %"),
    )
    entries = log(PROPOSED, *then)
    rows = timeline(entries, fold(entries))[1:]
    assert [(row.word, row.text) for row in rows] == [
        ("proposal", "D1 roll back · @ana · within 10 min · risk: carts are lost"),
        ("proposal", "D1 roll back · @li objects: now?"),
        ("proposal", "D1 roll back · back-out: deploy again"),
        ("decision", "D1 roll back · carried: no way round"),
        ("decision", "D1 roll back · verified: 0.1 %"),
    ]
