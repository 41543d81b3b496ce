"""Once it is on the record that a team is called, it is called, and how that went is logged."""

import sys

from incident_tui.cli.text import entry_line
from incident_tui.domain.program_facts import Escalated
from incident_tui.domain.timeline import TimelineRow
from incident_tui.services import programs
from incident_tui.services.typist import Typist


def called(typist: Typist, row: TimelineRow) -> list[str]:
    """The lines about what calling came to; none where the row calls nobody."""
    fact = row.entry.fact
    if not isinstance(fact, Escalated):
        return []
    ran = programs.call(typist.log, fact)
    if ran is None:
        print(f"incident-tui: {programs.HOW}", file=sys.stderr)
        return []
    return [entry_line(typist.log.name, typist.record(ran))]
