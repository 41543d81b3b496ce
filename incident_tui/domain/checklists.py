"""A checklist belongs to the severity of now; what was ticked stays ticked when it changes."""

from datetime import datetime

import msgspec

from incident_tui.domain.practice import Practice
from incident_tui.domain.state import IncidentState


class CheckItem(msgspec.Struct, frozen=True):
    """`number` is its place in the list, from 1; `at` is when it was ticked."""

    number: int
    text: str
    at: datetime | None = None


def checklist(state: IncidentState, practice: Practice) -> tuple[CheckItem, ...]:
    """The list that the severity asks for."""
    texts = practice.levels[state.severity].checklist
    return tuple(CheckItem(n, text, state.ticked.get(text)) for n, text in enumerate(texts, 1))


def unticked(items: tuple[CheckItem, ...]) -> tuple[CheckItem, ...]:
    """What is still to be done."""
    return tuple(item for item in items if item.at is None)
