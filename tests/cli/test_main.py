from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from incident_tui.cli import log
from incident_tui.cli.call import Call
from incident_tui.cli.main import COMMANDS, cli
from tests.cli.conftest import Shell


def test_without_a_command_the_window_opens(shell: Shell) -> None:
    assert shell.call().exit_code == 7
    [(args, rest)] = shell.opened
    assert (args[0], args[2], rest) == (shell.db, "jo", {})
    assert args[1].theme == "textual-dark"


def test_help_lists_every_command_in_its_own_words(shell: Shell) -> None:
    said = " ".join(shell.ok("--help").split())
    for name, (module, summary) in COMMANDS.items():
        assert f"{name} {summary}" in said
        command: click.Command = getattr(
            import_module(f"incident_tui.cli.{module}"), f"{name}_command"
        )
        assert command.name == name
        assert (command.help or "").split("\n\n")[0].replace("\n", " ") == summary


def test_the_version_is_that_of_the_package(shell: Shell) -> None:
    assert shell.ok("--version") == f"incident-tui {version('incident-tui')}\n"


def test_completion_knows_every_name() -> None:
    names = cli.list_commands(click.Context(cli))
    assert {"log", "show", "sev", "action", "ic"} <= set(names)
    assert len(names) == len(set(names))
    found = cli.shell_complete(click.Context(cli), "re")
    assert [item.value for item in found] == [name for name in names if name.startswith("re")]
    assert {"replay", "resolve", "redact"} <= {item.value for item in found}


def test_colours_are_for_a_terminal_that_wants_them(
    burning: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[31mSEV2\x1b[0m" in burning.call("list", color=True).stdout
    assert "\x1b" not in burning.call("list").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in burning.call("list", color=True).stdout


def test_an_interruption_ends_quietly(burning: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(log, "_log", interrupted)
    result = burning.call("log", "x")
    assert (result.exit_code, result.stdout, result.stderr.strip()) == (130, "", "")


def test_what_nobody_foresaw_is_not_swallowed(
    burning: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(log, "_log", broken)
    assert isinstance(burning.call("log", "x").exception, ZeroDivisionError)


def test_a_call_that_needs_no_store_makes_none(shell: Shell, tmp_path: Path) -> None:
    for args in (("formats",), ("commands",), ("config",), ("log", "--help")):
        shell.ok(*args)
    assert not shell.db.exists()


def test_every_call_closes_its_store(shell: Shell) -> None:
    call = Call(lambda *_: 0)
    call.db = str(shell.db)
    with click.Context(cli):
        store = call.store
    with pytest.raises(Exception, match="closed"):
        store.read.counts()
