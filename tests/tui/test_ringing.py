"""The bell, the title and the notice: once each, and nothing in them can act."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from textual.app import App

from incident_tui.domain.alarms import alarms
from incident_tui.domain.escalation import Escalation
from incident_tui.domain.facts import Declared, StatusChanged
from incident_tui.domain.fold import fold
from incident_tui.domain.incident import Severity, Status
from incident_tui.domain.practice import PRACTICE
from incident_tui.domain.state import IncidentState
from incident_tui.services import programs
from incident_tui.services.settings import AlarmTable
from incident_tui.tui.ringing import Ringing, caption
from incident_tui.tui.terminal.outside import KEEP_TITLE, Notices, notice, title
from tests.support.entries import T0, at, entry
from tests.support.screens import HOSTILE
from tests.support.window import Place, window

BURNING = fold([entry(1, Declared("Checkout fails", Severity.SEV1), minutes=0)])


class Terminal(App[None]):
    """Only what rings and what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.rung = 0
        self.written: list[str] = []

    def bell(self) -> None:
        self.rung += 1


def tell(how: AlarmTable, *minutes: float, state: IncidentState = BURNING) -> Terminal:
    """What a terminal got when these minutes had come, one after another."""
    terminal = Terminal()
    ringing = Ringing(terminal, how, terminal.written.append)
    before = alarms(state, at(0))
    for minute in minutes:
        late = alarms(state, at(minute))
        ringing.tell(42, state, late, tuple(late - before))
        before = late
    return terminal


def test_it_rings_once_and_the_title_changes_only_when_something_does() -> None:
    terminal = tell(AlarmTable(), 1, 2, 20, 20.1, 25, 30)
    assert terminal.rung == 2
    assert terminal.written == [
        KEEP_TITLE + title("SEV1 INC-42 Checkout fails"),
        title("! public update due · SEV1 INC-42"),
        title("! public update due +1 · SEV1 INC-42"),
    ]


def test_what_is_only_said_rings_nowhere() -> None:
    assert tell(AlarmTable(title=False, notice="osc9"), 10).written == []
    assert tell(AlarmTable(), 10).rung == 0


@pytest.mark.parametrize(
    ("how", "begins"),
    [("osc9", "\x1b]9;INC-42: the public update"), ("osc777", "\x1b]777;notify;INC-42;the public")],
)
def test_a_notice_is_sent_when_it_is_asked_for(
    how: Any, begins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    quiet = AlarmTable(bell=False, title=False, notice=how)
    terminal = tell(quiet, 20, 21)
    assert terminal.rung == 0
    [sent] = terminal.written
    assert sent.startswith(begins)
    assert sent.endswith("\x1b\\")
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    [wrapped] = tell(quiet, 20).written
    assert wrapped.startswith(f"\x1bPtmux;\x1b{begins}")


@pytest.mark.parametrize("text", [HOSTILE, "a\x1b]2;b\x07c\x9cd\n e\u202ef", "x" * 900])
def test_no_text_gets_out_of_its_sequence(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    for sent in (
        title(text),
        notice("INC-1", text, Notices.OSC9),
        notice(text, text, Notices.OSC777),
    ):
        inside = sent.removeprefix("\x1b]").removesuffix("\x1b\\")
        assert inside.isprintable()
        assert len(inside) < 450
    assert notice("INC-1; x", "a;b", Notices.OSC777).count(";") == 3


def test_a_resolved_incident_says_so() -> None:
    over = fold(
        [
            entry(1, Declared("Checkout fails", Severity.SEV1), minutes=0),
            entry(2, StatusChanged(Status.INVESTIGATING, Status.RESOLVED), minutes=40),
        ]
    )
    assert caption(42, over, ()) == "resolved INC-42 Checkout fails"


async def test_a_proposal_says_what_to_ask_and_one_key_carries_it(place: Place) -> None:
    async with window(place) as seat:
        await seat.enter("/propose roll back @ana risk:none")
        await seat.shows("D1: any strong objections? Ask for the back-out: /risk")
        place.clock.later(seconds=12)
        seat.live._tick()
        await seat.shows("nobody objects to D1, roll back; /carried D1 carries it")
        await seat.press("ctrl+y")
        await seat.shows("D1 roll back · carried")


async def test_a_team_is_called_aside_and_what_came_of_it_is_said(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up = Escalation(("page", "{team}"))
    ours = replace(PRACTICE, escalation=set_up)
    monkeypatch.setattr(programs, "run", lambda arguments, *_: programs.Ended(2, str(arguments)))
    async with window(place) as seat:
        seat.live.log_.session = replace(seat.live.log_.session, practice=ours)
        await seat.enter("/escalate @db it is slow")
        await seat.shows("calling @db failed; call by hand. ['page', 'db']")
    assert place.said()[-1].startswith("called @db: page db · exit 2 after 0.0 s")


async def test_the_window_rings_and_says_what_is_late(place: Place) -> None:
    async with window(place) as seat:
        rung: list[str] = []
        seat.app.bell = lambda: rung.append("bell")  # type: ignore[method-assign]  # counted
        place.clock.at = T0 + timedelta(minutes=10)
        seat.live._tick()
        await seat.shows("call it out: the incident is now at 10 min")
        place.clock.at = T0 + timedelta(minutes=20)
        seat.live._tick()
        seat.live._tick()
        await seat.shows("the public update is due: /update public")
        await seat.pilot.pause()
        assert rung == ["bell"]
