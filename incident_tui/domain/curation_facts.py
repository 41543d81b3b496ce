"""The facts of curation: how the log reads in the post-mortem; the log itself stays as it was."""

from typing import ClassVar, Final

from incident_tui.domain.fact import Fact


class Retold(Fact, frozen=True):
    """The entry reads like this for readers of the post-mortem; empty: as it was logged."""

    KIND: ClassVar[str] = "retold"
    target: str
    text: str = ""


class Merged(Fact, frozen=True):
    """The entry is told as part of the entry `into`; empty: on its own again."""

    KIND: ClassVar[str] = "merged"
    target: str
    into: str = ""


class Hidden(Fact, frozen=True):
    """The entry is noise: curation does not offer it any more."""

    KIND: ClassVar[str] = "hidden"
    target: str


class Unhidden(Fact, frozen=True):
    """The entry is offered again."""

    KIND: ClassVar[str] = "unhidden"
    target: str


CURATION_FACTS: Final = (Retold, Merged, Hidden, Unhidden)
