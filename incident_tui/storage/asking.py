"""A question is one statement with named parameters, whatever engine answers it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from incident_tui.storage.script import UNREADABLE, refusal

if TYPE_CHECKING:
    from sqlite3 import Connection

    from incident_tui.storage.script import Row


class Questions(Protocol):
    """A store that answers; StoreError when it does not."""

    def __call__(self, sql: str, **params: object) -> list[Row]:
        """All the rows at once."""

    def close(self) -> None:
        """Let the store go."""


class Pictures(Questions, Protocol):
    """A store that can be held still while several questions are asked."""

    def picture(self) -> AbstractContextManager[None]:
        """What is asked within sees the store as it was when it began."""


class FileQuestions:
    """Questions to a file; StoreLockedError rather than a wait longer than it was opened for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __call__(self, sql: str, **params: object) -> list[Row]:
        """All the rows at once, so that no cursor stays open."""
        try:
            return self._connection.execute(sql, params).fetchall()
        except UNREADABLE as error:
            raise refusal(error) from error

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()
