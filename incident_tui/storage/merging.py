"""An incident from elsewhere comes in whole, entries and answers, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.facts import Redacted
from incident_tui.domain.payloads import fact_of
from incident_tui.storage.answering import answer_empty
from incident_tui.storage.append import Appended, append
from incident_tui.storage.draft import Draft
from incident_tui.storage.redact import redact

if TYPE_CHECKING:
    from incident_tui.storage.script import Script


def merge_in(
    drafts: Sequence[Draft], answers: Mapping[str, str], author: str, saved_at: int
) -> Script[int]:
    """Append what is not stored yet, in order, and answer what has no answer; the new entries.

    A redaction destroys the text it names here too, should the file still hold it.
    """
    placed: list[Appended] = []
    for redacts, some in groupby(drafts, key=_redacts):
        if redacts:
            for draft in some:
                placed += yield from _redacted(draft)
        else:
            placed += yield from append(list(some))
    yield from answer_empty(drafts[0].incident_id, answers, author, saved_at)
    return sum(place.is_new for place in placed)


def _redacts(draft: Draft) -> bool:
    """Whether it is a redaction that this build can read; of another nobody knows the target."""
    return draft.kind == Redacted.KIND and isinstance(
        fact_of(draft.kind, draft.version, draft.payload), Redacted
    )


def _redacted(draft: Draft) -> Script[list[Appended]]:
    try:
        return [(yield from redact(draft))]
    except NotFoundError:  # what it names is not of this log; the fact itself still is
        return (yield from append([draft]))
