"""Action items of all incidents, what is late first; they have formats of their own."""

from datetime import date

import click

from incident_tui.cli.arguments import incident_number, json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.cli.text import action_pieces
from incident_tui.cli.vetting import secrets_option, vetted
from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.postmortem import IncidentRecord, incident_name
from incident_tui.exporters.format import ExportKind
from incident_tui.services import exporting, following_up, tracker
from incident_tui.services.shown import tracked
from incident_tui.services.tracker import ActionRow


@click.command("actions")
@click.argument("words", nargs=-1, metavar="[FILTER]…")
@click.option("--open", "is_open", is_flag=True, help="Neither done nor declined.")
@click.option("--overdue", is_flag=True, help="Open, and their date has passed.")
@click.option("--owner", metavar="@who", help="Of this person.")
@click.option("--incident", "number", metavar="INC", type=incident_number, help="Of this incident.")
@click.option("--format", "name", metavar="NAME", help="As a document; see `formats`.")
@secrets_option
@json_option
@pass_call
def actions_command(
    call: Call,
    words: tuple[str, ...],
    is_open: bool,
    overdue: bool,
    owner: str | None,
    number: int | None,
    name: str | None,
    secrets: str | None,
    as_json: bool,
) -> None:
    """List the action items of all incidents, the most urgent first.

    FILTER is what the tracker takes: mine overdue high INC-7 service:x sort:owner, or words.
    """
    today = call.session.now().date()
    found = call.store.read.actions(
        status=ActionStatus.OPEN if is_open else None,
        owner=owner and owner.removeprefix("@"),
        incident_id=None if number is None else call.log(number).id,
        overdue_on=today if overdue else None,
    )
    rows = _narrowed(call, found, words)
    if as_json:
        say_json([tracked(row, today) for row in rows])
    elif name:
        click.echo(_document(name, exporting.tracked_record(rows), secrets), nl=False)
    else:
        _list(rows, today)


def _narrowed(call: Call, rows: list[ActionRow], words: tuple[str, ...]) -> list[ActionRow]:
    """Those that the filter lets through, of any status unless it names one."""
    if not words:
        return rows
    now = call.session.now()
    wanted = tracker.asked(" ".join(["all", *words]), call.session.author, now.date())
    changed = following_up.recent(call.store, now) if wanted.changed else {}
    return tracker.kept(rows, wanted, now.date(), changed)


def _list(rows: list[ActionRow], today: date) -> None:
    if not rows:
        tell("there is no such action item; add one: incident-tui action TEXT --owner @who")
    for row in rows:
        pieces = action_pieces(row.item, overdue=row.item.overdue(today))
        say(f"{incident_name(row.incident_number):<7} ", *pieces)


def _document(name: str, record: IncidentRecord, secrets: str | None) -> str | bytes:
    exporter = exporting.exporter(name)
    if exporter.kind is not ExportKind.ACTIONS:
        there = ", ".join(f.name for f in exporting.formats() if f.kind is ExportKind.ACTIONS)
        raise NotFoundError(f"{name!r} is not a format for action items; there are: {there}")
    return exporter.render(vetted(record, exporter, secrets))
