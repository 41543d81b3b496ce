"""Verification trusts nothing but the hashes: it recounts the entries and refolds every view."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import msgspec

from incident_tui.domain.errors import StoreError
from incident_tui.domain.facts import Redacted
from incident_tui.domain.payloads import fact_of, payload_of
from incident_tui.domain.wording import wording
from incident_tui.storage.asking import FileQuestions, Pictures
from incident_tui.storage.chain import GENESIS, META, commitment, link
from incident_tui.storage.codec import blanked
from incident_tui.storage.connection import team_of
from incident_tui.storage.redact import REWORDINGS
from incident_tui.storage.script import UNREADABLE, refusal
from incident_tui.storage.views import KEPT, STATE_ROWS, view

if TYPE_CHECKING:
    from incident_tui.storage.script import Row


class Problem(msgspec.Struct, frozen=True):
    """What is wrong, and where: incident `number` and entry `seq`, None where it is not in one."""

    text: str
    number: int | None = None
    seq: int | None = None

    def __str__(self) -> str:
        place = [f"#{self.number}"] if self.number is not None else []
        place += [f"entry {self.seq}"] if self.seq is not None else []
        return ": ".join([" ".join(place), self.text] if place else [self.text])


def verify(connection: sqlite3.Connection) -> list[Problem]:
    """Everything that is wrong with the store; an empty list is a whole store.

    Found: a changed, moved or missing entry, a missing incident, a view that differs. Not found: a
    tail cut together with every counter, or a chain made anew; compare a tip kept elsewhere.
    """
    problems: list[Problem] = []
    try:
        problems.extend(_file(connection))
        numbers = _numbers(connection)
    except StoreError as error:
        return [*problems, Problem(str(error))]
    except UNREADABLE as error:
        return [*problems, Problem(str(refusal(error)))]
    return problems + recounted(_OpenFile(connection), numbers)


def _numbers(connection: sqlite3.Connection) -> dict[str, int] | None:
    """The numbers that a team gave the incidents of its copy; None for a plain store."""
    if not team_of(connection):
        return None
    numbered = "SELECT incident.id, coalesce(settled.number, incident.number) FROM incident"
    joined = f"{numbered} LEFT JOIN settled ON settled.incident_id = incident.id"
    return dict(connection.execute(joined).fetchall())


def recounted(ask: Pictures, given: dict[str, int] | None = None) -> list[Problem]:
    """What is wrong with the entries of any store and the views made from them.

    `given` are the numbers in a copy, in which a person need not hold every incident of the team.
    """
    problems: list[Problem] = []
    try:
        problems.extend(_incidents(ask, given))
    except StoreError as error:
        problems.append(Problem(str(error)))
    except (TypeError, ValueError, AttributeError, LookupError):
        # A flipped bit may change the type of any column, and the name of one in the schema.
        problems.append(Problem("the store is damaged: a column holds what it never can"))
    return problems


def _file(connection: sqlite3.Connection) -> Iterator[Problem]:
    """What SQLite itself can find, and the count of all entries."""
    for (text,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if text != "ok":
            yield Problem(f"the file is damaged: {text}")
    for table, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem(f"a row of {table} names an entry that is not there")
    if connection.execute("SELECT 1 FROM redaction").fetchall():
        yield Problem("a redaction was left open")
    counts = "SELECT count(*), (SELECT seq FROM sqlite_sequence WHERE name = 'entry') FROM entry"
    [(found, given)] = connection.execute(counts).fetchall()
    # In a team's copy, what was laid down anew left its position behind.
    if found != (given or 0) and not team_of(connection):
        yield Problem(f"{given or 0} entries were appended and {found} are there")


class _OpenFile(FileQuestions):
    """Questions to a file that somebody else has opened, and closes."""

    @contextmanager
    def picture(self) -> Iterator[None]:
        """What is asked within sees the file as it was when it began."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.rollback()

    def close(self) -> None:
        """Leave it open."""


DECLARED: Final = "SELECT id, prev_hash, hash FROM entry WHERE seq = 1 ORDER BY pos"


def _incidents(ask: Pictures, given: dict[str, int] | None) -> Iterator[Problem]:
    previous = GENESIS
    numbers: dict[str, int] = {}
    for number, (id_, prev_hash, hash_) in enumerate(ask(DECLARED), 1):
        numbers[id_] = number if given is None else given.get(id_, number)
        if given is None and prev_hash != previous:
            yield Problem("the incident declared before it was removed or changed", number, 1)
        previous = hash_
    every = "SELECT incident_id FROM entry UNION SELECT id FROM incident"
    for (id_,) in ask(every):
        # One short read transaction an incident: a whole picture of it, and no writer kept waiting.
        with ask.picture():
            yield from _incident(ask, id_, numbers.get(id_))


