"""What was exported elsewhere comes in once: again is no harm, and nothing stored is changed."""

from typing import Final

import msgspec
from msgspec.structs import replace

from incident_tui.domain.entries import TimelineEntry, micros
from incident_tui.domain.errors import NotFoundError
from incident_tui.domain.postmortem import incident_name
from incident_tui.importers.format import ImportRefusedError, Incoming
from incident_tui.postmortem import steps
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage.codec import blanked, draft
from incident_tui.storage.merging import merge_in

MOST: Final = 64 * 1024 * 1024
"""Bytes of a file; an incident of a hundred thousand entries has half as many."""


class Skipped(msgspec.Struct, frozen=True):
    """What stays outside, and why; `line` is None where it has none of its own."""

    line: int | None
    reason: str


class Plan(msgspec.Struct, frozen=True):
    """What an import would do: the entries that are new, their lines, and what is left out."""

    incoming: Incoming
    new: tuple[TimelineEntry, ...]
    lines: tuple[int, ...]
    answers: dict[str, str]
    skipped: tuple[Skipped, ...]


async def plan(store: Store, incoming: Incoming, number: int | None = None) -> Plan:
    """What would come in; ImportRefusedError where an entry is stored with another content.

    With a number, only if the file holds that very incident.
    """
    _same_incident(store, incoming, number)
    stored = {entry.id: entry for entry in store.log.by_ids([e.id for e in incoming.entries])}
    new: list[tuple[TimelineEntry, int]] = []
    for entry, line in zip(incoming.entries, incoming.lines, strict=True):
        if entry.id not in stored:
            new.append((entry, line))
        elif not _same(stored[entry.id], entry):
            raise ImportRefusedError(
                f"line {line}: entry {entry.seq} is stored already and says something else there; "
                "nothing was imported"
            )
    answers, skipped = await _answers(store, incoming)
    return Plan(
        incoming, tuple(e for e, _ in new), tuple(at for _, at in new), answers, tuple(skipped)
    )


async def carry_out(store: Store, session: Session, planned: Plan) -> str:
    """Store what was planned in one transaction; gives the name of the incident here."""
    drafts = [
        draft(
            entry.fact,
            id=entry.id,
            incident_id=entry.incident_id,
            occurred_at=entry.occurred_at,
            recorded_at=entry.recorded_at,
            author=entry.author,
            source=entry.source,
            external_ref=entry.external_ref,
        )
        for entry in planned.incoming.entries
    ]
    now = micros(session.now())
    await store.record(merge_in(drafts, planned.answers, session.author, now))
    found = store.read.incident_of(planned.incoming.id)
    if found is None:
        raise NotFoundError("the incident is not in the list; `incident-tui rebuild` makes it anew")
    return incident_name(found.number)


def _same_incident(store: Store, incoming: Incoming, number: int | None) -> None:
    wanted = None if number is None else store.read.incident(number)
    if number is not None and (wanted is None or wanted.id != incoming.id):
        raise ImportRefusedError(
            f"the file holds an incident of its own, not {incident_name(number)}; leave -i out"
        )


def _same(stored: TimelineEntry, told: TimelineEntry) -> bool:
    """Whether it is one entry, whatever its place; a redaction here counts for the file too."""
    here = replace(stored, seq=0, hash="")
    there = replace(told, seq=0)
    return here in (there, replace(there, fact=blanked(there.fact)))


async def _answers(store: Store, incoming: Incoming) -> tuple[dict[str, str], list[Skipped]]:
    documents = await store.documents()
    present = await documents.answers(incoming.id)
    known = {field.id for step in steps.STEPS for field in step.fields}
    new: dict[str, str] = {}
    skipped: list[Skipped] = []
    for field, text in incoming.answers.items():
        if field not in known:
            skipped.append(Skipped(None, f"{field} is no field of the post-mortem here"))
        elif field not in present:
            new[field] = text
        elif present[field].text != text:
            skipped.append(Skipped(None, f"{field} has another answer here, which stays"))
    return new, skipped
