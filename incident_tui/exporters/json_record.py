"""The whole record as JSON, from which the same record can be made again; nothing is left out."""

from typing import Any, Final

import msgspec

from incident_tui.domain.entries import TimelineEntry
from incident_tui.domain.facts import Unknown
from incident_tui.domain.payloads import payload_of
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.exporters.format import Exporter, ExportKind

SCHEMA: Final = 1
"""Counts up when a key changes its meaning or goes; a new key does not change it."""


def render(record: IncidentRecord) -> str:
    """Entries in the order of recording; `state` is what they come to, for readers that only read.

    `chain` names the last link, by which a log that was cut short is told from a whole one.
    """
    entries = sorted(record.entries, key=lambda entry: entry.seq)
    told = {
        "format": "incident-tui",
        "schema": SCHEMA,
        "id": record.id,
        "number": record.number,
        "name": record.name,
        "postmortem": {"status": record.status, "answers": record.postmortem.answers},
        "state": record.state,
        "chain": {"entries": len(entries), "tip": entries[-1].hash if entries else ""},
        "entries": [_entry(entry) for entry in entries],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    """The columns of the store; `payload` is an object, or the raw text of an unknown fact."""
    kind, version, payload = payload_of(entry.fact)
    return {
        "id": entry.id,
        "incident_id": entry.incident_id,
        "seq": entry.seq,
        "kind": kind,
        "version": version,
        "payload": payload if isinstance(entry.fact, Unknown) else msgspec.Raw(payload.encode()),
        "occurred_at": entry.occurred_at,
        "recorded_at": entry.recorded_at,
        "author": entry.author,
        "source": entry.source,
        "external_ref": entry.external_ref,
        "hash": entry.hash,
    }


EXPORTER: Final = Exporter("json", "Whole record (JSON)", "json", ExportKind.DOCUMENT, render)
