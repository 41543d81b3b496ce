"""The words of an incident: severities, statuses, roles, milestones, priorities."""

import re
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final

import msgspec


class Severity(IntEnum):
    """SEV1 is the worst; P1–P5 are read as the same scale."""

    SEV1 = 1
    SEV2 = 2
    SEV3 = 3
    SEV4 = 4
    SEV5 = 5

    @property
    def meaning(self) -> str:
        """What the level says, after PagerDuty's public severity levels."""
        return _MEANINGS[self]

    @classmethod
    def read(cls, raw: str) -> "Severity":
        """`1`, `sev1`, `SEV-1` or `p1`; ValueError names the choices."""
        found = re.fullmatch(r"(?:(?:sev|p)-?)?([1-5])", raw.strip().lower())
        if found is None:
            raise ValueError(f"{raw!r} is not a severity; use 1 (worst) to 5, sev1 or p1")
        return cls(int(found[1]))


_MEANINGS: Final = {
    Severity.SEV1: "critical: many customers down, public notice, executives told",
    Severity.SEV2: "major: a key function fails for many customers",
    Severity.SEV3: "minor: some customers notice, owners act now",
    Severity.SEV4: "low: little customer effect, handled in working hours",
    Severity.SEV5: "cosmetic: nobody is held up",
}


class Status(StrEnum):
    """Where the incident stands; `resolved` ends it until somebody reopens."""

    INVESTIGATING = "investigating"
    IDENTIFIED = "identified"
    MONITORING = "monitoring"
    RESOLVED = "resolved"


class Milestone(StrEnum):
    """The five moments between which MTTD, MTTA, MTTM and MTTR are measured."""

    STARTED = "started"
    DETECTED = "detected"
    ACKNOWLEDGED = "acknowledged"
    MITIGATED = "mitigated"
    RESOLVED = "resolved"


class Priority(StrEnum):
    """How soon an action item must be done."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ActionKind(StrEnum):
    """Preventative lowers the chance of recurrence; mitigative lowers the harm or its length."""

    MITIGATIVE = "mitigative"
    PREVENTATIVE = "preventative"


class TaskOutcome(StrEnum):
    """What came of a task; the table of what was tried is made of these."""

    DONE = "done"
    HELPED = "helped"
    NO_HELP = "did not help"


class Audience(StrEnum):
    """Whom an update is for; each has a clock of its own."""

    INTERNAL = "internal"
    PUBLIC = "public"


class OtherIncident(msgspec.Struct, frozen=True):
    """Another incident of the store, as far as one that speaks of it must know it."""

    id: str
    number: int
    title: str
    declared_at: datetime | None = None


COMMANDER: Final = "ic"
ROLE_TITLES: Final = {
    COMMANDER: "Incident Commander",
    "deputy": "Deputy",
    "scribe": "Scribe",
    "comms": "Comms Lead",
    "ops": "Ops Lead",
}


def role_title(role: str) -> str:
    """`ic` → Incident Commander; a role of the team's own (`db-sme`) stays as it was written."""
    return ROLE_TITLES.get(role, role)
