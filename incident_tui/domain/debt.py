"""The debt is what the post-mortem would lack if the call ended now, read off the state alone."""

from incident_tui.domain.incident import Milestone, Severity
from incident_tui.domain.state import IncidentState


def debt(state: IncidentState) -> tuple[str, ...]:
    """In a word each, the most costly to find out later first."""
    starred = any(over.starred and not over.retracted for over in state.overlays.values())
    lacking = {
        "start time": Milestone.STARTED not in state.milestones,
        "commander": not state.commander,
        "impact": not state.impact,
        "updates": state.severity <= Severity.SEV2 and not state.updates,
        "stars": not starred,
        "action items": not state.actions,
    }
    return tuple(what for what, lacks in lacking.items() if lacks)
