"""A warning is said on stderr after the fact is stored, and refuses nothing."""

from incident_tui.cli.diagnostics import tell
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import RoleAssigned
from incident_tui.domain.roles import burden
from incident_tui.domain.state import IncidentState


def caution(state: IncidentState, fact: Fact) -> None:
    """Point out that who leads has a second role."""
    if isinstance(fact, RoleAssigned) and (warning := burden(state, fact.role)):
        tell(warning)
