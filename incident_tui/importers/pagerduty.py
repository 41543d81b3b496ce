"""PagerDuty is read as it is fetched (incident, log entries) and as it is sent (webhook v3).

Who was paged by which phone is left out; that somebody was paged is in the triggering itself.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO, Final

from incident_tui.domain.incident import Milestone
from incident_tui.importers.format import (
    Captured,
    CapturedEntry,
    CaptureImporter,
    Found,
    Given,
    ImportRefusedError,
    Skipped,
)
from incident_tui.importers.json_input import document, listed, looks_like, mapping, objects, text
from incident_tui.importers.moments import instant

_KINDS: Final = {
    "trigger": Milestone.DETECTED,
    "acknowledge": Milestone.ACKNOWLEDGED,
    "acknowledgement": Milestone.ACKNOWLEDGED,
    "resolve": Milestone.RESOLVED,
}
_SENT: Final = {
    "triggered": Milestone.DETECTED,
    "acknowledged": Milestone.ACKNOWLEDGED,
    "resolved": Milestone.RESOLVED,
}
_LEFT_OUT: Final = frozenset(("notify", "reach_ack_limit", "reach_trigger_limit"))


def _sniff(_: str, head: bytes) -> bool:
    known = (
        ("log_entries",),
        ("incident", "incident_number"),
        ("event", "event_type", "occurred_at"),
    )
    typed = b"_log_entry" in head and looks_like(head, "created_at")
    return typed or any(looks_like(head, *keys) for keys in known)


def _read(file: BinaryIO, _: Given) -> Iterator[Captured]:
    whole = document(file)
    parts = whole if isinstance(whole, list) else [whole]
    reading = _Reading()
    found = [
        captured for part in parts if isinstance(part, dict) for captured in reading.part(part)
    ]
    if not reading.known:
        raise ImportRefusedError(
            "it is neither an incident, nor log entries, nor a webhook (v3) of PagerDuty"
        )
    yield Found("UTC" if reading.zoned else None, reading.title)
    yield from found


class _Reading:
    """One document; each milestone is that of its first event in time."""

    def __init__(self) -> None:
        self.known = False
        self.zoned = True
        self.title = ""

    def part(self, part: dict[str, Any]) -> Iterator[Captured]:
        """What one object holds, whichever of the three shapes it has."""
        whole = mapping(part, "incident")
        if "created_at" in whole and not listed(part, "log_entries"):
            yield from self._incident(whole)
        self.title = text(whole, "title") or self.title
        for each in objects(part, "incidents"):
            yield from self._incident(each)
        for each in sorted(objects(part, "log_entries"), key=lambda e: text(e, "created_at")):
            yield from self._log_entry(each)
        if isinstance(part.get("log_entry"), dict):
            yield from self._log_entry(part["log_entry"])
        if text(part, "type").endswith("_log_entry"):
            yield from self._log_entry(part)
        events = [mapping(part, "event"), *(mapping(m, "event") for m in objects(part, "messages"))]
        for event in events:
            if "event_type" in event:
                yield from self._event(event)
        if "incident_number" in part and "created_at" in part:
            yield from self._incident(part)

    def _incident(self, incident: dict[str, Any]) -> Iterator[Captured]:
        self.known = True
        id_, self.title = text(incident, "id"), text(incident, "title") or text(incident, "summary")
        service = text(incident, "service", "summary")
        words = [f"triggered: {self.title}", service and f"service {service}"]
        words += [text(incident, "priority", "summary"), text(incident, "html_url")]
        said = " · ".join(word for word in words if word)
        created = text(incident, "created_at")
        yield self._entry(created, said, f"{id_}:trigger", "PagerDuty", Milestone.DETECTED)
        for each in objects(incident, "acknowledgements"):
            who = text(each, "acknowledger", "summary")
            said = f"acknowledged by {who}" if who else "acknowledged"
            at = text(each, "at")
            yield self._entry(at, said, f"{id_}:ack:{at}", who, Milestone.ACKNOWLEDGED)
        ended = text(incident, "resolved_at")
        ended = ended or (text(incident, "last_status_change_at") * _is_resolved(incident))
        if ended:
            who = text(incident, "last_status_change_by", "summary")
            yield self._entry(ended, "resolved", f"{id_}:resolve", who, Milestone.RESOLVED)

    def _log_entry(self, entry: dict[str, Any]) -> Iterator[Captured]:
        self.known = True
        kind = text(entry, "type").removesuffix("_log_entry").removesuffix("_reference")
        self.title = self.title or text(entry, "incident", "summary")
        if kind in _LEFT_OUT:
            yield Skipped(None, "pages that were sent to phones and mail")
            return
        note = text(entry, "note") or text(entry, "channel", "summary")
        more = note if kind == "annotate" else text(entry, "event_details", "description")
        more = more or text(entry, "channel", "details")
        said = text(entry, "summary") or kind.replace("_", " ")
        who = text(entry, "agent", "summary")
        if kind == "annotate" and more:
            said = more
        elif more and more not in said:
            said = f"{said}: {more}"
        at = text(entry, "created_at")
        yield self._entry(at, said, text(entry, "id") or f"{kind}:{at}", who, _KINDS.get(kind))

    def _event(self, event: dict[str, Any]) -> Iterator[Captured]:
        self.known = True
        data = mapping(event, "data")
        self.title = text(data, "title") or text(data, "incident", "summary") or self.title
        kind = text(event, "event_type").removeprefix("incident.")
        who = text(event, "agent", "summary")
        said = kind.replace("_", " ").replace(".", " ")
        said = f"{said}: {text(data, 'title')}" if text(data, "title") else said
        if kind == "annotated" and text(data, "content"):
            said = text(data, "content")
        if kind == "triggered":
            service, url = text(data, "service", "summary"), text(data, "html_url")
            said = " · ".join(
                word for word in (said, service and f"service {service}", url) if word
            )
        at = text(event, "occurred_at")
        ref = text(event, "id") or f"{text(data, 'id')}:{kind}:{at}"
        yield self._entry(at, said, ref, who, _SENT.get(kind))

    def _entry(
        self, said_at: str, said: str, ref: str, who: str, milestone: Milestone | None
    ) -> Captured:
        found = instant(said_at)
        if found is None:
            return Skipped(None, f"an event without a time: {said[:60]}")
        at: datetime = found[0]
        self.zoned = self.zoned and found[1]
        return CapturedEntry(None, at, said, f"pagerduty:{ref}", who or "PagerDuty", milestone)


def _is_resolved(incident: dict[str, Any]) -> bool:
    return text(incident, "status") == "resolved"


IMPORTER: Final = CaptureImporter("pagerduty", "PagerDuty incident, log or webhook", _sniff, _read)
