"""Facts become rows and rows become facts; what this build does not know is kept as it came."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from incident_tui.domain import facts
from incident_tui.domain.entries import TimelineEntry, micros, moment
from incident_tui.domain.errors import StoreDamagedError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import Unknown
from incident_tui.domain.payloads import fact_of, payload_of
from incident_tui.domain.text import storable
from incident_tui.domain.timeline import REDACTED
from incident_tui.domain.wording import wording
from incident_tui.storage.draft import Draft

if TYPE_CHECKING:
    from incident_tui.storage.script import Row

COLUMNS: Final = (
    "entry.id, entry.incident_id, entry.seq, entry.kind, entry.version, entry.payload, "
    "entry.occurred_at, entry.recorded_at, entry.author, entry.source, entry.external_ref, "
    "entry.hash"
)
"""What `entry` reads, in its order."""

FREE_TEXT: Final = frozenset(
    {"title", "text", "reason", "url", "before", "after", "channel"}
    | {"command", "output", "risk", "backout", "result", "item", "factor", "success"}
    | {"override"}
)
"""String fields in which a person may have written anything; a redaction empties them."""

STRUCTURE: Final = frozenset(
    {"into", "suggestion", "step"}
    | {"service", "role", "person", "previous", "executor", "owner", "target", "action", "digest"}
    | {"origin", "speaker", "batch", "task", "approver", "earlier", "drafter", "flavour"}
    | {"decision", "commander", "team", "suggestion"}
)
"""String fields that name or refer; a redaction keeps them."""


def draft(
    fact: Fact,
    *,
    id: str,  # noqa: A002 - the column's name
    incident_id: str,
    occurred_at: datetime,
    recorded_at: datetime,
    author: str,
    source: str,
    external_ref: str | None = None,
) -> Draft:
    """The fact made ready for the store."""
    return draft_of_storable(
        _storable(fact),
        id=id,
        incident_id=incident_id,
        occurred_at=micros(occurred_at),
        recorded_at=micros(recorded_at),
        author=storable(author),
        source=storable(source),
        external_ref=None if external_ref is None else storable(external_ref),
    )


def draft_of_storable(
    fact: Fact,
    *,
    id: str,  # noqa: A002 - the column's name
    incident_id: str,
    occurred_at: int,
    recorded_at: int,
    author: str,
    source: str,
    external_ref: str | None,
) -> Draft:
    """The draft of a fact whose every text may be stored as it is; times in microseconds UTC."""
    kind, version, payload = payload_of(fact)
    return Draft(
        id=id,
        incident_id=incident_id,
        kind=kind,
        version=version,
        payload=payload,
        text=wording(fact),
        occurred_at=occurred_at,
        recorded_at=recorded_at,
        author=author,
        source=source,
        external_ref=external_ref,
    )


def entry(row: Row) -> TimelineEntry:
    """The entry in a row of `COLUMNS`."""
    id_, incident_id, seq, kind, version, payload, occurred, recorded, *rest = row
    author, source, external_ref, hash_ = rest
    try:
        occurred_at, recorded_at = moment(occurred), moment(recorded)
    except OverflowError as error:
        raise StoreDamagedError(
            f"entry {seq} of {incident_id} has an impossible time; `incident-tui verify` says more"
        ) from error
    return TimelineEntry(
        id_,
        incident_id,
        seq,
        occurred_at,
        recorded_at,
        author,
        source,
        fact_of(kind, version, payload),
        external_ref,
        hash_.hex(),
    )


def blanked(fact: Fact) -> Fact:
    """The fact without anything a person wrote: severity, owner and dates remain."""
    if isinstance(fact, Unknown):
        return replace(fact, raw='{"redacted":true}')
    return _mapped(fact, lambda text: REDACTED if text else text, FREE_TEXT)


def _storable(fact: Fact) -> Fact:
    if isinstance(fact, Unknown):
        return fact
    return _mapped(fact, storable, FREE_TEXT | STRUCTURE)


def _mapped(fact: Fact, change: Any, names: frozenset[str]) -> Fact:
    """The fact with `change` made to its strings of those names, and to its measures."""
    new: dict[str, Any] = {
        name: change(value)
        for name in fact.__struct_fields__
        if name in names and type(value := getattr(fact, name)) is str
    }
    if isinstance(fact, facts.ImpactRecorded):
        new["measures"] = {storable(key): change(value) for key, value in fact.measures.items()}
    return replace(fact, **new)
