"""An import is one transaction: what came in before stays as it is, the rest comes in together.

What is there already is known by its external reference. An entry whose import was taken back does
not count as there: the same source, read again, brings it in anew under a numbered reference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from incident_tui.domain.facts import ActionItemAdded, ImportCompleted, Imported, Retracted, Starred
from incident_tui.domain.fold import fold
from incident_tui.storage.answering import answer_empty
from incident_tui.storage.append import Draft, append, json_array
from incident_tui.storage.codec import COLUMNS, entry
from incident_tui.storage.schema import STATELESS

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

_IMPORTS: Final = f"""
SELECT {COLUMNS} FROM entry
WHERE incident_id = :incident_id AND kind IN ('{ImportCompleted.KIND}', '{Retracted.KIND}')
AND kind NOT IN {STATELESS}
ORDER BY seq
"""
_REFERENCES: Final = """
SELECT wanted.value, entry.id, json_extract(entry.payload, '$.batch')
FROM json_each(:refs) AS wanted CROSS JOIN entry
ON entry.incident_id = :incident_id AND (entry.external_ref = wanted.value
    OR entry.external_ref BETWEEN wanted.value || '~' AND wanted.value || '~:')
"""


class Piece:
    """One thing that comes in; `more` follow it at the end, if it is new."""

    __slots__ = ("draft", "more")

    def __init__(self, draft: Draft, more: Sequence[Draft] = ()) -> None:
        self.draft = draft
        self.more = more


class Taken:
    """What an import did: the lines that are new or were there, what came beside them, answers.

    `others` are the ids of what came beside and is taken back with the lines; `filled` are the
    fields of the post-mortem that were answered.
    """

    __slots__ = ("actions", "filled", "new", "others", "starred", "there")

    def __init__(self) -> None:
        self.new = 0
        self.there = 0
        self.actions = 0
        self.starred = 0
        self.others: list[str] = []
        self.filled: list[str] = []

    def count(self, draft: Draft, *, is_new: bool) -> None:
        """Take note of one draft that was appended."""
        if draft.kind == Imported.KIND:
            self.new += is_new
            self.there += not is_new
        elif is_new:
            self.actions += draft.kind == ActionItemAdded.KIND
            self.starred += draft.kind == Starred.KIND
            if draft.kind != Starred.KIND:  # a star says nothing of a line that is taken back
                self.others.append(draft.id)


def capture(
    incident_id: str,
    pieces: Iterable[Sequence[Piece]],
    completed: Callable[[Taken], Draft] | None,
    answers: Mapping[str, str],
    author: str,
    saved_at: int,
) -> Script[Taken]:
    """Append what is new, in the portions given.

    `completed` makes the entry that closes it, and by which it is taken back as one. Where nothing
    is new nothing is written. The incident must be there.
    """
    taken = Taken()
    gone, count = yield from _taken_back(incident_id)
    later: list[Draft] = []
    for portion in pieces:
        if gone:
            yield from _renew(incident_id, portion, gone, count)
        placed = yield from append([piece.draft for piece in portion])
        for piece, place in zip(portion, placed, strict=True):
            taken.count(piece.draft, is_new=place.is_new)
            if place.is_new:
                later += piece.more
    placed = yield from append(later)
    for draft, place in zip(later, placed, strict=True):
        taken.count(draft, is_new=place.is_new)
    taken.filled = yield from answer_empty(incident_id, answers, author, saved_at)
    if completed is not None and (taken.new or taken.others or taken.filled):
        yield from append([completed(taken)])
    return taken


def _taken_back(incident_id: str) -> Script[tuple[set[str], int]]:
    """The imports that no longer stand with what came beside their lines; how many there were."""
    rows = yield _IMPORTS, {"incident_id": incident_id}
    entries = [entry(row) for row in rows]
    marks = fold(entries).overlays
    imports = [(e.id, e.fact) for e in entries if isinstance(e.fact, ImportCompleted)]
    gone = [(id_, fact) for id_, fact in imports if id_ in marks and marks[id_].retracted]
    return {id_ for batch, fact in gone for id_ in (batch, *fact.others)}, len(imports)


def _renew(incident_id: str, portion: Sequence[Piece], gone: set[str], count: int) -> Script[None]:
    """Number the reference of each piece that is stored, but only as part of what is gone."""
    refs = json_array([str(piece.draft.external_ref) for piece in portion])
    rows = yield _REFERENCES, {"refs": refs, "incident_id": incident_id}
    known = {ref for ref, *_ in rows}
    standing = {ref: id_ for ref, id_, batch in rows if (batch or id_) not in gone}
    for piece in portion:
        ref = str(piece.draft.external_ref)
        if ref in standing:  # whatever its number: this is what the piece says again
            piece.draft.id = standing[ref]
            piece.draft.external_ref = None
        elif ref in known:
            for draft in (piece.draft, *piece.more):
                draft.external_ref = f"{draft.external_ref}~{count}"
