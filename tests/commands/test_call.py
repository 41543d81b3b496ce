"""Tasks and updates come from one line each; what nobody could act on is refused."""

import pytest
from msgspec.structs import replace

from incident_tui.commands.outcome import Situation, WriteUpdate
from incident_tui.domain import call_facts as call
from incident_tui.domain.errors import CommandError
from incident_tui.domain.fact import Fact
from incident_tui.domain.facts import RoleAssigned, SeverityChanged, StatusChanged
from incident_tui.domain.flavours import Flavour
from incident_tui.domain.incident import Audience, Severity, Status, TaskOutcome
from tests.commands.situations import BURNING, ON_CALL, said
from tests.support.entries import at, id_of, log, situation

T1 = id_of(3)
SEV1_NOW = SeverityChanged(Severity.SEV3, Severity.SEV1)
TASK = call.TaskAssigned("check lag", "ana", 5)


def _after(*facts: Fact, minutes: float = 60) -> Situation:
    """A SEV1 in which T1 is entry 3, and then these, one a minute from entry 4 on."""
    return situation(log(SEV1_NOW, TASK, *facts), minutes=minutes)


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        (
            "/task @ana check replica lag 5m",
            call.TaskAssigned("check replica lag", "ana", 5),
        ),
        ("/t check replica lag @ana 1h30m", call.TaskAssigned("check replica lag", "ana", 90)),
        ("/task check lag 5m @ana", call.TaskAssigned("check lag", "ana", 5)),
        ("/task @ana call the provider", call.TaskAssigned("call the provider", "ana")),
        ("/task @ana drain shard 5", call.TaskAssigned("drain shard 5", "ana")),
        ("/task @ana ask @li", call.TaskAssigned("ask @li", "ana")),
        ("/ack T1", call.TaskAcknowledged(T1)),
        ("/handon t1 @li", call.TaskHandedOn(T1, "li", "ana")),
        ("/done T1", call.TaskClosed(T1, TaskOutcome.DONE)),
        ("/helped T1", call.TaskClosed(T1, TaskOutcome.HELPED)),
        ("/helped T1 lag is gone", call.TaskClosed(T1, TaskOutcome.HELPED, "lag is gone")),
        ("/nohelp T1 no lag", call.TaskClosed(T1, TaskOutcome.NO_HELP, "no lag")),
        (
            "/update internal all zones in 5m",
            call.UpdateLogged(Audience.INTERNAL, "all zones in 5m"),
        ),
        (
            "/up int rolled back @jo",
            call.UpdateLogged(Audience.INTERNAL, "rolled back", "jo"),
        ),
        (
            "/update public cards fail @maria",
            call.UpdateLogged(Audience.PUBLIC, "cards fail", "maria", "", "maria"),
        ),
        (
            "/snooze public 10m waiting for the vendor",
            call.ClockSnoozed(Audience.PUBLIC, 10, "waiting for the vendor"),
        ),
    ],
)
def test_it_records(line: str, fact: Fact) -> None:
    assert said(line, ON_CALL) == fact


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/task check replica lag 5m", "@who is missing"),
        ("/task @ana", "text is missing"),
        ("/task @ana 5m", "text is missing"),
        ("/task @ana check lag 0m", "write 5m or 1h30m"),
        ("/task @ana check lag 25h", "write 5m or 1h30m"),
        ("/ack T9", "there are: T1, T2"),
        ("/nohelp T1", "because is missing"),
        ("/handon T1", "@who is missing"),
        ("/handon T1 @ana", "T1 is with @ana already"),
        ("14:02 /done T1", "T1 began at 14:03:00; give a later time"),
        ("14:02 /ack T1", "give a later time"),
        ("/update everybody it is fine", "public, can, internal"),
        ("/update public cards fail", "say who approved it"),
        ("/snooze public soon why", "write 5m or 1h30m"),
        ("/snooze public 10m", "because is missing"),
    ],
)
def test_it_refuses(line: str, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        said(line, ON_CALL)


@pytest.mark.parametrize("outcome", TaskOutcome)
@pytest.mark.parametrize(
    "line", ["/ack T1", "/done T1", "/helped T1", "/nohelp T1 no", "/handon T1 @li"]
)
def test_a_closed_task_stays_closed(line: str, outcome: TaskOutcome) -> None:
    with pytest.raises(CommandError, match=f"T1 is closed: {outcome}"):
        said(line, _after(call.TaskClosed(T1, outcome)))


def test_a_task_is_acknowledged_once_by_each_owner() -> None:
    acked = call.TaskAcknowledged(T1)
    with pytest.raises(CommandError, match="T1 was acknowledged at 14:04:00"):
        said("/ack T1", _after(acked))
    assert said("/ack T1", _after(acked, call.TaskHandedOn(T1, "li", "ana"))) == acked


def test_the_commander_approves_public_updates_unless_somebody_else_did() -> None:
    led = _after(RoleAssigned("ic", "maria"))
    text = "cards fail"
    assert said(f"/update public {text}", led) == call.UpdateLogged(
        Audience.PUBLIC, text, "maria", "", "maria"
    )
    assert said(f"/update public {text} @jo", led) == call.UpdateLogged(
        Audience.PUBLIC, text, "jo", "", "maria"
    )
    assert said(f"/update internal {text}", led) == call.UpdateLogged(Audience.INTERNAL, text)


def test_an_update_is_put_off_once() -> None:
    snoozed = call.ClockSnoozed(Audience.PUBLIC, 10, "waiting")
    with pytest.raises(CommandError, match="put off once already; send it: /update"):
        said("/snooze public 50m why", _after(snoozed))
    assert said("/snooze int 10m why", _after(snoozed))  # each audience has its own
    assert said("/snooze pub 10m why", _after(snoozed, call.UpdateLogged(Audience.PUBLIC, "told")))


def test_an_update_is_put_off_only_to_later_than_it_is_due() -> None:
    early = _after(minutes=6)  # the public update is due 20 minutes after the first
    with pytest.raises(CommandError, match="due only at 14:21"):
        said("/snooze public 15m why", early)
    assert said("/snooze public 16m why", early) == call.ClockSnoozed(Audience.PUBLIC, 16, "why")


@pytest.mark.parametrize("line", ["/snooze public 10m why", "/slow"])
def test_a_clock_that_does_not_run_is_not_put_off(line: str) -> None:
    with pytest.raises(CommandError, match="no public clock runs at SEV3; /update"):
        said(line, BURNING)
    resolved = StatusChanged(Status.INVESTIGATING, Status.RESOLVED)
    with pytest.raises(CommandError, match="no public clock runs once it is resolved"):
        said(line, _after(resolved, minutes=200))


def test_slower_is_for_after_two_hours_and_once() -> None:
    begun = _after(RoleAssigned("ic", "maria"))
    edge = replace(begun, at=at(121), now=at(121))  # it was declared at the first minute
    assert said("/slow", edge) == call.CadenceSlowed("", "maria")
    assert said("/slow until dawn", edge) == call.CadenceSlowed("until dawn", "maria")
    with pytest.raises(CommandError, match="after two hours; until then /snooze"):
        said("/slow", replace(edge, at=at(120.99)))
    with pytest.raises(CommandError, match="less often already"):
        said("/slow", _after(call.CadenceSlowed(), minutes=200))
    with pytest.raises(CommandError, match="the Incident Commander confirms that, and nobody is"):
        said("/slow", _after(minutes=200))


@pytest.mark.parametrize(
    ("line", "flavour"),
    [
        ("/update executive", Flavour.EXECUTIVE),
        ("/update customers", Flavour.PUBLIC),
        ("/can", Flavour.CAN),
    ],
)
def test_an_update_without_its_text_is_to_be_written(line: str, flavour: Flavour) -> None:
    assert said(line, ON_CALL) == WriteUpdate(flavour)


def test_the_clock_that_runs_out_first_says_which_update_is_written() -> None:
    assert said("/update", _after()) == WriteUpdate(Flavour.PUBLIC)
    assert said("/update", BURNING) == WriteUpdate(Flavour.CALL)


def test_an_update_in_a_flavour_restarts_the_internal_clock_and_keeps_its_flavour() -> None:
    wanted = call.UpdateLogged(Audience.INTERNAL, "flat at 7 %", flavour="executive")
    assert said("/update exec flat at 7 %", ON_CALL) == wanted
    assert said("/can flat at 7 %", ON_CALL) == replace(wanted, flavour="can")
