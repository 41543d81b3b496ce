"""What a program is given, how long it may take, and what is kept of what it said."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain.escalation import PLACES, Escalation, filled
from incident_tui.services import programs
from tests.support.entries import T0

VALUES = {name: f"<{name}>" for name in PLACES}


def python(source: str) -> list[str]:
    return [sys.executable, "-c", source]


def test_a_place_is_filled_inside_its_argument_and_never_read_again() -> None:
    values = {**VALUES, "team": "{reason}", "reason": 'it\'s; $(rm) {team} "x"'}
    assert filled(("page", "--to={team}", "{team}{reason}", "{x} {}", ""), values) == [
        *("page", "--to={reason}", '{reason}it\'s; $(rm) {team} "x"', "{x} {}", ""),
    ]


@given(st.lists(st.text(max_size=12)), st.text(max_size=12))
@settings(max_examples=50)
def test_every_argument_stays_one_argument(program: list[str], text: str) -> None:
    assert len(filled(tuple(program), dict.fromkeys(PLACES, text))) == len(program)


def test_a_team_may_have_a_program_of_its_own() -> None:
    both = Escalation(("page",), {"db": ("call",)})
    assert (both.program("db"), both.program("web")) == (("call",), ("page",))
    assert Escalation().program("db") == ()


def test_what_it_said_and_its_exit_code_are_kept() -> None:
    source = "import os, sys; print(os.environ['INCIDENT_TUI_TEAM'], flush=True)"
    source += "; sys.stderr.write('x'); exit(3)"
    assert programs.run(python(source), VALUES, 20) == programs.Ended(3, "<team>\nx")


def test_a_long_output_is_kept_from_its_end_and_can_be_stored() -> None:
    source = "import sys; sys.stdout.buffer.write(b'a' * 9000 + b'\\xff\\x00 the end')"
    said = programs.run(python(source), VALUES, 20).output
    assert said.startswith("… a")
    assert said.endswith("the end")
    assert "\0" not in said
    assert len(said) < 2100


def test_one_that_takes_too_long_is_stopped_with_all_it_started() -> None:
    source = "import subprocess; print('on it', flush=True); subprocess.run(['sleep', '60'])"
    ended = programs.run(python(source), VALUES, 1)
    assert ended == programs.Ended(None, "on it")


@pytest.mark.parametrize(("name", "code"), [("no-such-program", 127), ("", 126)])
def test_one_that_cannot_be_started_says_so(tmp_path: Path, name: str, code: int) -> None:
    ended = programs.run([str(tmp_path / name)], VALUES, 5)
    assert ended.exit_code == code
    assert ended.output.startswith("it could not be started: ")
    assert programs.passed_through([str(tmp_path / name)]) == ended


def test_its_time_is_told_to_the_tenth_and_never_negative() -> None:
    ended = programs.Ended(0)
    times = iter((T0, T0 + timedelta(seconds=2.34), T0, T0 - timedelta(hours=1)))
    assert programs.timed(lambda: ended, lambda: next(times)) == (ended, 2.3)
    assert programs.timed(lambda: ended, lambda: next(times)) == (ended, 0.0)
