"""What is due next is one thing with one clock, the same wherever it is told."""

from datetime import datetime, timedelta

import msgspec

from incident_tui.domain.clocks import Phase, clocks
from incident_tui.domain.decisions import Stage
from incident_tui.domain.practice import Practice
from incident_tui.domain.state import IncidentState


class NextDue(msgspec.Struct, frozen=True):
    """`what` is a word or two; `left` is negative once it is late."""

    what: str
    left: timedelta
    phase: Phase


def next_due(state: IncidentState, now: datetime, practice: Practice) -> NextDue | None:
    """The window for objections while one is open, else the update that is due first."""
    asked = [d for d in state.running if d.stage(now, practice) is Stage.OPEN]
    if asked:
        first = min(asked, key=lambda decision: decision.closes(practice))
        return NextDue(f"{first.label} object?", first.closes(practice) - now, Phase.AMBER)
    for clock in clocks(state, practice):
        return NextDue(str(clock.audience), clock.left(now), clock.phase(now))
    return None
