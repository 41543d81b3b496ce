"""A line is on the disk before it is printed, and one that is refused is repeated."""

import sys
from contextlib import suppress

import click

from incident_tui.cli.afterword import afterword
from incident_tui.cli.arguments import incident_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.cautions import caution
from incident_tui.cli.diagnostics import USAGE, report
from incident_tui.cli.elsewhere import elsewhere
from incident_tui.cli.output import say
from incident_tui.cli.paging import called
from incident_tui.cli.text import entry_line
from incident_tui.commands.outcome import Intent
from incident_tui.domain.errors import IncidentTuiError, StoreLockedError
from incident_tui.services.typist import Typist

_STDIN = ("-",)
_TRIES = 4
"""How often a line of stdin meets a locked store, five seconds each, before it is refused."""


@click.command(
    "log",
    # Options come before the line: whatever follows its first word is text.
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@incident_option
@click.argument("words", nargs=-1, required=True, metavar="LINE")
@pass_call
def log_command(call: Call, number: int | None, words: tuple[str, ...]) -> None:
    """Log a note or a /command; `-` reads one a line from stdin.

    Takes any line that the prompt takes, without quotes if the shell leaves it alone:
    incident-tui log -5m rolled back to 412. One line is printed for each entry, once it is on
    the disk.
    """
    if words == _STDIN:
        raise click.exceptions.Exit(_log_each(call, Typist(call.store, call.session, number)))
    line = " ".join(words)
    try:
        _log(call, Typist(call.store, call.session, number), line)
    except IncidentTuiError as error:
        raise click.exceptions.Exit(report(error, line)) from None


def _log_each(call: Call, typist: Typist) -> int:
    """Log each line of stdin; a line that is refused does not stop the next."""
    code = 0
    for count, raw in enumerate(sys.stdin, 1):
        line = raw.rstrip("\r\n")
        if not line.strip():
            continue
        try:
            _log_patiently(call, typist, line)
        except IncidentTuiError as error:
            report(error, line, where=f"line {count}: ")
            code = USAGE
    return code


def _log_patiently(call: Call, typist: Typist, line: str) -> None:
    """Log a line; among many writers one may find the store locked several times running."""
    for _ in range(_TRIES - 1):
        with suppress(StoreLockedError):
            _log(call, typist, line)
            return
    _log(call, typist, line)


def _log(call: Call, typist: Typist, line: str) -> None:
    entered = typist.enter(line)
    if isinstance(entered, Intent):
        raise elsewhere(entered)
    say(entry_line(typist.log.name, entered))
    caution(typist.log.state, entered.entry.fact)
    for line_ in called(typist, entered):
        say(line_)
    afterword(call.path, entered)
