"""The facts of follow-ups: what is to be done after the incident, and what came of it.

A field may be added with a default and the version stays: an older build reads the rest.
"""

from datetime import date
from typing import ClassVar

from incident_tui.domain.fact import Fact
from incident_tui.domain.incident import ActionKind, Priority


class ActionItemAdded(Fact, frozen=True):
    """A follow-up for after the incident.

    `factor` is the contributing factor it answers, `success` how we will know that it worked,
    `origin` the key of the suggestion that it was made from.
    """

    KIND: ClassVar[str] = "action"
    text: str
    owner: str = ""
    due: date | None = None
    priority: Priority | None = None
    kind: ActionKind | None = None
    factor: str = ""
    success: str = ""
    origin: str = ""


class ActionItemChanged(Fact, frozen=True):
    """New values for some fields of an action item; None leaves a field as it was."""

    KIND: ClassVar[str] = "action-changed"
    action: str
    text: str | None = None
    owner: str | None = None
    due: date | None = None
    priority: Priority | None = None
    kind: ActionKind | None = None
    reason: str = ""
    factor: str | None = None
    success: str | None = None


class ActionItemDone(Fact, frozen=True):
    """The follow-up was carried out."""

    KIND: ClassVar[str] = "action-done"
    action: str


class ActionItemDeclined(Fact, frozen=True):
    """The follow-up will not be carried out, for a reason."""

    KIND: ClassVar[str] = "action-declined"
    action: str
    reason: str


class SuggestionDismissed(Fact, frozen=True):
    """A follow-up that the record suggested is not wanted; `suggestion` is its key."""

    KIND: ClassVar[str] = "suggestion-dismissed"
    suggestion: str
    reason: str = ""
