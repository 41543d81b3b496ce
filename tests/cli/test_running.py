"""A team is called and a command is run, and both are on the record with how they ended."""

import sys
from pathlib import Path

import pytest

from incident_tui.services.programs import HOW
from tests.cli.conftest import Shell

PAGER = """
[escalation]
command = ["{python}", "-c",
    "import sys; print(*sys.argv[1:]); sys.exit(int(sys.argv[1] == 'web'))",
    "{team}", "{reason}", "{incident} {severity}"]
""".replace("{python}", sys.executable)


@pytest.fixture
def paging(burning: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    (tmp_path / "pager.toml").write_text(PAGER)
    monkeypatch.setenv("INCIDENT_TUI_CONFIG", str(tmp_path / "pager.toml"))
    return burning


@pytest.mark.parametrize("log", [("log", "/escalate"), ("escalate",)])
def test_a_team_is_called_by_the_program_of_the_configuration(
    paging: Shell, log: tuple[str, ...]
) -> None:
    called, ran = paging.ok(*log, "@db", "it's $(slow)", "now").splitlines()
    assert called.endswith("escalate  @db: it's $(slow) now")
    assert "program  called @db: " in ran
    shown = paging.json("show", "1")["entries"][-1]["data"]
    assert shown["output"] == "db it's $(slow) now INC-1 SEV2"
    assert (shown["exit_code"], shown["team"]) == (0, "db")


def test_a_call_that_failed_is_on_the_record_too(paging: Shell) -> None:
    paging.ok("escalate", "@web", "down")
    assert paging.json("show", "1")["entries"][-1]["data"]["exit_code"] == 1


def test_where_nothing_is_set_up_it_is_logged_and_said_how(burning: Shell) -> None:
    result = burning.call("escalate", "@db", "slow")
    assert result.exit_code == 0
    assert result.stdout.endswith("@db: slow (to be called by hand)\n")
    assert HOW in result.stderr


def test_a_place_that_is_unknown_is_refused(burning: Shell, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[escalation]\ncommand = ["page", "{who}"]')
    said = burning.refused(2, "--config", "own.toml", "list")
    assert "line 2: escalation.command: there is no place {who}; the places are {team}" in said
    (tmp_path / "own.toml").write_text("[escalation]\ncommand = 'page {team}'")
    said = burning.refused(2, "--config", "own.toml", "list")
    assert "expected a list in brackets, got a text in quotes" in said


def test_a_command_is_run_and_logged_with_its_exit_code(burning: Shell) -> None:
    result = burning.call("run", "--", sys.executable, "-c", "exit(3)", "--help")
    assert result.exit_code == 3
    row = burning.json("show", "1")["entries"][-1]
    assert row["kind"] == "program"
    assert row["text"].endswith("-c 'exit(3)' --help · exit 3 after 0.0 s")


def test_one_that_was_killed_ends_as_the_shell_says(burning: Shell) -> None:
    result = burning.call("run", sys.executable, "-c", "import os; os.kill(os.getpid(), 9)")
    assert result.exit_code == 137
    assert burning.json("show", "1")["entries"][-1]["data"]["exit_code"] == -9


def test_one_that_is_not_there_is_logged_as_such(burning: Shell) -> None:
    result = burning.call("run", "no-such-program")
    assert result.exit_code == 127
    assert "could not be started" in result.stderr


def test_nothing_is_run_that_could_not_be_logged(shell: Shell, tmp_path: Path) -> None:
    made = tmp_path / "made"
    source = f"open({str(made)!r}, 'w')"
    assert shell.call("run", sys.executable, "-c", source).exit_code == 3
    assert not made.exists()
