"""Facts enter the store here and nowhere else: numbered, chained and searchable in one transaction.

Imports only what a `log` of one note can afford; the fold comes in when a fact bears state.
"""

from __future__ import annotations

from os import urandom

from incident_tui.domain.errors import NotFoundError, StoreDamagedError
from incident_tui.storage.chain import GENESIS, commitment, link
from incident_tui.storage.draft import Draft
from incident_tui.storage.schema import STATELESS
from incident_tui.storage.script import json_array

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from incident_tui.storage.script import Script


class Appended:
    """Where a draft now lies; `is_new` is False when it had been stored before."""

    __slots__ = ("hash", "is_new", "number", "pos", "seq")

    def __init__(self, pos: int, seq: int, number: int, hash_: bytes, *, is_new: bool) -> None:
        self.pos = pos
        self.seq = seq
        self.number = number
        self.hash = hash_
        self.is_new = is_new


_KNOWN = """
SELECT pos, seq, hash, id, external_ref FROM entry
WHERE id IN (SELECT value FROM json_each(:ids))
UNION
SELECT pos, seq, hash, id, external_ref FROM entry
WHERE incident_id = :incident_id AND external_ref IN (SELECT value FROM json_each(:refs))
"""
_TIP = """
SELECT seq, hash, (SELECT max(pos) FROM entry) FROM entry
WHERE incident_id = :incident_id ORDER BY seq DESC LIMIT 1
"""
LAST_DECLARED = """
SELECT 0, hash, (SELECT max(pos) FROM entry) FROM entry WHERE seq = 1 ORDER BY pos DESC LIMIT 1
"""
INSERT = """
INSERT INTO entry (pos, id, incident_id, seq, kind, version, payload, occurred_at, recorded_at,
                   author, source, external_ref, prev_hash, hash, commitment, salt)
VALUES (:pos, :id, :incident_id, :seq, :kind, :version, :payload, :occurred_at, :recorded_at,
        :author, :source, :external_ref, :prev_hash, :hash, :commitment, :salt)
"""
# Its rows bear the entry's id too, for an engine that gives positions itself.
INDEX = "INSERT INTO search (text, rowid) VALUES (:text, :pos)"
_MOVE_TIP = """
UPDATE incident SET entries = :seq, tip = :hash, updated_at = :recorded_at
WHERE id = :incident_id
"""
_NUMBER = "SELECT number FROM incident WHERE id = :incident_id"


def append(drafts: Sequence[Draft]) -> Script[list[Appended]]:
    """Store the facts of one incident, in order; what is stored already is given back as it is.

    The first fact of a new incident is `declared`, with the incident's id as its own.
    """
    if not drafts:
        return []
    incident_id = drafts[0].incident_id
    if any(draft.incident_id != incident_id for draft in drafts):
        raise ValueError("one transaction appends to one incident")
    known = yield from _known(drafts)
    rows = yield from _chained(_unseen(drafts, known))
    if rows:
        yield INSERT, rows
        indexed = [row for row in rows if row["text"]]
        if indexed:
            yield INDEX, indexed
        if any(row["kind"] not in STATELESS for row in rows):
            from incident_tui.storage.views import refresh  # noqa: PLC0415 - a note needs no fold

            yield from refresh(incident_id)
        yield _MOVE_TIP, rows[-1]
    numbers = yield _NUMBER, {"incident_id": incident_id}
    if not numbers:
        raise StoreDamagedError(
            "the list of incidents is damaged; `incident-tui rebuild` makes it anew"
        )
    return _answers(drafts, known, rows, numbers[0][0])


_Place = tuple[int, int, bytes]


def _known(drafts: Sequence[Draft]) -> Script[dict[str, _Place]]:
    """Where the drafts that are stored already lie: by id, and by reference behind a `ref:`."""
    refs = [draft.external_ref for draft in drafts if draft.external_ref is not None]
    rows = yield (
        _KNOWN,
        {
            "ids": json_array([draft.id for draft in drafts]),
            "refs": json_array(refs),
            "incident_id": drafts[0].incident_id,
        },
    )
    places: dict[str, _Place] = {}
    for pos, seq, hash_, id_, ref in rows:
        places[id_] = (pos, seq, hash_)
        if ref is not None:
            places[f"ref:{ref}"] = (pos, seq, hash_)
    return places


def _keys(draft: Draft) -> tuple[str, ...]:
    ref = draft.external_ref
    return (draft.id,) if ref is None else (draft.id, f"ref:{ref}")


def _unseen(drafts: Sequence[Draft], known: dict[str, _Place]) -> list[Draft]:
    """The drafts to store: neither in the store nor earlier in the list."""
    seen = set(known)
    fresh = []
    for draft in drafts:
        keys = _keys(draft)
        if seen.isdisjoint(keys):
            fresh.append(draft)
            seen.update(keys)
    return fresh


def _chained(drafts: list[Draft]) -> Script[list[dict[str, Any]]]:
    """The rows of the new entries, each bound to the one before."""
    if not drafts:
        return []
    seq, previous, pos = yield from _tip(drafts[0])
    rows: list[dict[str, Any]] = []
    for draft in drafts:
        seq, pos = seq + 1, pos + 1
        row: dict[str, Any] = {name: getattr(draft, name) for name in Draft.__slots__}
        salt = urandom(16)
        committed = commitment(salt, draft.payload)
        meta = (draft.id, draft.incident_id, seq, draft.kind, draft.version)
        more = (draft.occurred_at, draft.recorded_at, draft.author, draft.source)
        hash_ = link(previous, (*meta, *more, draft.external_ref), committed)
        row |= {"pos": pos, "seq": seq, "prev_hash": previous, "hash": hash_}
        row |= {"commitment": committed, "salt": salt}
        rows.append(row)
        previous = hash_
    return rows


def _tip(draft: Draft) -> Script[tuple[int, bytes, int]]:
    """What the draft follows: a `seq` and a hash, and the last position in the store."""
    tips = yield _TIP, {"incident_id": draft.incident_id}
    if not tips:
        if draft.id != draft.incident_id or draft.kind != "declared":
            raise NotFoundError("there is no such incident; declare it first")
        # A new incident follows the last one declared, so that removing a whole one is noticed.
        tips = (yield LAST_DECLARED, {}) or [(0, GENESIS, 0)]
    seq, previous, pos = tips[0]
    return seq, previous, pos


def _answers(
    drafts: Sequence[Draft],
    known: dict[str, _Place],
    rows: list[dict[str, Any]],
    number: int,
) -> list[Appended]:
    places: dict[str, _Place] = dict(known)
    for row in rows:
        place = (row["pos"], row["seq"], row["hash"])
        places[str(row["id"])] = place
        if row["external_ref"] is not None:
            places[f"ref:{row['external_ref']}"] = place
    new = {row["id"] for row in rows}
    answers = []
    for draft in drafts:
        here = places.get(draft.id)
        pos, seq, hash_ = here if here is not None else places[f"ref:{draft.external_ref}"]
        answers.append(Appended(pos, seq, number, hash_, is_new=draft.id in new))
    return answers
