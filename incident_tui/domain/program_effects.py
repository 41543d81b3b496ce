"""A team that was called is known to have been; a program that ran changes nothing here."""

from collections.abc import Callable
from typing import Any, Final

from msgspec.structs import replace

from incident_tui.domain import program_facts as facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.state import IncidentState


def _escalated(state: IncidentState, entry: TimelineEntry, fact: facts.Escalated) -> IncidentState:
    return replace(state, called={**state.called, fact.team: entry.occurred_at})


def _ran(state: IncidentState, entry: TimelineEntry, fact: facts.ProgramRan) -> IncidentState:
    return state


PROGRAM_EFFECTS: Final[
    dict[type[Fact], Callable[[IncidentState, TimelineEntry, Any], IncidentState]]
] = {facts.Escalated: _escalated, facts.ProgramRan: _ran}
