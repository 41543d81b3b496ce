import json
from typing import Any

import pytest

from incident_tui.domain.incident import Milestone
from incident_tui.importers.format import ImportRefusedError
from incident_tui.importers.opsgenie import IMPORTER
from tests.importers.reading import entries, everything, skipped, told


def call(action: str, **alert: Any) -> dict[str, Any]:
    known = {
        "alertId": "44f7-1",
        "message": "Checkout p99",
        "priority": "P1",
        "createdAt": 1768471290000,
    }
    return {"action": action, "source": {"name": "web"}, "alert": {**known, **alert}}


@pytest.mark.parametrize(
    ("document", "reads", "milestone"),
    [
        (call("Create"), "- 01-15 10:01:30 web: create: Checkout p99 · P1", Milestone.DETECTED),
        (
            call("Acknowledge", updatedAt=1768471330000, username="mei@example.com"),
            "- 01-15 10:02:10 mei@example.com: acknowledge: Checkout p99 · P1",
            Milestone.ACKNOWLEDGED,
        ),
        (
            call("AddNote", updatedAt=1768471330000000000, note="rolling back"),
            "- 01-15 10:02:10 web: add note: Checkout p99 · P1 · rolling back",
            None,
        ),
        (
            call("Close", updatedAt=1768471330),
            "- 01-15 10:02:10 web: close: Checkout p99 · P1",
            Milestone.RESOLVED,
        ),
    ],
)
def test_an_action_is_an_event(
    document: dict[str, Any], reads: str, milestone: Milestone | None
) -> None:
    text = json.dumps(document)
    assert IMPORTER.sniff("", text.encode())
    read = everything(IMPORTER, text)
    assert told(read) == [reads]
    assert entries(read)[0].milestone is milestone


def test_what_is_no_action_is_refused_or_left_out() -> None:
    read = everything(IMPORTER, json.dumps([call("Create"), call("Close", updatedAt="soon")]))
    assert skipped(read) == [(None, "an action without a time: Close")]
    for text in ("{}", '{"action": "Create"}', "[1]"):
        with pytest.raises(ImportRefusedError, match="not a webhook of Opsgenie"):
            everything(IMPORTER, text)
