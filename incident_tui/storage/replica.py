"""A copy of a team's store: what the team has confirmed as the team has it, then what waits.

Of each incident the entries up to `settled` are the team's own rows. Those above are *pending*:
durable here, folded, shown and searched, and not sent yet. Settling lifts them off, lays the team's
rows down and puts what is still pending on top of them, in one transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from incident_tui.domain.errors import StoreError
from incident_tui.domain.facts import Redacted
from incident_tui.domain.payloads import fact_of
from incident_tui.domain.wording import wording
from incident_tui.storage.append import INDEX, INSERT, append
from incident_tui.storage.draft import Draft
from incident_tui.storage.redact import UNINDEX, destroy
from incident_tui.storage.team import ANSWER, WHOLE, Tip
from incident_tui.storage.views import TIP, refresh

if TYPE_CHECKING:
    from incident_tui.storage.script import Row, Script

_TEAM: Final = "SELECT team FROM replica"
_JOIN: Final = "INSERT INTO replica (one, team) VALUES (1, :team)"
_EVERY: Final = """
SELECT incident.id, incident.entries, coalesce(settled.number, 0), coalesce(settled.entries, 0),
    coalesce(settled.answers, 0),
    (SELECT count(*) FROM answer LEFT JOIN settled_answer USING (incident_id, step)
     WHERE answer.incident_id = incident.id
     AND answer.revision > coalesce(settled_answer.revision, 0)),
    entry.hash
FROM incident LEFT JOIN settled ON settled.incident_id = incident.id
LEFT JOIN entry ON entry.incident_id = incident.id AND entry.seq = settled.entries
ORDER BY incident.number
"""
_SETTLED: Final = """
SELECT coalesce((SELECT entries FROM settled WHERE incident_id = :incident_id), 0)
"""
_TAIL: Final = f"""
SELECT pos, {", ".join(WHOLE)} FROM entry
WHERE incident_id = :incident_id AND seq > :seq ORDER BY seq
"""
_LATER: Final = "PRAGMA defer_foreign_keys = ON"
_LIFT: Final = "DELETE FROM entry WHERE pos = :pos"
_LAST: Final = "SELECT coalesce(max(pos), 0) FROM entry"
_SETTLE: Final = """
INSERT INTO settled VALUES (:incident_id, :number, :entries, 0)
ON CONFLICT (incident_id) DO UPDATE SET number = :number, entries = :entries
"""
_MAKE_ROOM: Final = """
UPDATE incident SET number = (SELECT 1 + max(number) FROM incident)
WHERE number = :number AND id <> :incident_id
"""
_NUMBER: Final = "UPDATE incident SET number = :number WHERE id = :incident_id"
_COUNT: Final = "UPDATE replica SET laid = laid + 1"
_HASHES: Final = """
SELECT hash FROM entry WHERE incident_id = :incident_id AND seq <= :settled ORDER BY seq
"""
_UNSETTLE: Final = """
UPDATE settled SET entries = :entries, answers = 0 WHERE incident_id = :incident_id
"""
_UNSETTLE_ANSWERS: Final = "DELETE FROM settled_answer WHERE incident_id = :incident_id"
UNSENT: Final = f"""
SELECT {", ".join(f"answer.{column}" for column in ANSWER)}
FROM answer LEFT JOIN settled_answer USING (incident_id, step)
WHERE answer.incident_id = :incident_id AND answer.revision > coalesce(settled_answer.revision, 0)
ORDER BY answer.step, answer.revision
"""
_WHOLE: Final = f"""
SELECT {", ".join(WHOLE)} FROM entry WHERE incident_id = :incident_id ORDER BY seq
"""
_ANSWERS: Final = f"""
SELECT {", ".join(ANSWER)} FROM answer WHERE incident_id = :incident_id ORDER BY step, revision
"""


class Held(NamedTuple):
    """One incident here: all its entries, what the team has of it, and the answers not sent.

    `hash` is that of the last entry which the team had; None where it had none.
    """

    incident_id: str
    entries: int
    number: int
    settled: int
    answers: int
    unsent: int
    hash: bytes | None

    @property
    def waiting(self) -> int:
        """How many entries and answers are not sent."""
        return self.entries - self.settled + self.unsent

    def is_behind(self, tip: Tip) -> bool:
        """Whether the team's store has something that is not here, or has lost what it had."""
        there = (tip.number, tip.entries, tip.answers, tip.hash)
        return (self.number, self.settled, self.answers, self.hash) != there


def join(team: str) -> Script[None]:
    """Make an empty store a copy of that team's; StoreError where it is of use already."""
    rows = yield _TEAM, {}
    if not rows:
        if (yield from _last()):
            raise StoreError("this store has incidents of its own; `push` sends them to a team's")
        yield _JOIN, {"team": team}


def held() -> Script[list[Held]]:
    """How far each incident here is."""
    rows = yield _EVERY, {}
    return [Held(*row) for row in rows]


def waiting() -> Script[int]:
    """How many entries and answers of all incidents are not sent."""
    return sum(each.waiting for each in (yield from held()))


