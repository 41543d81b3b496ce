"""A team's store in a second file, which can be away, and whose reply to a write can be lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from incident_tui.domain.errors import StoreAwayError, StoreReadOnlyError
from incident_tui.storage.opening import open_store
from incident_tui.storage.script import run
from incident_tui.storage.team import ANSWER, WHOLE, Tip

if TYPE_CHECKING:
    from incident_tui.storage.script import Row, Script

T = TypeVar("T")
_TIPS = """
SELECT id, number, entries, tip,
    (SELECT count(*) FROM answer WHERE answer.incident_id = incident.id) FROM incident
"""


class FileTeam:
    """A `Team` on a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.away = False
        self.loses_reply = False
        self.private: set[str] = set()
        """The incidents that whoever asks is kept out of."""
        self._open: dict[str, tuple[str, str]] = {}
        self.asked: list[Sequence[str] | None] = []
        """What each question for tips was about."""

    async def tips(self, incident_ids: Sequence[str] | None = None) -> dict[str, Tip]:
        self.asked.append(incident_ids)
        found = {id_: Tip(*rest) for id_, *rest in self._rows(_TIPS)}
        seen = {k: v for k, v in found.items() if k not in self.private}
        return {k: v for k, v in seen.items() if incident_ids is None or k in incident_ids}

    async def hidden(self) -> set[str]:
        self._reached()
        return self.private

    async def entries(self, incident_id: str, after: int, limit: int) -> list[Row]:
        if incident_id in await self.hidden():
            return []
        wanted = f"SELECT {', '.join(WHOLE)} FROM entry WHERE incident_id = ? AND seq > ?"
        return self._rows(f"{wanted} ORDER BY seq LIMIT ?", incident_id, after, limit)

    async def answers(self, incident_id: str) -> list[Row]:
        if incident_id in await self.hidden():
            return []
        wanted = f"SELECT {', '.join(ANSWER)} FROM answer WHERE incident_id = ?"
        return self._rows(f"{wanted} ORDER BY step, revision", incident_id)

    async def run(self, script: Script[T]) -> T:
        self._reached()
        with closing(open_store(str(self._path))) as connection:
            result = run(connection, self._kept(script) if self.private else script)
        if self.loses_reply:
            self.loses_reply = False
            raise StoreAwayError("the connection was cut before the reply")
        return result

    def _kept(self, script: Script[T]) -> Script[T]:
        """The script, refused where it speaks of an incident that whoever asks cannot see."""
        rows: list[Row] | None = None
        while True:
            try:
                sql, params = next(script) if rows is None else script.send(rows)
            except StopIteration as end:
                result: T = end.value
                return result
            if not isinstance(params, list) and params.get("incident_id") in self.private:
                raise StoreReadOnlyError("that incident is private")
            rows = yield sql, params

    async def changes(self) -> AsyncIterator[str]:
        yield ""

    async def greet(self, window_id: str, author: str, host: str, incident_id: str) -> list[str]:
        self._reached()
        self._open[window_id] = author, incident_id
        return sorted({who for who, where in self._open.values() if where == incident_id})

    async def take_leave(self, window_id: str) -> None:
        self._open.pop(window_id, None)

    async def close(self) -> None:
        """Nothing stays open."""

    def _rows(self, sql: str, *params: object) -> list[Row]:
        self._reached()
        with closing(open_store(str(self._path))) as connection:
            return connection.execute(sql, params).fetchall()

    def _reached(self) -> None:
        if self.away:
            raise StoreAwayError("the server does not answer")
