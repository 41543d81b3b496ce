"""The situations in which the tests of the commands speak."""

from typing import Final

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.outcome import Outcome, Situation
from incident_tui.domain import facts
from incident_tui.domain.call_facts import TaskAssigned
from incident_tui.domain.curation_facts import Hidden, Merged
from incident_tui.domain.decision_facts import Proposed
from incident_tui.domain.incident import Severity, Status
from incident_tui.domain.review_facts import Commented, MeetingBegun
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

ON_CALL: Final = situation(
    log(
        facts.SeverityChanged(Severity.SEV3, Severity.SEV2),
        TaskAssigned("check the replica lag", "ana", 5),
        facts.ActionItemAdded("Alert on lag", "ana"),
        TaskAssigned("call the provider", "jo"),
        Proposed("roll back to 412", "ana"),
    ),
    minutes=150,
)
"""#2 makes it a SEV2, #3 and #5 are the tasks T1 and T2, #4 is the action item A1, #6 proposes D1;
hours passed."""

LONG: Final = situation(
    log(
        facts.SeverityChanged(Severity.SEV3, Severity.SEV2),
        facts.RoleAssigned("ic", "maria"),
    ),
    minutes=150,
)
"""A SEV2 for hours, and maria leads."""

EXECUTING: Final = situation(log(facts.DecisionMade("roll back to 412", "ana")))
"""#2 is the decision D1."""

ENDED: Final = situation(
    log(
        facts.Noted("error rate 7 %"),
        facts.Starred(id_of(2)),
        facts.Retracted(id_of(2), "wrong call"),
        facts.StatusChanged(Status.INVESTIGATING, Status.RESOLVED),
    )
)
"""#2 is starred and taken back, #5 resolves it."""

CURATED: Final = situation(
    log(
        facts.Noted("error rate 7 %"),
        facts.Noted("carts fail"),
        Hidden(id_of(2)),
        Merged(id_of(3), id_of(2)),
    )
)
"""#2 is hidden, and #3 is told as part of it."""

REVIEWED: Final = situation(
    log(MeetingBegun(), facts.Noted("a"), Commented("factors", "is that all?"))
)
"""#2 begins the meeting, #4 is a comment."""

HANDED_OVER: Final = situation(
    log(facts.RoleAssigned("ic", "ana"), facts.RoleAssigned("ic", "maria", "ana"))
)
"""ana led, and maria does now."""


def said(line: str, where: Situation = BURNING) -> Outcome:
    """What the line comes to."""
    return REGISTRY.decide(line, where).outcome
