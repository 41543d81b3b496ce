"""What a person says of two incidents: the later shares a factor with the earlier, or not."""

from typing import ClassVar, Final

from incident_tui.domain.fact import Fact


class RecurrenceConfirmed(Fact, frozen=True):
    """It shares the factor with the incident of the id `earlier`, which was `number` here."""

    KIND: ClassVar[str] = "recurrence"
    earlier: str
    number: int
    text: str = ""


class RecurrenceRejected(Fact, frozen=True):
    """It looks like the incident of the id `earlier`, and is not the same."""

    KIND: ClassVar[str] = "recurrence-rejected"
    earlier: str
    number: int
    reason: str = ""


LEARNING_FACTS: Final = (RecurrenceConfirmed, RecurrenceRejected)
