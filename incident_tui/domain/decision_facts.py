"""The facts of a decision that is not made in one breath: proposed, opposed, carried, proven."""

from typing import ClassVar, Final

from incident_tui.domain.fact import Fact


class Proposed(Fact, frozen=True):
    """Somebody proposed it; who has strong objections says so now."""

    KIND: ClassVar[str] = "proposal"
    text: str
    executor: str = ""
    risk: str = ""
    backout: str = ""
    minutes: int | None = None


class RiskStated(Fact, frozen=True):
    """What may go wrong with a proposal, or how to go back; None leaves one as it was."""

    KIND: ClassVar[str] = "decision-risk"
    decision: str
    risk: str | None = None
    backout: str | None = None


class Objected(Fact, frozen=True):
    """Somebody has a strong objection."""

    KIND: ClassVar[str] = "objection"
    decision: str
    person: str
    reason: str


class Carried(Fact, frozen=True):
    """It is done as proposed, by one executor; `reason` says why in spite of an objection."""

    KIND: ClassVar[str] = "decision-carried"
    decision: str
    executor: str = ""
    minutes: int | None = None
    reason: str = ""


class Withdrawn(Fact, frozen=True):
    """It is not done."""

    KIND: ClassVar[str] = "decision-withdrawn"
    decision: str
    reason: str = ""


class Verified(Fact, frozen=True):
    """It was executed, and it did what it should."""

    KIND: ClassVar[str] = "decision-verified"
    decision: str
    result: str = ""


class Failed(Fact, frozen=True):
    """It was executed, or tried, and did not do what it should."""

    KIND: ClassVar[str] = "decision-failed"
    decision: str
    result: str


DECISION_FACTS: Final = (Proposed, RiskStated, Objected, Carried, Withdrawn, Verified, Failed)
