"""A store on one computer and a team's are merged, in either direction, by the entries' ids."""

from collections.abc import Callable

import click

from incident_tui.cli.arguments import json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.output import say, say_json
from incident_tui.domain.metrics.words import many
from incident_tui.services import defaults, team_store
from incident_tui.services.store import Store

_ADDRESS = click.argument("address", metavar="postgresql://…")


@click.command("push")
@_ADDRESS
@json_option
@pass_call
def push_command(call: Call, address: str, as_json: bool) -> None:
    """Send all incidents of this store to a team's.

    What is there already is not sent again.

    incident-tui push postgresql://db.example/incidents
    """
    _merge(call, address, team_store.push, "sent", as_json)


@click.command("pull")
@_ADDRESS
@json_option
@pass_call
def pull_command(call: Call, address: str, as_json: bool) -> None:
    """Take all incidents of a team's store into this one.

    What is here already stays as it is.

    incident-tui pull postgresql://db.example/incidents
    """
    _merge(call, address, team_store.pull, "taken in", as_json)


def _merge(
    call: Call,
    address: str,
    merge: Callable[[Store, str], list[team_store.Merged]],
    done: str,
    as_json: bool,
) -> None:
    if not defaults.is_server(address):
        raise click.UsageError("name the team's store: postgresql://host/database")
    if call.store.team:
        raise click.UsageError(
            "this is a copy of a team's store and exchanges by itself; name a file with --db"
        )
    merged = merge(call.store, address)
    if as_json:
        say_json({each.here: {"there": each.there, "new": each.new} for each in merged})
        return
    for here, there, count in merged:
        other = f", {there} there" if there != here else ""
        say(f"{here}  {many(count, 'new entry', 'new entries')} {done}{other}")
    if not merged:
        say(f"there is no incident to be {done}")
