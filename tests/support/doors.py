"""The three doors a transcript can be typed through: the services, the command line, the window."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
from click.testing import CliRunner

from incident_tui.cli.call import Call
from incident_tui.cli.main import cli
from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.when import split_when
from incident_tui.services import playing, postmortems, team_store
from incident_tui.services.config import Config
from incident_tui.services.courier import Standing
from incident_tui.services.incident_log import IncidentLog, open_log
from incident_tui.services.scenario import Scenario, Step
from incident_tui.services.session import Session
from incident_tui.services.store import Store
from incident_tui.storage import replica
from incident_tui.tui.app import IncidentApp
from incident_tui.tui.screens.ending import EndingDialog
from incident_tui.tui.screens.live import LiveScreen

_OWN: Final = {"hash", "source", "as_of"}
"""What an entry keeps of its door, beside its id, what follows from that, and when it was read."""


class Played(NamedTuple):
    """An incident after the last line: the record, and the same with every entry as it was made."""

    record: IncidentRecord
    raw: IncidentRecord

    def told(self) -> Any:
        """All of it, but for what no two incidents share: ids are told as `#seq`."""
        text = msgspec.json.encode(self.raw).decode()
        for row in self.raw.rows:
            text = text.replace(row.entry.id, f"#{row.entry.seq}")
        return _without(msgspec.json.decode(text), _OWN)


class Clock:
    """Stands still until it is set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def by_service(scenario: Scenario, db: Path) -> Played:
    """Played by the service that the demo and `replay` use."""

    async def play() -> Played:
        store = Store(db)
        try:
            return await _played(store, await playing.play(store, scenario))
        finally:
            await store.finish()

    return asyncio.run(play())


def by_team(scenario: Scenario, folder: Path, address: str) -> Played:
    """Played into one copy of a team's store, and read from another's."""

    async def exchanged(store: Store) -> None:
        courier = team_store.courier(store, Session("jo", "replay").now)
        try:
            standing = await courier.exchange()
            assert standing == Standing(), standing
        finally:
            await courier.close()

    async def play() -> Played:
        for name in ("one", "two"):
            with closing(Store(folder / f"{name}.db")) as store:
                store.write(replica.join(address))
        one, two = Store(folder / "one.db"), Store(folder / "two.db")
        try:
            log = await playing.play(one, scenario)
            await exchanged(one)
            await exchanged(two)
            there = open_log(two, log.session, incident_id=log.id)
            assert there.seq == log.seq
            return await _played(two, there)
        finally:
            await one.finish()
            await two.finish()

    return asyncio.run(play())


def by_command_line(scenario: Scenario, db: Path) -> Played:
    """One call of the program a line; each line says itself when it happened."""
    clock = Clock(scenario.steps[0].at)
    runner = CliRunner()

    def call(author: str, *args: str, stdin: str | None = None) -> None:
        whole = ["--db", str(db), "--as", f"@{author}", *args]
        result = runner.invoke(cli, whole, obj=Call(_no_window, clock.now), input=stdin)
        assert result.exit_code == 0, (args, result.output)
        narrated = [line.startswith("incident-tui: ") for line in result.stderr.splitlines()]
        assert all(narrated), (args, result.output)

    for count, step in enumerate(scenario.steps):
        clock.at = step.at
        call(step.author, "log", *(("-i", "INC-1") if count else ()), _dated(step))
    for field, text in scenario.answers.items():
        call(step.author, "postmortem", "INC-1", "--step", field, "--set", "-", stdin=text)
    return asyncio.run(_read(db))


def by_window(scenario: Scenario, db: Path) -> Played:
    """Every line but the declaration goes through the prompt and its Enter key."""

    async def play() -> Played:
        first, *rest = scenario.steps
        clock = Clock(first.at)
        store = Store(db)
        number = playing.begin(store, first, "tui").number
        app = IncidentApp(store, Session(first.author, "tui", clock.now), Config(), number=number)
        async with app.run_test(size=(80, 24)) as pilot:
            live = app.screen
            assert isinstance(live, LiveScreen)
            for step in rest:
                clock.at = step.at
                live.log_.session = Session(step.author, "tui", clock.now)
                live.bar.begin(step.line, step.at)
                await pilot.press("enter")
                await pilot.pause()
                if isinstance(app.screen, EndingDialog):  # it is resolved whatever is missing
                    await pilot.press("enter")
                await live.outbox.drained()
                assert live.bar.prompt.value == "", step
                await pilot.pause()
                if len(app.screen_stack) > 1:  # resolving goes on to the post-mortem
                    await pilot.press("escape")
            await playing.answer(store, scenario, live.log_)
            played = await _played(store, live.log_)
            assert app.screen_stack == [live]
            await pilot.press("ctrl+q")
        return played

    return asyncio.run(play())


DOORS: Final[dict[str, Callable[[Scenario, Path], Played]]] = {
    "service": by_service,
    "command line": by_command_line,
    "window": by_window,
}


async def _read(db: Path) -> Played:
    store = Store(db)
    try:
        return await _played(store, open_log(store, Session("reader", "cli"), number=1))
    finally:
        await store.finish()


async def _played(store: Store, log: IncidentLog) -> Played:
    record = await postmortems.record(store, log)
    return Played(record, await postmortems.record(store, log, raw=True))


def _dated(step: Step) -> str:
    """The line with the moment it speaks of written out in front."""
    when, start = split_when(step.line, step.at)
    return f"{when or step.at:%Y-%m-%d %H:%M:%SZ} {step.line[start:]}"


def _no_window(*_: Any, **__: Any) -> int:
    raise AssertionError("a line opened the window")


def _without(told: Any, keys: set[str]) -> Any:
    if isinstance(told, dict):
        return {key: _without(value, keys) for key, value in told.items() if key not in keys}
    return [_without(value, keys) for value in told] if isinstance(told, list) else told