def outgoing(incident_id: str) -> Script[tuple[list[Draft], list[Row]]]:
    """The entries of an incident that wait, in order, and its answers that do."""
    [(settled,)] = yield _SETTLED, {"incident_id": incident_id}
    tail = yield _TAIL, {"incident_id": incident_id, "seq": settled}
    unsent = yield UNSENT, {"incident_id": incident_id}
    return [draft_of(row[1:]) for row in tail], unsent


def whole(incident_id: str) -> Script[tuple[list[Row], list[Row]]]:
    """Every entry of an incident, and every answer: `WHOLE` and `ANSWER` name the columns."""
    entries = yield _WHOLE, {"incident_id": incident_id}
    answers = yield _ANSWERS, {"incident_id": incident_id}
    return entries, answers


def draft_of(row: Row) -> Draft:
    """The draft that makes such a row, whose columns are those in `WHOLE`."""
    told = dict(zip(WHOLE, row, strict=True))
    text = wording(fact_of(told["kind"], told["version"], told["payload"]))
    wanted = set(Draft.__slots__) - {"text"}
    return Draft(text=text, **{name: told[name] for name in wanted})


def hashes(incident_id: str, settled: int) -> Script[list[bytes]]:
    """Those of the entries that the team had, in order."""
    rows = yield _HASHES, {"incident_id": incident_id, "settled": settled}
    return [bytes(row[0]) for row in rows]


def unsettle(incident_id: str, entries: int) -> Script[None]:
    """What the team's store has lost waits again: the entries after so many, and all answers."""
    yield _UNSETTLE, {"incident_id": incident_id, "entries": entries}
    yield _UNSETTLE_ANSWERS, {"incident_id": incident_id}


def settle(incident_id: str, tip: Tip, rows: Sequence[Row]) -> Script[None]:
    """Lay the team's rows down, which follow those here without a gap, and what waits on top."""
    [(settled,)] = yield _SETTLED, {"incident_id": incident_id}
    told = [dict(zip(WHOLE, row, strict=True)) for row in rows]
    fresh = [row for row in told if row["seq"] > settled]
    if fresh and fresh[0]["seq"] != settled + 1:
        raise StoreError("the team's store and this copy have parted; the next exchange mends it")
    tail = yield _TAIL, {"incident_id": incident_id, "seq": settled}
    yield _LATER, {}
    lifted: list[dict[str, Any]] = [{"pos": row[0]} for row in tail]
    if lifted and fresh:
        yield UNINDEX, lifted
        yield _LIFT, lifted
    if fresh:
        yield from _lay(fresh)
        if any(row["kind"] == Redacted.KIND for row in fresh):
            yield from _destroyed(incident_id, fresh)
    numbered = {"incident_id": incident_id, "number": tip.number}
    yield _SETTLE, {**numbered, "entries": settled + len(fresh)}
    yield from refresh(incident_id)
    yield TIP, {"id": incident_id}
    yield _MAKE_ROOM, numbered
    yield _NUMBER, numbered
    if fresh:
        yield from _put_back(tail, fresh)


def _lay(fresh: list[dict[str, Any]]) -> Script[None]:
    last = yield from _last()
    for pos, row in enumerate(fresh, last + 1):
        row["pos"] = pos
    yield INSERT, fresh
    texts = [
        (row["pos"], wording(fact_of(row["kind"], row["version"], row["payload"]))) for row in fresh
    ]
    indexed: list[dict[str, object]] = [{"pos": pos, "text": text} for pos, text in texts if text]
    if indexed:
        yield INDEX, indexed


def _destroyed(incident_id: str, fresh: list[dict[str, Any]]) -> Script[None]:
    """What the team has destroyed since is destroyed here."""
    for row in fresh:
        fact = fact_of(row["kind"], row["version"], row["payload"])
        if isinstance(fact, Redacted):
            yield from destroy(fact.target, incident_id)


def _put_back(tail: Sequence[Row], fresh: list[dict[str, Any]]) -> Script[None]:
    """Append again what waited and is not among the team's rows; count it if its place changed."""
    ids = [row["id"] for row in fresh]
    refs = {row["external_ref"] for row in fresh} - {None}
    drafts = [draft_of(row[1:]) for row in tail]
    waiting = [d for d in drafts if d.id not in set(ids) and d.external_ref not in refs]
    if waiting:
        yield from append(waiting)
    after = [*ids, *(draft.id for draft in waiting)]
    before = [draft.id for draft in drafts]
    if after[: len(before)] != before:
        yield _COUNT, {}


def renumber() -> Script[None]:
    """Give each incident the team's number again, after the views were made anew."""
    if not (yield _TEAM, {}):
        return
    yield f"UPDATE incident SET number = number + {_ASIDE}", {}
    yield (
        "UPDATE incident SET number = (SELECT number FROM settled WHERE incident_id = incident.id) "
        "WHERE id IN (SELECT incident_id FROM settled)",
        {},
    )
    waiting = yield f"SELECT id FROM incident WHERE number > {_ASIDE} ORDER BY number", {}
    for (incident_id,) in waiting:
        yield (
            "UPDATE incident SET number = 1 + (SELECT coalesce(max(number), 0) FROM incident "
            f"WHERE number <= {_ASIDE}) WHERE id = :id",
            {"id": incident_id},
        )


_ASIDE: Final = 1_000_000_000
"""More than any number, so that none is given twice while they are being given."""


def _last() -> Script[int]:
    [(last,)] = yield _LAST, {}
    return int(last)
