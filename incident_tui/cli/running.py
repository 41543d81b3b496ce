"""A command is run as if it had been called alone, and then it is on the record how it ended."""

import click

from incident_tui.cli.arguments import incident_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import report
from incident_tui.domain.errors import StoreError
from incident_tui.domain.program_facts import ProgramRan
from incident_tui.domain.wording import wording
from incident_tui.services import programs
from incident_tui.services.typist import Typist

_SIGNALLED = 128


@click.command(
    "run",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@incident_option
@click.argument("command", nargs=-1, required=True, type=click.UNPROCESSED, metavar="-- CMD …")
@pass_call
def run_command(call: Call, number: int | None, command: tuple[str, ...]) -> None:
    """Run a command, and log it with its exit code and how long it took.

    Its input, output and exit code are its own; no shell comes between:
    incident-tui run -- kubectl rollout undo deploy/checkout
    """
    typist = Typist(call.store, call.session, number)
    typist.log  # noqa: B018  nothing is run that could not be logged after
    began = call.session.now()
    ended, seconds = programs.timed(lambda: programs.passed_through(command), call.session.now)
    fact = ProgramRan(programs.worded(command), seconds, ended.exit_code, ended.output)
    try:
        typist.record(fact, began)
    except StoreError as error:
        report(error, f"/note {wording(fact)}")
    code = ended.exit_code or 0
    if ended.output:
        click.echo(f"incident-tui: {command[0]}: {ended.output}", err=True)
    raise click.exceptions.Exit(code if code >= 0 else _SIGNALLED - code)
