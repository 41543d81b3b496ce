"""A line that asks for a screen is answered with the command that shows the same here."""

from typing import Final

from incident_tui.commands.outcome import (
    EditMilestones,
    ExportDocument,
    FindText,
    ImportSource,
    Intent,
    Leave,
    OpenActions,
    OpenIncidents,
    OpenInsights,
    OpenPostmortem,
    OpenReplay,
    ShowBrief,
    ShowChecklist,
    ShowHelp,
    ShowSimilar,
    WriteUpdate,
)
from incident_tui.domain.errors import CommandError
from incident_tui.domain.flavours import Flavour


def elsewhere(intent: Intent) -> CommandError:
    """Why nothing was logged, and what would work."""
    return CommandError(f"this line is for the window; here it is: {_command(intent)}")


_UPDATES: Final = {
    Flavour.CALL: "update-call",
    Flavour.INTERNAL: "update-call",
    Flavour.EXECUTIVE: "update-executive",
    Flavour.PUBLIC: "update-public",
    Flavour.CAN: "can",
}
"""The format that has the text of a flavour."""


_FIXED: Final[dict[type[Intent], str]] = {
    OpenPostmortem: "incident-tui postmortem INC",
    OpenInsights: "incident-tui insights",
    ShowBrief: "incident-tui export INC --format handover -o -",
    EditMilestones: "incident-tui log 14:05 /mark detected",
    ShowChecklist: "incident-tui check N ticks an item",
    ShowSimilar: "incident-tui similar INC",
    OpenReplay: "incident-tui show INC --as-of TIME",
    Leave: "the end of the command",
}


def _command(intent: Intent) -> str:
    match intent:
        case ShowHelp(topic=topic):
            return f"incident-tui {topic} --help" if topic else "incident-tui commands"
        case FindText(text=text):
            return f"incident-tui search {text or 'WORDS'}"
        case OpenIncidents(number=number):
            return f"incident-tui show {number}" if number else "incident-tui list"
        case OpenActions(filter=words):
            return f"incident-tui actions {words}".rstrip()
        case ExportDocument(format=name):
            return f"incident-tui export INC --format {name or 'NAME'}"
        case ImportSource(path=path):
            return f"incident-tui import {path or 'FILE'}"
        case WriteUpdate(flavour=flavour):
            return f"incident-tui export INC --format {_UPDATES[flavour]} -o -"
        case _:
            return _FIXED.get(type(intent), "incident-tui --help")
