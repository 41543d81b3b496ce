"""A program is run as a list of arguments, without a shell, never longer than it may take."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

import msgspec

from incident_tui.domain.escalation import PLACES, filled
from incident_tui.domain.program_facts import Escalated, ProgramRan
from incident_tui.domain.text import one_line, storable
from incident_tui.services.incident_log import IncidentLog

_KEPT: Final = 2000
"""Characters of what a program said; its end says how it went."""
NOT_FOUND: Final = 127
_NOT_RUNNABLE: Final = 126

HOW: Final = (
    "nobody was called: no program is set up. The configuration does it: [escalation] "
    'command = ["pager", "--team", "{team}", "--message", "{reason}"]'
)


class Ended(msgspec.Struct, frozen=True):
    """How a program ended; without an exit code its time was up."""

    exit_code: int | None
    output: str = ""


def call(log: IncidentLog, fact: Escalated) -> ProgramRan | None:
    """Run what calls that team, and wait for it; None where nothing does."""
    set_up = log.session.practice.escalation
    program = set_up.program(fact.team)
    if not program:
        return None
    values = {
        "team": fact.team,
        "reason": one_line(fact.reason),
        "incident": log.name,
        "severity": log.state.severity.name,
        "title": one_line(log.state.title),
    }
    arguments = filled(program, values)
    ended, seconds = timed(lambda: run(arguments, values, set_up.timeout), log.session.now)
    return ProgramRan(worded(arguments), seconds, ended.exit_code, ended.output, fact.team)


def run(arguments: Sequence[str], values: Mapping[str, str], timeout: int) -> Ended:
    """Run it with the values in its environment as `INCIDENT_TUI_TEAM` and so on."""
    told = {f"INCIDENT_TUI_{name.upper()}": values[name] for name in PLACES}
    try:
        process = subprocess.Popen(  # noqa: S603  the user's own program, and no shell
            [part.replace("\0", "") for part in arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {name: value.replace("\0", "") for name, value in told.items()},
            start_new_session=True,  # so that all it started can be stopped with it
        )
    except OSError as error:
        return Ended(unstarted(error), f"it could not be started: {error.strerror}")
    try:
        output, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        output = _left_over(process)
        return Ended(None, _kept(output) or f"its time was up after {timeout} s")
    return Ended(process.returncode, _kept(output))


def _left_over(process: "subprocess.Popen[bytes]") -> bytes:
    """What it had said; what it left behind may hold its output open for ever."""
    try:
        return process.communicate(timeout=1)[0]
    except subprocess.TimeoutExpired as error:
        return error.output or b""


def passed_through(arguments: Sequence[str]) -> Ended:
    """Run it as if it had been called from the shell: its input, output and signals are its own."""
    try:
        process = subprocess.Popen(list(arguments))  # noqa: S603  as the user typed it
    except OSError as error:
        return Ended(unstarted(error), f"it could not be started: {error.strerror}")
    while True:
        try:
            return Ended(process.wait())
        except KeyboardInterrupt:
            continue  # the terminal sent it to the program too, which decides what it means


def timed(work: Callable[[], Ended], now: Callable[[], datetime]) -> tuple[Ended, float]:
    """How it ended, and after how many seconds, to the tenth."""
    began = now()
    ended = work()
    return ended, max(0.0, round((now() - began).total_seconds(), 1))


def unstarted(error: OSError) -> int:
    """The exit code that a shell has for it."""
    return NOT_FOUND if isinstance(error, FileNotFoundError) else _NOT_RUNNABLE


def worded(arguments: Sequence[str]) -> str:
    """The arguments as one would type them."""
    return storable(shlex.join(arguments))


def _kept(output: bytes) -> str:
    text = storable(output.decode("utf-8", "replace")).strip()
    return text if len(text) <= _KEPT else f"… {text[-_KEPT:]}"
