"""Three windows and two scripts on a team's store, whose line or server fails again and again."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from incident_tui.services.defaults import SERVERS
from incident_tui.services.upkeep import verify
from incident_tui.storage.postgres.blocking import BlockingTeam
from tests.faults.endurance import held_to, report
from tests.services.test_courier import all_of, everything
from tests.support import postgres
from tests.support.own_server import Server, programs
from tests.support.pty_app import ROOT, PtyApp, running
from tests.support.relay import Relay

LINES: Final = 12
ROUND: Final = 3
"""Lines of each from one fault to the next: one before it, one during which it comes, one after."""
WAITING: Final = "waiting"
WAITS: Final = "⇡"


class Trouble(NamedTuple):
    """`db` is what people open, `end` where all must be in the end; `fails`, `mends` in turn.

    `begins` comes before the first line.
    """

    db: str
    end: str
    fails: Callable[[], None]
    mends: Callable[[], None]
    times: int = LINES // ROUND
    begins: Callable[[], object] = bool


@contextmanager
def cut_line() -> Iterator[Trouble]:
    """The server is well, and nobody reaches it."""
    postgres.require_server()
    relay = Relay(postgres.SERVER)
    relay.mend()
    with postgres.store() as team:
        end = postgres.address(team.schema)
        db = f"{SERVERS[0]}postgres@127.0.0.1:{relay.port}/{end.rpartition('/')[2]}"
        yield Trouble(db, end, relay.cut, relay.mend)
    relay.cut()


@contextmanager
def own_server() -> Iterator[Server]:
    if programs() is None:
        pytest.skip("PostgreSQL's programs are not installed")
    server = Server()
    server.make()
    server.start()
    try:
        yield server
    finally:
        server.remove()


@contextmanager
def stopped_server() -> Iterator[Trouble]:
    """It is killed in the middle of what it does, and started again."""
    with own_server() as server:
        yield Trouble(server.address, server.address, server.kill, server.start)


@contextmanager
def promoted_standby() -> Iterator[Trouble]:
    """It is killed for good, and its standby takes over."""
    with own_server() as server:
        standby = server.copied()
        try:
            both = f"@127.0.0.1:{server.port},"
            db = standby.address.replace("@", both)
            yield Trouble(db, standby.address, server.kill, standby.promote, times=1)
        finally:
            standby.remove()


@contextmanager
def moved_address(*, lags: bool = False) -> Iterator[Trouble]:
    """The same, and the one address that everybody has leads to the standby from then on."""
    with own_server() as server:
        standby = server.copied(awaited=not lags)
        relay = Relay(server.address)
        relay.mend()

        def takes_over() -> None:
            if lags:
                standby.start()
            standby.promote()
            relay.lead_to(standby.address)

        db = server.address.replace(str(server.port), str(relay.port))
        begins = standby.kill if lags else bool
        try:
            yield Trouble(db, standby.address, server.kill, takes_over, 1, begins)
        finally:
            relay.cut()
            standby.remove()


def lagging_standby() -> AbstractContextManager[Trouble]:
    """The same, and the standby lacks all that was said to be stored since it was there last."""
    return moved_address(lags=True)


def environment(home: Path) -> dict[str, str]:
    home.mkdir(exist_ok=True)
    return {"HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}


def command(home: Path, *args: str) -> subprocess.Popen[bytes]:
    """A command, run to its end in the background."""
    return subprocess.Popen(
        [sys.executable, "-m", "incident_tui", *args],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def everybody_types(windows: list[PtyApp], scripts: list[Path], trouble: Trouble) -> None:
    """Each window and each script logs its lines, while what it needs fails and is mended."""
    for number in range(LINES):
        at, failing = number % ROUND, number // ROUND < trouble.times
        stored = notes(trouble.db) if failing and at == 1 else 0
        logging = [
            command(
                home, "--db", trouble.db, "--as", f"@{home.name}", "log", f"{home.name}-{number:02}"
            )
            for home in scripts
        ]
        for n, app in enumerate(windows):
            app.send(f"window{n}-{number:02}\r".encode())
        if failing and at == 1:
            until(partial(_more_than, stored, trouble.db), windows)  # and others follow
            trouble.fails()
        for process in logging:
            assert process.wait(60) == 0
        if failing and at == ROUND - 1:
            for n, app in enumerate(windows):
                app.wait_for(WAITING)
                app.wait_until(partial(marked, app, f"window{n}-{number:02}"), "a mark on it")
            trouble.mends()


def marked(app: PtyApp, text: str) -> bool:
    return any(row.startswith(WAITS) and text in row for row in app.text.splitlines())


def notes(server: str) -> int:
    with closing(BlockingTeam(server)) as team:
        return int(team("SELECT count(*) FROM entry WHERE kind = 'noted'")[0][0])


def _more_than(stored: int, server: str) -> bool:
    return notes(server) > stored


def until(done: Callable[[], bool], windows: list[PtyApp]) -> None:
    end = time.monotonic() + 120
    while not done():
        assert time.monotonic() < end
        for app in windows:
            app.rest(0.05)


def all_is_sent(windows: list[PtyApp], scripts: list[Path], trouble: Trouble, said: int) -> None:
    def sent() -> bool:
        for home in scripts:
            command(home, "--db", trouble.db, "list").wait(60)
        return notes(trouble.end) >= said

    until(sent, windows)
    for app in windows:
        app.wait_until(partial(_at_rest, app), "live")


def _at_rest(app: PtyApp) -> bool:
    return "live" in app.text and WAITING not in app.text and WAITS not in app.text


@pytest.mark.long
@pytest.mark.fault(27)
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "failing", [cut_line, stopped_server, promoted_standby, moved_address, lagging_standby]
)
def test_three_windows_and_two_scripts_end_with_one_timeline(
    failing: Callable[[], Any], tmp_path: Path
) -> None:
    scripts = [tmp_path / name for name in ("ana", "ben")]
    homes = [tmp_path / f"w{n}" for n in range(3)]
    with failing() as trouble:
        assert command(scripts[0], "--db", trouble.db, "declare", "Checkout fails").wait(60) == 0
        for home in (scripts[1], *homes):
            assert command(home, "--db", trouble.db, "list").wait(60) == 0
        with ExitStack() as stack:
            windows = [
                stack.enter_context(
                    running("incident_tui", "--db", trouble.db, env=environment(home))
                )
                for home in homes
            ]
            for app in windows:
                app.wait_for("type what you see", "live")
            trouble.begins()
            everybody_types(windows, scripts, trouble)
            all_is_sent(windows, scripts, trouble, 5 * LINES)
            for app in windows:
                app.send(b"\x11")
                assert app.exit_status() == 0
        for home in (*scripts, *homes):
            assert command(home, "--db", trouble.db, "list").wait(60) == 0
        with closing(BlockingTeam(trouble.end)) as team:
            assert team.verify() == []
            whole = all_of(team)
    copies = [next(home.rglob("*.db")) for home in (*scripts, *homes)]
    typed = [
        f"{who}-{n:02}"
        for who in ("ana", "ben", "window0", "window1", "window2")
        for n in range(LINES)
    ]
    stored = [text for row in whole for text in typed if f'"{text}"' in str(row)]
    counts = held_to(typed, stored)
    report(27, what=failing.__name__.replace("_", " "), windows=3, scripts=2, **counts)
    assert [everything(copy) == whole for copy in copies] == [True] * len(copies)
    assert all(verify(copy) == [] for copy in copies)
