"""Who writes, through which door, by which clock and practice: what a fact needs beside itself."""

import os
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from incident_tui.domain.ids import uuid7
from incident_tui.domain.practice import PRACTICE, Practice


def wall_clock() -> datetime:
    """Now, aware UTC."""
    return datetime.now(UTC)


def new_id(now: datetime) -> str:
    """An id that sorts by time."""
    return uuid7(int(now.timestamp() * 1000), os.urandom(10))


class Session(msgspec.Struct, frozen=True):
    """One sitting of one person: `source` is the door (`tui`, `cli`, `replay`)."""

    author: str
    source: str
    now: Callable[[], datetime] = wall_clock
    new_id: Callable[[datetime], str] = new_id
    practice: Practice = PRACTICE
