"""Whoever looks after a team's store is given SQL to read, before it is carried out elsewhere."""

import click

from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.output import say
from incident_tui.services import upkeep

_FOREWORD = """\
-- For the owner of the tables, who sees every incident and should be nobody's login:
-- ALTER TABLE gives them to another. Then: GRANT …_responder TO maria;
-- What is private is kept from whoever is not named, but not from …_admin.
-- Roles are of the whole server: stores in schemas of one name share them, in all its databases."""


@click.group("db")
def db_command() -> None:
    """Look after a team's store on a server."""


@db_command.command("grants")
@pass_call
def grants_command(call: Call) -> None:
    """Print the SQL that makes the roles viewer, responder and admin.

    The owner of the tables carries it out, and then grants a role to each person.
    """
    if not call.server:
        raise click.UsageError("name the team's store: --db postgresql://HOST/DATABASE")
    say(_FOREWORD)
    for statement in upkeep.grants(call.server):
        say(f"{statement};")
