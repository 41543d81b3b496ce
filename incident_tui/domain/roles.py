"""One person has one role, above all who is in command; more is said, never refused."""

from incident_tui.domain.incident import COMMANDER, role_title
from incident_tui.domain.state import IncidentState


def held_by(state: IncidentState, person: str) -> tuple[str, ...]:
    """The roles of that person, command first."""
    roles = [role for role, held in state.roles.items() if held.person == person]
    return tuple(sorted(roles, key=lambda role: (role != COMMANDER, role)))


def burden(state: IncidentState, role: str) -> str:
    """Why it is too much that whoever has this role has it, or an empty string."""
    held = state.roles.get(role)
    roles = held_by(state, held.person) if held else ()
    if COMMANDER not in roles or len(roles) < 2:
        return ""
    others = " and ".join(role_title(other) for other in roles if other != COMMANDER)
    line = next(f"/{other}" for other in _LINES if other in roles or other == "role")
    return (
        f"@{held.person if held else ''} leads and is {others} too; "
        f"who leads does nothing else: {line} @somebody"
    )


_LINES = ("scribe", "comms", "role")
"""The commands that give such a role to somebody else."""
