"""The command line is one list of commands, each loaded only when it is called."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Any, Final

import click
from click.shell_completion import CompletionItem

from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import report

COMMANDS: Final = {
    "demo": ("replaying", "Watch an incident being logged, on a store that is thrown away."),
    "replay": ("replaying", "Type a .incident transcript, in the window or without one."),
    "declare": (
        "declaring",
        "Declare a new incident; when in doubt, declare. `at:` says when it started.",
    ),
    "log": ("log", "Log a note or a /command; `-` reads one a line from stdin."),
    "run": ("running", "Run a command, and log it with its exit code and how long it took."),
    "list": ("listing", "List the incidents, the newest first."),
    "show": ("showing", "Show an incident: what is true of it, and its timeline."),
    "search": ("listing", "Search the entries of all incidents, the newest first."),
    "status": ("listing", "Say what burns now, for a prompt or the topic of a channel."),
    "postmortem": (
        "postmortem",
        "Show, fill, draft, review, publish or close the post-mortem of an incident.",
    ),
    "lint": ("linting", "Find blame, and action items nobody could do."),
    "score": ("scoring", "Score a post-mortem part by part, and say what would earn the rest."),
    "export": ("exporting", "Write a document of an incident and print where it is."),
    "import": (
        "importing",
        "Take in what was said elsewhere, or an exported incident; `-` reads stdin.",
    ),
    "follow": ("following", "Take in a chat log or a transcript as it grows."),
    "serve": ("serving", "Show the window in a browser."),
    "listen": ("listening", "Take in alerts that Alertmanager, Grafana or PagerDuty send here."),
    "actions": ("actions", "List the action items of all incidents, the most urgent first."),
    "similar": ("similar", "Find earlier incidents of the same cause, and why each is shown."),
    "insights": ("insights", "Say what was learned: follow-ups, recurrences, post-mortems, times."),
    "report": ("report", "Write the reliability report of a quarter and print where it is."),
    "verify": ("keeping", "Check every entry against its hash, and every view."),
    "rebuild": ("keeping", "Make the list, the action items and the search anew."),
    "push": ("sharing", "Send all incidents of this store to a team's."),
    "pull": ("sharing", "Take all incidents of a team's store into this one."),
    "backup": ("keeping", "Copy the store to a new file, verified, while it may be in use."),
    "restore": ("keeping", "Put a backup in the place of the store, which is kept aside."),
    "db": ("granting", "Look after a team's store on a server."),
    "commands": ("about", "List the commands of the prompt."),
    "formats": ("exporting", "List the formats to export to."),
    "config": ("about", "Show the settings in force and the files they come from."),
}
"""Name → the module that holds it, and the first line of its help."""


class Program(click.Group):
    """The commands above, and one for every command of the prompt that records a fact."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every name, for finding what was meant."""
        return list(_summaries())

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names and their summaries, without loading a command; then the options."""
        found = [
            CompletionItem(name, help=summary)
            for name, summary in _summaries().items()
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        if cmd_name in COMMANDS:
            module = import_module(f"incident_tui.cli.{COMMANDS[cmd_name][0]}")
            command: click.Command = getattr(module, f"{cmd_name}_command")
            return command
        from incident_tui.cli import generated  # noqa: PLC0415

        return generated.command(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but what might have been meant is named from all commands."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            from difflib import get_close_matches  # noqa: PLC0415  only a mistake pays for it

            near = get_close_matches(args[0], self.list_commands(ctx))
            meant = f"did you mean {' or '.join(near)}?" if near else "--help lists them"
            raise click.UsageError(f"there is no command {args[0]!r}; {meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Carry out the call; a reader that went away ends it."""
        gc.freeze()
        gc.enable()
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise click.exceptions.Exit(report(error)) from None

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run and end the process with its exit code."""
        try:
            ended = super().main(*args, **{**extra, "standalone_mode": False})
        except Exception as error:  # `report` raises what is not a refusal
            sys.exit(report(error))
        sys.exit(ended if isinstance(ended, int) else 0)


def _summaries() -> dict[str, str]:
    """What every command does, by name."""
    from incident_tui.cli.recorded import RECORDED  # noqa: PLC0415  help does not list them

    own = {name: summary for name, (_, summary) in COMMANDS.items()}
    return own | RECORDED


@click.group(
    "incident-tui",
    cls=Program,
    invoke_without_command=True,
    epilog="What the prompt takes works here too: incident-tui sev 1, incident-tui ic @maria. "
    "`incident-tui commands` lists it. Without a command, the window opens.",
)
@click.option("--db", default="", metavar="PATH|URL", help="The store; or INCIDENT_TUI_DB.")
@click.option("--config", default="", metavar="PATH", help="Settings; or INCIDENT_TUI_CONFIG.")
@click.option("--as", "author", default="", metavar="@who", help="Who you are on the record.")
@click.version_option(
    package_name="incident-tui", message="%(prog)s %(version)s", help="Say which version this is."
)
@pass_call
@click.pass_context
def cli(ctx: click.Context, call: Call, db: str, config: str, author: str) -> int | None:
    """Log the incident as it burns, publish the post-mortem after."""
    call.db, call.config_path, call.author_named = db, config, author
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    if ctx.invoked_subcommand is not None:
        return None
    return call.open_screen(call.path, call.config, call.session.author)
