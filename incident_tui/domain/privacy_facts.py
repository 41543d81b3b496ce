"""The facts about who may see an incident."""

from typing import ClassVar, Final

from incident_tui.domain.fact import Fact


class MadePrivate(Fact, frozen=True):
    """These people alone may see the incident; whoever says so is one of them."""

    KIND: ClassVar[str] = "private"
    people: tuple[str, ...]


class PrivacyLifted(Fact, frozen=True):
    """Everybody may see the incident again."""

    KIND: ClassVar[str] = "private-lifted"


PRIVACY_FACTS: Final = (MadePrivate, PrivacyLifted)
