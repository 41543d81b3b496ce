"""Strangers learn nothing, the large and the many are refused, and an alert finds its incident."""

import asyncio
import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from incident_tui.domain import facts
from incident_tui.domain.incident import Milestone
from incident_tui.services.incident_log import open_log
from incident_tui.services.intake.receiving import Received, Receiver
from incident_tui.services.intake.webhooks import _AT_ONCE, LARGEST, Webhooks
from incident_tui.services.store import Store
from tests.importers.test_alerts import FIRST, LATER, alert, sent
from tests.importers.test_pagerduty import event
from tests.support.window import Place

TOKEN = "a-token-of-some-length"
KNOWN = {"authorization": f"Bearer {TOKEN}"}


class Door:
    """The application as a server calls it, at a clock that is moved."""

    def __init__(self, store: Store, place: Place, number: int | None = None) -> None:
        self.receiver = Receiver(store, place.clock.sitting(), number)
        self.seconds = 0.0
        self.told: list[Received] = []
        self.refused: list[tuple[int, str]] = []
        self._app = Webhooks(
            self.receiver,
            TOKEN,
            lambda: self.seconds,
            lambda _, received: self.told.append(received),
            lambda status, why: self.refused.append((status, why)),
        )

    def ask(
        self,
        path: str,
        body: str | bytes = b"",
        *,
        method: str = "POST",
        headers: dict[str, str] | None = None,
    ) -> tuple[int, dict[str, Any]]:
        data = body.encode() if isinstance(body, str) else body
        parts = [data[at : at + 60_000] for at in range(0, len(data), 60_000)] or [b""]
        scope = {
            "type": "http",
            "path": path,
            "method": method,
            "headers": [
                (name.encode(), value.encode())
                for name, value in (KNOWN if headers is None else headers).items()
            ],
        }
        said: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

        async def send(message: dict[str, Any]) -> None:
            said.append(message)

        asyncio.run(self._app(scope, receive, send))
        return said[0]["status"], json.loads(said[1]["body"])


@pytest.fixture
def door(store: Store, place: Place) -> Door:
    return Door(store, place)


def test_an_alert_comes_in_once_and_its_end_with_it(door: Door, place: Place) -> None:
    status, answer = door.ask("/alertmanager", sent(LATER))
    assert (status, answer) == (200, {"incident": "INC-1", "new": 1, "offer": None})
    assert door.ask("/alertmanager", sent(LATER))[1]["new"] == 0
    over = alert("Errors", "2026-01-15T10:03:00.123456789Z", "2026-01-15T10:30:00Z")
    place.declare("Another")
    assert door.ask("/alertmanager", sent(over))[1] == {
        "incident": "INC-1",
        "new": 1,
        "offer": None,
    }


def test_each_sender_has_its_path(door: Door) -> None:
    assert door.ask("/pagerduty/", json.dumps(event("triggered")))[1]["new"] == 1
    grafana = sent(FIRST, orgId=1)
    assert door.ask("/grafana", grafana)[1]["new"] == 2
    assert door.ask("/nowhere", grafana)[0] == 404
    assert door.ask("/grafana", method="GET")[0] == 405
    assert door.ask("/grafana", "{}")[0] == 400
    assert door.ask("/grafana", "[" * 10_000)[0] == 400
    assert len(door.told) == 2


@pytest.mark.fault(26)
@pytest.mark.parametrize(
    "given", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"bearer {TOKEN}x"]
)
def test_strangers_are_refused_before_anything_is_read(door: Door, given: str) -> None:
    status, answer = door.ask("/alertmanager", sent(LATER), headers={"authorization": given})
    assert status == 401
    assert list(answer) == ["error"]
    assert door.told == []
    assert door.refused == [(401, answer["error"])]


@pytest.mark.fault(26)
def test_what_is_too_large_is_refused_whatever_it_claims(door: Door) -> None:
    large = b" " * (LARGEST + 1)
    assert door.ask("/grafana", large)[0] == 413
    assert door.ask("/grafana", large, headers={**KNOWN, "content-length": "7"})[0] == 413
    assert door.ask("/grafana", b"{}", headers={**KNOWN, "content-length": "9" * 20})[0] == 413
    assert door.ask("/grafana", b"{}", headers={**KNOWN, "content-length": "-1"})[0] == 413


@pytest.mark.fault(26)
def test_too_many_at_once_have_to_wait(door: Door) -> None:
    codes = [door.ask("/grafana", "{}")[0] for _ in range(_AT_ONCE + 1)]
    assert codes == [400] * _AT_ONCE + [429]
    door.seconds += 1
    assert door.ask("/grafana", "{}")[0] == 400
    strange = [door.ask("/grafana", headers={})[0] for _ in range(_AT_ONCE + 1)]
    assert strange == [401] * _AT_ONCE + [429]


