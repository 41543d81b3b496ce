"""Corrections never change an entry: they are read, in recording order, as an overlay on it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from incident_tui.domain import curation_facts as curation
from incident_tui.domain import facts
from incident_tui.domain.curation_facts import CURATION_FACTS
from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.fact import Fact
from incident_tui.domain.state import PLAIN, Link, Overlay

CORRECTIONS: Final = (
    facts.Amended,
    facts.Retracted,
    facts.Redacted,
    facts.Starred,
    facts.Unstarred,
    facts.EvidenceAttached,
    facts.ImportBegun,
    facts.ImportCompleted,
    *CURATION_FACTS,
)
"""Facts that speak of other entries (their `target`, or `others`) and not of the incident."""
_IMPORTS: Final = (facts.ImportBegun, facts.ImportCompleted)
_BATCHED: Final = (facts.Imported, facts.ImportBegun, facts.MilestoneMarked)
UNFINISHED: Final = "its import is not complete"


def overlays(entries: Iterable[TimelineEntry]) -> dict[str, Overlay]:
    """What the corrections say, by entry id; `entries` must be in `seq` order."""
    corrections = [e for e in entries if isinstance(e.fact, CORRECTIONS)]
    void = _retracted(corrections)
    read: dict[str, Overlay] = {}
    for entry in corrections:
        if entry.id not in void and not isinstance(entry.fact, _IMPORTS):
            _correct(read, entry)
    for target, (by, reason) in void.items():
        read[target] = replace(read.get(target, PLAIN), retracted_by=by, reason=reason)
    return read | _imports(corrections, read)


def _imports(corrections: list[TimelineEntry], read: dict[str, Overlay]) -> dict[str, Overlay]:
    """Imports that do not count, by the id they close with, and what came in beside their lines.

    They were taken back, or are not whole; such a one bears the id of what began it.
    """
    told: dict[str, Overlay] = {}
    closed = {e.id for e in corrections if isinstance(e.fact, facts.ImportCompleted)}
    for entry in corrections:
        if not isinstance(entry.fact, _IMPORTS):
            continue
        id_ = entry.fact.batch if isinstance(entry.fact, facts.ImportBegun) else entry.id
        if read.get(id_, PLAIN).retracted:
            beside = entry.fact.others if isinstance(entry.fact, facts.ImportCompleted) else ()
            told |= {one: replace(read[one], withdrawn=True) for one in (id_, *beside)}
        elif id_ not in closed:
            told[id_] = Overlay(retracted_by=entry.id, reason=UNFINISHED, withdrawn=True)
    return told


def unfinished(entry: TimelineEntry, marks: Mapping[str, Overlay]) -> bool:
    """Whether the entry began an import that is not whole, and was not taken back."""
    fact = entry.fact
    return isinstance(fact, facts.ImportBegun) and (
        marks.get(fact.batch, PLAIN).retracted_by == entry.id
    )


def _correct(read: dict[str, Overlay], entry: TimelineEntry) -> None:
    fact: Any = entry.fact
    before = read.get(fact.target, PLAIN)
    read[fact.target] = replace(before, **_change(entry, fact, before))


def _change(entry: TimelineEntry, fact: Fact, before: Overlay) -> dict[str, Any]:
    match fact:
        case facts.Amended(text=text, occurred_at=when):
            new = {"text": text, "occurred_at": when}
            return {name: value for name, value in new.items() if value is not None}
        case facts.Starred():
            return {"starred": True}
        case facts.Unstarred():
            return {"starred": False}
        case facts.Redacted(reason=reason):
            return {"redacted": True, "reason": reason, "text": None, "told": ""}
        case facts.EvidenceAttached(url=url, text=text):
            return {"evidence": (*before.evidence, Link(url, text, entry.occurred_at))}
        case _:
            return _curated(fact, before)


def _curated(fact: Fact, before: Overlay) -> dict[str, Any]:
    match fact:
        case curation.Retold(text=text):
            return {} if before.redacted else {"told": text}
        case curation.Merged(into=into):
            return {"merged_into": into}
        case curation.Hidden() | curation.Unhidden():
            return {"hidden": isinstance(fact, curation.Hidden)}
        case _:
            return {}


def _retracted(corrections: list[TimelineEntry]) -> dict[str, tuple[str, str]]:
    """Ids that no longer stand → (by which entry, why); newest first, as one may void another."""
    void: dict[str, tuple[str, str]] = {}
    for entry in reversed(corrections):
        if isinstance(entry.fact, facts.Retracted) and entry.id not in void:
            void.setdefault(entry.fact.target, (entry.id, entry.fact.reason))
    for entry in corrections:
        if isinstance(entry.fact, facts.ImportCompleted) and entry.id in void:
            void = dict.fromkeys(entry.fact.others, void[entry.id]) | void
    return void


def overlay_of(entry: TimelineEntry, marks: Mapping[str, Overlay]) -> Overlay:
    """What the corrections say of the entry, and of the import that it came in with."""
    own = marks.get(entry.id, PLAIN)
    batch = entry.fact.batch if isinstance(entry.fact, _BATCHED) else ""
    if batch not in marks or own.retracted or unfinished(entry, marks):
        return own
    return replace(own, retracted_by=marks[batch].retracted_by, reason=marks[batch].reason)


def out_of_sight(entry: TimelineEntry, withdrawn: Collection[str]) -> bool:
    """Whether it came in with an import that does not count; that there was one is still seen."""
    fact = entry.fact
    batch = fact.batch if isinstance(fact, _BATCHED) else ""
    return batch in withdrawn or (
        entry.id in withdrawn and not isinstance(fact, facts.ImportCompleted)
    )


def amended(entry: TimelineEntry, overlay: Overlay) -> TimelineEntry:
    """The entry with its corrected time and, where its fact has a text, its corrected wording."""
    fact: Any = entry.fact
    if overlay.text is not None and "text" in fact.__struct_fields__:
        fact = replace(fact, text=overlay.text)
    return replace(entry, fact=fact, occurred_at=overlay.occurred_at or entry.occurred_at)


def standing(entries: Iterable[TimelineEntry], marks: Mapping[str, Overlay]) -> list[TimelineEntry]:
    """The facts about the incident that still count, corrected and in the order they happened."""
    kept = [
        amended(entry, marks[entry.id]) if entry.id in marks else entry
        for entry in entries
        if not isinstance(entry.fact, CORRECTIONS) and not overlay_of(entry, marks).retracted
    ]
    return sorted(kept, key=lambda entry: (entry.occurred_at, entry.seq))
