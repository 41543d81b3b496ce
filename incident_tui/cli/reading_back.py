"""What another tracker says is shown, then recorded: a line an issue, what is unclear on stderr."""

from incident_tui.cli.call import Call
from incident_tui.cli.diagnostics import tell
from incident_tui.cli.output import say, say_json
from incident_tui.cli.subjects import text
from incident_tui.cli.text import Painted
from incident_tui.domain.text import one_line
from incident_tui.importers import tickets
from incident_tui.services.action_items import reading_back
from incident_tui.services.action_items.reading_back import Change
from incident_tui.services.intake.importing import MOST


def read_back(call: Call, source: str, *, dry_run: bool, as_json: bool) -> None:
    """Record what became of action items elsewhere, or only say what would be recorded."""
    planned = reading_back.plan(call.store.read.actions(), tickets.read(text(source, MOST)))
    if as_json:
        say_json(reading_back.shown(planned))
    else:
        _tell(planned)
    wanted = sum(each.fact is not None for each in planned)
    if dry_run:
        tell(f"{wanted} to record of {len(planned)} issues; without --dry-run they are recorded")
        return
    recorded = reading_back.carry_out(call.store, call.session, planned)
    tell(f"{recorded} recorded of {len(planned)} issues")


def _tell(planned: list[Change]) -> None:
    for each in planned:
        ticket = f"{each.ticket.key}  {one_line(each.ticket.title)}".strip()
        if each.fact is not None:
            say(f"{each.name:<12} {each.text}  ", Painted(ticket, "faint"))
        elif each.row is None:
            tell(f"line {each.ticket.line}: {each.text}: {ticket}")
        elif each.text != "is so already":
            tell(f"{each.name}: {each.text}")
