"""What a search finds is shown as it stands now: corrected, and never what was redacted."""

from typing import Any, NamedTuple

from incident_tui.domain.postmortem import incident_name
from incident_tui.domain.timeline import TimelineRow
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.json_shapes import entry
from incident_tui.services.session import Session
from incident_tui.services.store import Store


class Hit(NamedTuple):
    """An entry that was found, with the incident it lies in."""

    number: int
    title: str
    row: TimelineRow

    @property
    def name(self) -> str:
        """`INC-42`."""
        return incident_name(self.number)


def search(store: Store, session: Session, query: str, limit: int = 50) -> list[Hit]:
    """The newest entries of all incidents that hold every word of the query."""
    logs: dict[int, IncidentLog] = {}
    hits = []
    for found in store.read.search(query, limit):
        if found.number not in logs:
            logs[found.number] = open_log(store, session, number=found.number)
        [row] = logs[found.number].rows([found.entry.seq])
        hits.append(Hit(found.number, found.title, row))
    return hits


def shown(hit: Hit) -> dict[str, Any]:
    """One hit of `search --json`."""
    return {"number": hit.number, "title": hit.title, **entry(hit.row)}
