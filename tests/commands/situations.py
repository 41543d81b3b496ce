"""The situations in which the tests of the commands speak."""

from typing import Final

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.outcome import Outcome, Situation
from incident_tui.domain import facts
from incident_tui.domain.incident import Status
from tests.support.entries import id_of, log, situation

BURNING: Final = situation(
    log(
        facts.Noted("error rate 7 %"),
        facts.RoleAssigned("scribe", "li"),
        facts.ActionItemAdded("Alert on lag", "ana"),
        facts.Noted("flat"),
    )
)
"""#1 the declaration, #2 a note, #3 a role, #4 the action item A1, #5 another note."""

ENDED: Final = situation(
    log(
        facts.Noted("error rate 7 %"),
        facts.Starred(id_of(2)),
        facts.Retracted(id_of(2), "wrong call"),
        facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED),
    )
)
"""#2 is starred and taken back, #5 resolves it."""


def said(line: str, where: Situation = BURNING) -> Outcome:
    """What the line comes to."""
    return REGISTRY.decide(line, where).outcome
