"""Reads are short: each is answered whole, and no cursor stays open to hold up a writer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from incident_tui.domain.incident import Status
from incident_tui.storage.asking import FileQuestions, Questions
from incident_tui.storage.codec import COLUMNS, entry
from incident_tui.storage.connection import open_reader
from incident_tui.storage.rows import (
    INCIDENT_COLUMNS,
    Counts,
    Found,
    IncidentRow,
    incident,
)
from incident_tui.storage.search_terms import matches_of

if TYPE_CHECKING:
    from incident_tui.domain.actions import ActionStatus
    from incident_tui.domain.entries import TimelineEntry
    from incident_tui.domain.incident import Severity
    from incident_tui.domain.likeness.ranking import Story
    from incident_tui.domain.metrics.measured import History
    from incident_tui.storage.script import Row
    from incident_tui.storage.tracking import ActionRow

T = TypeVar("T")


class Reader:
    """Questions to a file or another store; of a file StoreLockedError after `patience_ms`."""

    def __init__(self, source: str | Questions, patience_ms: int = 50) -> None:
        self._ask: Questions = (
            FileQuestions(open_reader(source, patience_ms)) if isinstance(source, str) else source
        )

    def close(self) -> None:
        """Let the store go."""
        self._ask.close()

    def incidents(self, limit: int = -1, status: Status | None = None) -> list[IncidentRow]:
        """Newest first; -1 means all."""
        return self._incidents(
            "WHERE status = coalesce(:status, status) ORDER BY number DESC LIMIT :limit",
            limit=limit,
            status=status and str(status),
        )

    def incident(self, number: int) -> IncidentRow | None:
        """The incident of that number."""
        return _first(self._incidents("WHERE number = :number", number=number))

    def incident_of(self, incident_id: str) -> IncidentRow | None:
        """The incident of that id."""
        return _first(self._incidents("WHERE id = :id", id=incident_id))

    def live(self) -> IncidentRow | None:
        """The newest incident that is not resolved."""
        return _first(self._incidents("WHERE status <> 'resolved' ORDER BY number DESC LIMIT 1"))

    def search(self, query: str, limit: int = 50, incident_id: str | None = None) -> list[Found]:
        """Entries with all these words, the last one perhaps unfinished; newest first."""
        here = "" if incident_id is None else "AND entry.incident_id = :id"
        rows: list[Row] = []
        for match in matches_of(query):
            rows = self._rows(
                f"SELECT {COLUMNS}, incident.number, incident.title FROM search "
                "CROSS JOIN entry ON entry.pos = search.rowid "
                "JOIN incident ON incident.id = entry.incident_id "
                f"WHERE search MATCH :match {here} ORDER BY search.rowid DESC LIMIT :limit",
                match=match,
                limit=limit,
                id=incident_id,
            )
            if len(rows) >= limit:
                break
        return [Found(row[-2], row[-1], entry(row[:-2])) for row in rows]

    def actions(
        self,
        *,
        status: ActionStatus | None = None,
        owner: str | None = None,
        incident_id: str | None = None,
        overdue_on: date | None = None,
    ) -> list[ActionRow]:
        """Action items that meet all conditions, the most urgent first; undated ones last."""
        from incident_tui.storage import tracking  # noqa: PLC0415  few commands need it

        return tracking.actions(
            self._rows,
            status=status,
            owner=owner,
            incident_id=incident_id,
            overdue_on=overdue_on,
        )

    def action_changes(self, since: int) -> list[TimelineEntry]:
        """What was said of action items since that moment, microseconds UTC."""
        from incident_tui.storage import tracking  # noqa: PLC0415  as above

        return tracking.changes(self._rows, since)

    def unfinished(self, severity: Severity) -> list[tuple[int, str, int, int]]:
        """Number, title, last resolve and open action items of each incident so bad."""
        from incident_tui.storage import tracking  # noqa: PLC0415  as above

        return tracking.anniversaries(self._rows, severity)

    def counts(self) -> Counts:
        """How much there is."""
        [row] = self._rows(
            "SELECT (SELECT count(*) FROM incident), "
            "(SELECT count(*) FROM incident WHERE status <> 'resolved'), "
            "(SELECT CAST(coalesce(sum(entries), 0) AS bigint) FROM incident), "
            "(SELECT count(*) FROM action_item WHERE status = 'open')"
        )
        return Counts(*row)

    def history(self, at: int) -> History:
        """What was known of every incident at that moment, microseconds UTC."""
        from incident_tui.storage.history import history  # noqa: PLC0415  figures alone need it

        return history(self._rows, at)

    def stories(self, since: int, until: int) -> list[Story]:
        """What the incidents declared between two moments, microseconds UTC, tell of a cause."""
        from incident_tui.storage.stories import stories  # noqa: PLC0415  likeness alone needs it

        return stories(self._rows, since, until)

    def laid(self) -> int:
        """How often the tail of a copy was laid down in another order; 0 for a plain store."""
        return sum(laid for (laid,) in self._rows("SELECT laid FROM replica"))

    def settled(self, incident_id: str) -> int | None:
        """The last seq of the incident that the team's store has; None in a plain store."""
        rows = self._rows(
            "SELECT coalesce(settled.entries, 0) FROM replica"
            " LEFT JOIN settled ON settled.incident_id = :id",
            id=incident_id,
        )
        return rows[0][0] if rows else None

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        version: int = self._rows("PRAGMA data_version")[0][0]
        return version

    def _rows(self, sql: str, **params: object) -> list[Row]:
        return self._ask(sql, **params)

    def _incidents(self, where: str, **params: object) -> list[IncidentRow]:
        rows = self._rows(f"SELECT {INCIDENT_COLUMNS} FROM incident {where}", **params)
        return list(map(incident, rows))


def _first(found: list[T]) -> T | None:
    return found[0] if found else None
