import json
from typing import Any

import pytest

from incident_tui.domain.incident import Milestone
from incident_tui.importers.format import ImportRefusedError
from incident_tui.importers.pagerduty import IMPORTER
from tests.importers.reading import entries, everything, found, skipped, told

MEI = {"id": "PUSR1", "type": "user_reference", "summary": "Mei Tan"}
CHECKOUT = {"id": "PSVC1", "type": "service_reference", "summary": "checkout"}


def log_entry(id_: str, kind: str, at: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "type": kind, "summary": "", "created_at": at, "agent": MEI, **more}


LOG = {
    "log_entries": [
        log_entry("Q4", "resolve_log_entry", "2026-01-15T10:58:00Z", summary="Resolved by Mei"),
        log_entry("Q5", "annotate_log_entry", "2026-01-15T10:40:00Z", note="rolled back to 412"),
        log_entry("Q3", "acknowledgement_log_entry", "2026-01-15T11:02:10+01:00"),
        log_entry("Q2", "notify_log_entry", "2026-01-15T10:01:33Z", summary="Notified Mei by push"),
        log_entry(
            "Q1",
            "trigger_log_entry",
            "2026-01-15T10:01:30Z",
            summary="Triggered through the API",
            agent=CHECKOUT,
            event_details={"description": "p99 over 2s"},
        ),
        log_entry("Q6", "escalate_log_entry", "soon"),
    ]
}
INCIDENT = {
    "incident": {
        "id": "PT1",
        "type": "incident",
        "incident_number": 812,
        "title": "Checkout latency",
        "created_at": "2026-01-15T10:01:30Z",
        "status": "resolved",
        "resolved_at": "2026-01-15T10:58:00Z",
        "priority": {"summary": "P1"},
        "acknowledgements": [{"at": "2026-01-15T10:02:10Z", "acknowledger": MEI}],
        "service": CHECKOUT,
        "html_url": "https://example.pagerduty.com/incidents/PT1",
    }
}


def event(kind: str, at: str = "2026-01-15T10:01:30.394Z", **data: Any) -> dict[str, Any]:
    return {
        "event": {
            "id": f"E-{kind}",
            "event_type": f"incident.{kind}",
            "occurred_at": at,
            "agent": MEI,
            "data": {"id": "PT1", "title": "Checkout latency", "service": CHECKOUT, **data},
        }
    }


def test_log_entries_come_in_their_order_without_the_pages() -> None:
    read = everything(IMPORTER, json.dumps(LOG))
    assert told(read) == [
        "- 01-15 10:01:30 checkout: Triggered through the API: p99 over 2s",
        "- 01-15 10:40:00 Mei Tan: rolled back to 412",
        "- 01-15 10:58:00 Mei Tan: Resolved by Mei",
        "- 01-15 10:02:10 Mei Tan: acknowledgement",
    ]
    assert [e.milestone for e in entries(read)] == [
        Milestone.DETECTED,
        None,
        Milestone.RESOLVED,
        Milestone.ACKNOWLEDGED,
    ]
    assert skipped(read) == [
        (None, "pages that were sent to phones and mail"),
        (None, "an event without a time: escalate"),
    ]
    assert entries(read)[0].external_ref == "pagerduty:Q1"


def test_an_incident_says_its_milestones() -> None:
    read = everything(IMPORTER, json.dumps(INCIDENT))
    assert told(read) == [
        "- 01-15 10:01:30 PagerDuty: triggered: Checkout latency · service checkout · P1"
        " · https://example.pagerduty.com/incidents/PT1",
        "- 01-15 10:02:10 Mei Tan: acknowledged by Mei Tan",
        "- 01-15 10:58:00 PagerDuty: resolved",
    ]
    assert found(read).title == "Checkout latency"
    both = everything(IMPORTER, json.dumps({**INCIDENT, **LOG}))
    assert len(entries(both)) == 4
    assert found(both).title == "Checkout latency"


def test_webhooks_are_read_alone_and_together() -> None:
    note = event("annotated", "2026-01-15T10:30:00Z", content="all zones")
    read = everything(IMPORTER, json.dumps([event("triggered"), note]))
    assert told(read) == [
        "- 01-15 10:01:30 Mei Tan: triggered: Checkout latency · service checkout",
        "- 01-15 10:30:00 Mei Tan: all zones",
    ]
    [acknowledged] = entries(everything(IMPORTER, json.dumps(event("acknowledged"))))
    assert acknowledged.milestone is Milestone.ACKNOWLEDGED
    assert acknowledged.external_ref == "pagerduty:E-acknowledged"


@pytest.mark.parametrize("document", [LOG, INCIDENT, event("triggered"), LOG["log_entries"][0]])
def test_it_knows_its_own_shapes(document: Any) -> None:
    assert IMPORTER.sniff("", json.dumps(document).encode())
    assert entries(everything(IMPORTER, json.dumps(document)))


@pytest.mark.parametrize("text", ["{}", "[]", "[3]", '{"event": []}', '{"incident": 3}'])
def test_another_shape_is_refused(text: str) -> None:
    assert not IMPORTER.sniff("", text.encode())
    with pytest.raises(ImportRefusedError, match="it is neither an incident"):
        everything(IMPORTER, text)
