"""What screens tell the program: messages go up, and name what happened."""

from textual.message import Message

from incident_tui.commands.outcome import Intended
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.services.incident_log import IncidentLog


class Asked(Message):
    """A line, or a key, meant something that only the program can do."""

    def __init__(self, intent: Intended, log: IncidentLog) -> None:
        super().__init__()
        self.intent = intent
        self.log = log


class DeclareAsked(Message):
    """Somebody at the list wants to declare an incident."""


class DeclaredAnother(Message):
    """A new incident was declared from within one."""

    def __init__(self, incident_id: str) -> None:
        super().__init__()
        self.incident_id = incident_id


class EntryOpened(Message):
    """An entry is to be shown in full."""

    def __init__(self, entry: TimelineEntry, log: IncidentLog) -> None:
        super().__init__()
        self.entry = entry
        self.log = log


class Unsaved(Message):
    """What would be lost if the program stopped now is not what it was."""


class Recorded(Message):
    """New facts stand in the timeline: those of this very window, and those of others."""

    def __init__(
        self, here: tuple[Fact, ...], elsewhere: tuple[Fact, ...], log: IncidentLog
    ) -> None:
        super().__init__()
        self.here = here
        self.elsewhere = elsewhere
        self.log = log
