"""Questions about one incident's log; each is answered whole, so no reader holds up a writer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.facts import ImportBegun
from incident_tui.domain.timeline import QUIET
from incident_tui.storage.asking import FileQuestions, Questions
from incident_tui.storage.codec import COLUMNS, entry
from incident_tui.storage.connection import open_reader
from incident_tui.storage.schema import STATELESS
from incident_tui.storage.script import json_array
from incident_tui.storage.search_terms import matches_of

if TYPE_CHECKING:
    from incident_tui.storage.script import Row

_CHUNK: Final = 1_000
_NEWEST: Final = 50
"""Incidents that may still be told of from elsewhere."""
_STANDING: Final = (
    "AND (:gone = '[]' OR kind = 'import' OR ("
    "entry.id NOT IN (SELECT value FROM json_each(:gone)) "
    "AND coalesce(json_extract(payload, '$.batch'), '') "
    "NOT IN (SELECT value FROM json_each(:gone))))"
)
"""Without what came in with the imports that were taken back; that there was one stays."""
_QUIET: Final = str(tuple(fact.KIND for fact in QUIET))

Place = tuple[int, int, int]
"""`(seq, µs UTC, characters of payload)`."""


class LogReader:
    """Raises StoreLockedError rather than wait longer than `patience_ms` for a writer."""

    def __init__(self, source: str | Questions, patience_ms: int = 5_000) -> None:
        self._ask: Questions = (
            FileQuestions(open_reader(source, patience_ms)) if isinstance(source, str) else source
        )

    def close(self) -> None:
        """Let the store go."""
        self._ask.close()

    def state_rows(self, incident_id: str) -> list[TimelineEntry]:
        """What the fold needs, in the order of recording."""
        return self._entries(
            f"WHERE incident_id = :id AND kind NOT IN {STATELESS} ORDER BY seq", id=incident_id
        )

    def begun_imports(self) -> list[TimelineEntry]:
        """What began a long import, in any incident, whether or not it is whole by now."""
        return self._entries(f"WHERE kind = '{ImportBegun.KIND}' ORDER BY incident_id, seq")

    def lines_of(self, incident_id: str, batch: str) -> int:
        """How many lines came in with the import that is closed by that id, or would be."""
        [[count]] = self._rows(
            "SELECT count(*) FROM entry WHERE incident_id = :id AND kind = 'imported' "
            "AND json_extract(payload, '$.batch') = :batch",
            id=incident_id,
            batch=batch,
        )
        return int(count)

    def after(self, incident_id: str, seq: int) -> list[TimelineEntry]:
        """Every entry recorded after that one, in the order of recording."""
        return self._entries(
            "WHERE incident_id = :id AND seq > :seq ORDER BY seq", id=incident_id, seq=seq
        )

    def declared_as(self, external_ref: str) -> str | None:
        """The incident whose declaration came in under that reference."""
        found = self._rows(
            "SELECT id FROM entry WHERE seq = 1 AND external_ref = :r", r=external_ref
        )
        return str(found[0][0]) if found else None

    def known_under(self, external_refs: Sequence[str]) -> str | None:
        """The last of the newest incidents in which one of these references is stored."""
        found = self._rows(
            "SELECT entry.incident_id FROM "
            "(SELECT id, number FROM incident ORDER BY number DESC LIMIT :newest) AS recent "
            "JOIN entry ON entry.incident_id = recent.id "
            "AND external_ref IN (SELECT value FROM json_each(:refs)) "
            "ORDER BY recent.number DESC LIMIT 1",
            newest=_NEWEST,
            refs=json_array(external_refs),
        )
        return str(found[0][0]) if found else None

    def stored_under(self, incident_id: str, external_refs: Sequence[str]) -> set[str]:
        """Which of these references are in the incident, whether or not what they name stands."""
        found = self._rows(
            "SELECT external_ref FROM entry WHERE incident_id = :id "
            "AND external_ref IN (SELECT value FROM json_each(:refs))",
            id=incident_id,
            refs=json_array(external_refs),
        )
        return {str(ref) for (ref,) in found}

    def rows(self, incident_id: str, seqs: Sequence[int]) -> list[TimelineEntry]:
        """The entries of those numbers, in that order; a number that is not there is left out."""
        found = self._rows(
            f"SELECT {COLUMNS} FROM json_each(:seqs) AS wanted CROSS JOIN entry "
            "ON incident_id = :id AND seq = CAST(wanted.value AS bigint) ORDER BY wanted.key",
            id=incident_id,
            seqs=str(list(seqs)),
        )
        return list(map(entry, found))

    def by_ids(self, ids: Sequence[str]) -> list[TimelineEntry]:
        """The entries of those ids, in the order of recording."""
        found = self._rows(
            f"SELECT {COLUMNS} FROM entry "
            "WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY pos",
            ids=json_array(ids),
        )
        return list(map(entry, found))

    def newest(self, incident_id: str, count: int, gone: Sequence[str] = ()) -> list[TimelineEntry]:
        """The last entries of the timeline in the order they happened, without its corrections.

        Neither here nor below are there lines of the imports in `gone`.
        """
        last = self._entries(
            f"WHERE incident_id = :id AND kind NOT IN {_QUIET} {_STANDING} "
            "ORDER BY occurred_at DESC, seq DESC LIMIT :count",
            id=incident_id,
            count=count,
            gone=json_array(gone),
        )
        return last[::-1]

    def newest_by(self, author: str, incident_id: str, count: int) -> list[TimelineEntry]:
        """What this person recorded last, the newest first; of an import only that it was made."""
        return self._entries(
            "WHERE incident_id = :id AND author = :author AND kind <> 'imported' "
            "AND (kind <> 'milestone' OR coalesce(json_extract(payload, '$.batch'), '') = '') "
            "ORDER BY seq DESC LIMIT :count",
            id=incident_id,
            author=author,
            count=count,
        )

    def order(self, incident_id: str, gone: Sequence[str] = ()) -> Iterator[list[Place]]:
        """The places of the whole timeline without its corrections, as it happened, in pieces."""
        last = (-(2**63), 0)
        while True:
            rows = self._rows(
                "SELECT seq, occurred_at, length(payload) FROM entry WHERE incident_id = :id "
                f"AND (occurred_at, seq) > (:at, :seq) AND kind NOT IN {_QUIET} {_STANDING} "
                "ORDER BY occurred_at, seq LIMIT :chunk",
                id=incident_id,
                gone=json_array(gone),
                at=last[0],
                seq=last[1],
                chunk=_CHUNK,
            )
            if not rows:
                return
            yield rows
            last = (rows[-1][1], rows[-1][0])

    def matching(
        self,
        incident_id: str,
        text: str = "",
        author: str = "",
        kinds: Sequence[str] = (),
        gone: Sequence[str] = (),
    ) -> list[Place]:
        """The places of the entries that meet every condition given, as they happened."""
        expressions = matches_of(text) if text else ("",)
        for expression in expressions[-1:]:
            words = "AND pos IN (SELECT rowid FROM search WHERE search MATCH :words) "
            return self._rows(
                "SELECT seq, occurred_at, length(payload) FROM entry WHERE incident_id = :id "
                f"AND kind NOT IN {_QUIET} {words if expression else ''} {_STANDING} "
                "AND (:author = '' OR author = :author) "
                "AND (:kinds = '[]' OR kind IN (SELECT value FROM json_each(:kinds))) "
                "ORDER BY occurred_at, seq",
                id=incident_id,
                words=expression,
                author=author,
                kinds=json_array(kinds),
                gone=json_array(gone),
            )
        return []

    def _entries(self, where: str, **params: object) -> list[TimelineEntry]:
        return list(map(entry, self._rows(f"SELECT {COLUMNS} FROM entry {where}", **params)))

    def _rows(self, sql: str, **params: object) -> list[Row]:
        return self._ask(sql, **params)