def _incident(ask: Pictures, id_: str, rank: int | None) -> Iterator[Problem]:
    rows = ask(_LISTED, id=id_)
    shown: dict[str, Any] = dict(zip(_COLUMNS, rows[0], strict=True)) if rows else {}
    number = shown.get("number", rank)
    if not shown:
        yield Problem("missing from the list of incidents", number)
    elif rank is None:
        yield Problem("its first entry is missing", number, 1)
    elif number != rank:
        yield Problem(f"it was declared as number {rank}", number)
    last = (0, b"")
    for row in _entries(ask, id_):
        yield from _entry(row, last, number)
        last = (row["seq"], row["hash"])
    yield from _unexplained(ask, id_, number)
    if shown and last != (shown["entries"], shown["tip"]):
        yield Problem(f"{shown['entries']} entries are on record, the last is {last[0]}", number)
    if shown and rank is not None:
        yield from _views(ask, shown)


_CHUNK: Final = 5000
_ENTRIES: Final = f"""
SELECT {META}, payload, prev_hash, hash, commitment, salt, search.text
FROM entry LEFT JOIN search ON search.rowid = entry.pos
WHERE incident_id = :id AND seq > :seq ORDER BY seq LIMIT {_CHUNK}
"""
_COLUMNS: Final = ("id", "number", "entries", "tip", *KEPT)
_LISTED: Final = f"SELECT {', '.join(_COLUMNS)} FROM incident WHERE id = :id"
_META: Final = META.split(", ")
_NAMES: Final = [*_META, "payload", "prev_hash", "hash", "commitment", "salt", "indexed"]


def _entries(ask: Pictures, id_: str) -> Iterator[dict[str, Any]]:
    rows: list[Row] = ask(_ENTRIES, id=id_, seq=-(2**63))
    while rows:
        for row in rows:
            yield dict(zip(_NAMES, row, strict=True))
        rows = ask(_ENTRIES, id=id_, seq=rows[-1][_META.index("seq")])


def _entry(row: dict[str, Any], last: tuple[int, bytes], number: int | None) -> Iterator[Problem]:
    seq, salt, payload = row["seq"], row["salt"], row["payload"]
    if seq > last[0] + 1:
        missing = f"{last[0] + 1}" if seq == last[0] + 2 else f"{last[0] + 1} to {seq - 1}"
        yield Problem(f"entry {missing} before it is missing", number, seq)
    elif seq > 1 and row["prev_hash"] != last[1]:
        yield Problem("it does not follow the entry before it", number, seq)
    fact = fact_of(row["kind"], row["version"], payload)
    if salt is not None and commitment(salt, payload) != row["commitment"]:
        yield Problem("its content was changed", number, seq)
    elif salt is None and payload != payload_of(blanked(fact))[2]:
        yield Problem("its redacted content was changed", number, seq)
    meta = tuple(row[name] for name in _META)
    if link(row["prev_hash"], meta, row["commitment"]) != row["hash"]:
        yield Problem("it was changed", number, seq)
    if (row["indexed"] or "") != wording(fact):
        yield Problem("search does not find it; rebuild the views", number, seq)


_BLANK: Final = """
SELECT id, seq, kind, version, payload FROM entry WHERE incident_id = :id AND salt IS NULL
ORDER BY seq
"""


def _unexplained(ask: Pictures, id_: str, number: int | None) -> Iterator[Problem]:
    """Entries without their text that no redaction speaks of."""
    said = ask(
        "SELECT kind, version, payload FROM entry WHERE incident_id = :id AND kind = :kind",
        id=id_,
        kind=Redacted.KIND,
    )
    facts = [fact_of(*row) for row in said]
    targets = {fact.target for fact in facts if isinstance(fact, Redacted)}
    for entry, seq, *stored in ask(_BLANK, id=id_):
        fact = fact_of(*stored)
        if entry not in targets and not (isinstance(fact, REWORDINGS) and fact.target in targets):
            yield Problem("its text was removed without a redaction", number, seq)


_ACTIONS: Final = "SELECT * FROM action_item WHERE incident_id = :id ORDER BY number"
_RECURRENCES: Final = "SELECT * FROM recurrence WHERE incident_id = :id ORDER BY earlier_id"


def _views(ask: Pictures, shown: dict[str, Any]) -> Iterator[Problem]:
    rows = ask(STATE_ROWS, incident_id=shown["id"])
    try:
        made = view(rows)
    except StoreError as error:
        yield Problem(str(error), shown["number"])
        return
    for name, value in made.incident.items():
        if shown[name] != value:
            text = f"the list says {name} is {shown[name]!r}, the entries say {value!r}"
            yield Problem(f"{text}; rebuild the views", shown["number"])
    for what, sql, wanted in (
        ("action items differ", _ACTIONS, made.actions),
        ("recurrences differ", _RECURRENCES, made.recurrences),
    ):
        if ask(sql, id=shown["id"]) != [tuple(r.values()) for r in wanted]:
            yield Problem(f"its {what} from the entries; rebuild the views", shown["number"])
