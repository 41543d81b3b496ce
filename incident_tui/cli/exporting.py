"""A document goes where it was asked to go, and its path is all that is printed."""

from pathlib import Path

import click

from incident_tui.cli.arguments import incident_argument, json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.cli.text import columns
from incident_tui.cli.vetting import secrets_option, vetted
from incident_tui.exporters.format import Exporter
from incident_tui.services import exporting, postmortems


@click.command("export")
@incident_argument
@click.option("--format", "name", metavar="NAME", help="See `formats`; by default as configured.")
@click.option("-o", "output", metavar="PATH", help="A file, or - for stdout.")
@click.option("--force", is_flag=True, help="Replace the file that -o names.")
@secrets_option
@pass_call
def export_command(
    call: Call,
    number: int,
    name: str | None,
    output: str | None,
    force: bool,
    secrets: str | None,
) -> None:
    """Write a document of an incident and print where it is.

    Without -o it goes to the folder for exports, under a name of its own. Tokens, keys and
    passwords in it are listed first; nothing is written until --secrets says what becomes of them.
    """
    exporter = exporting.exporter(name or call.config.export.format)
    record = call.finish(postmortems.record(call.store, call.log(number)))
    record = vetted(record, exporter, secrets or call.config.export.secrecy(exporter.name))
    for remark in exporting.remarks(record, exporter):
        tell(remark)
    if output == "-":
        click.echo(exporter.render(record), nl=False)
        return
    if output:
        paths = exporting.deliver_to(Path(output), record, exporter, force=force)
    else:
        paths = exporting.deliver(record, exporter, call.config.export.path(exporter.name))
    for path in paths:
        say(str(path))


@click.command("formats")
@json_option
def formats_command(as_json: bool) -> None:
    """List the formats to export to."""
    found = exporting.formats(tell)
    if as_json:
        say_json([_described(format_) for format_ in found])
        return
    for line in columns([(f.name, f".{f.extension}", f.label) for f in found]):
        say(line)


def _described(format_: Exporter) -> dict[str, str]:
    """The keys of `formats --json`."""
    return {
        "name": format_.name,
        "label": format_.label,
        "extension": format_.extension,
        "kind": str(format_.kind),
    }
