"""Many incidents at once: a line each, the number first and the free text last."""

from datetime import datetime

import click

from incident_tui.cli.arguments import json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.cli.text import Piece, entry_line, severity
from incident_tui.domain.incident import Status
from incident_tui.domain.metrics.words import many
from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.text import one_line
from incident_tui.domain.when import clock, length
from incident_tui.services import searching
from incident_tui.services.action_items import reminders
from incident_tui.services.catalogue import IncidentRow, lasted, live
from incident_tui.services.json_shapes import listed
from incident_tui.services.status_line import StatusLine, status_line


@click.command("list")
@click.option("--status", type=click.Choice([str(s) for s in Status]), help="Only these.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@json_option
@pass_call
def list_command(call: Call, status: str | None, limit: int | None, as_json: bool) -> None:
    """List the incidents, the newest first."""
    wanted = Status(status) if status else None
    rows = call.store.read.incidents(limit or -1, wanted)
    now = call.session.now()
    if as_json:
        say_json([listed(row, now) for row in rows])
        return
    if not rows:
        none = f"no incident is {wanted}" if wanted else "there is no incident yet"
        tell(f"{none}; declare one: incident-tui declare TITLE")
    for row in rows:
        say(*_listed(row, now))


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@json_option
@pass_call
def search_command(call: Call, query: tuple[str, ...], as_json: bool) -> None:
    """Search the entries of all incidents, the newest first.

    Every word must be there; the last one may be unfinished.
    """
    hits = searching.search(call.store, call.session, " ".join(query))
    if as_json:
        say_json([searching.shown(hit) for hit in hits])
        return
    if not hits:
        tell("nothing holds these words; try fewer, or the beginning of one")
    for hit in hits:
        say(entry_line(hit.name, hit.row, dated=True))


@click.command("status")
@click.option("--oneline", is_flag=True, help="One line, empty when nothing burns.")
@json_option
@pass_call
def status_command(call: Call, oneline: bool, as_json: bool) -> None:
    """Say what burns now, for a prompt or the topic of a channel."""
    now = call.session.now()
    burning = [row for row in call.store.read.incidents() if live(row)]
    stands = [status_line(call.store, call.session, row, now) for row in burning]
    owed = reminders.owed(call.store, now.date())
    if as_json:
        told = zip(burning, stands, strict=True)
        live_ = [listed(row, now) | due.shown() for row, due in told]
        counts = {"overdue": len(owed.overdue), "due_soon": len(owed.soon)}
        say_json({"live": live_, "actions": counts})
    elif oneline:
        briefs = (_brief(row, now, due) for row, due in zip(burning, stands, strict=True))
        mine = owed.of(call.session.author).counts
        say(" | ".join([*briefs, *([f"yours: {mine}"] if mine else [])]))
    elif not burning:
        say("nothing burns")
        if owed.counts:
            say(owed.counts)
    else:
        for row, due in zip(burning, stands, strict=True):
            say(*_listed(row, now))
            parts = (_led(row), many(row.open_actions, "open action item"), *due.words)
            say(f"{'':<8}{', '.join(parts)}")


def _listed(row: IncidentRow, now: datetime) -> list[Piece]:
    """`INC-2   SEV2  investigating     57 min  Checkout errors (checkout)`."""
    service = f" ({row.service})" if row.service else ""
    private = " · private" if row.members else ""
    return [
        f"{incident_name(row.number):<7} ",
        severity(row.severity),
        f"  {row.status:<13}  {length(lasted(row, now)):>10}  ",
        one_line(f"{row.title}{service}{private}"),
    ]


def _brief(row: IncidentRow, now: datetime, due: StatusLine) -> str:
    """`SEV1 INC-2 Checkout errors · identified · 00:57:02 · IC @maria · public 03:12`."""
    name = f"{row.severity.name} {incident_name(row.number)} {one_line(row.title)}"
    return " · ".join((name, str(row.status), clock(lasted(row, now)), _led(row), *due.words))


def _led(row: IncidentRow) -> str:
    return f"IC @{row.commander}" if row.commander else "no IC"
