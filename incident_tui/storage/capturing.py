"""What came in before stays; of an import the rest comes in, in one transaction or several.

What is there already is known by its external reference. An entry whose import was taken back, or
broke off, does not count as there: the same source, read again, brings it in anew under a numbered
reference. An import that broke off under the same name goes on instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from incident_tui.domain.facts import (
    ActionItemAdded,
    ImportBegun,
    ImportCompleted,
    Imported,
    Retracted,
    Starred,
)
from incident_tui.domain.fold import fold
from incident_tui.domain.overlays import unfinished
from incident_tui.storage.answering import answer_empty
from incident_tui.storage.append import Appended, append
from incident_tui.storage.codec import COLUMNS, entry
from incident_tui.storage.draft import Draft
from incident_tui.storage.schema import STATELESS
from incident_tui.storage.script import json_array

if TYPE_CHECKING:
    from incident_tui.storage.script import Script

_MANY: Final = 2000
"""Stars that are held before they are stored: they are folded with all that went before them."""
_KINDS: Final = (ImportBegun.KIND, ImportCompleted.KIND, Retracted.KIND)
_IMPORTS: Final = f"""
SELECT {COLUMNS} FROM entry
WHERE incident_id = :incident_id AND kind IN {_KINDS}
AND kind NOT IN {STATELESS}
ORDER BY seq
"""
_REFERENCES: Final = """
SELECT wanted.value, entry.id, json_extract(entry.payload, '$.batch'), entry.external_ref
FROM json_each(:refs) AS wanted CROSS JOIN entry
ON entry.incident_id = :incident_id AND (entry.external_ref = wanted.value
    OR entry.external_ref BETWEEN wanted.value || '~' AND wanted.value || '~:')
