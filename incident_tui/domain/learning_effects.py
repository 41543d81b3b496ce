"""Of two incidents the newest verdict holds: confirmed or rejected."""

from collections.abc import Callable
from typing import Any, Final

from msgspec.structs import replace

from incident_tui.domain import learning_facts as facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.state import IncidentState, Recurrence


def _confirmed(
    state: IncidentState, entry: TimelineEntry, fact: facts.RecurrenceConfirmed
) -> IncidentState:
    return _judged(state, Recurrence(fact.earlier, fact.number, True, fact.text, entry.occurred_at))


def _rejected(
    state: IncidentState, entry: TimelineEntry, fact: facts.RecurrenceRejected
) -> IncidentState:
    verdict = Recurrence(fact.earlier, fact.number, False, fact.reason, entry.occurred_at)
    return _judged(state, verdict)


def _judged(state: IncidentState, verdict: Recurrence) -> IncidentState:
    return replace(state, recurrences={**state.recurrences, verdict.earlier: verdict})


LEARNING_EFFECTS: Final[
    dict[type[Fact], Callable[[IncidentState, TimelineEntry, Any], IncidentState]]
] = {
    facts.RecurrenceConfirmed: _confirmed,
    facts.RecurrenceRejected: _rejected,
}
