"""A proposal is said aloud: what is to be asked stands under the prompt while the window runs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from incident_tui.domain.decision_facts import Proposed
from incident_tui.domain.fact import Fact
from incident_tui.services.incident_log import IncidentLog

if TYPE_CHECKING:
    from incident_tui.tui.app import IncidentApp


def after(app: "IncidentApp", log: IncidentLog, facts: Iterable[Fact]) -> None:
    """Say what the Incident Commander asks; what may go wrong is asked where nobody said it."""
    for fact in facts:
        if isinstance(fact, Proposed):
            lacking = [
                what for what, said in (("risk", fact.risk), ("back-out", fact.backout)) if not said
            ]
            label = log.state.decisions[-1].label if log.state.decisions else ""
            asked = f" Ask for the {' and the '.join(lacking)}: /risk" if lacking else ""
            app.say(f"{label}: any strong objections?{asked}")
