"""A choice that is offered says what it stands for, here and now."""

from incident_tui.commands.outcome import Situation
from incident_tui.domain.incident import Milestone, Severity, role_title


def of_severity(raw: str, situation: Situation) -> str:
    """The team's definition of the level, and whether it is the present one."""
    level = Severity.read(raw)
    here = "now · " if level is situation.state.severity_at(situation.at) else ""
    return f"{here}{situation.practice.levels[level].means}"


def of_milestone(raw: str, situation: Situation) -> str:
    """When it was reached."""
    at = situation.state.milestones.get(Milestone(raw))
    return f"{at:%Y-%m-%d %H:%M:%S}" if at else "not reached yet"


def of_role(raw: str, situation: Situation) -> str:
    """Its title, and who has it."""
    held = situation.state.roles.get(raw)
    return f"{role_title(raw)} · " + (f"@{held.person}" if held else "nobody")
