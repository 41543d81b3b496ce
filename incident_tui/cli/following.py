"""A log is followed until it is told to stop; each line is on the disk before it is printed."""

import time
from pathlib import Path
from typing import Final

import click

from incident_tui.cli.arguments import incident_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say
from incident_tui.domain.metrics.words import many
from incident_tui.domain.text import one_line
from incident_tui.importers.format import Given, ImportRefusedError
from incident_tui.services.intake import capturing, sources
from incident_tui.services.intake.following import Follower, Heard

_EVERY: Final = 1.0
"""Seconds between looks."""


@click.command("follow")
@click.argument("path", metavar="FILE")
@click.option("--format", "name", default=capturing.AUTO, metavar="NAME", help="Else it is told.")
@incident_option
@click.option("--tz", "zone", default="", metavar="ZONE", help="Of times that name none.")
@click.option("--start", default="", metavar="T", help="When a recording began, or on which day.")
@click.option("--once", is_flag=True, help="Take in what is there, and stop.")
@pass_call
def follow_command(
    call: Call, path: str, name: str, number: int | None, zone: str, start: str, *, once: bool
) -> None:
    """Take in a chat log or a transcript as it grows.

    Each message comes in once, also when the log is rotated or this is started again. What is heard
    in it (decisions, roles, follow-ups) is suggested, never recorded. Ctrl-C stops.
    """
    tz = sources.zone_of(zone) if zone else None
    began = sources.start_of(start, tz, call.session.now()) if start else None
    file = Path(path)
    given = Given(tz, began, name=file.name)
    follower = Follower(call.store, call.log(number), file, name, given)
    where = call.log(number).name
    problem, lines = "", 0
    try:
        while True:
            lines += _tell(where, follower.look(last=once))
            if follower.problem and once:
                raise ImportRefusedError(follower.problem)
            if follower.problem != problem and (problem := follower.problem):
                tell(f"{path}: {problem}; waiting")
            if once:
                return
            time.sleep(_EVERY)
    except KeyboardInterrupt:
        lines += _tell(where, follower.look(last=True))
        if lines:
            tell(f"{many(lines, 'line')} came in; /undo in {where} takes them back")


def _tell(name: str, heard: Heard) -> int:
    """Say what came in and what is suggested; how many lines came in."""
    for entry in heard.entries:
        who = f"{entry.author}: " if entry.author else ""
        say(f"{name}  {entry.occurred_at:%H:%M:%S}  imported  {one_line(who + entry.text)}")
    for each in heard.suggestions:
        when = f"{each.occurred_at:%Y-%m-%d %H:%M:%S} " if each.occurred_at else ""
        tell(f"heard: {one_line(each.text)}\n  incident-tui log '{when}{each.command}'")
    return len(heard.entries)
