"""The team's store, as a program that works on its own copy of it sees it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

    from incident_tui.storage.script import Row, Script

T = TypeVar("T")


class Tip(msgspec.Struct, frozen=True):
    """How far the team's store is with one incident; `answers` counts revisions of its prose."""

    number: int
    entries: int
    hash: bytes
    answers: int


class Team(Protocol):
    """Every method raises StoreAwayError when the store cannot be reached; asking again is safe."""

    async def tips(self, incident_ids: Sequence[str] | None = None) -> dict[str, Tip]:
        """Where these incidents stand, by id; None asks for all that this person may see."""

    async def hidden(self) -> set[str]:
        """The private incidents that this person is kept out of, by id."""

    async def entries(self, incident_id: str, after: int, limit: int) -> list[Row]:
        """Whole rows of `entry` with a greater `seq`, in that order: `WHOLE` names the columns."""

    async def answers(self, incident_id: str) -> list[Row]:
        """Every revision of the prose: `ANSWER` names the columns."""

    async def run(self, script: Script[T]) -> T:
        """Carry out a transaction; it may be carried out anew, so its ids are made beforehand."""

    def changes(self) -> AsyncIterator[str]:
        """The id of each incident as it changes, an empty string where all may have changed."""

    async def greet(self, window_id: str, author: str, host: str, incident_id: str) -> list[str]:
        """Say that a window is open on the incident; everybody who has one open on it, by name."""

    async def take_leave(self, window_id: str) -> None:
        """Say that the window is closed."""

    async def close(self) -> None:
        """Let the connections go."""


class Copy(Protocol):
    """The copy of the team's store on this computer, which is written to first."""

    @property
    def path(self) -> Path:
        """Where it lies."""

    async def record(self, script: Script[T]) -> T:
        """Carry out a transaction."""


WHOLE = (
    *("id", "incident_id", "seq", "kind", "version", "payload", "occurred_at", "recorded_at"),
    *("author", "source", "external_ref", "prev_hash", "hash", "commitment", "salt"),
)
"""The columns of an entry that are the same in every copy; its `pos` is each copy's own."""
ANSWER = ("id", "incident_id", "step", "revision", "text", "saved_at", "author", "drafted")
