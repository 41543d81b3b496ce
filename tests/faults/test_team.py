"""Three windows and two scripts on a team's store, whose line or server fails again and again."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from incident_tui.services.defaults import SERVERS
from incident_tui.services.upkeep import verify
from incident_tui.storage.postgres.blocking import BlockingTeam
from tests.faults.endurance import held_to, report
from tests.services.test_courier import everything
from tests.support import postgres
from tests.support.own_server import Server, programs
from tests.support.pty_app import ROOT, PtyApp, running
from tests.support.relay import Relay

LINES: Final = 12
ROUND: Final = 3
"""Lines of each between one fault and the next."""
WAITING: Final = "waiting"


class Trouble(NamedTuple):
    """`db` is what people open, `end` where all must be in the end; `fails`, `mends` in turn."""

    db: str
    end: str
    fails: Callable[[], None]
    mends: Callable[[], None]
    times: int = LINES // ROUND


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
        db = f"{SERVERS[0]}postgres@127.0.0.1:{server.port}/postgres"
        yield Trouble(db, db, server.kill, server.start)


@contextmanager
def promoted_standby() -> Iterator[Trouble]:
    """It is killed for good, and its standby takes over."""
    with own_server() as server:
        standby = server.copied()
        try:
            ends = [f"127.0.0.1:{each.port}" for each in (server, standby)]
            db, end = (
                f"{SERVERS[0]}postgres@{place}/postgres" for place in (",".join(ends), ends[1])
            )
            yield Trouble(db, end, server.kill, standby.promote, times=1)
        finally:
            standby.remove()


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
        if failing and at == 1:
            trouble.fails()
        logging = [
            command(
                home, "--db", trouble.db, "--as", f"@{home.name}", "log", f"{home.name}-{number:02}"
            )
            for home in scripts
        ]
        for n, app in enumerate(windows):
            app.send(f"window{n}-{number:02}\r".encode())
        for process in logging:
            assert process.wait(60) == 0
        if failing and at == 1:
            for app in windows:
                app.wait_for(WAITING)
            trouble.mends()


def notes(server: str) -> int:
    with closing(BlockingTeam(server)) as team:
        return int(team("SELECT count(*) FROM entry WHERE kind = 'noted'")[0][0])


def all_is_sent(windows: list[PtyApp], scripts: list[Path], trouble: Trouble, said: int) -> None:
    end = time.monotonic() + 120
    while notes(trouble.end) < said and time.monotonic() < end:
        for app in windows:
            app.rest(0.2)
        for home in scripts:
            command(home, "--db", trouble.db, "list").wait(60)
    assert notes(trouble.end) == said
    for app in windows:
        app.wait_until(partial(_at_rest, app), "live")


def _at_rest(app: PtyApp) -> bool:
    return "live" in app.text and WAITING not in app.text


@pytest.mark.long
@pytest.mark.fault(27)
@pytest.mark.timeout(600)
@pytest.mark.parametrize("failing", [cut_line, stopped_server, promoted_standby])
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
            everybody_types(windows, scripts, trouble)
            all_is_sent(windows, scripts, trouble, 5 * LINES)
            for app in windows:
                app.send(b"\x11")
                assert app.exit_status() == 0
        for home in (*scripts, *homes):
            assert command(home, "--db", trouble.db, "list").wait(60) == 0
        with closing(BlockingTeam(trouble.end)) as team:
            assert team.verify() == []
    copies = [next(home.rglob("*.db")) for home in (*scripts, *homes)]
    first, *others = (everything(copy) for copy in copies)
    typed = [
        f"{who}-{n:02}"
        for who in ("ana", "ben", "window0", "window1", "window2")
        for n in range(LINES)
    ]
    stored = [text for row in first for text in typed if f'"{text}"' in str(row)]
    counts = held_to(typed, stored)
    report(27, what=failing.__name__.replace("_", " "), windows=3, scripts=2, **counts)
    assert all(other == first for other in others)
    assert all(verify(copy) == [] for copy in copies)
