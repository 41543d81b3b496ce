"""The quarterly report goes where it was asked to go, and its path is all that is printed."""

from pathlib import Path

import click

from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.output import say
from incident_tui.cli.vetting import secrets_option, vetted_report
from incident_tui.domain.metrics.window import quarter, quarter_of
from incident_tui.services import exporting
from incident_tui.services.figures import reporting


@click.command("report")
@click.option("--quarter", "said", metavar="2026Q1", help="By default the last that is over.")
@click.option("--format", "form", type=click.Choice(list(reporting.FORMATS)), default="markdown")
@click.option("-o", "output", metavar="PATH", help="A file, or - for stdout.")
@click.option("--as-of", metavar="T", default="", help="As it was known then; by default now.")
@click.option("--force", is_flag=True, help="Replace the file that -o names.")
@secrets_option
@pass_call
def report_command(
    call: Call,
    said: str | None,
    form: str,
    output: str | None,
    as_of: str,
    force: bool,
    secrets: str | None,
) -> None:
    """Write the reliability report of a quarter and print where it is.

    Without -o it goes to the folder for exports, under a name of its own. Tokens, keys and
    passwords in it are listed first, as with `export`.
    """
    now = call.session.now()
    window = quarter(said or quarter_of(now, back=1), now, as_of)
    name = (said or quarter_of(now, back=1)).strip().upper().replace("-", "")
    ending, write = reporting.FORMATS[form]
    report = reporting.reported(call.store, name, window, call.config.insights)
    document = write(vetted_report(report, secrets))
    if output == "-":
        click.echo(document, nl=False)
        return
    if output:
        path = exporting.write(Path(output), document, force=force)
    else:
        path = exporting.save(call.config.export.path(), f"reliability-{name}.{ending}", document)
    say(str(path))