"""
_LINES: Final = f"""
SELECT count(*) FROM entry
WHERE incident_id = :incident_id AND kind = '{Imported.KIND}'
AND json_extract(payload, '$.batch') = :batch
"""


class Piece:
    """One thing that comes in; `more`, told its id, follows it later on, if it is new.

    `renewed` is what its reference is lengthened by, and those of what follows it.
    """

    __slots__ = ("draft", "more", "renewed")

    def __init__(self, draft: Draft, more: Callable[[str], Sequence[Draft]] | None = None) -> None:
        self.draft = draft
        self.more = more
        self.renewed = ""

    def followed_by(self) -> Iterator[Draft]:
        """What is appended beside it."""
        for draft in self.more(self.draft.id) if self.more else ():
            draft.external_ref = f"{draft.external_ref}{self.renewed}"
            yield draft


class Taken:
    """What an import did: the lines that are new or were there, what came beside them, answers.

    `others` are the ids of what came beside and is taken back with the lines; `filled` are the
    fields of the post-mortem that were answered; `earlier` lines came in before the import broke
    off.
    """

    __slots__ = ("actions", "earlier", "filled", "new", "others", "starred", "there")

    def __init__(self) -> None:
        self.new = 0
        self.there = 0
        self.earlier = 0
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


class Capturing:
    """One import into one incident, which must be there: `begin`, `take` what comes, `finish`.

    Each may be a transaction of its own. Then `begin` is given an `ImportBegun`, and until `finish`
    no line of it counts.
    """

    def __init__(self, incident_id: str) -> None:
        self._incident_id = incident_id
        self._gone: set[str] = set()
        self._count = 0
        self._later: list[Draft] = []
        self._resumed = ""
        self._begun: Draft | None = None
        self.taken = Taken()

    def begin(
        self, draft: Draft | None = None, begun: ImportBegun | None = None, *, at_once: bool = False
    ) -> Script[str]:
        """The id that will close it: of `begun`, or of the like one that broke off and goes on.

        Unless `at_once`, that it was begun is stored with the first new line: most often there is
        none where a source is read again.
        """
        rows = yield _IMPORTS, {"incident_id": self._incident_id}
        entries = [entry(row) for row in rows]
        marks = fold(entries).overlays
        for each in entries:
            if isinstance(each.fact, ImportCompleted):
                self._count += 1
                self._give_up()  # its lines may have come in with this one
                if each.id in marks and marks[each.id].retracted:
                    self._gone |= {each.id, *each.fact.others}
            elif isinstance(each.fact, ImportBegun) and each.fact.batch in marks:
                if unfinished(each, marks) and _alike(each.fact, begun):
                    self._give_up()
                    self._resumed = each.fact.batch
                else:
                    self._count += 1
                    self._gone.add(each.fact.batch)
        if draft is not None and not self._resumed:
            if at_once:
                yield from append([draft])
            else:
                self._begun = draft
        return self._resumed or (begun.batch if begun else "")

    def _give_up(self) -> None:
        """What broke off does not go on."""
        if self._resumed:
            self._count += 1
            self._gone.add(self._resumed)
            self._resumed = ""

    def take(self, portion: Sequence[Piece]) -> Script[None]:
        """Append what is new of it."""
        ours: set[str] = set()
        if self._gone or self._resumed:
            ours = yield from self._renew(portion)
        placed = yield from self._append([piece.draft for piece in portion])
        for piece, place in zip(portion, placed, strict=True):
            if piece.more and (place.is_new or piece.draft.id in ours):
                self._later += piece.followed_by()
        if len(self._later) >= _MANY:
            stars = [draft for draft in self._later if draft.kind == Starred.KIND]
            self._later = [draft for draft in self._later if draft.kind != Starred.KIND]
            yield from self._append(stars)
        if self._begun is not None and self.taken.new:
            yield from append([self._begun])
            self._begun = None

    def _append(self, drafts: Sequence[Draft]) -> Script[list[Appended]]:
        """Append them, and count what is new."""
        placed = yield from append(drafts)
        for draft, place in zip(drafts, placed, strict=True):
            self.taken.count(draft, is_new=place.is_new)
        return placed

    def _renew(self, portion: Sequence[Piece]) -> Script[set[str]]:
        """Number the reference of each piece that is stored, but only as part of what is gone.

        Gives the ids of those that came in before the import broke off.
        """
        refs = json_array([str(piece.draft.external_ref) for piece in portion])
        rows = yield _REFERENCES, {"refs": refs, "incident_id": self._incident_id}
        known = {ref for ref, *_ in rows}
        standing = {
            ref: (id_, stored)
            for ref, id_, batch, stored in rows
            if (batch or id_) not in self._gone
        }
        for piece in portion:
            ref = str(piece.draft.external_ref)
            if ref in standing:  # whatever its number: this is what the piece says again
                piece.draft.id, stored = standing[ref]
                piece.renewed = stored.removeprefix(ref)
                piece.draft.external_ref = None
            elif ref in known:
                piece.renewed = f"~{self._count}"
                piece.draft.external_ref = f"{ref}{piece.renewed}"
        return {id_ for _, id_, batch, _ in rows if batch and batch == self._resumed}

    def finish(
        self,
        completed: Callable[[Taken], Draft],
        answers: Mapping[str, str],
        author: str,
        saved_at: int,
    ) -> Script[Taken]:
        """Append what follows the lines, and what closes them, unless nothing of it is new."""
        taken = self.taken
        yield from self._append(self._later)
        taken.filled = yield from answer_empty(self._incident_id, answers, author, saved_at)
        if self._resumed:
            params = {"incident_id": self._incident_id, "batch": self._resumed}
            lines = yield _LINES, params
            taken.earlier = lines[0][0] - taken.new
        if taken.new or taken.others or taken.filled or self._resumed:
            yield from append([completed(taken)])
        return taken


def _alike(one: ImportBegun, other: ImportBegun | None) -> bool:
    return other is not None and (one.origin, one.text) == (other.origin, other.text)
