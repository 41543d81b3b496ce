"""Care of the store: what could replace something asks first, and what is wrong is named."""

import os
from pathlib import Path

import click

from incident_tui.cli.arguments import json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import FOUND, tell
from incident_tui.cli.output import say, say_json
from incident_tui.domain.metrics.words import many
from incident_tui.domain.postmortem import incident_name
from incident_tui.services import upkeep
from incident_tui.services.intake import taking

_GENTLY = 10
"""How much the copying of every day gives way to everything else."""
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("verify")
@json_option
@pass_call
def verify_command(call: Call, as_json: bool) -> None:
    """Check every entry against its hash, and every view.

    Exits with 1 when something is wrong, and names it. An import that broke off is told of, with
    what completes or clears it: nothing is wrong with it, but none of its lines count.
    """
    found = upkeep.verify_team(call.server) if call.server else (upkeep.verify(call.path), 0)
    problems, unseen = found
    halves = [] if call.server or problems else taking.unfinished(call.store)
    if as_json:
        told = [{"number": p.number, "seq": p.seq, "text": p.text} for p in problems]
        said = [{"number": h.number, "seq": h.seq, "text": _half(h)} for h in halves]
        say_json({"ok": not problems, "unseen": unseen, "problems": told, "unfinished": said})
    elif not problems:
        say("every entry and every view is whole")
    for problem in problems if not as_json else ():
        say(str(problem))
    if unseen and not as_json:
        kept = many(unseen, "private incident")
        say(f"{kept} of others: their place in the chain is whole, their entries were not seen")
    for half in halves if not as_json else ():
        say(_half(half))
    if problems:
        raise click.exceptions.Exit(FOUND)


def _half(half: taking.Half) -> str:
    name = incident_name(half.number)
    clear = f"incident-tui log -i {half.number} '/retract #{half.seq}'"
    return (
        f"{name}: the import of {half.name} that began at {half.since:%Y-%m-%d %H:%M} is not "
        f"whole, and its {half.lines} lines do not count; import it again, and it goes on, "
        f"or clear it: {clear}"
    )


@click.command("rebuild")
@pass_call
def rebuild_command(call: Call) -> None:
    """Make the list, the action items and the search anew.

    They are read off the entries, which stay as they are.
    """
    count = upkeep.rebuild_team(call.server) if call.server else upkeep.rebuild(call.path)
    tell(f"rebuilt from the entries of {many(count, 'incident')}")


@click.command("backup")
@click.argument("path", type=_FILE, required=False)
@click.option("--rotate", is_flag=True, help="Into a folder beside the store, which keeps ten.")
@pass_call
def backup_command(call: Call, path: Path | None, rotate: bool) -> None:
    """Copy the store to a new file, verified, while it may be in use."""
    if rotate == bool(path):
        raise click.UsageError("name the new file, or say --rotate")
    if path:
        upkeep.backup(call.path, path)
    else:
        os.nice(_GENTLY)
        path = upkeep.rotate(call.path, call.session.now())
    say(str(path))


@click.command("restore")
@click.argument("path", type=_FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_call
def restore_command(call: Call, path: Path, yes: bool) -> None:
    """Put a backup in the place of the store, which is kept aside."""
    upkeep.require_backup(path)
    if not yes and not click.confirm(f"Replace {call.path} by {path}?", err=True):
        tell("nothing was changed")
        raise click.exceptions.Exit(FOUND)
    kept = upkeep.restore(path, call.path, call.server)
    if kept is not None:
        tell(f"the store that was there is now {kept}")
    say(str(call.path))