def test_it_goes_to_the_incident_of_its_service(store: Store, place: Place, door: Door) -> None:
    place.declare("Search is slow")
    on_checkout = alert("Errors", "2026-01-15T10:03:00Z")
    on_checkout["labels"]["service"] = "checkout"
    assert door.ask("/alertmanager", sent(on_checkout))[1]["incident"] == "INC-2"
    assert Door(store, place, 1).ask("/alertmanager", sent(LATER))[1]["incident"] == "INC-1"


def test_what_one_sender_brought_is_taken_back_as_one_and_stays_so(
    store: Store, place: Place, door: Door
) -> None:
    place.say("typed before")
    for kind in ("triggered", "acknowledged"):  # a milestone with each
        assert door.ask("/pagerduty", json.dumps(event(kind)))[1]["new"] == 1
    door.ask("/alertmanager", sent(LATER))
    log = open_log(store, place.clock.sitting(), number=1)
    before = log.state.milestones
    assert [r.text for r in log.newest(9) if r.word == "import"] == [
        "listens to pagerduty",
        "listens to alertmanager",
    ]
    [row] = [r for r in log.newest(9) if r.text == "listens to pagerduty"]
    log.record(facts.Retracted(row.entry.id), place.clock.now())
    assert Milestone.ACKNOWLEDGED in before
    assert Milestone.ACKNOWLEDGED not in log.state.milestones
    said = [r.text for r in log.newest(9) if isinstance(r.entry.fact, facts.Imported)]
    assert [text.split(" ")[0] for text in said] == ["Alertmanager:"]

    again = Door(store, place)  # a server that was started anew, and a sender that insists
    assert again.ask("/pagerduty", json.dumps(event("triggered")))[1]["new"] == 0
    assert again.ask("/pagerduty", json.dumps(event("resolved")))[1]["new"] == 1
    log.catch_up()
    said = [r.text for r in log.newest(9) if isinstance(r.entry.fact, facts.Imported)]
    assert len(said) == 2


def test_an_alert_that_fires_for_days_detected_something_else(
    store: Store, place: Place, door: Door
) -> None:
    def detected() -> datetime:
        return open_log(store, place.clock.sitting(), number=1).state.milestones[Milestone.DETECTED]

    declared = detected()
    assert door.ask("/alertmanager", sent(alert("Old", "2026-01-10T10:00:00Z")))[1]["new"] == 1
    assert detected() == declared
    before = declared - timedelta(minutes=9)
    fired = alert("Errors", f"{before:%Y-%m-%dT%H:%M:%SZ}")
    assert door.ask("/alertmanager", sent(fired))[1]["new"] == 1
    assert detected() == before


def test_undo_takes_back_what_was_typed_and_no_alert_that_came_after_it(
    store: Store, place: Place, door: Door
) -> None:
    door.ask("/pagerduty", json.dumps(event("triggered")))
    place.say("typed")
    door.ask("/pagerduty", json.dumps(event("acknowledged")))
    place.say("/undo")
    log = open_log(store, place.clock.sitting(), number=1)
    [typed] = [r for r in log.newest(9) if r.text == "typed"]
    assert typed.overlay.retracted
    assert Milestone.ACKNOWLEDGED in log.state.milestones


def test_while_nothing_is_live_it_waits_and_a_declaration_is_offered(
    store: Store, place: Place, door: Door
) -> None:
    place.say("/resolve")
    answer = door.ask("/alertmanager", sent(LATER))[1]
    assert answer["incident"] is None
    assert answer["offer"] == "incident-tui declare Errors --at 2026-01-15T10:03:00Z"
    assert door.receiver.catch_up() == []
    place.declare("Errors")
    [received] = door.receiver.catch_up()
    assert (received.incident, received.new) == ("INC-2", 1)
    assert door.receiver.catch_up() == []
    log = open_log(store, place.clock.sitting(), number=2)
    assert any(row.text.startswith("Alertmanager: FIRING Errors") for row in log.newest(9))


def test_a_store_that_is_held_answers_to_come_again(store: Store, place: Place) -> None:
    patient = Store(place.db, 1)
    patient._connection.execute("PRAGMA busy_timeout = 1")
    door = Door(patient, place)
    with place.locked("IMMEDIATE"):
        assert door.ask("/alertmanager", sent(LATER))[0] == 503
    patient.close()
