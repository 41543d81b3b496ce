"""The board says what counts down, and how it stands, in as many lines as the state asks for."""

import pytest

from incident_tui.domain import call_facts as call
from incident_tui.domain import decision_facts as decided
from incident_tui.domain import facts
from incident_tui.domain.fact import Fact
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Severity
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.state import IncidentState
from incident_tui.tui.widgets.board import board
from tests.support.entries import at, entry, id_of

D1 = id_of(2)
PROPOSED = (1, decided.Proposed("fail over", "jo", minutes=5))


def state(*then: tuple[float, Fact], level: Severity = Severity.SEV5) -> IncidentState:
    told: tuple[tuple[float, Fact], ...] = ((0, facts.Declared("It fails", level)), *then)
    return fold([entry(seq, fact, minutes=minutes) for seq, (minutes, fact) in enumerate(told, 1)])


def lines(of: IncidentState, minutes: float) -> list[str]:
    return [str(row).rstrip() for row in board(of, at(minutes), PRACTICE)]


def test_both_update_clocks_stand_on_it_the_first_due_above() -> None:
    assert lines(state(level=Severity.SEV1), 5) == [
        *("", "Updates due", "  15:00 public", "  25:00 internal"),
    ]


@pytest.mark.parametrize(
    ("then", "minutes", "row"),
    [
        ((), 1.05, "  00:09 D1 objections?"),
        ((), 1.3, "      — D1 ^Y carries it"),
        (((1.1, decided.Objected(D1, "li", "no")),), 9, "      — D1 @li objects"),
        (((2, decided.Carried(D1)),), 3, "  04:00 D1 @jo"),
        (((2, decided.Carried(D1)),), 8, " -01:00 D1 @jo"),
    ],
)
def test_a_decision_says_where_it_stands(
    then: tuple[tuple[float, Fact], ...], minutes: float, row: str
) -> None:
    assert lines(state(PROPOSED, *then), minutes) == ["", "Decision", row, "        fail over"]


def test_a_decision_without_a_promise_counts_up_and_older_ones_are_counted() -> None:
    made = [(float(n), facts.DecisionMade(f"plan {n}", "ana")) for n in (1, 2, 3)]
    assert lines(state(*made), 4)[1:] == [
        *("Decisions", "  01:00 D3 @ana", "        plan 3", "  02:00 D2 @ana", "        plan 2"),
        "        and 1 more",
    ]


def test_many_tasks_have_a_line_each_and_few_have_two() -> None:
    task = call.TaskAssigned("look at the queue of the gateway", "ana", 5)
    few = lines(state((1, task)), 2)
    assert few[1:] == ["Tasks", "  04:00 T1 @ana · no ack", "        look at the queue of…"]
    many = lines(state(*((1.0, task) for _ in range(5))), 7)
    assert many[2:] == [f" -01:00 T{n} @ana look at the …" for n in range(1, 6)]


def test_a_tick_changes_no_number_of_lines() -> None:
    busy = state(PROPOSED, (1, call.TaskAssigned("x", "ana", 5)), level=Severity.SEV1)
    assert len({len(lines(busy, minutes)) for minutes in (1, 1.3, 5, 6, 20, 400)}) == 1
