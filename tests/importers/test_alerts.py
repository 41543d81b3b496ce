import json
from typing import Any

import pytest

from incident_tui.domain.incident import Milestone
from incident_tui.importers.alerts import ALERTMANAGER, GRAFANA
from incident_tui.importers.format import CaptureImporter, ImportRefusedError
from tests.importers.reading import entries, everything, found, skipped, told

NEVER = "0001-01-01T00:00:00Z"


def alert(name: str, starts: str, ends: str = NEVER, **more: Any) -> dict[str, Any]:
    status = "firing" if ends == NEVER else "resolved"
    return {
        "status": status,
        "labels": {"alertname": name, "instance": "web-3"},
        "annotations": {"summary": "p99 over 2s", "runbook_url": "https://wiki.example/7"},
        "startsAt": starts,
        "endsAt": ends,
        "fingerprint": name.lower(),
        **more,
    }


def sent(*alerts: dict[str, Any], **more: Any) -> str:
    return json.dumps(
        {"version": "4", "receiver": "ic", "status": "firing", "alerts": alerts, **more}
    )


LATER = alert("Errors", "2026-01-15T10:03:00.123456789Z")
FIRST = alert("Latency", "2026-01-15T11:01:00+01:00", "2026-01-15T10:55:00Z")


def test_an_alert_is_two_events_and_the_first_is_the_detection() -> None:
    read = everything(ALERTMANAGER, sent(LATER, FIRST))
    assert told(read) == [
        "- 01-15 10:01:00 Alertmanager: FIRING Latency (instance web-3): p99 over 2s"
        " · https://wiki.example/7",
        "- 01-15 10:55:00 Alertmanager: RESOLVED Latency (instance web-3): p99 over 2s",
        "- 01-15 10:03:00 Alertmanager: FIRING Errors (instance web-3): p99 over 2s"
        " · https://wiki.example/7",
    ]
    assert [e.milestone for e in entries(read)] == [Milestone.DETECTED, None, None]
    assert found(read).zone == "UTC"


def test_it_is_the_same_alert_when_it_is_sent_again() -> None:
    firing = alert("Latency", "2026-01-15T10:01:00Z")
    over = alert("Latency", "2026-01-15T10:01:00Z", "2026-01-15T10:55:00Z")
    both = everything(ALERTMANAGER, f"[{sent(over)}, {sent(firing)}]")
    assert len(entries(both)) == 2
    first = {e.external_ref for e in entries(everything(ALERTMANAGER, sent(firing)))}
    assert first < {e.external_ref for e in entries(both)}


def test_grafana_is_told_by_its_keys_and_not_by_its_version() -> None:
    grafana = sent(
        alert("Memory", "2026-01-15T12:51:03.157+02:00", silenceURL="https://g.example/s"),
        orgId=1,
        title="[FIRING:1] Memory",
    )
    assert GRAFANA.sniff("", grafana.encode())
    assert not ALERTMANAGER.sniff("", grafana.encode())
    assert ALERTMANAGER.sniff("", sent(LATER).encode())
    assert not GRAFANA.sniff("", sent(LATER).encode())
    read = everything(GRAFANA, grafana)
    assert told(read)[0].startswith("- 01-15 10:51:03 Grafana: FIRING Memory")
    assert found(read).title == "[FIRING:1] Memory"


def test_an_alert_without_a_time_is_left_out() -> None:
    read = everything(ALERTMANAGER, sent(LATER, alert("Odd", "soon"), {"labels": 7}))
    assert len(entries(read)) == 1
    assert [why for _, why in skipped(read)] == [
        "an alert without a time: Odd",
        "an alert without a time: alert",
    ]


@pytest.mark.parametrize("importer", [ALERTMANAGER, GRAFANA])
@pytest.mark.parametrize(
    "text",
    ['{"alerts": 3}', "[]", "7", "null", '{"alerts": [NaN]}', '{"alerts": [', "", "[" * 99_999],
)
def test_another_shape_is_refused(importer: CaptureImporter, text: str) -> None:
    with pytest.raises(ImportRefusedError, match=r"not a notification|cannot be read as JSON"):
        everything(importer, text)
