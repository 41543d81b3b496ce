"""What was set off outside: a team that was called, and a program that ran."""

from typing import ClassVar, Final

from incident_tui.domain.fact import Fact


class Escalated(Fact, frozen=True):
    """A team was asked to come; `by_hand`: no program is set up to call it."""

    KIND: ClassVar[str] = "escalation"
    team: str
    reason: str
    by_hand: bool = False


class ProgramRan(Fact, frozen=True):
    """A program ended after so many seconds; without an exit code it was stopped.

    `team` is the one that it called; empty where a person ran it.
    """

    KIND: ClassVar[str] = "program"
    command: str
    seconds: float
    exit_code: int | None = None
    output: str = ""
    team: str = ""


PROGRAM_FACTS: Final = (Escalated, ProgramRan)
