"""Action items of all incidents, what is late first; they have formats of their own."""

from datetime import date
from typing import Any, NamedTuple

import click

from incident_tui.cli.arguments import incident_number, json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.cli.reading_back import read_back
from incident_tui.cli.text import action_pieces
from incident_tui.cli.vetting import secrets_option, vetted
from incident_tui.domain.actions import ActionStatus
from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.postmortem import IncidentRecord, incident_name
from incident_tui.exporters.format import ExportKind
from incident_tui.services import exporting
from incident_tui.services.action_items import following_up, tracker
from incident_tui.services.action_items.tracker import ActionRow
from incident_tui.services.json_shapes import tracked


class _Options(NamedTuple):
    """What was named beside the words of the filter."""

    is_open: bool
    overdue: bool
    owner: str | None
    number: int | None
    name: str | None
    source: str | None
    dry_run: bool
    secrets: str | None
    as_json: bool


@click.command("actions")
@click.argument("words", nargs=-1, metavar="[FILTER]…")
@click.option("--open", "is_open", is_flag=True, help="Neither done nor declined.")
@click.option("--overdue", is_flag=True, help="Open, and their date has passed.")
@click.option("--owner", metavar="@who", help="Of this person.")
@click.option("--incident", "number", metavar="INC", type=incident_number, help="Of this incident.")
@click.option("--format", "name", metavar="NAME", help="As a document; see `formats`.")
@click.option("--read", "source", metavar="FILE|-", help="Read back from Jira, Linear, GitHub.")
@click.option("--dry-run", is_flag=True, help="With --read: show what would be recorded.")
@secrets_option
@json_option
@pass_call
def actions_command(call: Call, /, words: tuple[str, ...], **options: Any) -> None:
    """List the action items of all incidents, the most urgent first.

    FILTER is what the tracker takes: mine overdue high INC-7 service:x sort:owner, or words.

    --read takes in what became of them elsewhere, from an export as CSV or JSON; items are known
    by the reference they were exported with, else by their title.
    """
    asked = _Options(**options)
    if asked.source is not None:
        read_back(call, asked.source, dry_run=asked.dry_run, as_json=asked.as_json)
        return
    today = call.session.now().date()
    found = call.store.read.actions(
        status=ActionStatus.OPEN if asked.is_open else None,
        owner=asked.owner and asked.owner.removeprefix("@"),
        incident_id=None if asked.number is None else call.log(asked.number).id,
        overdue_on=today if asked.overdue else None,
    )
    rows = _narrowed(call, found, words)
    if asked.as_json:
        say_json([tracked(row, today) for row in rows])
    elif asked.name:
        document = _document(asked.name, exporting.tracked_record(call.store, rows), asked.secrets)
        click.echo(document, nl=False)
    else:
        _list(rows, today, narrowed=bool(words) or _conditions(asked))


def _narrowed(call: Call, rows: list[ActionRow], words: tuple[str, ...]) -> list[ActionRow]:
    """Those that the filter lets through, of any status unless it names one."""
    if not words:
        return rows
    now = call.session.now()
    wanted = tracker.asked(" ".join(["all", *words]), call.session.author, now.date())
    changed = following_up.recent(call.store, now) if wanted.changed else {}
    return tracker.kept(rows, wanted, now.date(), changed)


def _conditions(asked: _Options) -> bool:
    return asked.is_open or asked.overdue or asked.owner is not None or asked.number is not None


def _list(rows: list[ActionRow], today: date, *, narrowed: bool) -> None:
    if not rows and narrowed:
        tell("no action item is like that; incident-tui actions lists them all")
    elif not rows:
        tell("there is no action item yet; add one: incident-tui action TEXT --owner @who")
    for row in rows:
        pieces = action_pieces(row.item, overdue=row.item.overdue(today))
        say(f"{incident_name(row.incident_number):<7} ", *pieces)


def _document(name: str, record: IncidentRecord, secrets: str | None) -> str | bytes:
    exporter = exporting.exporter(name)
    if exporter.kind is not ExportKind.ACTIONS:
        there = ", ".join(f.name for f in exporting.formats() if f.kind is ExportKind.ACTIONS)
        raise NotFoundError(f"{name!r} is not a format for action items; there are: {there}")
    return exporter.render(vetted(record, exporter, secrets))
