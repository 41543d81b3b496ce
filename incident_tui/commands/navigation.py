"""Where to go and what to see; these lines leave nothing on the record."""

import re

from incident_tui.commands.args import Person, Text, Word
from incident_tui.commands.outcome import (
    ExportDocument,
    FindText,
    ImportSource,
    Leave,
    OpenActions,
    OpenIncidents,
    OpenInsights,
    OpenPostmortem,
    OpenReplay,
    ShowHelp,
    Situation,
)
from incident_tui.commands.registry import Registry
from incident_tui.domain.errors import CommandError

registry = Registry("Go")


@registry.command("help", "h")
def help(_: Situation, topic: Word | None = None) -> ShowHelp:  # noqa: A001  the word people type
    """Explain the commands and keys, or one command.

    /help
    /help action
    """
    return ShowHelp((topic or "").removeprefix("/"))


@registry.command("find", "f")
def find(
    _: Situation,
    text: Text | None = None,
    by: Person | None = None,
    *,
    kind: Word | None = None,
) -> FindText:
    """Show only the entries that hold the words, are by somebody or of a kind; alone, show all.

    /find rollback
    /find kind:decision @maria
    """
    return FindText(text or "", by or "", (kind or "").lower())


@registry.command("postmortem", "pm")
def postmortem(_: Situation) -> OpenPostmortem:
    """Go to the post-mortem.

    /postmortem
    """
    return OpenPostmortem()


@registry.command("replay")
def replay(_: Situation) -> OpenReplay:
    """Go through the incident moment by moment, with what was true then beside it.

    /replay
    """
    return OpenReplay()


@registry.command("incidents", "list", "open")
def incidents(_: Situation, number: Word | None = None) -> OpenIncidents:
    """Go to the list of incidents, or to one of them by number.

    /incidents
    """
    if number is None:
        return OpenIncidents()
    digits = number.upper().removeprefix("INC-")
    if not re.fullmatch(r"[0-9]{1,9}", digits):
        raise CommandError(f"{number!r} is not an incident; write INC-42 or 42")
    return OpenIncidents(int(digits))


@registry.command("insights")
def insights(_: Situation) -> OpenInsights:
    """Go to what was learned: follow-ups, recurrences, post-mortems, times.

    /insights
    """
    return OpenInsights()


@registry.command("actions", "tracker")
def actions(_: Situation, filter: Text | None = None) -> OpenActions:  # noqa: A002  the word people type
    """Go to the action items of all incidents; a filter narrows them.

    /actions
    /actions overdue @ana
    """
    return OpenActions(filter or "")


@registry.command("export")
def export(_: Situation, format: Word | None = None) -> ExportDocument:  # noqa: A002  the word people type
    """Write a document to a file and to the clipboard; alone, choose one and see it first.

    /export
    /export confluence
    """
    return ExportDocument(format or "")


@registry.command("import")
def import_(_: Situation, path: Text | None = None) -> ImportSource:
    """Bring in what was said elsewhere: Slack, chat, alerts, transcripts; you see it first.

    /import
    /import ~/Downloads/slack-export.zip
    """
    return ImportSource((path or "").strip())


@registry.command("quit", "exit", "q")
def leave(_: Situation) -> Leave:
    """Leave the program; the incident stays as it is.

    /quit
    """
    return Leave()
