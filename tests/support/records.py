"""Incident records as a step, a check or an exporter gets them: a log folded, and some answers."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import ActionKind, Priority, Severity, Status
from incident_tui.domain.postmortem import IncidentRecord, PostMortem
from incident_tui.domain.timeline import timeline
from tests.support.entries import at, entry, id_of


def record(entries: Iterable[TimelineEntry] = (), **answers: str) -> IncidentRecord:
    """INC-42 with that log and those answers, by field id."""
    log = list(entries)
    state = fold(log)
    rows = tuple(timeline(log, state))
    return IncidentRecord(id_of(0), 42, state, rows, PostMortem(answers), tuple(log))


def starred(log: list[TimelineEntry], *seqs: int) -> list[TimelineEntry]:
    """The log with a star on each of those entries."""
    first = len(log) + 1
    stars = [entry(n, facts.Starred(id_of(seq)), minutes=90) for n, seq in enumerate(seqs, first)]
    return [*log, *stars]


CHECKOUT: Final = [
    entry(
        1,
        facts.Declared("Checkout fails after deploy 412", Severity.SEV3, "checkout", at(0)),
        minutes=4,
    ),
    entry(2, facts.RoleAssigned("ic", "maria"), minutes=6),
    entry(3, facts.RoleAssigned("scribe", "jo"), minutes=6.5),
    entry(4, facts.SeverityChanged(Severity.SEV3, Severity.SEV2), minutes=9),
    entry(5, facts.ImpactRecorded({"users": "1,200", "error_rate": "5% of checkouts"}), minutes=12),
    entry(6, facts.Noted("p99 < 2s again on db_main | see *pool* size"), minutes=16, late=4),
    entry(7, facts.DecisionMade("roll back to 411", "ana"), minutes=20),
    entry(8, facts.StatusChanged(Status.INVESTIGATING, Status.MONITORING), minutes=41),
    entry(
        9, facts.LinkAdded("https://graphs.example/d/1?from=14:00", "Checkout errors"), minutes=42
    ),
    entry(10, facts.StatusChanged(Status.MONITORING, Status.RESOLVED), minutes=57),
    entry(
        11,
        facts.ActionItemAdded(
            "Deploy schema and code in two steps",
            "ana",
            date(2026, 2, 1),
            Priority.HIGH,
            ActionKind.PREVENTATIVE,
        ),
        minutes=60,
    ),
    entry(
        12,
        facts.ActionItemAdded(
            "Alert when the pool is 80% full",
            "jo",
            date(2026, 1, 30),
            Priority.MEDIUM,
            ActionKind.MITIGATIVE,
        ),
        minutes=61,
    ),
    entry(13, facts.ActionItemAdded("Page the vendor | or not", "li"), minutes=62),
    entry(14, facts.ActionItemDeclined(id_of(13), "they page us"), minutes=63),
    entry(15, facts.ActionItemDone(id_of(12)), minutes=64),
    entry(16, facts.Retracted(id_of(3), "jo was on a train"), minutes=65),
    entry(17, facts.EvidenceAttached(id_of(7), "https://ci.example/411", "the job"), minutes=66),
    entry(18, facts.Amended(id_of(4), occurred_at=at(8)), minutes=67),
]
"""57 minutes of a failing checkout, with one of nearly everything; 1, 4, 7 and 10 are starred."""

STORY: Final = starred(CHECKOUT, 1, 4, 7, 10)

ANSWERS: Final = {
    "owner": "maria",
    "summary": "Deploy 412 dropped a column in use.\nFor 57 minutes 5% of checkouts failed.",
    "slo": "99.9% over 30d",
    "business": "about 300 orders lost",
    "whys": "Why did checkouts fail?\n  a column was gone\n    schema and code deploy in one step\n"
    "  nobody was told\n    the alert watches the mean",
    "factors": "Schema and code deploy in one step (process)\nThe alert watches the mean (tooling)",
    "well": "- The rollback was rehearsed\n- Acknowledged 2 min after detection",
    "poorly": "The runbook named the old cluster",
    "lucky": "It was a quiet afternoon",
    "review": "ana, li 2026-01-20",
}
"""Nothing is missing from a post-mortem that has these and the story."""
