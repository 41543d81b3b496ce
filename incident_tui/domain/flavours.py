"""An update has a flavour: for whom it is worded, and so which clock it restarts."""

from enum import StrEnum
from typing import Final

from incident_tui.domain.incident import Audience


class Flavour(StrEnum):
    """The texts that can be written from the record; `internal` is one in nobody's special words.

    CAN is a report of conditions, actions and needs.
    """

    CALL = "call"
    EXECUTIVE = "executive"
    PUBLIC = "public"
    CAN = "can"
    INTERNAL = "internal"

    @property
    def audience(self) -> Audience:
        """Whose clock it restarts: customers read the public one only."""
        return Audience.PUBLIC if self is Flavour.PUBLIC else Audience.INTERNAL


WRITTEN: Final = (Flavour.CALL, Flavour.EXECUTIVE, Flavour.PUBLIC, Flavour.CAN)
"""Those that have a text of their own, in the order they are offered."""
