"""An alert is two events, firing and resolved; sent again, it is the same alert at the same time.

Shapes are told by their keys and never by their version; what has another shape is left out.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
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
from incident_tui.importers.json_input import document, looks_like, mapping, objects, text
from incident_tui.importers.moments import instant

_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""A time before that is the zero time by which these programs say: not yet."""


class Alert:
    """One alert of a notification."""

    def __init__(self, raw: dict[str, Any], whole: dict[str, Any]) -> None:
        labels = {**mapping(whole, "commonLabels"), **mapping(raw, "labels")}
        notes = {**mapping(whole, "commonAnnotations"), **mapping(raw, "annotations")}
        self.name = text(labels, "alertname") or text(whole, "title") or "alert"
        self.severity = text(labels, "severity")
        said = text(notes, "summary") or text(notes, "message") or text(notes, "description")
        details = text(notes, "description")
        if details and details != said:
            said = f"{said} · {details[:300]}"
        where = _where(labels)
        self.words = f"{self.name}{f' ({where})' if where else ''}{f': {said}' if said else ''}"
        self.runbook = text(notes, "runbook_url")
        self.starts = _moment(text(raw, "startsAt"))
        self.ends = _moment(text(raw, "endsAt"))
        self.resolved = text(raw, "status").lower() == "resolved"
        self.fingerprint = text(raw, "fingerprint") or f"{self.name}{sorted(labels.items())}"


def notifications(whole: Any) -> list[dict[str, Any]]:
    """The notifications in a document: one, or a list of them."""
    found = whole if isinstance(whole, list) else [whole]
    return [
        each for each in found if isinstance(each, dict) and isinstance(each.get("alerts"), list)
    ]


def events(name: str, sent: Iterable[dict[str, Any]], author: str) -> Iterator[Captured]:
    """What happened by these notifications, each event once; the first alert is a detection."""
    alerts: dict[str, Alert] = {}
    for whole in sent:
        for raw in objects(whole, "alerts"):
            alert = Alert(raw, whole)
            if alert.starts is None:
                yield Skipped(None, f"an alert without a time: {alert.name[:60]}")
                continue
            ref = f"{name}:{alert.fingerprint}:{text(raw, 'startsAt')}"
            if ref not in alerts or alert.resolved:  # that it was resolved is the newer news
                alerts[ref] = alert
    first: Milestone | None = Milestone.DETECTED
    for ref, alert in sorted(alerts.items(), key=lambda known: known[1].starts or _NEVER):
        more = f" · {alert.runbook}" if alert.runbook else ""
        at = alert.starts or _NEVER
        yield CapturedEntry(None, at, f"FIRING {alert.words}{more}", f"{ref}:firing", author, first)
        first = None
        if alert.resolved and alert.ends is not None:
            said = f"RESOLVED {alert.words}"
            yield CapturedEntry(None, alert.ends, said, f"{ref}:resolved", author)


def _moment(said: str) -> datetime | None:
    found = instant(said)
    return found[0] if found and found[0] > _NEVER else None


def _where(labels: dict[str, Any]) -> str:
    """What tells this alert from its siblings."""
    known = ("service", "job", "instance", "host", "pod", "namespace", "cluster", "region", "zone")
    there = (f"{name} {labels[name]}" for name in known if isinstance(labels.get(name), str))
    return ", ".join(list(there)[:3])


def _sniff(_: str, head: bytes) -> bool:
    return looks_like(head, "alerts", "startsAt") and not _is_grafana(head)


def _sniff_grafana(_: str, head: bytes) -> bool:
    return looks_like(head, "alerts", "startsAt") and _is_grafana(head)


def _is_grafana(head: bytes) -> bool:
    return any(
        key in head for key in (b'"orgId"', b'"dashboardURL"', b'"silenceURL"', b'"panelURL"')
    )


def _read(name: str, author: str, file: BinaryIO) -> Iterator[Captured]:
    sent = notifications(document(file))
    if not sent:
        raise ImportRefusedError(
            f"it is not a notification of {author}: there is no list of alerts"
        )
    title = next((text(each, "title") for each in sent if text(each, "title")), "")
    first = next(objects(sent[0], "alerts"), {})
    yield Found("UTC", title or Alert(first, sent[0]).name)
    yield from events(name, sent, author)


def _read_alertmanager(file: BinaryIO, _: Given) -> Iterator[Captured]:
    return _read("alertmanager", "Alertmanager", file)


def _read_grafana(file: BinaryIO, _: Given) -> Iterator[Captured]:
    return _read("grafana", "Grafana", file)


ALERTMANAGER: Final = CaptureImporter(
    "alertmanager", "Alertmanager notification", _sniff, _read_alertmanager
)
GRAFANA: Final = CaptureImporter("grafana", "Grafana notification", _sniff_grafana, _read_grafana)
