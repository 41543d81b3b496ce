"""A line is logged without the option parser, which costs as much as all the rest of the call."""

from incident_tui.cli.text import entry_line
from incident_tui.commands.outcome import Intent
from incident_tui.domain.program_facts import Escalated
from incident_tui.services import config
from incident_tui.services.quick import LogLine
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.services.typist import Typist


def log(line: LogLine) -> str | None:
    """The line that says what was logged; None when it is for the whole program to do."""
    if "/redact" in line.text:
        return None  # what is to be said after it needs more than a line
    settings = config.load()
    if config.server(line.db, settings):
        return None  # what waits for a team's store must be said
    store = Store(config.store_path(line.db, settings))
    try:
        session = Session(config.author(line.author, settings), "cli", practice=settings.practice)
        typist = Typist(store, session, line.number)
        entered = typist.enter(line.text)
        if isinstance(entered, Intent):
            return None
        said = entry_line(typist.log.name, entered)
        if not isinstance(entered.entry.fact, Escalated):
            return said
        from incident_tui.cli.paging import called  # noqa: PLC0415  few lines call anybody

        return "\n".join((said, *called(typist, entered)))
    finally:
        store.close()
