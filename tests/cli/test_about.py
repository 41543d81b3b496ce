from pathlib import Path

import pytest

from incident_tui.commands.all import REGISTRY
from incident_tui.services.config import Config
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
    told = shell.json("config")
    assert told["config"] == str(tmp_path / "config" / "incident-tui" / "config.toml")
    assert told["db"] == str(shell.db)
    assert told["author"] == "jo"
    assert told["export.secrets"] == "ask"
    assert told["insights.saved"] == "75 * postmortems + 5 * updates"
    assert told["severity.sev1.public"] == 20
    assert told["policy.sev1.publish"] == ["complete", "comments-settled", "signoffs:1"]
    assert "severity.sev4.public" not in told, "it has no such clock"
    assert "call.vacant                    10\n" in shell.ok("config")
    assert "config.toml (not there)\n" in shell.ok("config")


def test_every_table_of_the_configuration_is_shown(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[severity.sev4]\npublic = 45\nchecklist = ["Look", "Listen"]\n'
        '[call]\nobjections = 20\n[keys]\n"live.star" = "ctrl+g"\n'
        '[update]\ncall = "{title}\\n{status}"\n[escalation.teams]\ndb = ["page", "db"]\n'
    )
    told = shell.json("--config", "own.toml", "config")
    assert told["severity.sev4.public"] == 45
    assert told["call.objections"] == 20
    assert told["keys.live.star"] == "ctrl+g"
    assert told["escalation.teams.db"] == ["page", "db"]
    said = shell.ok("--config", "own.toml", "config")
    assert "Look; Listen\n" in said
    assert "{title} {status}\n" in said
    assert {key.partition(".")[0] for key in told} >= {*Config.__struct_fields__} - {"templates"}


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
