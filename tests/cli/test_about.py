from pathlib import Path

import pytest

from incident_tui.commands.all import REGISTRY
from tests.cli.conftest import Shell


def test_the_commands_of_the_prompt_by_family(shell: Shell) -> None:
    said = shell.ok("commands")
    for command in REGISTRY:
        assert f"  {command.usage}\n" in said
        assert command.summary in said
    assert said.startswith("On the record\n")
    assert "\n\nLead\n" in said


def test_the_commands_as_json(shell: Shell) -> None:
    found = {command["name"]: command for command in shell.json("commands")}
    assert len(found) == len(list(REGISTRY))
    assert set(found["sev"]) == {
        *("name", "aliases", "family", "usage", "summary", "examples", "params"),
    }
    assert found["sev"]["aliases"] == ["severity"]
    assert found["action"]["params"][2] == {
        "name": "due",
        "metavar": "date",
        "required": False,
        "keyword": True,
        "greedy": False,
    }


def test_the_settings_in_force(shell: Shell, tmp_path: Path) -> None:
    assert shell.json("config") == {
        "config": str(tmp_path / "config" / "incident-tui" / "config.toml"),
        "db": str(shell.db),
        "author": "jo",
        "export.format": "markdown",
        "export.folder": "exports",
        "export.secrets": "ask",
        "theme": "textual-dark",
        "insights.zone": "UTC",
        "insights.hours": "6–22",
        "insights.saved": "75 * postmortems + 5 * updates",
    }
    assert "config.toml (not there)\n" in shell.ok("config")


def test_settings_come_from_the_file_that_was_named(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.toml").write_text('author = "ana"\ntheme = "nord"\n')
    assert shell.json("--config", "own.toml", "config")["theme"] == "nord"
    monkeypatch.setenv("INCIDENT_TUI_CONFIG", "own.toml")
    assert shell.json("--as", "", "config")["author"] == "ana"
    assert shell.json("config")["author"] == "jo"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("author = ", "is not valid TOML"),
        ("autor = 'ana'", "did you mean author? The keys are author, db"),
        ("db = 5", "line 1: db: expected a text in quotes"),
        (
            "[export]\nfolders = 'x'",
            "line 2: export.folders: there is no such key; did you mean folder?",
        ),
    ],
)
def test_a_wrong_setting_is_named(shell: Shell, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "own.toml").write_text(text)
    refused = shell.refused(2, "--config", "own.toml", "list")
    assert "own.toml" in refused
    assert said in refused


def test_a_file_that_was_named_must_be_there(shell: Shell) -> None:
    assert "nowhere.toml cannot be read" in shell.refused(2, "--config", "nowhere.toml", "list")
