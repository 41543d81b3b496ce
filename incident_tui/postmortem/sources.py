"""What the record says is found again in the entries that said it."""

from collections.abc import Callable, Iterable
from typing import Any

from incident_tui.domain import facts
from incident_tui.domain.incident import COMMANDER, Milestone, Status
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.timeline import TimelineRow


def standing(record: IncidentRecord) -> list[TimelineRow]:
    """The rows that were not taken back."""
    return [row for row in record.rows if not row.overlay.retracted]


def seqs(rows: Iterable[TimelineRow]) -> tuple[int, ...]:
    """The numbers of their entries."""
    return tuple(row.entry.seq for row in rows)


def of(record: IncidentRecord, says: Callable[[Any], bool]) -> tuple[int, ...]:
    """The newest entry whose fact says so; none where none does."""
    return seqs([row for row in standing(record) if says(row.entry.fact)][-1:])


def title(record: IncidentRecord) -> tuple[int, ...]:
    """Where its title comes from."""
    return of(record, lambda f: isinstance(f, facts.Declared | facts.TitleChanged))


def severity(record: IncidentRecord) -> tuple[int, ...]:
    """Where its severity comes from."""
    return of(record, lambda f: isinstance(f, facts.Declared | facts.SeverityChanged))


def measure(record: IncidentRecord, name: str) -> tuple[int, ...]:
    """Where a measure of the impact comes from."""
    return of(record, lambda f: isinstance(f, facts.ImpactRecorded) and name in f.measures)


def milestone(record: IncidentRecord, reached: Milestone) -> tuple[int, ...]:
    """The entries at which it was reached: marked, or implied by what was logged."""
    at = record.state.milestones.get(reached)
    if at is None:
        return ()
    found = [row for row in standing(record) if _reaches(row, reached)]
    exact = [row for row in found if row.occurred_at == at or reached is Milestone.STARTED]
    return seqs((exact or found)[-1:])


def _reaches(row: TimelineRow, milestone: Milestone) -> bool:
    match row.entry.fact:
        case facts.MilestoneMarked(milestone=marked):
            return marked is milestone
        case facts.Declared(started_at=started):
            if milestone is Milestone.STARTED:
                return started is not None
            return milestone is Milestone.DETECTED
        case facts.RoleAssigned(role=role):
            return milestone is Milestone.ACKNOWLEDGED and role == COMMANDER
        case facts.StatusChanged(after=after):
            ends = {Status.MONITORING: Milestone.MITIGATED, Status.RESOLVED: Milestone.RESOLVED}
            return ends.get(after) is milestone
        case _:
            return False
