"""What comes in is said before and after: what is new, what is there already, what stays out."""

import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from incident_tui.cli import capturing as captures
from incident_tui.cli.arguments import incident_option, json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fold import fold
from incident_tui.domain.metrics.words import many
from incident_tui.domain.wording import wording
from incident_tui.importers.format import CaptureImporter, Importer, Incoming
from incident_tui.services.intake import capturing, importing, sources
from incident_tui.services.json_shapes import stamp
from incident_tui.services.texts import text_of


@click.command("import")
@click.argument("name", metavar="[NAME]", default="")
@click.argument("source", metavar="FILE", default="")
@incident_option
@click.option("--tz", "zone", default="", metavar="ZONE", help="Of times that name none.")
@click.option("--start", default="", metavar="T", help="When a recording began, or on which day.")
@click.option("--column", "columns", multiple=True, metavar="WHAT=NAME", help="Of a table.")
@click.option("--channel", "channels", multiple=True, metavar="NAME", help="Only that one.")
@click.option("--declare", "title", default="", metavar="TITLE", help="As an incident of its own.")
@click.option("--dry-run", is_flag=True, help="Say what would come in, and take in nothing.")
@json_option
@pass_call
def import_command(call: Call, /, name: str, source: str, **options: Any) -> None:
    """Take in what was said elsewhere, or an exported incident; `-` reads stdin.

    Without NAME, or with `auto`, the format is told by the file itself. What is stored already is
    left as it is, so a second import adds nothing; /undo takes an import back.
    """
    name, source = (name, source) if source else (capturing.AUTO, name)
    if not source:
        raise click.UsageError("name a file, or - for stdin: incident-tui import FILE")
    opened = sources.piped(sys.stdin.buffer) if source == "-" else sources.opened(Path(source))
    with closing(opened):
        importer = capturing.importer(name, opened)
        asked = captures.Asked(**options)
        if asked.title and asked.number is not None:
            raise click.UsageError("name an incident with -i or declare one, not both")
        if isinstance(importer, CaptureImporter):
            captures.run(call, importer, opened, asked)
        else:
            _exported(call, importer, opened, asked)


def _exported(
    call: Call, importer: Importer, source: sources.Source, asked: captures.Asked
) -> None:
    """Take in an incident that a store like this one wrote."""
    incoming = importer.read(text_of(source.open().read(importing.MOST + 1), importing.MOST))
    plan, taken_in = call.finish(_import(call, incoming, asked.number, dry_run=asked.dry_run))
    if asked.as_json:
        say_json(_told(plan))
        return
    for skipped in plan.skipped:
        tell(skipped.reason)
    there = len(plan.incoming.entries) - len(plan.new)
    counts = (
        f"{many(len(plan.new), 'new entry', 'new entries')}, {there:,} there already, "
        f"{many(len(plan.answers), 'new answer')}"
    )
    say(f"{taken_in or 'nothing stored yet'}  {counts}")


async def _import(
    call: Call, incoming: Incoming, number: int | None, *, dry_run: bool
) -> tuple[importing.Plan, str]:
    plan = await importing.plan(call.store, incoming, number)
    if dry_run:
        return plan, ""
    return plan, await importing.carry_out(call.store, call.session, plan)


def _told(plan: importing.Plan) -> dict[str, Any]:
    """The keys of `import --json`; the actions are those that the new entries add."""
    state = fold(plan.incoming.entries)
    added = dict(zip((entry.id for entry in plan.new), plan.lines, strict=True))
    return {
        "zone": "UTC",
        "entries": [
            _entry(entry, line, starred=state.overlay(entry.id).starred)
            for entry, line in zip(plan.new, plan.lines, strict=True)
        ],
        "actions": [
            {
                "line": added[item.id],
                "text": item.text,
                "owner": item.owner,
                "due": item.due and item.due.isoformat(),
                "done": str(item.status) == "done",
                "kind": item.kind and str(item.kind),
            }
            for item in state.actions
            if item.id in added
        ],
        "suggestions": [],
        "skipped": [{"line": each.line, "reason": each.reason} for each in plan.skipped],
    }


def _entry(entry: TimelineEntry, line: int, *, starred: bool) -> dict[str, Any]:
    fact = entry.fact
    return {
        "line": line,
        "occurred_at": stamp(entry.occurred_at),
        "text": wording(fact),
        "author": entry.author,
        "milestone": str(fact.milestone) if isinstance(fact, facts.MilestoneMarked) else None,
        "starred": starred,
        "external_ref": entry.external_ref,
    }
