"""The team's store for whoever has no loop of their own: each call waits for its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from incident_tui.storage.integrity import Problem, recounted
from incident_tui.storage.postgres.address import Address
from incident_tui.storage.postgres.team import PostgresTeam

if TYPE_CHECKING:
    from incident_tui.storage.script import Row, Script

T = TypeVar("T")
_UNSEEN = "SELECT (SELECT count(*) FROM declared()) - (SELECT count(*) FROM entry WHERE seq = 1)"


class BlockingTeam:
    """Scripts and questions on a team's store; to be used outside of any loop."""

    def __init__(self, address: Address | str) -> None:
        self._team = PostgresTeam(address)
        self._runner = asyncio.Runner()
        self._closed = False

    def __call__(self, sql: str, **params: object) -> list[Row]:
        """The rows of a question that is written for a file."""
        return self._runner.run(self._team.ask(sql, **params))

    def run(self, script: Script[T], *, alone: bool = False) -> T:
        """Carry out a transaction; `alone` keeps every other writer out until it is done."""
        return self._runner.run(self._team.run(script, alone=alone))

    @contextmanager
    def picture(self) -> Iterator[None]:
        """What is asked within sees the store as it was when it began."""
        self("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            yield
        finally:
            self("ROLLBACK")

    def verify(self) -> list[Problem]:
        """Everything that is wrong with the store; an empty list is a whole store."""
        return recounted(self)

    def unseen(self) -> int:
        """How many incidents are private to others, and so were not verified."""
        [(count,)] = self(_UNSEEN)
        return int(count)

    def close(self) -> None:
        """Let the connection go; once is enough."""
        if not self._closed:
            self._closed = True
            self._runner.run(self._team.close())
            self._runner.close()
