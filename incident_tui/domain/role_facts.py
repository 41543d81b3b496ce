"""The facts about roles that are more than who holds one."""

from typing import ClassVar, Final

from incident_tui.domain.fact import Fact


class CommandTaken(Fact, frozen=True):
    """The new Incident Commander has read the brief and leads now; `previous` led before."""

    KIND: ClassVar[str] = "command-taken"
    person: str
    previous: str


ROLE_FACTS: Final = (CommandTaken,)
