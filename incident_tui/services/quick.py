"""A plain note takes the shortest way from the shell to the disk, and is the same entry there.

Imports only the part of the store that one note needs; what is not plain is left to others.
"""

from __future__ import annotations

import os
import time

from incident_tui.domain.ids import uuid7
from incident_tui.services import defaults
from incident_tui.storage.append import append
from incident_tui.storage.note import addressed, note
from incident_tui.storage.opening import open_store
from incident_tui.storage.script import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from incident_tui.storage.script import Script

_LONGEST_NUMBER = 9


class LogLine:
    """A line to log and what was named beside it; empty strings and None where nothing was."""

    __slots__ = ("author", "db", "number", "text")

    def __init__(self, text: str, number: int | None, db: str, author: str) -> None:
        self.text = text
        self.number = number
        self.db = db
        self.author = author

    @property
    def plain(self) -> bool:
        """Whether it can only be a note: it begins neither a command nor a time."""
        text = self.text
        return (
            text[:1].isascii()
            and text[:1].isalpha()
            and text.isprintable()
            and not text[:9].casefold().startswith(("today", "yesterday"))
        )


def read(args: Sequence[str]) -> LogLine | None:
    """The line that the arguments log, or None when they may mean anything else."""
    named = {"--db": "", "--as": ""}
    at = 0
    while at + 1 < len(args) and args[at] in named:
        named[args[at]] = args[at + 1]
        at += 2
    if args[at : at + 1] != ["log"]:
        return None
    words = args[at + 1 :]
    number: int | None = None
    if len(words) > 1 and words[0] == "-i":
        digits = words[1].upper().removeprefix("INC-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER):
            return None
        number, words = int(digits), words[2:]
    # What begins with a dash is an option or stdin, but for a time such as -5m.
    if not words or (words[0].startswith("-") and not words[0][1:2].isdecimal()):
        return None
    return LogLine(" ".join(words), number, named["--db"], named["--as"])


def log(line: LogLine) -> str | None:
    """Append a plain note; the line that says so, or None when others must explain why not."""
    told = _told()
    if told is None:
        return None
    path = defaults.store_file(line.db, told.get("db", ""))
    if defaults.is_server(path):
        return None
    connection = open_store(path)
    try:
        author = defaults.author(line.author, told.get("author", ""))
        return run(connection, _logging(line, author, time.time_ns() // 1000))
    finally:
        connection.close()


def _logging(line: LogLine, author: str, now: int) -> Script[str | None]:
    """The transaction that appends the note; `now` is microseconds UTC."""
    text = line.text.strip()
    incident = yield from addressed(line.number)
    if incident is None:
        return None
    yield from append(
        [
            note(
                text,
                id=uuid7(now // 1000, os.urandom(10)),
                incident_id=incident[0],
                occurred_at=now,
                recorded_at=now,
                author=author,
                source="cli",
            )
        ]
    )
    clock = time.strftime("%H:%M:%S", time.gmtime(now // 1_000_000))
    return f"INC-{incident[1]}  {clock}  note  {' '.join(text.split())}"


def _told() -> dict[str, Any] | None:
    """The configuration, empty without a file; None when there is one that cannot be used."""
    file = os.environ.get(defaults.CONFIG_VARIABLE, "")
    if not file and not os.path.exists(file := defaults.config_file()):  # noqa: PTH110
        return {}
    import tomllib  # noqa: PLC0415

    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            told = tomllib.load(opened)
    except (OSError, ValueError):
        return None
    # A note must not fail over a setting it has no use for; the others are judged elsewhere.
    return told if all(isinstance(told.get(key, ""), str) for key in ("db", "author")) else None
